package io.jenkins.plugins.checks.api;

public class ChecksOutput {
    private ChecksOutput() {}

    public static class ChecksOutputBuilder {
        public ChecksOutputBuilder() {}

        public ChecksOutputBuilder withTitle(String title) {
            throw new UnsupportedOperationException("signature");
        }

        public ChecksOutputBuilder withSummary(String summary) {
            throw new UnsupportedOperationException("signature");
        }

        public ChecksOutput build() {
            throw new UnsupportedOperationException("signature");
        }
    }
}
