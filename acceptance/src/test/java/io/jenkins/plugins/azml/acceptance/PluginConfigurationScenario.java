package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The plugin's section by configuration as code, as its page shows it. */
@OnJenkins(Plugin.INSTALLED)
@TestInstance(Lifecycle.PER_CLASS)
class PluginConfigurationScenario {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(unclassified:.*?)```", Pattern.DOTALL);

    private Site site;

    @BeforeAll
    void open(Site given) {
        site = given;
    }

    @AfterAll
    void restore() {
        site.configurePlugin();
    }

    @Test
    void the_example_of_the_page_is_taken_and_given_back() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Site.REPOSITORY.resolve("docs/plugin.md")));
        assertThat(example.find()).isTrue();

        site.jenkins().configure(example.group(1));

        String exported = site.jenkins().post("configuration-as-code/export");
        String section = exported.substring(exported.indexOf("azureMachineLearning:"));
        for (String line : example.group(1).lines().skip(2).toList()) {
            assertThat(section).contains(unquoted(line));
        }
    }

    /** What is in a line, however the exporter indents and quotes it. */
    private static String unquoted(String line) {
        String value = line.replaceFirst("^[\\s-]*([A-Za-z]+:)?\\s*", "").strip();
        return value.equals("|") ? "" : value;
    }
}
