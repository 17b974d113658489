package io.jenkins.plugins.azml.scenarios.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.Writes;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.wire.Placeholders;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever key a file may have, the emulator knows the field that it becomes: two readings of one wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusFieldsTest {
    private static final Path CORPUS = Path.of("../engine/src/test/resources/spec/corpus");

    /** The kind that each folder's files are of. */
    private static final Map<String, Kind> KINDS = Map.of(
            "job", Kind.COMMAND_JOB,
            "data", Kind.DATA,
            "environment", Kind.ENVIRONMENT,
            "compute", Kind.COMPUTE,
            "datastore", Kind.DATASTORE,
            "model", Kind.MODEL,
            "endpoint", Kind.ONLINE_ENDPOINT,
            "deployment", Kind.MANAGED_ONLINE_DEPLOYMENT);

    private MemoryAzure azure;
    private Workspace dev;

    @BeforeAll
    void open() {
        azure = new MemoryAzure(1);
        dev = azure.workspace("dev");
    }

    @AfterAll
    void close() {
        azure.close();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(file -> KINDS.containsKey(folder(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String folder(Path file) {
        return file.getParent().getFileName().toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void no_field_of_a_right_file_is_unknown(Path file) {
        Spec spec = Specs.read(file, Overrides.none(), KINDS.get(folder(file)), Spec.class);

        for (Write write : Writes.of(spec, Placeholders.everywhere())) {
            assertThat(refusal(write)).as(write.path()).doesNotContain("unknown fields");
        }
    }

    /** What is refused for other reasons, such as a reference to nothing, is right here. */
    private String refusal(Write write) {
        String below = write.path()
                .substring(write.path().indexOf("/workspaces/{workspace}") + "/workspaces/{workspace}".length());
        try {
            dev.resources().put(dev.id().path() + below.replace("{", "").replace("}", ""), write.body());
            return "";
        } catch (ProblemException e) {
            return e.problem().what();
        }
    }
}
