package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.runner.files.FileSet;
import io.jenkins.plugins.azml.runner.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example, with a training and a serving that take no time: what a job checks out. */
public record Project(Path folder) {
    private static final Path EXAMPLE = Path.of("../examples/diabetes");
    private static final Path QUICK = Path.of("../scenarios/src/test/resources/flows");
    /** Longer than anybody waits. */
    private static final int HOUR = 3600;

    /**
     * Lays it as a build finds it.
     *
     * @param where the arguments of the pipeline that say where it works
     */
    public void lay(Flow.Build build, String where) throws IOException {
        Trees.copy(EXAMPLE, new FileSet("azml/**,src/**,data/**", "", false).list(EXAMPLE), folder);
        Trees.copy(QUICK, new FileSet("", "", false).list(QUICK), folder);
        Files.writeString(
                folder.resolve("src/figures.json"),
                "{\"rmse\": %s, \"seconds\": %d}".formatted(build.rmse(), build.stopped() ? HOUR : 0));
        Files.writeString(jenkinsfile(), """
                azmlPipeline(
                    %s,
                    models: [diabetes: [set: ['inputs.alpha': '%s']]])
                """.formatted(where, build.alpha()));
    }

    public Path jenkinsfile() {
        return folder.resolve("Jenkinsfile");
    }
}
