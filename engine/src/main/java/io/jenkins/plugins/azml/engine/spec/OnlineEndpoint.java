package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** An online endpoint. */
public record OnlineEndpoint(Source source, Checked checked) implements Spec {

    @Override
    public Kind kind() {
        return Kind.ONLINE_ENDPOINT;
    }

    @Override
    public Fields fields() {
        return checked.fields();
    }

    /** Percentages by deployment. */
    public Map<String, Integer> traffic() {
        Map<String, Integer> traffic = new LinkedHashMap<>();
        fields().dictionary("traffic").forEach((name, percent) -> traffic.put(name, ((Number) percent).intValue()));
        return traffic;
    }
}
