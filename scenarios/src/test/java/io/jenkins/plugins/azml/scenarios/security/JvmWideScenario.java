package io.jenkins.plugins.azml.scenarios.security;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What classes of ours never call, because the whole process would feel it or a text from outside would choose a class. */
class JvmWideScenario {
    private static final String OURS = "io.jenkins.plugins.azml.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(OURS + "engine", OURS + "emulator", OURS + "cli", OURS + "runner");

    @Test
    void nobody_changes_what_the_whole_jvm_trusts_or_ends_it() {
        noClasses()
                .should()
                .accessTargetWhere(calls("javax.net.ssl.SSLContext", "setDefault"))
                .orShould()
                .accessTargetWhere(calls("javax.net.ssl.HttpsURLConnection", "setDefaultSSLSocketFactory"))
                .orShould()
                .accessTargetWhere(calls("javax.net.ssl.HttpsURLConnection", "setDefaultHostnameVerifier"))
                .orShould()
                .accessTargetWhere(calls("javax.net.ssl.HttpsURLConnection", "setHostnameVerifier"))
                .orShould()
                .accessTargetWhere(calls("java.net.Authenticator", "setDefault"))
                .orShould()
                .accessTargetWhere(calls("java.net.ProxySelector", "setDefault"))
                .orShould()
                .accessTargetWhere(calls("java.net.CookieHandler", "setDefault"))
                .check(CLASSES);
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .and()
                .haveSimpleNameNotEndingWith("Interruption")
                .should()
                .accessTargetWhere(calls("java.lang.System", "exit"))
                .orShould()
                .accessTargetWhere(calls("java.lang.Runtime", "halt"))
                .check(CLASSES);
    }

    @Test
    void no_class_is_loaded_by_a_name_from_outside() {
        noClasses()
                .that(resideInAnyPackage(OURS + "engine..", OURS + "emulator..", OURS + "cli.."))
                .should()
                .accessTargetWhere(calls("java.lang.Class", "forName"))
                .orShould()
                .accessTargetWhere(calls("java.lang.ClassLoader", "loadClass"))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("javax.script..", "java.beans..", "javax.naming.."))
                .check(CLASSES);
    }

    @Test
    void nobody_reads_serialized_objects_but_the_runner_its_own() {
        noClasses()
                .that(resideInAnyPackage(OURS + "engine..", OURS + "emulator..", OURS + "cli.."))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.io.ObjectInputStream.class)
                .check(CLASSES);
    }

    @Test
    void xml_is_read_in_three_places_that_refuse_document_types() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(BlobPage|BlobListing|JUnitStep)(\\$.*)?")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("javax.xml.parsers..", "org.xml.sax..", "javax.xml.transform.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.xml.stream.XMLInputFactory")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String owner, String method) {
        return DescribedPredicate.describe(
                owner + "." + method,
                access -> access.getTargetOwner().getFullName().equals(owner)
                        && access.getName().equals(method));
    }
}
