package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.console.ConsoleFilter;
import io.jenkins.plugins.azml.runner.cps.BodyInvoker;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.BlockStep;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** {@code timestamps}: puts the time before each line that its body prints. */
final class TimestampsStep extends BlockStep {
    TimestampsStep() {
        super(StepSignature.of("timestamps", "hudson.plugins.timestamper.pipeline.TimestamperStep"));
    }

    @Override
    protected BodyInvoker body(StepArguments arguments, StepContext context) {
        return context.newBody().in(context.block().filtered(new Timestamp()));
    }

    private static final class Timestamp implements ConsoleFilter {
        private static final long serialVersionUID = 1L;
        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        @Override
        public String apply(String line) {
            return "[" + FORMAT.format(Instant.now()) + "] " + line;
        }
    }
}
