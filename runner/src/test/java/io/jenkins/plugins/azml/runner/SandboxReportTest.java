package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxReportTest {
    private static final String GETENV =
            "Scripts not permitted to use staticMethod java.lang.System getenv java.lang.String";

    @TempDir
    private Path folder;

    private TrialRun run;

    @BeforeEach
    void prepare() {
        run = new TrialRun(folder);
    }

    @Test
    void a_refused_call_is_reported_with_its_file_and_line() throws IOException {
        RunResult result = run.of("echo 'first'\necho \"${System.getenv('HOME')}\"\n");

        assertThat(result.rejections()).containsExactly("Jenkinsfile:2: " + GETENV);
        assertThat(run.console()).contains(GETENV + ". Administrators can decide");
    }

    @Test
    void code_that_is_not_transformed_is_looked_at_too() throws IOException {
        RunResult result = run.of("@NonCPS\ndef home() {\n    System.getenv('HOME')\n}\n"
                + "class Failed extends RuntimeException {\n    Failed(String m) { super(m) }\n}\n"
                + "try { home() } catch (e) { echo e.message }\n"
                + "try { new Failed('x') } catch (e) { echo e.message }\n");

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(result.rejections())
                .containsExactly(
                        "Jenkinsfile:3: " + GETENV,
                        "Jenkinsfile:6: Scripts not permitted to use new java.lang.RuntimeException java.lang.String");
    }

    @Test
    void what_a_method_without_transformation_may_call_it_can() throws IOException {
        RunResult result = run.of("@NonCPS\ndef sorted(List words) {\n"
                + "    words.sort { a, b -> b.size() <=> a.size() }.collect { it.toUpperCase() }.join(' ')\n}\n"
                + "echo sorted(['a', 'ccc', 'bb'])");

        assertThat(run.console()).contains("CCC BB A");
        assertThat(result.rejections()).isEmpty();
    }

    @Test
    void causes_of_a_build_are_read_by_key_and_not_by_entry() throws IOException {
        run.of("@NonCPS\ndef values(Map cause) {\n    cause.keySet().collect { cause.get(it) }\n}\n"
                + "@NonCPS\ndef first(Map cause) {\n    cause.entrySet().iterator().next().key\n}\n"
                + "def cause = currentBuild.getBuildCauses()[0]\n"
                + "echo cause.userId + ' ' + values(cause)\n"
                + "echo first(cause)\n");

        assertThat(run.console())
                .contains("tester [hudson.model.Cause$UserIdCause, Started by user tester, tester, tester]")
                .contains("not permitted to use method org.apache.commons.collections.KeyValue getKey");
    }

    @Test
    void overloads_are_told_apart() throws IOException {
        RunResult result = run.of("echo groovy.json.JsonOutput.toJson([a: 1])\n"
                + "try { groovy.json.JsonOutput.toJson([1]) } catch (e) { echo 'refused' }");

        assertThat(run.console()).contains("{\"a\":1}");
        assertThat(result.rejections())
                .containsExactly("Jenkinsfile:2: Scripts not permitted to use"
                        + " staticMethod groovy.json.JsonOutput toJson java.lang.Object");
    }

    @Test
    void names_in_a_closure_go_to_its_delegate() throws IOException {
        run.of("def settings = [:]\n"
                + "def body = { colour = 'red'; size = 3 }\n"
                + "body.resolveStrategy = Closure.DELEGATE_FIRST\n"
                + "body.delegate = settings\n"
                + "body()\n"
                + "echo \"settings ${settings}\"");

        assertThat(run.console()).contains("settings [colour:red, size:3]");
    }

    @Test
    void a_property_of_a_list_is_that_of_each_element() throws IOException {
        run.of("echo \"${[[n: 1], [n: 2]].n}\"");

        assertThat(run.console()).contains("[1, 2]");
    }
}
