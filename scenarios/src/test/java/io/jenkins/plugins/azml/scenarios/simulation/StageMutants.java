package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.List;
import java.util.stream.Stream;

/** Stages from set-up to registration that do not protect what they protect. */
final class StageMutants {
    private static final String ENGINE = "engine/src/main/java/io/jenkins/plugins/azml/engine/";
    private static final String TRAIN = ENGINE + "train/TrainTurn.java";
    private static final String FOLLOWER = ENGINE + "train/Follower.java";
    private static final String REGISTER = ENGINE + "register/RegisterStage.java";

    private StageMutants() {}

    static List<Mutant> all() {
        return Stream.of(jobs(), logs(), cancelling(), judging(), registering(), sending(), settingUp())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutant> jobs() {
        return List.of(
                new Mutant(
                        "a job's name is drawn at random",
                        "train",
                        "",
                        TRAIN,
                        "this.name = request.run().value();",
                        "this.name = request.run().value() + \"-\" + System.identityHashCode(workspace);"),
                new Mutant(
                        "a submission that is repeated takes another name",
                        "train",
                        "LOSE",
                        TRAIN,
                        "this.name = request.run().value();",
                        "this.name = request.run().value() + (context.lookFirst() ? \"-again\" : \"\");"),
                new Mutant(
                        "a job's body depends on the moment",
                        "train",
                        "BEFORE_SAVE",
                        ENGINE + "train/JobBody.java",
                        "        tags.putAll(request.stamp().tags());",
                        "        tags.put(\"moment\", String.valueOf(System.nanoTime()));"),
                new Mutant(
                        "a job that cannot be read yet is gone",
                        "train",
                        "STALE_1",
                        FOLLOWER,
                        "if (context.now().isAfter(state.submitted().plus(NOT_YET)) && state.began() == null) {",
                        "if (context.now() != null) {"),
                new Mutant(
                        "a status that is not known is an end",
                        "train",
                        "UNKNOWN_STATUS",
                        ENGINE + "azure/JobStatus.java",
                        "UNKNOWN(\"Unknown\", false);",
                        "UNKNOWN(\"Unknown\", true);"));
    }

    private static List<Mutant> logs() {
        return List.of(
                new Mutant(
                        "a log is read from its start by a new host",
                        "train",
                        "AT_LOAD",
                        FOLLOWER,
                        ".read(BlobUrl.of(log.toString()), state.log(), status.terminal()));",
                        ".read(BlobUrl.of(log.toString()), context.lookFirst() ? LogCursor.start() : state.log(),"
                                + " status.terminal()));"),
                new Mutant(
                        "a log that cannot be read decides over its job",
                        "train",
                        "MALFORMED",
                        FOLLOWER,
                        "            unreadable = true;\n            return Optional.empty();",
                        "            throw io.jenkins.plugins.azml.engine.problem.Problem.of(ProblemCode.JOB_FAILED,"
                                + " \"no log\").asException();"),
                new Mutant(
                        "a line of a log that was shown is read again",
                        "train",
                        "",
                        ENGINE + "logs/LogReader.java",
                        "new LogCursor(at.offset() + consumed,",
                        "new LogCursor(at.offset(),"));
    }

    private static List<Mutant> cancelling() {
        return List.of(
                new Mutant(
                        "a cancelled submission is not looked up",
                        "train",
                        "LOSE+CANCEL",
                        ENGINE + "train/TrainStage.java",
                        "        return state.match(new TrainCancel(",
                        """
                                if (state instanceof TrainState.Submitting) {
                                    throw cancelled.asException();
                                }
                                return state.match(new TrainCancel("""),
                new Mutant(
                        "a cancel is not awaited",
                        "train",
                        "CANCEL",
                        ENGINE + "train/Canceller.java",
                        "        return isToAsk(state, job.get().status()) ? ask(state)",
                        """
                                if (isToAsk(state, job.get().status())) {
                                    ask(state);
                                    throw state.because().asException();
                                }
                                return isToAsk(state, job.get().status()) ? ask(state)"""));
    }

    private static List<Mutant> judging() {
        return List.of(
                new Mutant(
                        "metrics are read once",
                        "evaluate-late",
                        "",
                        ENGINE + "evaluate/EvaluateStage.java",
                        "if (!logged.keySet().containsAll(wanted) && !expired) {",
                        "if (wanted.isEmpty()) {"),
                new Mutant(
                        "a missing metric passes its gate",
                        "evaluate-missing",
                        "",
                        ENGINE + "gate/Gate.java",
                        "new GateResult(this, null, null, Outcome.BLOCKED, candidate.lacks(metric())));",
                        "new GateResult(this, null, null, Outcome.PASSED, \"\"));"));
    }

    private static List<Mutant> registering() {
        return List.of(
                new Mutant(
                        "a version is written over whatever has its number",
                        "register",
                        "STALE_1",
                        REGISTER,
                        "        if (there.isPresent()) {\n            return settle(state, there.get());\n        }\n",
                        ""),
                new Mutant(
                        "a version that this run wrote is not recognised",
                        "register",
                        "BEFORE_SAVE",
                        REGISTER,
                        "return request.run().value().equals(version.tags().get(Tags.RUN));",
                        "return version.tags().isEmpty();"),
                new Mutant(
                        "a version is numbered by its moment",
                        "register",
                        "LOSE",
                        REGISTER,
                        "Writing(digest, workspace.models().nextVersion(request.model()))",
                        "Writing(digest, String.valueOf(System.nanoTime()))"),
                new Mutant(
                        "a version does not say whose it is",
                        "register",
                        "LOSE",
                        ENGINE + "register/ModelBody.java",
                        "        tags.put(Tags.RUN, request.run().value());\n",
                        ""),
                new Mutant(
                        "a file that was read again counts twice in the digest",
                        "register",
                        "BEFORE_SAVE",
                        REGISTER,
                        "ModelDigest digest = files.extend(new ModelDigest(state.digest()), next.get());",
                        "ModelDigest digest = files.extend(new ModelDigest(state.digest()), files.sizes().firstKey());"));
    }

    private static List<Mutant> sending() {
        return List.of(
                new Mutant(
                        "an upload is marked complete before its files are sent",
                        "train",
                        "BEFORE_CALL",
                        ENGINE + "snapshot/Upload.java",
                        """
                                send(hashed.snapshot(), prefix, files, sending);
                                blobs.setMetadata(
                                        target.container().blob(mark),
                                        Map.of(STATUS, COMPLETED, "name", target.name(), "version", target.version()));
                        """,
                        """
                                send(hashed.snapshot(), prefix, files.subList(0, 1), sending);
                                blobs.setMetadata(
                                        target.container().blob(mark),
                                        Map.of(STATUS, COMPLETED, "name", target.name(), "version", target.version()));
                                send(hashed.snapshot(), prefix, files, sending);
                        """),
                new Mutant(
                        "a grant is saved",
                        "train",
                        "",
                        ENGINE + "assets/Uploads.java",
                        "String uri = grant.container() + \"/\" + sent.path();",
                        "String uri = grant.grant() + \"/\" + sent.path();"));
    }

    private static List<Mutant> settingUp() {
        return List.of(
                new Mutant(
                        "a set-up does not wait while another operation is under way",
                        "setup",
                        "TWICE",
                        ENGINE + "setup/SetupStage.java",
                        "throw Endpoints.isBusy(e.problem()) ? new Unsettled(e.problem(), POLL, false) : e;",
                        "throw e;"),
                new Mutant(
                        "a set-up writes an endpoint without its traffic",
                        "setup-again",
                        "",
                        ENGINE + "setup/Written.java",
                        "        properties.put(\"traffic\", there.get().in(\"properties\", \"traffic\").members());\n",
                        ""));
    }
}
