package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** {@code azml run} of a Jenkinsfile whose stages are commands of {@code azml}. */
@OnLocalAzure
class JenkinsfileScenario {
    private static final String JENKINSFILE = """
            pipeline {
                agent any
                stages {
                    stage('Train') {
                        steps {
                            sh 'azml train azml/job.yml -w dev --run jenkinsfile-train'
                        }
                    }
                    stage('Evaluate') {
                        steps {
                            sh '''azml evaluate azml/gates.yml --job jenkinsfile-train -w dev \\
                                --endpoint diabetes --champion-in prod --junit reports/gates.xml'''
                        }
                        post {
                            always {
                                junit 'reports/*.xml'
                                archiveArtifacts 'reports/*.xml'
                            }
                        }
                    }
                }
            }
            """;

    @Test
    void a_jenkinsfile_trains_and_evaluates_and_is_dropped_and_restored_meanwhile(CleanLoop clean) throws IOException {
        Path sources = Places.example("jenkinsfile-sources");
        Path folder = Places.fresh(Places.ROOT.resolve("jenkinsfile"));
        Places.write(folder.resolve("Jenkinsfile"), JENKINSFILE);
        Shell shell = new Shell(folder, clean.shell().variables()).with("PATH", pathWithAzml(folder.resolve("bin")));

        Outcome run = shell.azml("run", "--job", "loop", "--files", sources.toString(), "--durable", "--output", "json")
                .ok();

        JsonObject result = run.json();
        Path record = Path.of(result.needString("record"));
        String console = Files.readString(record.resolve("console.txt"));
        System.out.printf(
                "[local] a Jenkinsfile trains and evaluates: %s, stages %s%n",
                result.needString("result"), stages(record));
        assertThat(result.needString("result")).isEqualTo("SUCCESS");
        assertThat(stages(record)).containsExactly("Train success", "Evaluate success");
        assertThat(console).contains("+ azml train azml/job.yml", "+ azml evaluate azml/gates.yml", "rmse");
        assertThat(record.resolve("archive/reports/gates.xml")).content().contains("<testcase");
    }

    /** SIGTERM takes the way of Ctrl-C, which a process in the background may be told to ignore. */
    @Test
    void an_endless_loop_is_aborted_in_order_when_its_user_ends_it() {
        Path folder = Places.fresh(Places.ROOT.resolve("endless"));
        Places.write(
                folder.resolve("Jenkinsfile"),
                "try {\n    echo 'turning'\n    while (true) { }\n} finally {\n    echo 'tidied up'\n}\n");
        Running running = new Shell(folder, Map.of()).startAzml("run");
        Awaitility.await().until(() -> running.soFar().err().contains("turning") || !running.isAlive());

        running.process().destroy();
        Outcome ended = running.end();

        assertThat(ended.err()).containsSubsequence("turning", "Aborted by", "tidied up", "Finished: ABORTED");
        assertThat(ended.status()).isEqualTo(4);
    }

    private static List<String> stages(Path record) throws IOException {
        return JsonObject.read(Files.readString(record.resolve("build.json"))).objects("stages").stream()
                .map(stage -> stage.needString("name") + " " + stage.needString("status"))
                .toList();
    }

    /** Puts {@code azml} of this build where a shell finds it. */
    private static String pathWithAzml(Path bin) throws IOException {
        String words =
                Shell.azmlLine().stream().map(word -> "'" + word + "'").reduce("", (line, word) -> line + word + " ");
        Places.write(bin.resolve("azml"), "#!/bin/sh\nexec " + words + "\"$@\"\n");
        assertThat(bin.resolve("azml").toFile().setExecutable(true)).isTrue();
        return bin + ":" + System.getenv("PATH");
    }
}
