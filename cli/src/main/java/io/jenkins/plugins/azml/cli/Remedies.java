package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;

/** What to do about a problem, in the words of a shell. */
public final class Remedies {
    private Remedies() {}

    /** One line, for every code. */
    public static String of(ProblemCode code) {
        return switch (code) {
            case INVALID_FILE -> "mend the file; 'azml validate FILE' checks it without sending anything";
            case INVALID_ARGUMENT -> "'azml COMMAND --help' shows what is expected";
            case FILE_NOT_FOUND -> "check the path; it counts from the current folder";
            case NOT_SUPPORTED -> "'azml validate FILE' tells what is built";
            case RUN_NOT_FOUND -> "'azml status' lists the runs of this folder";
            case STATE_UNREADABLE -> "use the release of azml that began the run, or begin a new one";
            case STATE_IN_USE ->
                "'azml resume RUN' goes on with it, 'azml cancel RUN' ends it; or choose another --run";
            case NOT_FOUND -> "check the name and the workspace; 'azml setup FOLDER' makes what is missing";
            case CONFLICT -> "look at what holds the name, or choose another --run";
            case REFUSED -> "read what Azure says above; 'azml render FILE' shows what would be sent";
            case SERVICE_ERROR -> "try again later; quote the request id to Azure's support if it stays";
            case UNREADABLE_ANSWER -> "a proxy may answer in Azure's place: check HTTPS_PROXY, then 'azml doctor'";
            case JOB_FAILED -> "read the job's log: 'azml logs JOB'";
            case JOB_CANCELLED_ELSEWHERE -> "somebody else ended it: train again when that is settled";
            case DEPLOYMENT_FAILED -> "read the deployment's log above; the old deployment still serves";
            case TEST_FAILED -> "compare answers and expectations above; --junit FILE and --markdown FILE keep them";
            case DIGEST_MISMATCH -> "the model's files have changed: register it again, then promote the new version";
            case TIMED_OUT -> "look at it in Azure ML studio, then begin a new run";
            case LOCAL_DISK -> "make room, or check who may write there; 'azml doctor' shows both";
            case NOT_STARTED -> "for a taken port choose another --port, or none; 'azml doctor' shows missing tools";
            case GATE_STOPPED -> "nothing was changed; train a better candidate, or ask whoever owns the gates";
            case CANCELLED -> "nothing to mend; begin a new run when you want one";
            case UNREACHABLE -> "check network and proxy with 'azml doctor'; then 'azml resume RUN' if there is a run";
            case NOT_RUNNING -> "'azml emulator start' starts one; with its --folder, if it was given one";
            case THROTTLED -> "Azure asks for patience: 'azml resume RUN' in a few minutes";
            case NOT_SIGNED_IN ->
                "run 'az login', or set a service principal's variables; 'azml doctor' shows which are seen";
            case NOT_ALLOWED -> "ask for the role that docs/roles.md names for this command";
            case HOST_NOT_LISTED -> "tokens and keys go to Azure's own hosts only: check the address and the cloud";
            case OUTCOME_UNKNOWN -> "'azml resume RUN' looks again before it writes";
            case BUG -> "please report it, with what 'azml doctor --output json' prints";
        };
    }
}
