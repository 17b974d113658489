package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.scenarios.flows.End;
import io.jenkins.plugins.azml.scenarios.flows.Flow;
import io.jenkins.plugins.azml.scenarios.flows.Twins;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten whole Jenkinsfiles as real processes: {@code azml run}, the commands of its shell, jobs, servers. The runner is
 * killed with -9 once in each and goes on: the ends are those of the in-memory twins that nothing disturbed.
 */
@Order(1)
@OnLocalAzure
class FlowsOfProcessesScenario {
    private static final List<Flow> OF_REQUESTS =
            List.of(Flow.PULL_REQUEST, Flow.REUSED, Flow.SUPERSEDED, Flow.ABORTED, Flow.FORK);
    private static final List<Flow> OF_MAIN =
            List.of(Flow.APPROVED, Flow.ROLLED_BACK, Flow.HELD, Flow.REFUSED, Flow.TIMED_OUT);

    private static Twins twins;

    @BeforeAll
    static void prepare(@TempDir Path folder) throws IOException {
        twins = Twins.in(folder);
    }

    @Test
    void ten_flows_whose_runner_is_killed_once_each_end_like_those_of_the_twins(LocalAzure azure) throws IOException {
        long begun = System.nanoTime();
        Course requests = new Course(azure, "request");
        Course main = new Course(azure, "main");
        CompletableFuture<List<End>> ofRequests = ends(requests, OF_REQUESTS);
        CompletableFuture<List<End>> ofMain = ends(main, OF_MAIN);

        assertThat(ofRequests.join()).isEqualTo(twins.endsFromNothing(OF_REQUESTS));
        assertThat(ofMain.join()).isEqualTo(twins.endsFromNothing(OF_MAIN));
        List<String> killed = Stream.concat(requests.killed().stream(), main.killed().stream())
                .toList();
        System.out.printf(
                "[local] ten flows as real processes, azml run killed with -9 once in each (%s): the ends of the twins, in %d s%n",
                killed, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        assertThat(killed).hasSize(10);
    }

    private static CompletableFuture<List<End>> ends(Course course, List<Flow> flows) {
        return CompletableFuture.supplyAsync(
                () -> flows.stream().map(course::run).toList());
    }
}
