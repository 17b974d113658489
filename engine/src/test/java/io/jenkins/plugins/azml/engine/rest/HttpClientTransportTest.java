package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HttpClientTransportTest {
    private static final int AT_ONCE = 20;

    private final Transport transport = Network.from(Map.of(), "azml/test").longLived();

    @Test
    void answers_that_come_at_once_take_few_threads() throws Exception {
        Set<Thread> before = living();
        CountDownLatch all = new CountDownLatch(AT_ONCE);
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try (Peer peer = Peer.plain(exchange -> {
            all.countDown();
            await(all);
            exchange.reply(200, "said");
        })) {
            var answers = Stream.generate(() -> callers.submit(() -> status(peer)))
                    .limit(AT_ONCE)
                    .toList();

            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            Set<String> more = living().stream()
                    .filter(thread -> !before.contains(thread))
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("azml-http") || name.startsWith("HttpClient"))
                    .collect(Collectors.toSet());
            System.out.println(AT_ONCE + " answers at once: threads " + more);
            assertThat(more).hasSizeBetween(2, 3).anyMatch(name -> name.endsWith("SelectorManager"));
        } finally {
            callers.shutdownNow();
        }
    }

    private static Set<Thread> living() {
        return Thread.getAllStackTraces().keySet();
    }

    private static void await(CountDownLatch all) {
        try {
            all.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int status(Peer peer) throws IOException {
        var request = new Transport.Request("GET", peer.url("/"), Map.of(), Body.none(), Duration.ofSeconds(30));
        try (Transport.Response response = transport.send(request)) {
            return response.status();
        }
    }
}
