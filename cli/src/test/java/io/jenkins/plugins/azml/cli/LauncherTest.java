package io.jenkins.plugins.azml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the archive, with a Java that only tells what it was called with. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path launcher;

    @BeforeEach
    void unpack() throws IOException {
        launcher = executable("home/bin/azml", Files.readString(Path.of("src/bin/azml")));
        Files.createDirectories(folder.resolve("home/lib"));
        executable("jdk/bin/java", "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 7\n");
    }

    private Path executable(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Outcome(int status, List<String> lines) {}

    private Outcome run(Path script, String javaHome, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of("/bin/sh", script.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("AZML_CACHE", folder.resolve("cache").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output.lines().toList());
    }

    @Test
    void arguments_and_exit_status_pass_through_untouched() throws Exception {
        Outcome outcome = run(launcher, folder.resolve("jdk").toString(), "train", "a b", "$x", "*");

        assertThat(outcome.status()).isEqualTo(7);
        assertThat(outcome.lines())
                .contains("-Dazml.terminal=false", "-Dazml.home=" + folder.resolve("home"))
                .endsWith("io.jenkins.plugins.azml.cli.Main", "train", "a b", "$x", "*");
    }

    @Test
    void what_may_send_gigabytes_keeps_the_second_compiler_and_nothing_else_does() throws Exception {
        String jdk = folder.resolve("jdk").toString();

        for (String command : List.of("setup", "register", "promote", "resume")) {
            assertThat(run(launcher, jdk, command).lines()).as(command).doesNotContain("-XX:TieredStopAtLevel=1");
        }
        for (String command : List.of("train", "evaluate", "deploy", "validate")) {
            assertThat(run(launcher, jdk, command).lines()).as(command).contains("-XX:TieredStopAtLevel=1");
        }
    }

    @Test
    void a_link_to_it_finds_its_home() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("azml"), Path.of("home/bin/azml"));

        assertThat(run(link, folder.resolve("jdk").toString(), "status").lines())
                .contains("-Dazml.home=" + folder.resolve("home"));
    }

    @Test
    void groovy_is_there_for_a_jenkinsfile_alone() throws Exception {
        String jdk = folder.resolve("jdk").toString();
        String groovy = folder.resolve("home/lib/groovy/*").toString();

        assertThat(run(launcher, jdk, "run", "Jenkinsfile").lines())
                .anySatisfy(argument -> assertThat(argument).endsWith(groovy));
        assertThat(run(launcher, jdk, "train").lines())
                .noneSatisfy(argument -> assertThat(argument).contains(groovy));
    }

    @Test
    void a_class_archive_is_made_once_and_serves_the_folder_that_it_was_made_of() throws Exception {
        executable(
                "jdk/bin/java",
                "#!/bin/sh\nfor each; do case $each in -XX:SharedArchiveFile=*)\n"
                        + "case \" $* \" in *' -Xshare:dump '*) : >\"${each#*=}\" ;; *) echo \"$each\" ;; esac ;;\n"
                        + "esac; done\n");
        Files.writeString(folder.resolve("home/lib/classes.txt"), "");
        Path second = executable("second/bin/azml", Files.readString(launcher));
        Files.createDirectories(folder.resolve("second/lib"));
        Files.writeString(folder.resolve("second/lib/classes.txt"), "");
        String jdk = folder.resolve("jdk").toString();

        List<String> first = run(launcher, jdk, "train").lines();

        assertThat(first).singleElement().asString().endsWith(".jsa");
        assertThat(run(launcher, jdk, "train").lines()).isEqualTo(first);
        assertThat(run(second, jdk, "train").lines()).hasSize(1).isNotEqualTo(first);
    }

    @Test
    void a_new_class_archive_takes_the_place_of_the_oldest_where_there_are_many() throws Exception {
        executable(
                "jdk/bin/java",
                "#!/bin/sh\nfor each; do case $each in -XX:SharedArchiveFile=*) : >\"${each#*=}\" ;; esac; done\n");
        Files.writeString(folder.resolve("home/lib/classes.txt"), "");
        for (int age = 1; age <= 10; age++) {
            Path old = executable("cache/classes-" + age + ".jsa", "");
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(age, ChronoUnit.DAYS)));
        }

        run(launcher, folder.resolve("jdk").toString(), "train");

        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            assertThat(kept)
                    .hasSize(10)
                    .contains(folder.resolve("cache/classes-9.jsa"))
                    .doesNotContain(folder.resolve("cache/classes-10.jsa"));
        }
    }

    @Test
    void a_cache_that_cannot_be_written_is_no_reason_to_fail() throws Exception {
        Files.writeString(folder.resolve("home/lib/classes.txt"), "");
        Files.writeString(folder.resolve("cache"), "a file");

        assertThat(run(launcher, folder.resolve("jdk").toString(), "status").lines())
                .endsWith("io.jenkins.plugins.azml.cli.Main", "status");
    }
}
