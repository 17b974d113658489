package io.jenkins.plugins.azml.plugin.run;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;

/** What to do about a problem, in the words of Jenkins. */
public final class Remedies {
    private Remedies() {}

    /** One line, for every code. */
    public static String of(ProblemCode code) {
        return switch (code) {
            case INVALID_FILE -> "mend the file; 'azml validate FILE' checks it without sending anything";
            case INVALID_ARGUMENT -> "mend the step's arguments; Pipeline Syntax shows what it takes";
            case FILE_NOT_FOUND -> "check the path; it counts from the workspace folder of the node";
            case NOT_SUPPORTED -> "take out what is not built yet";
            case RUN_NOT_FOUND -> "give azmlResume and azmlCancel the handle that 'wait: false' gave";
            case STATE_UNREADABLE -> "use the release of the plugin that began the run, or begin a new one";
            case STATE_IN_USE -> "let the step that has the run end, or choose another run";
            case NOT_RUNNING, NOT_STARTED -> "this is about the emulator of a shell; see its log there";
            case NOT_FOUND -> "check the name and the workspace; azmlSetup makes what is missing";
            case CONFLICT -> "look at what holds the name, or choose another run";
            case REFUSED -> "read what Azure says above";
            case SERVICE_ERROR -> "try again later; quote the request id to Azure's support if it stays";
            case UNREADABLE_ANSWER -> "a proxy may answer in Azure's place: check the controller's proxy";
            case JOB_FAILED -> "read the job's log above, or in Azure ML studio";
            case JOB_CANCELLED_ELSEWHERE -> "somebody else ended it: train again when that is settled";
            case DEPLOYMENT_FAILED -> "read the deployment's log above; the old deployment still serves";
            case TEST_FAILED -> "compare answers and expectations above; junit: and markdown: keep them";
            case DIGEST_MISMATCH -> "the model's files have changed: register it again, then promote the new version";
            case TIMED_OUT -> "look at it in Azure ML studio, then build again";
            case LOCAL_DISK -> "make room on the controller, or check who may write there";
            case GATE_STOPPED -> "nothing was changed; train a better candidate, or ask whoever owns the gates";
            case CANCELLED -> "nothing to mend; build again when you want to";
            case UNREACHABLE -> "check the controller's network and proxy, then build again";
            case THROTTLED -> "Azure asks for patience: build again in a few minutes";
            case NOT_SIGNED_IN -> "ask the administrator to check the credential of the workspace";
            case NOT_ALLOWED ->
                "ask for the role that docs/roles.md names, or for a workspace that this folder may use";
            case HOST_NOT_LISTED -> "tokens and keys go to Azure's own hosts only: check the address and the cloud";
            case OUTCOME_UNKNOWN -> "azmlResume looks again before it writes";
            case BUG -> "please report it, with what the log of Jenkins says";
        };
    }
}
