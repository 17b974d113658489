package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.build.StageNode;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.scenarios.flows.Flow;
import io.jenkins.plugins.azml.scenarios.flows.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Jenkinsfiles of the example, as they are. */
class ExamplesScenario extends LibraryScenario {
    private static final Path EXAMPLE = LibraryRun.repository().resolve("examples/diabetes");

    @BeforeEach
    void prepare() throws IOException {
        trains(50.0, Duration.ofSeconds(2), 0);
        Path folder = job.sources().resolve("examples/diabetes");
        new Project(folder).lay(Flow.Build.of(7), "");
        job.file("examples/diabetes/azml/pipeline.yml", Files.readString(EXAMPLE.resolve("azml/pipeline.yml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jenkinsfile", "Jenkinsfile.declarative", "Jenkinsfile.scripted", "Jenkinsfile.models"})
    void it_runs_to_its_end_whether_or_not_the_program_is_dropped_at_every_save(String name) throws IOException {
        String script = Files.readString(EXAMPLE.resolve(name));

        RunResult plain = job.of(script, options -> options.checkout(true));
        RunResult durable =
                job.of(script, options -> options.checkout(true).durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(verbs()).contains("train", "evaluate");
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
