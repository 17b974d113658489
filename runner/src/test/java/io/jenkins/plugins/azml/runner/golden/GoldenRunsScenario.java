package io.jenkins.plugins.azml.runner.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.runner.durable.Durability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenRunsScenario {
    /** What one case agrees in. */
    private record Verdict(
            String name,
            boolean result,
            boolean artifacts,
            boolean stages,
            boolean text,
            boolean whole,
            String difference) {}

    @Test
    void the_runner_agrees_with_a_real_jenkins(@TempDir Path folder) throws Exception {
        List<GoldenCase> cases = GoldenCase.all();
        List<Verdict> verdicts = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Verdict>> running = new ArrayList<>();
            cases.forEach(golden -> running.add(pool.submit(() -> judge(golden, folder.resolve(golden.name())))));
            for (Future<Verdict> verdict : running) {
                verdicts.add(verdict.get());
            }
        } finally {
            pool.shutdownNow();
        }
        print(verdicts);

        assertThat(verdicts)
                .allMatch(Verdict::result, "the same result")
                .allMatch(Verdict::artifacts, "the same files");
    }

    private static Verdict judge(GoldenCase golden, Path home) throws Exception {
        List<GoldenRun.Ran> ran = new GoldenRun(golden, home, Durability.OFF).run();
        boolean result = true;
        boolean artifacts = true;
        boolean stages = true;
        boolean text = true;
        boolean whole = true;
        StringBuilder difference = new StringBuilder();
        for (int i = 0; i < ran.size(); i++) {
            GoldenCase.Expected expected = golden.builds().get(i);
            GoldenRun.Ran build = ran.get(i);
            if (expected.refused()) {
                result &= build.result().isEmpty();
                continue;
            }
            Optional<String> got = build.result().map(each -> each.result().toString());
            result &= got.equals(Optional.of(expected.result()));
            artifacts &= build.result()
                    .filter(each -> GoldenRun.sameArtifacts(each, expected))
                    .isPresent();
            stages &= build.result()
                    .filter(each -> GoldenRun.sameStages(each, expected))
                    .isPresent();
            List<String> lines = build.console().lines().toList();
            text &= Comparison.equalText(lines, expected.console(), expected.freeOrder());
            String first = Comparison.difference(lines, expected.console(), expected.freeOrder());
            whole &= first.isEmpty();
            difference.append(first.isEmpty() ? "" : "build " + (i + 1) + ", " + got + ": " + first + "\n");
        }
        return new Verdict(golden.name(), result, artifacts, stages, text, whole, difference.toString());
    }

    private static void print(List<Verdict> verdicts) {
        verdicts.stream()
                .filter(verdict -> !verdict.whole() || !verdict.stages())
                .forEach(verdict -> System.out.println(verdict.name() + (verdict.result() ? "" : " [RESULT]")
                        + (verdict.artifacts() ? "" : " [ARTIFACTS]") + (verdict.stages() ? "" : " [STAGES]")
                        + (verdict.text() ? "" : " [TEXT]") + ": "
                        + verdict.difference()));
        System.out.printf(
                "Of %d recorded runs agree: %d in result, %d in artifacts, %d in stages, %d in text, %d in the whole"
                        + " console%n",
                verdicts.size(),
                verdicts.stream().filter(Verdict::result).count(),
                verdicts.stream().filter(Verdict::artifacts).count(),
                verdicts.stream().filter(Verdict::stages).count(),
                verdicts.stream().filter(Verdict::text).count(),
                verdicts.stream().filter(Verdict::whole).count());
    }
}
