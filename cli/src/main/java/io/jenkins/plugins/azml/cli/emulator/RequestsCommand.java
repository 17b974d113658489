package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code azml emulator requests}. */
@Command(name = "requests", description = "Prints the requests that the emulator has answered.")
@SuppressWarnings("NullAway.Init")
final class RequestsCommand implements Callable<Integer> {
    @ParentCommand
    private EmulatorCommand emulator;

    @Mixin
    private EmulatorFolder folder;

    @Option(names = "--clear", description = "Forget them.")
    private boolean clear;

    @Override
    public Integer call() {
        AdminClient admin = new AdminClient(folder.running(emulator.azml()));
        if (clear) {
            admin.delete("/requests");
            emulator.azml().console().result(List.of("forgotten"), Map.of("requests", List.of()));
            return 0;
        }
        List<JsonObject> requests = admin.list("/requests");
        emulator.azml()
                .console()
                .result(
                        lines(requests),
                        Map.of(
                                "requests",
                                requests.stream().map(JsonObject::members).toList()));
        return 0;
    }

    private static List<String> lines(List<JsonObject> requests) {
        Table table = new Table("status", "method", "operation", "path");
        requests.forEach(request -> table.row(
                String.valueOf(request.at("status")),
                request.string("method").orElse(""),
                request.string("operation").orElse(""),
                request.string("path").orElse("")));
        return table.lines();
    }
}
