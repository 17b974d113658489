package io.jenkins.plugins.checks.api;

/** What was published, readable by tests. */
public class ChecksDetails {
    public final String name;
    public final String url;
    public final ChecksStatus status;
    public final ChecksConclusion conclusion;
    public final ChecksOutput output;

    private ChecksDetails(ChecksDetailsBuilder builder) {
        name = builder.name;
        url = builder.url;
        status = builder.status;
        conclusion = builder.conclusion;
        output = builder.output;
    }

    /** Its builder. */
    public static class ChecksDetailsBuilder {
        private String name;
        private String url;
        private ChecksStatus status;
        private ChecksConclusion conclusion;
        private ChecksOutput output;

        public ChecksDetailsBuilder withName(String given) {
            name = given;
            return this;
        }

        public ChecksDetailsBuilder withStatus(ChecksStatus given) {
            status = given;
            return this;
        }

        public ChecksDetailsBuilder withDetailsURL(String given) {
            url = given;
            return this;
        }

        public ChecksDetailsBuilder withConclusion(ChecksConclusion given) {
            conclusion = given;
            return this;
        }

        public ChecksDetailsBuilder withOutput(ChecksOutput given) {
            output = given;
            return this;
        }

        public ChecksDetails build() {
            return new ChecksDetails(this);
        }
    }
}
