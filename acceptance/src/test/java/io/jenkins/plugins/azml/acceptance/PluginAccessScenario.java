package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin's web methods for somebody who may only read. */
@OnJenkins(Plugin.INSTALLED)
@TestInstance(Lifecycle.PER_CLASS)
class PluginAccessScenario {
    private static final String METHODS = "descriptorByName/io.jenkins.plugins.azml.plugin.config.NamedWorkspace/";

    private Site site;

    @BeforeAll
    void configure(Site given) {
        site = given;
        site.configurePlugin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fillCredentialsIdItems?credentialsId=given",
                "fillCloudItems",
                "checkName?value=",
                "checkSubscription?value=",
                "checkResourceGroup?value=",
                "checkMetadataUrl?value=http://127.0.0.1:9/"
            })
    void a_form_method_takes_post_alone_and_tells_a_reader_nothing(String method) {
        Jenkins reader = site.asReader();

        String told = reader.post(METHODS + method);

        assertThat(reader.status("GET", METHODS + method)).isIn(404, 405);
        assertThat(told).doesNotContain("azml-acceptance-principal", "error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"testConnection?name=dev&metadataUrl=http://127.0.0.1:9/"})
    void a_connection_is_tested_for_administrators_alone(String method) {
        assertThat(site.asReader().status("POST", METHODS + method)).isEqualTo(403);
        assertThat(site.jenkins().status("GET", METHODS + method)).isIn(404, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manage/configure", "manage/credentials/"})
    void a_reader_sees_no_configuration(String page) {
        assertThat(List.of(403, 404)).contains(site.asReader().status("GET", page));
    }
}
