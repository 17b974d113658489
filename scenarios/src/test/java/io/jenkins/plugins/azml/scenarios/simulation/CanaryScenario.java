package io.jenkins.plugins.azml.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.PlainHost;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service that answers each call in turn with all that it was sent: nobody else ever reads a credential. */
class CanaryScenario {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Set<String> STAGES =
            Set.of("setup", "train", "evaluate", "register", "deploy", "deploy-failing", "test", "promote", "rollback");

    /** Passes requests on, but repeats one of them in its answer; remembers every credential that it sees. */
    private static final class Repeating implements Sabotage {
        private final int call;
        private final int status;
        private final Set<String> credentials = new HashSet<>();
        private int calls;

        Repeating(int call, int status) {
            this.call = call;
            this.status = status;
        }

        @Override
        public Transport network(Transport network, World world) {
            return request -> {
                remember(request);
                return calls++ == call ? repeated(request) : network.send(request);
            };
        }

        private Transport.Response repeated(Transport.Request request) {
            String page = "<html>" + request.method() + " " + request.url() + " " + request.headers() + "</html>";
            return new Transport.Response(
                    status, Headers.none(), new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        }

        private void remember(Transport.Request request) {
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

    /** @param texts whatever anybody could read of a run */
    private record Seen(String plan, Repeating network, List<String> texts) {
        boolean hides() {
            return texts.stream().anyMatch(text -> text.contains("***"));
        }

        void assertNoCredential() {
            for (String credential : network.credentials) {
                String half = credential.substring(0, credential.length() / 2);
                String otherHalf = credential.substring(credential.length() / 2);
                assertThat(texts).as(plan).noneMatch(text -> text.contains(half) || text.contains(otherHalf));
            }
        }
    }

    @Test
    void a_canary_in_every_credential_is_in_no_exception_state_or_message() {
        List<Seen> runs = Subjects.all().stream()
                .filter(subject -> STAGES.contains(subject.name()))
                .flatMap(subject -> everyCallRepeated(new Simulator<>(subject, Hunt.SEED)).stream())
                .toList();

        long credentials = runs.stream()
                .flatMap(run -> run.network().credentials.stream())
                .distinct()
                .count();
        long hiding = runs.stream().filter(Seen::hides).count();
        System.out.println(
                "[canary] " + STAGES.size() + " stages, " + runs.size() + " requests repeated to their sender, "
                        + credentials + " credentials, " + hiding + " messages with asterisks, none with a credential");
        assertThat(hiding).isPositive();
        runs.forEach(Seen::assertNoCredential);
    }

    private static List<Seen> everyCallRepeated(Simulator<?, ?> simulator) {
        int calls = run(simulator, NEVER, 0).network().calls;
        List<Seen> runs = IntStream.range(0, calls)
                .boxed()
                .flatMap(call -> Stream.of(400, 500).map(status -> List.of(call, status)))
                .parallel()
                .map(struck -> run(simulator, struck.get(0), struck.get(1)))
                .toList();
        assertThat(runs).allMatch(run -> !run.network().credentials.isEmpty());
        return runs;
    }

    private static <S, R> Seen run(Simulator<S, R> simulator, int call, int status) {
        Subject<S, R> subject = simulator.subject();
        Repeating network = new Repeating(call, status);
        try (World world = simulator.fork(network)) {
            List<String> texts = new ArrayList<>();
            Advancer<S, R> advancer = world.advancer(World.RUN, subject.stage().apply(world), subject.codec());
            try {
                advancer.begin(subject.first());
                texts.add(String.valueOf(new PlainHost(world.emulator().clock()::advance).run(advancer)));
            } catch (ProblemException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    texts.add(cause.toString());
                }
            }
            world.told().forEach(event -> texts.add(event.toString()));
            world.disk().ever().forEach(state -> texts.add(new String(state, StandardCharsets.UTF_8)));
            world.emulator().ledger().forEach(entry -> texts.add(entry.toString()));
            world.emulator().requests().forEach(request -> texts.add(request.toString()));
            return new Seen(subject.name() + ", call " + call + " answered " + status, network, texts);
        }
    }
}
