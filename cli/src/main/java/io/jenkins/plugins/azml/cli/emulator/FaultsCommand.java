package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code azml emulator faults}. */
@Command(name = "faults", description = "Lists, adds or removes faults; docs/emulator.md describes them.")
@SuppressWarnings("NullAway.Init")
final class FaultsCommand implements Callable<Integer> {
    @ParentCommand
    private EmulatorCommand emulator;

    @Mixin
    private EmulatorFolder folder;

    @Option(names = "--clear", description = "Remove those that wait.")
    private boolean clear;

    @Parameters(paramLabel = "FAULT", arity = "0..1", description = "A fault to add, as JSON.")
    private @Nullable String fault;

    @Override
    public Integer call() {
        AdminClient admin = new AdminClient(folder.running(emulator.azml()));
        if (clear) {
            admin.delete("/faults");
        }
        if (fault != null) {
            add(fault, admin);
        }
        List<Map<String, @Nullable Object>> waiting =
                admin.list("/faults").stream().map(JsonObject::members).toList();
        emulator.azml()
                .console()
                .result(
                        waiting.isEmpty()
                                ? List.of("no fault waits")
                                : waiting.stream().map(Json::write).toList(),
                        Map.of("faults", waiting));
        return 0;
    }

    private static void add(String fault, AdminClient admin) {
        Map<String, ?> object = object(fault);
        try {
            admin.post("/faults", object);
        } catch (ProblemException e) {
            throw e.problem().code() == ProblemCode.REFUSED
                    ? Problem.of(ProblemCode.INVALID_ARGUMENT, e.problem().what())
                            .asException()
                    : e;
        }
    }

    private static Map<String, ?> object(String text) {
        try {
            return JsonObject.read(text).members();
        } catch (JsonException e) {
            throw Problem.of(ProblemCode.INVALID_ARGUMENT, "the fault is no JSON object: " + e.getMessage())
                    .asException();
        }
    }
}
