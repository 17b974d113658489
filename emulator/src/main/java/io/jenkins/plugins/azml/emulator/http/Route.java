package io.jenkins.plugins.azml.emulator.http;

/**
 * One operation.
 *
 * @param template path with {@code {name}} for one segment; {@code {rest...}} as its end stands for all that follow;
 *     {@link #WORKSPACE} for a workspace's resource id
 * @param operation the vendor's operation id, or ours where the vendor has none
 * @param effect what it may change
 */
public record Route(String method, String template, String operation, Access access, Effect effect, Handler handler) {
    /** The beginning of what belongs to one workspace. */
    public static final String WORKSPACE = "/subscriptions/{subscription}/resourceGroups/{resourceGroup}"
            + "/providers/Microsoft.MachineLearningServices/workspaces/{workspace}";

    /** What an operation may change. */
    public enum Effect {
        /** Nothing. */
        READS,
        /** Resources; it is in the ledger. */
        WRITES,
        /** Nothing here: another server does the work, and others are served meanwhile. */
        PASSES_ON
    }

    public static Route arm(String method, String template, String operation, Handler handler) {
        return new Route(method, template, operation, Access.ARM, usual(method), handler);
    }

    public static Route data(String method, String template, String operation, Handler handler) {
        return new Route(method, template, operation, Access.TOKEN, usual(method), handler);
    }

    /** An operation of the service that is not built; it answers 501 by its name. */
    public static Route notYet(String method, String template, String operation) {
        return arm(method, template, operation, new NotBuilt(operation));
    }

    public static Route open(String method, String template, String operation, Handler handler) {
        return new Route(method, template, operation, Access.PUBLIC, Effect.READS, handler);
    }

    /** The same operation, known to change nothing although its method could. */
    public Route reading() {
        return new Route(method, template, operation, access, Effect.READS, handler);
    }

    /** The same operation, done by another server. */
    public Route passingOn() {
        return new Route(method, template, operation, access, Effect.PASSES_ON, handler);
    }

    public Route with(Access other) {
        return new Route(method, template, operation, other, effect, handler);
    }

    public boolean built() {
        return !(handler instanceof NotBuilt);
    }

    private static Effect usual(String method) {
        return method.equals("GET") ? Effect.READS : Effect.WRITES;
    }

    private record NotBuilt(String operation) implements Handler {
        @Override
        public Reply answer(Call call) {
            throw new ArmError(
                    501, "NotImplemented", "The emulator does not have the operation " + operation + " yet.");
        }
    }
}
