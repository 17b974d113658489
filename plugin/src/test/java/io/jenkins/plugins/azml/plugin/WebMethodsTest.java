package io.jenkins.plugins.azml.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.verb.POST;

/** Every method that the web can call asks for a permission first and answers POST alone; who may use what. */
class WebMethodsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.azml.plugin..");

    private static final Set<String> CHECKS = Set.of("hasPermission", "checkPermission");

    @Test
    void web_methods_answer_post_alone() {
        methods()
                .that()
                .haveNameMatching("do[A-Z].*")
                .should()
                .beAnnotatedWith(POST.class)
                .check(CLASSES);
    }

    @Test
    void web_methods_ask_for_a_permission() {
        methods()
                .that()
                .haveNameMatching("do[A-Z].*")
                .should(new ArchCondition<JavaMethod>("check a permission") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Set<String> called = Stream.concat(Stream.of(method), ownCalls(method))
                                .flatMap(caller -> caller.getMethodCallsFromSelf().stream())
                                .map(call -> call.getTarget().getName())
                                .collect(Collectors.toSet());
                        boolean checks = called.stream().anyMatch(CHECKS::contains);
                        events.add(new SimpleConditionEvent(method, checks, method.getFullName()));
                    }
                })
                .check(CLASSES);
    }

    private static Stream<JavaMethod> ownCalls(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().equals(method.getOwner()))
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .map(JavaMethod.class::cast);
    }

    @Test
    void there_are_web_methods() {
        long count = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().matches("do[A-Z].*"))
                .count();

        System.out.println("web methods, each with @POST and a permission check: " + count);
        assertThat(count).isPositive();
    }

    @Test
    void no_process_starts_on_the_controller_and_no_other_door_is_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "io.jenkins.plugins.azml.cli..", "io.jenkins.plugins.azml.runner..")
                .check(CLASSES);
    }

    @Test
    void only_one_room_names_the_credentials_plugins_at_run_time() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..plugin.run..", "..plugin.step..", "..plugin.agent..", "..plugin.build..", "..plugin.check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.cloudbees..", "com.microsoft..", "com.azure..")
                .check(CLASSES);
    }
}
