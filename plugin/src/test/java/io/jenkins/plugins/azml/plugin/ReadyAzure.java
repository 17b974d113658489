package io.jenkins.plugins.azml.plugin;

import io.jenkins.plugins.azml.emulator.Emulator;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.plugin.step.SetupStep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An Azure ML in memory with a workspace that is set up, made once; each test goes on from it on its own. */
final class ReadyAzure implements AutoCloseable {
    static final String JOB = """
            type: command
            command: python train.py
            compute: azureml:cpu-cluster
            environment: azureml:plain:1
            """;

    private final InMemoryEmulator setUp = Emulator.inMemory(1);
    private final Path home;
    private long forks;

    ReadyAzure(Path home) throws Exception {
        this.home = home;
        Controller controller = new Controller(home.resolve("set-up"), setUp);
        controller.write("setup/compute.yml", "name: cpu-cluster\ntype: amlcompute\nsize: Standard_DS3_v2\n");
        controller.write("setup/environment.yml", "name: plain\nversion: 1\nimage: python:3.11\n");
        controller.see(new SetupStep("setup"), "setup");
        setUp.clock().advance(Duration.ofHours(1));
    }

    /** A controller of its own, with a job that is queued for five seconds and runs for thirty. */
    Controller controller(String name) throws IOException {
        Controller controller = new Controller(home.resolve(name), setUp.fork(100 + ++forks));
        controller
                .emulator
                .jobs()
                .script(plan -> new JobScript(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        List.of("one", "two", "three"),
                        Map.of("rmse", 55.2),
                        Map.of(),
                        Map.of("model/MLmodel", "2"),
                        0));
        controller.write("job.yml", JOB);
        return controller;
    }

    @Override
    public void close() {
        setUp.close();
    }
}
