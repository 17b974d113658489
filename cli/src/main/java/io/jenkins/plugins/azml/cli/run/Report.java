package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.report.Suite;

/** What a stage has judged, for reports in files. */
public record Report(Suite suite, String markdown) {}
