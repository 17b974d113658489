package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.List;
import java.util.stream.Stream;

/** Hosts that save, show or repeat wrongly, and an engine that asks or reads wrongly. */
final class TurnMutants {
    private static final String ENGINE = "engine/src/main/java/io/jenkins/plugins/azml/engine/";
    private static final String ADVANCER = ENGINE + "turn/Advancer.java";
    private static final String PIPELINE = ENGINE + "rest/Pipeline.java";
    private static final String DISK = "scenarios/src/test/java/io/jenkins/plugins/azml/scenarios/simulation/Disk.java";

    private TurnMutants() {}

    static List<Mutant> all() {
        return Stream.of(saving(), loading(), pausing(), hearing())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutant> saving() {
        return List.of(
                new Mutant(
                        "a state is kept in memory and not saved",
                        "train",
                        "BEFORE_CALL",
                        ADVANCER,
                        "            save(after);",
                        "            saved = after;"),
                new Mutant(
                        "a state with the same name is not saved",
                        "train",
                        "AFTER_SAVE",
                        ADVANCER,
                        "if (entered || !after.data().equals(before.data())) {",
                        "if (entered) {"),
                new Mutant(
                        "a bad end is not saved",
                        "train-failing",
                        "",
                        ADVANCER,
                        "if (e.problem().kind().ends()) {",
                        "if (e.problem().kind() == io.jenkins.plugins.azml.engine.problem.ProblemKind.GATE) {"),
                new Mutant(
                        "a turn is shown before it is saved",
                        "train",
                        "BEFORE_SAVE",
                        ADVANCER,
                        "        boolean entered = !after.state().equals(before.state());",
                        """
                                context.told.forEach(around.events());
                                context.told.clear();
                                boolean entered = !after.state().equals(before.state());"""),
                new Mutant(
                        "a save leaves the generation as it was",
                        "register",
                        "",
                        ADVANCER,
                        "codec.seal(next, before.generation() + 1, around",
                        "codec.seal(next, before.generation(), around"),
                new Mutant(
                        "a state grows with every save",
                        "train",
                        "",
                        ENGINE + "turn/Envelope.java",
                        "        members.put(\"data\", data);",
                        "        members.put(\"data\", data);\n        members.put(\"history\", \"x\".repeat((int) (200 * generation)));"));
    }

    private static List<Mutant> loading() {
        return List.of(
                new Mutant(
                        "an end is saved without its reason",
                        "train-failing",
                        "",
                        ENGINE + "turn/Envelope.java",
                        "if (problem != null) {",
                        "if (problem != null && generation < 0) {"),
                new Mutant(
                        "what was read of a state's times loses fractions",
                        "train",
                        "",
                        ENGINE + "json/RecordJson.java",
                        "Instant.parse((String) value)",
                        "Instant.parse((String) value).truncatedTo(java.time.temporal.ChronoUnit.SECONDS)"),
                new Mutant(
                        "a save that is torn is kept",
                        "train",
                        "IN_SAVE_OLD_STAYS",
                        DISK,
                        "        saving.save(bytes, () -> keep(run, bytes));",
                        """
                                try {
                                    saving.save(bytes, () -> keep(run, bytes));
                                } catch (Crash crash) {
                                    restore(run, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                                    throw crash;
                                }"""),
                new Mutant(
                        "a host loads the first state that it ever saved",
                        "register",
                        "AT_LOAD",
                        DISK,
                        "return Optional.ofNullable(now.get(run)).map(Envelope::read);",
                        "return ever.stream().findFirst().map(Envelope::read);"));
    }

    private static List<Mutant> pausing() {
        return List.of(
                new Mutant(
                        "Retry-After is not read",
                        "train",
                        "THROTTLED_SECONDS",
                        PIPELINE,
                        "Duration after = RetryAfter.of(response.headers(), clock.instant()).orElse(null);",
                        "Duration after = null;"),
                new Mutant(
                        "Retry-After is taken for milliseconds",
                        "train",
                        "THROTTLED_SECONDS",
                        ENGINE + "rest/RetryAfter.java",
                        "number(text).map(Duration::ofSeconds)",
                        "number(text).map(Duration::ofMillis)"),
                new Mutant(
                        "a pause that the service asked for holds for one call alone",
                        "train",
                        "THROTTLED_SECONDS",
                        PIPELINE,
                        "            budget.pause(clock.instant().plus(after));\n",
                        ""));
    }

    private static List<Mutant> hearing() {
        return List.of(
                new Mutant(
                        "an unavailable service is an end",
                        "train",
                        "UNAVAILABLE",
                        PIPELINE,
                        "|| (status >= 500 && status != 501)",
                        ""),
                new Mutant(
                        "a refused token is not fetched again",
                        "train",
                        "UNAUTHORIZED",
                        PIPELINE,
                        "            return repeatWithFreshToken(call);",
                        "            throw new ProblemException(refused.problem);"),
                new Mutant(
                        "what no answer came for is absent",
                        "register",
                        "UNAVAILABLE",
                        ENGINE + "azure/Workspace.java",
                        "            return Optional.of(pipeline.send(call));\n        } catch",
                        """
                                    return Optional.of(pipeline.send(call));
                                } catch (io.jenkins.plugins.azml.engine.rest.Unsettled e) {
                                    return Optional.empty();
                                } catch"""),
                new Mutant(
                        "a silent operation has failed",
                        "setup",
                        "STALE_1",
                        ENGINE + "rest/Operations.java",
                        "        return next.silences() < MOST_SILENCES\n",
                        """
                                if (next.silences() > 0) {
                                    return new Progress.Failed("Silent", what);
                                }
                                return next.silences() < MOST_SILENCES
                        """));
    }
}
