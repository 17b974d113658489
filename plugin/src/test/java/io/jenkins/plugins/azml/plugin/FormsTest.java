package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.plugin.config.AzmlConfiguration;
import io.jenkins.plugins.azml.plugin.config.NamedWorkspace;
import io.jenkins.plugins.azml.plugin.step.CancelStep;
import io.jenkins.plugins.azml.plugin.step.DeployStep;
import io.jenkins.plugins.azml.plugin.step.EvaluateStep;
import io.jenkins.plugins.azml.plugin.step.PromoteStep;
import io.jenkins.plugins.azml.plugin.step.RegisterStep;
import io.jenkins.plugins.azml.plugin.step.ResumeStep;
import io.jenkins.plugins.azml.plugin.step.RollbackStep;
import io.jenkins.plugins.azml.plugin.step.SetupStep;
import io.jenkins.plugins.azml.plugin.step.TestStep;
import io.jenkins.plugins.azml.plugin.step.TrainStep;
import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Every argument of a step and every key of the configuration has an entry in its form, and a help. */
class FormsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern FIELD = Pattern.compile("<f:entry [^>]*field=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            classes = {
                SetupStep.class,
                TrainStep.class,
                EvaluateStep.class,
                RegisterStep.class,
                DeployStep.class,
                TestStep.class,
                PromoteStep.class,
                RollbackStep.class,
                ResumeStep.class,
                CancelStep.class,
                AzmlConfiguration.class,
                NamedWorkspace.class
            })
    void a_form_has_an_entry_for_every_argument_and_no_other(Class<?> type) throws IOException {
        Set<String> arguments = arguments(type);

        System.out.println(type.getSimpleName() + ": " + arguments.size() + " entries, each with a help");
        assertThat(fields(type)).containsExactlyInAnyOrderElementsOf(arguments);
        assertThat(arguments)
                .allSatisfy(argument -> assertThat(find(type, "help-" + argument + ".html"))
                        .as("help of " + argument)
                        .isNotEmpty());
    }

    @Test
    void every_step_has_a_help_of_its_own() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve("io/jenkins/plugins/azml/plugin/step"))) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("help.html"))))
                    .hasSize(10);
        }
    }

    private static Set<String> arguments(Class<?> type) {
        Set<String> arguments = new TreeSet<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                Arrays.stream(constructor.getParameters())
                        .map(Parameter::getName)
                        .forEach(arguments::add);
            }
        }
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                arguments.add(Introspector.decapitalize(method.getName().substring("set".length())));
            }
        }
        return arguments;
    }

    private static Set<String> fields(Class<?> type) throws IOException {
        Set<String> fields = new TreeSet<>();
        for (Path view : find(type, "config.jelly", "config-details.jelly")) {
            Matcher field = FIELD.matcher(Files.readString(view));
            while (field.find()) {
                fields.add(field.group(1));
            }
        }
        return fields;
    }

    /** As Jenkins looks views up: in the folder of the class, then of those that it extends. */
    private static Set<Path> find(Class<?> type, String... names) {
        Set<Path> found = new TreeSet<>();
        for (String name : names) {
            for (Class<?> place = type; place != Object.class; place = place.getSuperclass()) {
                Path view = RESOURCES.resolve(place.getName().replace('.', '/')).resolve(name);
                if (Files.exists(view)) {
                    found.add(view);
                    break;
                }
            }
        }
        return found;
    }
}
