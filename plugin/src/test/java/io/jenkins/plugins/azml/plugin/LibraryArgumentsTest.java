package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of the plugin take what the steps of the shared library take, so that a Jenkinsfile works with either. */
class LibraryArgumentsTest {
    private static final Path TABLE = Path.of("../src/io/jenkins/plugins/azml/StepTable.groovy");
    private static final Pattern WORD = Pattern.compile("'([A-Za-z]+)'");

    static Stream<Class<? extends Step>> steps() {
        return Stream.of(
                SetupStep.class,
                TrainStep.class,
                EvaluateStep.class,
                RegisterStep.class,
                DeployStep.class,
                TestStep.class,
                PromoteStep.class,
                RollbackStep.class,
                ResumeStep.class,
                CancelStep.class);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_of_the_plugin_takes_what_the_same_step_of_the_library_takes(Class<? extends Step> step)
            throws IOException {
        Set<String> taken = DescribableModel.of(step).getParameters().stream()
                .map(DescribableParameter::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(taken).isEqualTo(library().get("azml" + step.getSimpleName().replace("Step", "")));
    }

    /** The arguments of each step as the library's table has them. */
    private static Map<String, Set<String>> library() throws IOException {
        String table = Files.readString(TABLE);
        Set<String> common = words(table.substring(table.indexOf("List common()"), table.indexOf("Map stages()")));
        Map<String, Set<String>> steps = new java.util.TreeMap<>();
        Matcher rows = Pattern.compile("(azml[A-Z][a-z]+): (\\[[^\\[\\]]*(?:\\[[^\\]]*\\][^\\[\\]]*)*\\])")
                .matcher(table);
        while (rows.find()) {
            Set<String> words = words(rows.group(2).replaceFirst("verb: '[a-z]+'", ""));
            if (rows.group(2).contains("verb:")) {
                words.addAll(common);
            }
            steps.put(rows.group(1), words);
        }
        return steps;
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
