package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What Jenkins finds the plugin's parts by. What is in the archive itself is checked when it is packed. */
class PackagedTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void every_step_is_in_the_index_of_extensions() throws IOException {
        String index = Files.readString(CLASSES.resolve("META-INF/annotations/hudson.Extension.txt"));

        assertThat(index.lines().filter(line -> line.contains(".step."))).hasSize(10);
        assertThat(index).contains("AzmlConfiguration", "NamedWorkspace", "Hosts", "SystemCheck", "Checks", "BuildEnd");
    }

    @Test
    void the_symbols_of_the_configuration_are_in_their_index() throws IOException {
        assertThat(Files.readString(CLASSES.resolve("META-INF/annotations/org.jenkinsci.Symbol")))
                .contains("AzmlConfiguration", "NamedWorkspace$DescriptorImpl");
    }
}
