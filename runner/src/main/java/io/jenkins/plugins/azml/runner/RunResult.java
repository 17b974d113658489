package io.jenkins.plugins.azml.runner;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.build.StageNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a run.
 *
 * @param failure why it failed, in one line with file and line; null where it did not
 * @param folder the build's record
 * @param artifacts the files kept, with their sizes in bytes
 * @param rejections what the sandbox refused, each with its file and line
 * @param findings what a restart or the CPS engine takes away, each with its file and line
 */
public record RunResult(
        Result result,
        @Nullable String failure,
        int number,
        @Nullable String description,
        String displayName,
        List<StageNode> stages,
        Map<String, Long> artifacts,
        List<String> rejections,
        List<String> findings,
        Path folder) {

    public RunResult {
        stages = List.copyOf(stages);
        artifacts = Map.copyOf(artifacts);
        rejections = List.copyOf(rejections);
        findings = List.copyOf(findings);
    }

    /** The exit code of the command: 0 for success and unstable, 1 for failure, 4 for an abort. */
    public int exitCode() {
        if (result.equals(Result.ABORTED)) {
            return 4;
        }
        return result.isWorseThan(Result.UNSTABLE) ? 1 : 0;
    }
}
