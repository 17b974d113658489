package io.jenkins.plugins.azml.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the engine's rooms. */
class ArchitectureTest {
    private static final String ENGINE = "io.jenkins.plugins.azml.engine.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.azml.engine");

    @Test
    void the_engine_has_never_heard_of_jenkins_or_of_its_doors() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("hudson..", "jenkins..", "picocli..", "groovy.."))
                .orShould()
                .dependOnClassesThat(
                        resideInAPackage("io.jenkins..").and(not(resideInAPackage("io.jenkins.plugins.azml.engine.."))))
                .check(CLASSES);
    }

    @Test
    void rooms_form_no_cycle() {
        SlicesRuleDefinition.slices()
                .matching(ENGINE + "(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void the_lowest_rooms_use_only_what_they_may() {
        only("problem");
        only("json");
        only("rest", "problem", "json");
        only("spec", "problem", "json");
        only("gate", "problem", "json", "spec");
        only("blob", "rest", "problem", "json");
        only("snapshot", "blob", "rest", "problem", "json");
        only("assets", "azure", "spec", "snapshot", "blob", "rest", "problem", "json");
        only("azure", "rest", "blob", "problem", "json");
        only("credential", "rest", "problem", "json");
        only("connect", "azure", "blob", "credential", "rest", "problem", "json");
        only("git", "problem");
        only("logs", "rest", "blob", "problem", "json");
        only("report", "gate", "testing", "problem", "json");
        only("turn", "azure", "rest", "problem", "json");
    }

    @Test
    void a_stage_never_uses_another_but_for_promotion_which_drives_deployment_and_test() {
        String[] stages = {"setup", "train", "evaluate", "register", "deploy", "testing", "promote"};
        for (String stage : stages) {
            String[] others = Arrays.stream(stages)
                    .filter(other -> !other.equals(stage))
                    .filter(other -> !stage.equals("promote") || !(other.equals("deploy") || other.equals("testing")))
                    .map(other -> ENGINE + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage(ENGINE + stage + ".."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    private static void only(String room, String... allowed) {
        String[] rooms = Stream.concat(Stream.of(room), Arrays.stream(allowed))
                .map(name -> ENGINE + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that(resideInAPackage(ENGINE + room + ".."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.jenkins.plugins.azml.engine..").and(not(resideInAnyPackage(rooms))))
                .because("room '" + room + "' may use " + Arrays.toString(allowed) + " alone")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
