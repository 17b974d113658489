package io.jenkins.plugins.checks.api;

/** What a check says, readable by tests. */
public class ChecksOutput {
    public final String title;
    public final String summary;

    private ChecksOutput(ChecksOutputBuilder builder) {
        title = builder.title;
        summary = builder.summary;
    }

    /** Its builder. */
    public static class ChecksOutputBuilder {
        private String title;
        private String summary;

        public ChecksOutputBuilder withTitle(String given) {
            title = given;
            return this;
        }

        public ChecksOutputBuilder withSummary(String given) {
            summary = given;
            return this;
        }

        public ChecksOutput build() {
            return new ChecksOutput(this);
        }
    }
}
