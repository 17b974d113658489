package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.BlockContext;
import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.step.Described;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;

/** {@code withCredentials}: gives credentials to its body as variables, and masks them in the console. */
final class WithCredentialsStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "withCredentials", "org.jenkinsci.plugins.credentialsbinding.impl.BindingStep")
            .constructor("bindings", List.class)
            .body();

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context)
            throws IOException, MissingContextVariableException {
        CredentialBinder binder = new CredentialBinder(context);
        for (Object binding : arguments.list("bindings")) {
            binder.bind(Described.of(binding));
        }
        Map<String, String> secrets = binder.secrets();
        BlockContext block = context.block().with(binder.variables()).withSecrets(secrets.keySet());
        if (!secrets.isEmpty()) {
            context.console()
                    .println("Masking supported pattern matches of "
                            + secrets.keySet().stream().map(name -> "$" + name).collect(Collectors.joining(" or ")));
            block = block.filtered(new SecretMask(new ArrayList<>(secrets.values())));
        }
        context.newBody().in(block).start(new Cleanup(binder.files()));
        return new BodyExecution(context);
    }

    /** Deletes the files of secrets when the body has ended. */
    private static final class Cleanup extends BodyCallback.Finally {
        private static final long serialVersionUID = 1L;

        private final ArrayList<String> files;

        Cleanup(List<Path> files) {
            this.files = new ArrayList<>(files.stream().map(Path::toString).toList());
        }

        @Override
        protected void finished(StepContext context) throws IOException {
            for (String file : files) {
                Trees.delete(Path.of(file));
            }
        }
    }
}
