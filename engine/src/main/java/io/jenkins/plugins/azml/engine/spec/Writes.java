package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.spec.wire.References;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import java.util.List;

/** What a spec means to Azure ML. */
public final class Writes {
    private Writes() {}

    /**
     * The writes in the order in which they must be sent: first what the spec needs (a code version, an inline
     * environment or model), last what it describes.
     */
    public static List<Write> of(Spec spec, References references) {
        Wiring wiring = new Wiring(references);
        spec.checked().write(wiring);
        return wiring.writes();
    }

    /** The writes as a JSON array of {@code {method, path, body}}. */
    public static String render(Spec spec, References references) {
        return Json.pretty(of(spec, references).stream().map(Write::json).toList());
    }
}
