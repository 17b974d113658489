package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** {@code azml run} of a Jenkinsfile that never ends. */
class EndlessJenkinsfileScenario {
    /** SIGTERM takes the way of Ctrl-C, which a process in the background may be told to ignore. */
    @Test
    void an_endless_loop_is_aborted_in_order_when_its_user_ends_it() {
        Path folder = Places.fresh(Places.ROOT.resolve("endless"));
        Places.write(
                folder.resolve("Jenkinsfile"),
                "try {\n    echo 'turning'\n    while (true) { }\n} finally {\n    echo 'tidied up'\n}\n");
        Running running = new Shell(folder, Map.of()).startAzml("run");
        Awaitility.await().until(() -> running.soFar().err().contains("turning") || !running.isAlive());

        running.process().destroy();
        Outcome ended = running.end();

        assertThat(ended.err()).containsSubsequence("turning", "Aborted by", "tidied up", "Finished: ABORTED");
        assertThat(ended.status()).isEqualTo(4);
    }
}
