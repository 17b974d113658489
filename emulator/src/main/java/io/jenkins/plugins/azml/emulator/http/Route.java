package io.jenkins.plugins.azml.emulator.http;

/**
 * One operation.
 *
 * @param template path with {@code {name}} for one segment; {@code {rest...}} as its end stands for all that follow;
 *     {@link #WORKSPACE} for a workspace's resource id
 * @param operation the vendor's operation id, or ours where the vendor has none
 * @param exclusive whether it runs while nothing else changes the emulator
 */
public record Route(
        String method, String template, String operation, Access access, boolean exclusive, Handler handler) {
    /** The beginning of what belongs to one workspace. */
    public static final String WORKSPACE = "/subscriptions/{subscription}/resourceGroups/{resourceGroup}"
            + "/providers/Microsoft.MachineLearningServices/workspaces/{workspace}";

    public static Route arm(String method, String template, String operation, Handler handler) {
        return new Route(method, template, operation, Access.ARM, true, handler);
    }

    public static Route data(String method, String template, String operation, Handler handler) {
        return new Route(method, template, operation, Access.TOKEN, true, handler);
    }

    /** An operation of the service that is not built; it answers 501 by its name. */
    public static Route notYet(String method, String template, String operation) {
        return arm(method, template, operation, new NotBuilt(operation));
    }

    /** The same operation, but run beside others: it waits for another server and changes nothing here. */
    public Route concurrent() {
        return new Route(method, template, operation, access, false, handler);
    }

    public boolean built() {
        return !(handler instanceof NotBuilt);
    }

    private record NotBuilt(String operation) implements Handler {
        @Override
        public Reply answer(Call call) {
            throw new ArmError(
                    501, "NotImplemented", "The emulator does not have the operation " + operation + " yet.");
        }
    }
}
