package io.jenkins.plugins.azml.runner.durable;

import io.jenkins.plugins.azml.runner.build.Findings;
import io.jenkins.plugins.azml.runner.cps.CpsThread;
import io.jenkins.plugins.azml.runner.cps.CpsThreadGroup;
import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import io.jenkins.plugins.azml.runner.script.SourcePlaces;
import java.io.NotSerializableException;
import java.util.List;
import java.util.Optional;

/** Words what a program cannot save or loses at a restart: which variable, and the line at which it was held. */
final class SaveInquiry {
    private final Findings findings;
    private final SourcePlaces places;
    private final HostObjects host;

    SaveInquiry(Findings findings, SourcePlaces places, HostObjects host) {
        this.findings = findings;
        this.places = places;
        this.host = host;
    }

    void failed(CpsThreadGroup program, Throwable failure) {
        if (!(failure instanceof NotSerializableException unsaved)) {
            findings.add(place(program), "the program cannot be saved here: " + failure);
            return;
        }
        String type = String.valueOf(unsaved.getMessage());
        for (CpsThread thread : program.threads()) {
            Optional<Holder> holder = Holder.search(thread.program(), type, this::isOutside);
            if (holder.isPresent()) {
                findings.add(place(thread, holder.get()), heldBy(holder.get().variable(), type));
                return;
            }
        }
        String variable = Holder.search(program, type, this::isOutside)
                .map(Holder::variable)
                .orElse("");
        findings.add(place(program), heldBy(variable, type));
    }

    private Optional<String> place(CpsThread thread, Holder holder) {
        return places.of(
                holder.line() == null
                        ? thread.program().getStackTrace()
                        : List.of(holder.line().toStackTrace()));
    }

    private static String heldBy(String variable, String type) {
        return (variable.isEmpty() ? "something" : "the " + variable) + " holds a " + type
                + ", which cannot be saved while a step runs: copy what you need of it before the step,"
                + " or use it in a @NonCPS method only";
    }

    void restored(CpsThreadGroup dropped, ScriptCompiler before, ScriptCompiler after) {
        Optional<String> place = place(dropped);
        LostStatics.between(before.scripts(), after.scripts()).forEach(lost -> findings.add(place, lost));
        LostStatics.between(before.trusted(), after.trusted()).forEach(lost -> findings.add(place, lost));
    }

    private Optional<String> place(CpsThreadGroup program) {
        return program.threads().stream()
                .map(thread -> places.of(thread.program().getStackTrace()))
                .flatMap(Optional::stream)
                .reduce((older, younger) -> younger);
    }

    private boolean isOutside(Object object) {
        return host.writeReplace(object) != object;
    }
}
