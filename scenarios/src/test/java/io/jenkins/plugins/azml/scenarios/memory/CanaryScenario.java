package io.jenkins.plugins.azml.scenarios.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.setup.SetupStage;
import io.jenkins.plugins.azml.engine.spec.CommandJob;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.train.TrainStage;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.PlainHost;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service that answers each call in turn with all that it was sent: nobody else ever reads a credential. */
class CanaryScenario {
    private static final Path EXAMPLE = Path.of("../examples/diabetes/azml");

    /** Passes requests on, but repeats one of them in its answer; remembers every credential that it sees. */
    private static final class Repeating implements Transport {
        private final Transport azure;
        private final int call;
        private final int status;
        private final Set<String> credentials = new HashSet<>();
        private int calls;

        Repeating(Transport azure, int call, int status) {
            this.azure = azure;
            this.call = call;
            this.status = status;
        }

        @Override
        public Response send(Request request) throws IOException {
            remember(request);
            if (calls++ != call) {
                return azure.send(request);
            }
            String page = "<html>" + request.method() + " " + request.url() + " " + request.headers() + "</html>";
            return new Response(
                    status, Headers.none(), new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        }

        private void remember(Request request) {
            request.headers().forEach((name, value) -> {
                if (name.equals("Authorization")) {
                    credentials.add(value.substring(value.indexOf(' ') + 1));
                }
            });
            Stream.of(String.valueOf(request.url().getRawQuery()).split("&"))
                    .filter(parameter -> parameter.startsWith("sig="))
                    .map(parameter -> parameter.substring("sig=".length()))
                    .forEach(signature -> {
                        credentials.add(signature);
                        credentials.add(URLDecoder.decode(signature, StandardCharsets.UTF_8));
                    });
        }
    }

    private Repeating network;
    private final List<String> seen = new ArrayList<>();

    @Test
    void a_canary_in_every_credential_is_in_no_exception_state_or_message() throws IOException {
        run(Integer.MAX_VALUE, 0);
        int calls = network.calls;
        assertThat(network.credentials).hasSizeGreaterThanOrEqualTo(2);
        assertThat(calls).isGreaterThan(20);

        boolean hidden = false;
        for (int call = 0; call < calls; call++) {
            for (int status : new int[] {400, 500}) {
                run(call, status);
                hidden |= seen.stream().anyMatch(text -> text.contains("***"));
                assertNothingIsSeenOf(network.credentials, "call " + call + " answered " + status);
            }
        }
        assertThat(hidden).isTrue();
    }

    private void assertNothingIsSeenOf(Set<String> credentials, String plan) {
        for (String credential : credentials) {
            String half = credential.substring(0, credential.length() / 2);
            String otherHalf = credential.substring(credential.length() / 2);
            assertThat(seen).as(plan).noneMatch(text -> text.contains(half) || text.contains(otherHalf));
        }
    }

    /** Sets up and trains; keeps whatever anybody could read of it. */
    private void run(int call, int status) throws IOException {
        seen.clear();
        try (MemoryAzure azure = new MemoryAzure(1, real -> {
            network = new Repeating(real, call, status);
            return network;
        })) {
            azure.emulator.jobs().script(plan -> script());
            MemoryStates states = new MemoryStates();
            try {
                see(
                        azure,
                        states,
                        "setup-1",
                        new SetupStage(azure.workspace("dev"), specs()),
                        SetupStage.CODEC,
                        SetupStage.first());
                TrainRequest request = training();
                see(
                        azure,
                        states,
                        "train-1",
                        new TrainStage(azure.workspace("dev"), request),
                        TrainStage.CODEC,
                        TrainStage.first(request));
            } catch (ProblemException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    seen.add(cause.toString());
                }
            }
            states.ever.forEach(state -> seen.add(new String(state, StandardCharsets.UTF_8)));
            azure.emulator.ledger().forEach(entry -> seen.add(entry.toString()));
            azure.emulator.requests().forEach(request -> seen.add(request.toString()));
        }
    }

    private <S, R> void see(
            MemoryAzure azure, MemoryStates states, String run, Stage<S, R> stage, StateCodec<S> codec, S first) {
        var advancer = new Advancer<>(
                stage,
                codec,
                new RunId(run),
                new Advancer.Surroundings(
                        states,
                        event -> seen.add(event.toString()),
                        azure.emulator.clock(),
                        new Random(1),
                        "test",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15)));
        advancer.begin(first);
        seen.add(String.valueOf(new PlainHost(azure.emulator.clock()::advance).run(advancer)));
    }

    private static JobScript script() {
        return new JobScript(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                List.of("one"),
                Map.of("rmse", 55.2, "r2", 0.5),
                Map.of(),
                Map.of("model/MLmodel", "2"),
                0);
    }

    private static TrainRequest training() {
        return new TrainRequest(
                new RunId("train-1"),
                (CommandJob) Specs.read(EXAMPLE.resolve("job.yml"), Overrides.none()),
                "diabetes",
                TrainRequest.Stamp.none(),
                TrainRequest.Limits.usual(),
                true);
    }

    private static List<Spec> specs() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLE.resolve("setup/dev"))) {
            return files.map(file -> Specs.read(file, Overrides.none()))
                    .sorted(Comparator.comparing(spec -> spec.kind().ordinal()))
                    .toList();
        }
    }
}
