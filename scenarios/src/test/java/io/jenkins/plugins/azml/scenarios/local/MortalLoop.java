package io.jenkins.plugins.azml.scenarios.local;

import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A loop whose command line and emulator are killed at moments that chance chooses: after so many requests. */
final class MortalLoop {
    private static final int MOST_IN_A_STEP = 3;
    private static final int MOST_REQUESTS = 25;
    private static final int UNREACHABLE = 5;

    private final LocalAzure azure;
    private final Loop loop;
    private final Shell shell;
    private final Random chance;
    private final List<String> killed = new ArrayList<>();

    MortalLoop(LocalAzure azure, Loop loop, Random chance) {
        this.azure = azure;
        this.loop = loop;
        this.shell = new Shell(loop.project(), azure.environment(loop.dev()));
        this.chance = chance;
    }

    /**
     * Sees the loop through.
     *
     * @param most how many kills there may be
     * @return who was killed in which step, after how many requests
     */
    List<String> run(int most) {
        for (Loop.Step step : loop.steps()) {
            seeThrough(step, Math.min(most, killed.size() + MOST_IN_A_STEP));
        }
        return killed;
    }

    private void seeThrough(Loop.Step step, int most) {
        azure.forgetRequests();
        Running running = start(step);
        int requests = moment();
        while (killed.size() < most && azure.awaitRequests(running, requests)) {
            running = kill(step, running, requests);
            azure.forgetRequests();
            requests = moment();
        }
        Outcome outcome = running.end();
        // A command that was just started gives up an address that nobody listens on; whoever called it calls again.
        (outcome.status() == UNREACHABLE ? start(step).end() : outcome).ok();
    }

    private int moment() {
        return 1 + chance.nextInt(MOST_REQUESTS);
    }

    /** @return who goes on */
    private Running kill(Loop.Step step, Running running, int requests) {
        if (chance.nextBoolean() && !endsAJob(step)) {
            killed.add("emulator in " + step.run() + " after " + requests);
            azure.kill();
            azure.start();
            return running;
        }
        killed.add("command line in " + step.run() + " after " + requests);
        running.kill();
        return start(step);
    }

    /** Begins the step, or goes on with it. */
    private Running start(Loop.Step step) {
        return shell.startAzml(
                isBegun(step) ? new String[] {"resume", step.run(), "--output", "json"} : step.arguments());
    }

    private boolean isBegun(Loop.Step step) {
        return Files.exists(
                loop.project().resolve(".azml/runs").resolve(step.run()).resolve("request.json"));
    }

    /** A job that runs, or is about to, ends as Failed with the emulator: that would be another loop. */
    private boolean endsAJob(Loop.Step step) {
        if (!step.run().equals(loop.run("train"))) {
            return false;
        }
        Optional<Jobs.Job> job = azure.workspace(loop.dev()).jobs().find(step.run());
        return job.map(there -> !there.status().terminal())
                .orElseGet(() -> azure.requests().stream()
                        .map((JsonObject request) -> request.needString("operation"))
                        .anyMatch(operation -> operation.startsWith("CodeVersions_Create")));
    }
}
