package io.jenkins.plugins.azml.scenarios.local;

import java.nio.file.Path;
import java.util.List;

/** The commands of one whole loop, in order; the ids of their runs are chosen, so that each is known beforehand. */
record Loop(Path project, String name, String dev, String prod) {

    /** One command of the loop. */
    record Step(String run, String... arguments) {}

    String run(String stage) {
        return name + "-" + stage;
    }

    String file(String below) {
        return project.resolve("azml").resolve(below).toString();
    }

    List<Step> steps() {
        return List.of(
                step("setup-dev", "setup", file("setup/dev"), "-w", dev),
                step("setup-prod", "setup", file("setup/prod"), "-w", prod),
                step("train", "train", file("job.yml"), "-w", dev),
                step(
                        "evaluate",
                        "evaluate",
                        file("gates.yml"),
                        "--job",
                        run("train"),
                        "-w",
                        dev,
                        "--endpoint",
                        "diabetes",
                        "--champion-in",
                        prod,
                        "--junit",
                        project.resolve("reports/gates.xml").toString(),
                        "--markdown",
                        project.resolve("reports/gates.md").toString()),
                step("register", "register", file("model.yml"), "--evaluation", run("evaluate"), "-w", dev),
                step(
                        "promote",
                        "promote",
                        file("deployment.yml"),
                        "--model",
                        "diabetes:1",
                        "-w",
                        dev,
                        "--to",
                        prod,
                        "--tests",
                        file("tests.yml")));
    }

    private Step step(String stage, String... arguments) {
        String[] line = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, line, 0, arguments.length);
        line[arguments.length] = "--run";
        line[arguments.length + 1] = run(stage);
        line[arguments.length + 2] = "--output";
        line[arguments.length + 3] = "json";
        return new Step(run(stage), line);
    }
}
