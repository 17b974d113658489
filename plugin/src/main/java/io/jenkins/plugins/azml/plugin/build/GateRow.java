package io.jenkins.plugins.azml.plugin.build;

import io.jenkins.plugins.azml.engine.gate.Outcome;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A gate with its figures, as it was judged. */
@ExportedBean(defaultVisibility = 2)
public final class GateRow {
    private final JsonObject gate;

    GateRow(JsonObject gate) {
        this.gate = gate;
    }

    @Exported
    public String getMetric() {
        return gate.string("metric").orElse("");
    }

    @Exported
    public String getRule() {
        return gate.string("rule").orElse("");
    }

    @Exported
    public @Nullable Object getCandidate() {
        return gate.at("candidate");
    }

    /** The limit, or the champion's figure. */
    @Exported
    public @Nullable Object getReference() {
        return gate.at("reference");
    }

    @Exported
    public @Nullable Object getDifference() {
        return gate.at("difference");
    }

    /** {@code passed}, {@code better}, {@code equal}, {@code not-compared}, {@code failed}, {@code worse}, {@code blocked}. */
    @Exported
    public String getOutcome() {
        return gate.string("outcome").orElse("");
    }

    @Exported
    public String getReason() {
        return gate.string("reason").orElse("");
    }

    public boolean isHeld() {
        return Outcome.of(getOutcome()).filter(Outcome::passes).isEmpty();
    }

    public String getCandidateText() {
        return Figure.text(getCandidate());
    }

    public String getReferenceText() {
        return Figure.text(getReference());
    }

    public String getDifferenceText() {
        return Figure.text(getDifference());
    }
}
