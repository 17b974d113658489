package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.report.Suite;

/** What a stage has judged, for reports in files. */
public record Judgement(Suite suite, String markdown) {}
