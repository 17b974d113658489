package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** {@code writeYaml}: writes data as YAML to a file, or gives the text. */
final class WriteYamlStep extends SuspendingStep {
    WriteYamlStep() {
        super(StepSignature.of("writeYaml", "org.jenkinsci.plugins.pipeline.utility.steps.conf.WriteYamlStep")
                .optional("charset", String.class)
                .optional("data", Object.class)
                .optional("datas", Object.class)
                .optional("file", String.class)
                .optional("overwrite", Boolean.class)
                .optional("returnText", Boolean.class)
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws IOException {
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        String yaml = new Dump(settings).dumpToString(arguments.get("data"));
        if (arguments.flag("returnText", false)) {
            return yaml;
        }
        Path file = context.directory().resolve(arguments.text("file", ""));
        if (Files.exists(file) && !arguments.flag("overwrite", false)) {
            throw new FileAlreadyExistsException(file + " already exist.");
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml, TextEncoding.charset(arguments.text("charset")));
        return null;
    }
}
