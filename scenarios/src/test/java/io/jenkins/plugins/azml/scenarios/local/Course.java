package io.jenkins.plugins.azml.scenarios.local;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.runner.Answers;
import io.jenkins.plugins.azml.scenarios.flows.End;
import io.jenkins.plugins.azml.scenarios.flows.Flow;
import io.jenkins.plugins.azml.scenarios.flows.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Flows one after the other in two workspaces of their own; the process that runs the Jenkinsfile is killed once in each. */
final class Course {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(20);
    /** Before the traffic moves and after it; the next one is the pipeline's own. */
    private static final int TESTS_OF_A_PROMOTION = 2;
    /** Has {@code timeout} take three seconds, whatever it is told. */
    private static final Path SHORT = Path.of("src/test/resources/short").toAbsolutePath();

    private final LocalAzure azure;
    private final CourseEnd end;
    private final String name;
    private final Project project;
    private final Shell shell;
    private final List<String> killed = new ArrayList<>();

    Course(LocalAzure azure, String name) {
        this.azure = azure;
        this.name = name;
        this.end = new CourseEnd(azure, name);
        this.project = new Project(Places.fresh(Places.ROOT.resolve(name)));
        this.shell = new Shell(project.folder(), azure.environment(name + "dev"));
        shell.start(List.of("git", "init", "--quiet")).end().ok();
    }

    /** Where the process was killed, in each flow once. */
    List<String> killed() {
        return killed;
    }

    End run(Flow flow) {
        List<String> builds = new ArrayList<>();
        for (Flow.Build build : flow.builds()) {
            prepare(build);
            builds.add(seenThrough(flow, build));
        }
        return end.of(builds);
    }

    private void prepare(Flow.Build build) {
        try {
            project.lay(build, "dev: '%sdev', prod: '%sprod'".formatted(name, name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (build.failing()) {
            azure.fault(Map.of(
                    "fault",
                    "answer",
                    "operation",
                    "OnlineEndpoints_Score",
                    "path",
                    name + "prod",
                    "skip",
                    TESTS_OF_A_PROMOTION,
                    "times",
                    1,
                    "status",
                    200,
                    "body",
                    "[7]"));
        }
    }

    private String seenThrough(Flow flow, Flow.Build build) {
        List<String> line = line(build);
        Running running = shell.startAzml(line.toArray(String[]::new));
        Pattern moment = Pattern.compile(moment(flow));
        if (!killed.contains(flow + ": " + moment) && comes(running, moment)) {
            running.kill();
            killed.add(flow + ": " + moment);
            line.add("--resume");
            running = shell.startAzml(line.toArray(String[]::new));
        }
        JsonObject said = running.end().json();
        return said.needString("result") + " " + End.plain(description(Path.of(said.needString("record"))));
    }

    private static boolean comes(Running running, Pattern moment) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .atMost(PATIENCE)
                .until(() -> !running.isAlive()
                        || moment.matcher(running.soFar().err()).find());
        return running.isAlive();
    }

    private static String description(Path record) {
        try {
            return JsonObject.read(Files.readString(record.resolve("build.json")))
                    .needString("description");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the console says when the process is killed. */
    private static String moment(Flow flow) {
        return switch (flow) {
            case PULL_REQUEST -> "was submitted";
            case REUSED -> "it is reused";
            case SUPERSEDED -> "cancelling run";
            case ABORTED -> "\\{ \\(Train\\)";
            case FORK -> "is Completed";
            case APPROVED -> "registers '";
            case ROLLED_BACK -> "moves all traffic";
            case HELD -> "\\{ \\(Evaluate\\)";
            case REFUSED -> "deploys model";
            case TIMED_OUT -> "Timeout set to expire";
        };
    }

    private List<String> line(Flow.Build build) {
        List<String> line =
                new ArrayList<>(List.of("run", "--job", name, "--durable", "--implicit", "azml", "--output", "json"));
        line.addAll(
                build.request() == 0
                        ? List.of("--branch", "main")
                        : List.of("--pull-request", String.valueOf(build.request())));
        if (build.stranger()) {
            line.add("--fork");
        }
        if (build.stopped()) {
            line.addAll(List.of("--on", "(Sleeping for|Waiting for run)=stop"));
        }
        line.addAll(answers(build.answers()));
        return line;
    }

    private static List<String> answers(Answers answers) {
        return switch (answers) {
            case APPROVE -> List.of("--approve");
            case REFUSE -> List.of("--refuse");
            default -> List.of("--on", "nothing says so=approve", "--library", "short=" + SHORT, "--implicit", "short");
        };
    }
}
