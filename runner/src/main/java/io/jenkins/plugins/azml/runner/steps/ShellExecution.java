package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.cps.Cancellable;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A shell script under way: looks at it from time to time and when it ends. */
final class ShellExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final long FIRST_LOOK = 20;
    private static final long RAREST_LOOK = 250;

    private final ShellTask task;
    private final boolean returnsStatus;
    private final @Nullable String encoding;
    private @Nullable Throwable stopped;
    private boolean inLine;
    private transient long pause;
    private transient @Nullable Cancellable timer;

    ShellExecution(StepContext context, ShellTask task, boolean returnsStatus, @Nullable String encoding) {
        super(context);
        this.task = task;
        this.returnsStatus = returnsStatus;
        this.encoding = encoding;
    }

    void watch() {
        pause = FIRST_LOOK;
        PipelineExecution execution = context().execution();
        int id = context().id();
        task.whenEnded(() -> execution.toStep(id, waiting -> ((ShellExecution) waiting).look()));
        schedule();
    }

    @Override
    public void resume(boolean aloud) {
        watch();
    }

    private void schedule() {
        timer = context().after(Duration.ofMillis(pause), () -> {
            look();
            pause = Math.min(RAREST_LOOK, pause * 2);
            if (context().outcome() == null) {
                schedule();
            }
        });
    }

    private void look() {
        if (context().outcome() != null) {
            return;
        }
        try {
            OptionalInt result = task.result();
            copyOutput();
            if (result.isPresent()) {
                end(result.getAsInt());
            }
        } catch (IOException failure) {
            context().fail(failure);
        }
    }

    private void copyOutput() throws IOException {
        for (byte[] bytes = task.readOn(); bytes.length > 0; bytes = task.readOn()) {
            context().console().print(new String(bytes, charset()));
            inLine = bytes[bytes.length - 1] != '\n';
        }
    }

    private Charset charset() {
        return TextEncoding.charset(encoding);
    }

    private void end(int status) throws IOException {
        if (timer != null) {
            timer.cancel();
        }
        if (inLine) {
            context().console().println("");
        }
        String output = new String(task.output(), charset());
        task.cleanUp();
        if (stopped != null) {
            context().console().println("script returned exit code " + status);
            context().fail(stopped);
        } else if (returnsStatus) {
            context().succeed(status);
        } else if (status != 0) {
            printKept(output);
            context().fail(new AbortException("script returned exit code " + status));
        } else {
            context().succeed(task.keepsOutput() ? output : null);
        }
    }

    private void printKept(String output) {
        if (!output.isEmpty()) {
            context().console().print(output);
        }
    }

    @Override
    public void stop(Throwable cause) throws IOException {
        stopped = cause;
        context().console().println("Sending interrupt signal to process");
        task.terminate();
    }
}
