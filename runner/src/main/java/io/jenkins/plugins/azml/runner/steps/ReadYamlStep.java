package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code readYaml}: reads YAML from a file or a text; several documents give a list. */
final class ReadYamlStep extends SuspendingStep {
    ReadYamlStep() {
        super(StepSignature.of("readYaml", "org.jenkinsci.plugins.pipeline.utility.steps.conf.ReadYamlStep")
                .optional("codePointLimit", Integer.class)
                .optional("file", String.class)
                .optional("maxAliasesForCollections", Integer.class)
                .optional("text", String.class));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws Exception {
        List<@Nullable Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().setSchema(new JenkinsYaml()).build())
                .loadAllFromString(SourceText.of(arguments, context))
                .forEach(documents::add);
        return documents.size() == 1 ? documents.get(0) : documents;
    }
}
