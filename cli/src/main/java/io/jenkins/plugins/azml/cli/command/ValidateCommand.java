package io.jenkins.plugins.azml.cli.command;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.stage.YamlFiles;
import io.jenkins.plugins.azml.engine.gate.GatesFile;
import io.jenkins.plugins.azml.engine.spec.Finding;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Validation;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.testing.TestsFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Checks files. */
@Command(
        name = "validate",
        description =
                "Checks CLI v2 files, gates, tests and azml/pipeline.yml offline: every problem at once, with file, line"
                        + " and column.")
@SuppressWarnings("NullAway.Init")
public final class ValidateCommand implements Callable<Integer> {
    private static final Validation VALIDATION = new Validation(
            Map.of(Kind.GATES, GatesFile::read, Kind.TESTS, TestsFile::read, Kind.PIPELINE, PipelineFile::check));

    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, or folders of .yml and .yaml files.")
    private List<Path> files;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replace a value of each file; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "FORM", description = "json: the findings alone, as an array.")
    private Form form = Form.text;

    /** The forms of findings, spelt as they are typed. */
    enum Form {
        text,
        json
    }

    @Override
    public Integer call() {
        List<Path> checked = YamlFiles.of(files);
        List<Finding> findings = VALIDATION.check(checked, new Overrides(set));
        if (form == Form.json) {
            azml.console().print(Validation.json(findings));
        } else {
            azml.console().result(lines(checked, findings), json(checked, findings));
        }
        return (findings.isEmpty() ? ExitCode.DONE : ExitCode.USAGE).status();
    }

    private static List<String> lines(List<Path> files, List<Finding> findings) {
        return findings.isEmpty()
                ? List.of(files.size() == 1 ? files.get(0) + " is right" : files.size() + " files are right")
                : findings.stream().map(Finding::toString).toList();
    }

    private static Map<String, Object> json(List<Path> files, List<Finding> findings) {
        return Map.of(
                "valid", findings.isEmpty(),
                "files", files.stream().map(Path::toString).toList(),
                "findings", findings.stream().map(Finding::json).toList());
    }
}
