package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.schema.Location;

/** A data asset. */
public record DataAsset(Source source, Checked checked) implements Spec {

    @Override
    public Kind kind() {
        return Kind.DATA;
    }

    @Override
    public Fields fields() {
        return checked.fields();
    }

    /** {@code uri_file}, {@code uri_folder} or {@code mltable}. */
    public String type() {
        return fields().text("type").orElse("uri_folder");
    }

    public Location path() {
        return fields().get("path", Location.class).orElseThrow();
    }
}
