package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
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
                .optional("returnText", Boolean.class));
    }

    private static void check(StepArguments arguments, boolean text) {
        if (text && arguments.text("file") != null) {
            throw new IllegalArgumentException("cannot provide both returnText and file to writeYaml");
        }
        if (!text && arguments.text("file", "").isBlank()) {
            throw new IllegalArgumentException("either file or returnText must be provided to writeYaml");
        }
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws Exception {
        boolean text = arguments.flag("returnText", false);
        check(arguments, text);
        String yaml = yaml(arguments.get("data"), arguments.get("datas"));
        if (text) {
            return yaml;
        }
        Path file = SourceText.file(arguments.text("file", ""), context);
        if (Files.exists(file) && !arguments.flag("overwrite", false)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml, TextEncoding.charset(arguments.text("charset")));
        return null;
    }

    private static String yaml(@Nullable Object data, @Nullable Object datas) {
        if (data == null && datas == null) {
            throw new IllegalArgumentException("data or datas parameter must be provided to writeYaml");
        }
        if (data != null && datas != null) {
            throw new IllegalArgumentException("only one of data or datas must be provided to writeYaml");
        }
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build();
        Dump dump = new Dump(settings);
        return datas instanceof Iterable<?> many ? dump.dumpAllToString(many.iterator()) : dump.dumpToString(data);
    }
}
