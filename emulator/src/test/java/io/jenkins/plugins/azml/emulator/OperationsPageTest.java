package io.jenkins.plugins.azml.emulator;

import static io.jenkins.plugins.azml.emulator.AzureMl.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OperationsPageTest {
    @Test
    void the_page_lists_exactly_the_operations_that_the_routes_have() throws IOException {
        TreeSet<String> rows = new TreeSet<>();
        try (AzureMl azure = new AzureMl()) {
            for (JsonNode route :
                    json(azure.send("GET", "/_emulator/routes", "")).path("value")) {
                String built = route.path("built").asBoolean() ? "yes" : "501";
                rows.add("| " + route.path("operation").asText() + " | " + built + " |");
            }
        }

        List<String> lines = Files.readAllLines(Path.of("..", "docs", "emulator.md"));

        assertThat(lines.stream().filter(line -> line.matches("\\| \\w+ \\| (yes|501) \\|")))
                .containsExactlyInAnyOrderElementsOf(rows);
    }
}
