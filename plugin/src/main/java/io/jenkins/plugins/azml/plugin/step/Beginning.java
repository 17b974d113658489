package io.jenkins.plugins.azml.plugin.step;

import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.call.Calls;
import io.jenkins.plugins.azml.engine.call.Delivery;
import io.jenkins.plugins.azml.engine.call.DeployCall;
import io.jenkins.plugins.azml.engine.call.EvaluateCall;
import io.jenkins.plugins.azml.engine.call.PromoteCall;
import io.jenkins.plugins.azml.engine.call.RegisterCall;
import io.jenkins.plugins.azml.engine.call.SetupCall;
import io.jenkins.plugins.azml.engine.call.StageCall;
import io.jenkins.plugins.azml.engine.call.TrainCall;
import io.jenkins.plugins.azml.engine.git.GitFacts;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.plugin.agent.AgentFiles;
import io.jenkins.plugins.azml.plugin.agent.Capture;
import io.jenkins.plugins.azml.plugin.agent.CaptureFiles;
import io.jenkins.plugins.azml.plugin.run.BuildRuns;
import io.jenkins.plugins.azml.plugin.run.Outcome;
import io.jenkins.plugins.azml.plugin.run.SavedCall;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an order lacks to be a call: what its files say, where its code comes from, what an evaluation found. */
final class Beginning {
    private final Order order;
    private final RunId run;
    private final BuildRuns runs;

    Beginning(Order order, RunId run, BuildRuns runs) {
        this.order = order;
        this.run = run;
        this.runs = runs;
    }

    /** The call, once the agent has read its files. */
    SavedCall call(AgentFiles.Folder folder, Instant now) {
        Capture capture = order.files().isEmpty()
                ? Capture.none()
                : AgentFiles.capture(folder, new CaptureFiles(order.files(), order.set(), order.variables()));
        StageCall<?, ?> whole = whole(Calls.read(order.stage(), JsonObject.read(order.call())), capture);
        return SavedCall.of(run, order.step(), now, order.workspaces(), order.credentialsId(), whole, capture);
    }

    private StageCall<?, ?> whole(StageCall<?, ?> call, Capture capture) {
        if (call instanceof SetupCall) {
            return new SetupCall(capture.files());
        }
        if (call instanceof TrainCall train) {
            return new TrainCall(
                    train.file(),
                    train.set(),
                    train.experiment(),
                    stamp(capture),
                    train.limits(),
                    train.follow(),
                    train.reuse());
        }
        if (call instanceof DeployCall deploy) {
            return new DeployCall(of(commit(capture), deploy.delivery()));
        }
        if (call instanceof PromoteCall promote) {
            return new PromoteCall(of(commit(capture), promote.delivery()), promote.tests(), promote.override());
        }
        return call instanceof RegisterCall register && order.evaluation() != null
                ? judged(register, new RunId(order.evaluation()))
                : call;
    }

    private static TrainRequest.Stamp stamp(Capture capture) {
        GitFacts git = capture.git() == null ? GitFacts.none() : capture.git();
        Map<String, String> tags = new LinkedHashMap<>();
        put(tags, Tags.COMMIT, git.commit());
        put(tags, "azml.build", git.buildUri());
        return new TrainRequest.Stamp(git.properties(), tags);
    }

    private static void put(Map<String, String> tags, String name, @Nullable String value) {
        if (value != null) {
            tags.put(name, value);
        }
    }

    private static String commit(Capture capture) {
        return capture.git() == null
                ? ""
                : Objects.requireNonNullElse(capture.git().commit(), "");
    }

    private static Delivery of(String commit, Delivery delivery) {
        return new Delivery(
                delivery.file(),
                delivery.model(),
                delivery.endpoint(),
                delivery.endpointFile(),
                delivery.set(),
                commit);
    }

    /** A verdict is read where it was saved, never typed. */
    private RegisterCall judged(RegisterCall register, RunId evaluation) {
        Optional<StageCall<?, ?>> judged = runs.call(evaluation).map(SavedCall::stageCall);
        if (judged.isEmpty() || !(judged.get() instanceof EvaluateCall evaluate)) {
            throw Given.problem("there is no run '" + evaluation + "' of azmlEvaluate in this build");
        }
        if (!register.job().isEmpty() && !register.job().equals(evaluate.job())) {
            throw Given.problem(
                    "run '" + evaluation + "' judged job '" + evaluate.job() + "', not '" + register.job() + "'");
        }
        String verdict = runs.outcome(evaluation)
                .map(Outcome::result)
                .flatMap(result -> JsonObject.read(result).string("verdict"))
                .orElseThrow(() -> Given.problem("run '" + evaluation + "' has not come to a verdict"));
        return new RegisterCall(register.file(), evaluate.job(), register.path(), verdict);
    }
}
