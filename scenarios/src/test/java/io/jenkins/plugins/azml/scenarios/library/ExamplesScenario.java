package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.spec.schema.PlainJson;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.build.StageNode;
import io.jenkins.plugins.azml.runner.durable.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Jenkinsfiles of the example, as they are, with an azml that only answers. */
class ExamplesScenario {
    private static final Path EXAMPLE = LibraryRun.repository().resolve("examples/diabetes");

    private static final String TRAINED = "{\"job\": \"j\", \"studioUrl\": \"\", \"metrics\": {\"rmse\": 55}}";
    private static final String SERVED = "\"endpoint\": \"diabetes\", \"deployment\": \"d-1\", \"model\": \"d:1\"";

    @TempDir
    private Path folder;

    private LibraryRun prepared() throws IOException {
        LibraryRun run = LibraryRun.in(folder);
        Path pipeline = EXAMPLE.resolve("azml/pipeline.yml");
        run.file("examples/diabetes/azml/pipeline.yml", Files.readString(pipeline));
        run.azml().answers("yaml", 0, Json.write(PlainJson.of(YamlReader.read(pipeline))));
        run.azml().answers("train", 0, FakeAzml.done("train", TRAINED));
        // One object for whatever is resumed.
        run.azml().answers("resume", 0, FakeAzml.done("resume", TRAINED.replace("}}", "}, " + SERVED + "}")));
        run.azml().answers("evaluate", 0, FakeAzml.done("evaluate", "{\"verdict\": \"better\"}"));
        run.azml()
                .answers(
                        "register",
                        0,
                        FakeAzml.done("register", "{\"model\": \"d:1\", \"name\": \"d\", \"version\": \"1\"}"));
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jenkinsfile", "Jenkinsfile.declarative", "Jenkinsfile.scripted", "Jenkinsfile.models"})
    void it_runs_to_its_end_whether_or_not_the_program_is_dropped_at_every_save(String name) throws IOException {
        LibraryRun run = prepared();
        String script = Files.readString(EXAMPLE.resolve(name));

        RunResult plain = run.of(script, options -> options.checkout(true));
        RunResult durable =
                run.of(script, options -> options.checkout(true).durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(run.console()).contains("azml train");
        assertThat(plain.result()).isEqualTo(Result.SUCCESS);
        assertThat(durable.result()).isEqualTo(plain.result());
        assertThat(names(durable)).isEqualTo(names(plain));
        System.out.printf("library: %s, plain and durable: %s, stages %s%n", name, plain.result(), names(plain));
    }

    private static List<String> names(RunResult result) {
        return result.stages().stream().map(StageNode::name).toList();
    }

    @Test
    void the_shortest_one_has_three_lines() throws IOException {
        assertThat(Files.readAllLines(EXAMPLE.resolve("Jenkinsfile"))).hasSize(3);
    }
}
