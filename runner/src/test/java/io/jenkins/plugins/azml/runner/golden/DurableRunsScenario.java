package io.jenkins.plugins.azml.runner.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.durable.Durability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableRunsScenario {
    private static final int THREADS = 16;

    @Test
    void a_program_that_is_dropped_and_restored_wherever_it_waits_ends_the_same(@TempDir Path folder) throws Exception {
        assertThat(differing(folder, Durability.WHERE_JENKINS_SAVES)).isEmpty();
    }

    @Test
    void a_program_that_is_dropped_and_restored_at_every_step_ends_the_same(@TempDir Path folder) throws Exception {
        assertThat(differing(folder, Durability.EVERYWHERE)).isEmpty();
    }

    @Test
    void a_run_killed_at_every_save_ends_the_same_when_it_is_resumed(@TempDir Path folder) throws Exception {
        List<GoldenCase> cases = withoutRestart();
        AtomicInteger kills = new AtomicInteger();

        List<String> differing = run(cases, golden -> {
            GoldenRun run = new GoldenRun(golden, folder.resolve(golden.name()), Durability.WHERE_JENKINS_SAVES);
            return same(golden, run.runKilledAtEverySave(kills)) ? Optional.empty() : Optional.of(golden.name());
        });

        System.out.printf(
                "Killed at every save and resumed: %d of %d cases end the same, after %d kills%n",
                cases.size() - differing.size(), cases.size(), kills.get());
        assertThat(differing).isEmpty();
    }

    private static List<String> differing(Path folder, Durability durability) throws Exception {
        List<GoldenCase> cases = withoutRestart();
        List<String> differing = run(cases, golden -> {
            List<GoldenRun.Ran> ran = new GoldenRun(golden, folder.resolve(golden.name()), durability).run();
            return same(golden, ran) ? Optional.empty() : Optional.of(golden.name());
        });
        System.out.printf(
                "Dropped and restored %s: %d of %d cases end the same%n",
                durability, cases.size() - differing.size(), cases.size());
        return differing;
    }

    private static boolean same(GoldenCase golden, List<GoldenRun.Ran> ran) {
        for (int i = 0; i < ran.size(); i++) {
            GoldenCase.Expected expected = golden.builds().get(i);
            Optional<RunResult> result = ran.get(i).result();
            if (!expected.refused()
                    && !result.map(each -> each.result().toString()).equals(Optional.of(expected.result()))) {
                return false;
            }
            if (result.isPresent() && !namesWhatCannotBeSaved(expected, result.get())) {
                return false;
            }
        }
        return true;
    }

    /** What Jenkins refuses to save is named, with its file and line. */
    private static boolean namesWhatCannotBeSaved(GoldenCase.Expected expected, RunResult result) {
        return !expected.console().contains("NotSerializableException")
                || result.findings().stream()
                        .anyMatch(finding -> finding.matches("Jenkinsfile:[0-9]+: the .* holds a .*"));
    }

    private static List<GoldenCase> withoutRestart() {
        return GoldenCase.all().stream().filter(golden -> !golden.restarts()).toList();
    }

    private interface Judge {
        Optional<String> judge(GoldenCase golden) throws Exception;
    }

    private static List<String> run(List<GoldenCase> cases, Judge judge) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Optional<String>>> tasks = new ArrayList<>();
            cases.forEach(golden -> tasks.add(() -> judge.judge(golden)));
            List<String> found = new ArrayList<>();
            for (Future<Optional<String>> future : pool.invokeAll(tasks)) {
                future.get().ifPresent(found::add);
            }
            return found;
        } finally {
            pool.shutdownNow();
        }
    }
}
