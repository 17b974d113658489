package io.jenkins.plugins.azml.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobContentTest {
    private static final String BODY = """
            {"properties": {"codeId": "codes/c/versions/1", "environmentId": "environments/e/versions/1",
              "command": "python train.py", "inputs": {"alpha": {%s}, "data": {"uri": "data/d/versions/1"}}}}""";

    /** In one process a map may be read in this order, in the next one in the other. */
    @Test
    void the_same_job_has_the_same_tag_whatever_the_order_of_its_members() {
        assertThat(JobContent.tag(body("'value': '1.0', 'jobInputType': 'literal'")))
                .isPresent()
                .isEqualTo(JobContent.tag(body("'jobInputType': 'literal', 'value': '1.0'")));
    }

    @Test
    void another_value_makes_another_tag() {
        assertThat(JobContent.tag(body("'value': '1.0'"))).isNotEqualTo(JobContent.tag(body("'value': '2.0'")));
    }

    @Test
    void a_curated_environment_is_known_by_its_version_and_not_by_a_label() {
        String body = BODY.formatted("\"value\": \"1.0\"");

        assertThat(JobContent.tag(of(body.replace("environments/e/versions/1", "azureml:AzureML-sklearn:33"))))
                .isPresent();
        assertThat(JobContent.tag(of(body.replace("environments/e/versions/1", "azureml:AzureML-sklearn@latest"))))
                .isEmpty();
    }

    private static Map<String, ?> body(String alpha) {
        return of(BODY.formatted(alpha.replace('\'', '"')));
    }

    private static Map<String, ?> of(String body) {
        return JsonObject.read(body).members();
    }
}
