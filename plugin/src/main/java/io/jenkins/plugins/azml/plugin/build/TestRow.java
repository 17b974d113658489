package io.jenkins.plugins.azml.plugin.build;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a test of an endpoint came to. */
@ExportedBean(defaultVisibility = 2)
public final class TestRow {
    private final JsonObject test;

    TestRow(JsonObject test) {
        this.test = test;
    }

    @Exported
    public String getName() {
        return test.string("name").orElse("");
    }

    @Exported
    public boolean isPassed() {
        return test.flag("passed").orElse(false);
    }

    @Exported
    public List<String> getFailures() {
        return test.strings("failures");
    }

    @Exported
    public long getMilliseconds() {
        return test.integer("milliseconds").orElse(0);
    }
}
