package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.scenarios.fidelity.OfficialClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge of the emulator: what Microsoft's own client makes of it. */
@OnLocalAzure
class OfficialClientScenario {
    private static final Path SCRIPT =
            Path.of("src/test/python/official_client.py").toAbsolutePath();

    @Test
    void the_official_client_does_all_its_operations_with_nothing_but_the_printed_environment(LocalAzure azure) {
        Path folder = Places.fresh(Places.ROOT.resolve("official"));
        Shell shell = new Shell(folder, azure.environment("official"));

        Outcome journey = shell.start(
                        List.of(OfficialClient.python(folder).toString(), SCRIPT.toString(), Places.EXAMPLE.toString()))
                .end();

        List<JsonObject> operations = journey.out()
                .lines()
                .filter(line -> line.startsWith("{\"operation\""))
                .map(JsonObject::read)
                .toList();
        operations.forEach(each -> System.out.println(
                "[local] official client: " + (isOk(each) ? "ok      " : "FAILED  ") + each.needString("operation")));
        assertThat(operations)
                .as("operations")
                .hasSize(39)
                .as(journey.toString())
                .allMatch(OfficialClientScenario::isOk);
        assertThat(journey.status()).isZero();
    }

    private static boolean isOk(JsonObject operation) {
        return operation.flag("ok").orElse(false);
    }
}
