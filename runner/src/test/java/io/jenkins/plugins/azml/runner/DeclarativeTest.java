package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarativeTest {
    @TempDir
    private Path folder;

    private TrialRun run;

    @BeforeEach
    void prepare() {
        run = new TrialRun(folder);
    }

    private static String pipeline(String stage) {
        return "pipeline {\n    agent any\n    stages {\n        stage('a') {\n" + stage + "\n        }\n    }\n}\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    when { not { branch 'x'; branch 'y' } }; steps { echo 'a' }      | 5: Nested when condition "not" requires exactly 1 child condition(s). @ line 5, column 8.
                    when { anyOf { } }; steps { echo 'a' }                           | 5: Nested when condition "anyOf" requires at least one child condition. @ line 5, column 8.
                    options { quietPeriod(1) }; steps { echo 'a' }                   | 5: Invalid option type "quietPeriod".
                    steps { sh 'a', 'b' }                                            | 5: Arguments to "sh" must be explicitly named. @ line 5, column 9.
                    steps { writeFile 'x' }                                          | 5: Step does not take a single required parameter - use named parameters instead @ line 5, column 9.
                    steps { echo 'a' }; post { always { echo 'b' }; always { } }     | 5: Duplicate build condition name: "always"
                    input { message 'm'; colour 'red' }; steps { echo 'a' }          | 5: Not a valid field for input: "colour"
                    input 'sure?'; steps { echo 'a' }                                | 5: Expected a block for input
                    tools { jdk 'x' }; parallel { stage('b') { steps { echo 'a' } } } | 4: "tools" is not allowed in stage "a" as it contains parallel or matrix stages
                    """)
    void a_mistake_is_told_with_its_line(String stage, String message) throws IOException {
        run.of(pipeline(stage));

        assertThat(run.console()).contains("WorkflowScript: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    branch 'RELEASE/*'                                   | true
                    branch pattern: 'release', comparator: 'EQUALS'      | false
                    branch pattern: 'rel.*', comparator: 'regexp'        | true
                    changeRequest target: 'main'                         | true
                    changeRequest target: 'ma*'                          | false
                    changeRequest target: 'ma*', comparator: 'GLOB'      | true
                    tag ''                                               | false
                    triggeredBy cause: 'UserIdCause', detail: 'tester'   | true
                    triggeredBy cause: 'UserIdCause', detail: 'other'    | false
                    triggeredBy 'User'                                   | true
                    triggeredBy 'TimerTrigger'                           | false
                    environment name: 'ABSENT', value: ''                | true
                    """)
    void conditions_compare_as_on_jenkins(String condition, boolean holds) throws IOException {
        run.of(
                pipeline("when { " + condition + " }; steps { echo 'it holds' }"),
                options -> options.variables(
                        Map.of("BRANCH_NAME", "release/1", "CHANGE_ID", "1", "CHANGE_TARGET", "main")));

        assertThat(run.console().contains("it holds")).isEqualTo(holds);
    }

    @Test
    void a_first_build_is_a_change() throws IOException {
        run.of(pipeline("steps { echo 'a' }; post { changed { echo 'it changed' }; fixed { echo 'fixed' };"
                + " regression { echo 'worse' } }"));

        assertThat(run.console()).contains("it changed").doesNotContain("fixed").doesNotContain("worse");
    }

    @Test
    void what_a_stage_warns_of_opens_its_post_section_only_together_with_another_condition() throws IOException {
        String soft = "steps { catchError(buildResult: 'SUCCESS', stageResult: 'FAILURE') { error 'x' } }; post { ";

        run.of(pipeline(soft + "failure { echo 'alone' } }"));
        run.of(pipeline(soft + "failure { echo 'together' }; success { echo 'no' } }"));

        assertThat(run.console()).contains("together").doesNotContain("alone").doesNotContain("[Pipeline] echo\nno");
    }
}
