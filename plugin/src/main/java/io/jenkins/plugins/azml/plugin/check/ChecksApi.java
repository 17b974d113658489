package io.jenkins.plugins.azml.plugin.check;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails.ChecksDetailsBuilder;
import io.jenkins.plugins.checks.api.ChecksOutput.ChecksOutputBuilder;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** The Checks API plugin. This class alone names its classes, and is loaded only when something is published. */
final class ChecksApi {
    private ChecksApi() {}

    /** Publishes by whichever plugin serves the build's host of code; by none, where there is none. Sends requests. */
    static void publish(Run<?, ?> build, Check check) {
        ChecksDetailsBuilder details = new ChecksDetailsBuilder()
                .withName(Checks.NAME)
                .withStatus(check.conclusion() == null ? ChecksStatus.IN_PROGRESS : ChecksStatus.COMPLETED)
                .withConclusion(conclusion(check.conclusion()))
                .withOutput(new ChecksOutputBuilder()
                        .withTitle(check.title())
                        .withSummary(check.summary())
                        .build());
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            details.withDetailsURL(root + build.getUrl() + "azml/");
        }
        // The build's own log may be closed by now.
        ChecksPublisherFactory.fromRun(build, TaskListener.NULL).publish(details.build());
    }

    private static ChecksConclusion conclusion(@Nullable Conclusion conclusion) {
        if (conclusion == null) {
            return ChecksConclusion.NONE;
        }
        return switch (conclusion) {
            case SUCCESS -> ChecksConclusion.SUCCESS;
            case NEUTRAL -> ChecksConclusion.NEUTRAL;
            case FAILURE -> ChecksConclusion.FAILURE;
            case CANCELLED -> ChecksConclusion.CANCELED;
        };
    }
}
