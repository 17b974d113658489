package io.jenkins.plugins.azml.scenarios.local;

import java.util.HashMap;
import java.util.Map;

/**
 * A moment at which something is killed, and how it is found.
 *
 * @param stage of the loop
 * @param arrange what is done before the command is started or resumed
 * @param arrive what is waited for while it runs
 */
record Moment(String name, String stage, Runnable arrange, java.util.function.Consumer<Running> arrive) {

    /**
     * The answer to a request is withheld after its work was done: the command waits for it as long as it takes to kill it.
     *
     * @param skip so many such requests are answered before
     */
    static Moment withheld(LocalAzure azure, String name, String stage, String operation, String path, int skip) {
        Map<String, Object> fault = new HashMap<>(Map.of("fault", "silent", "operation", operation, "path", path));
        fault.put("skip", skip);
        return new Moment(
                name,
                stage,
                () -> {
                    azure.forgetRequests();
                    azure.fault(fault);
                },
                running -> azure.awaitRequest(
                        running, request -> request.string("fault").orElse("").equals("silent")));
    }
}
