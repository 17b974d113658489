package io.jenkins.plugins.azml.cli.doctor;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.Release;
import io.jenkins.plugins.azml.cli.stage.WorkspaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Looks at this machine. */
@Command(
        name = "doctor",
        description = "Checks tools, disk, network, credential and workspace, each with its fix. Shows no secret.")
@SuppressWarnings("NullAway.Init")
public final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Mixin
    private WorkspaceOptions workspace;

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>(new Machine(azml.shell()).findings());
        findings.addAll(new NetworkCheck(azml.shell()).findings());
        findings.add(new CredentialCheck(azml.shell()).finding());
        findings.add(new WorkspaceCheck(azml, workspace.flags()).finding());
        boolean good = findings.stream().noneMatch(finding -> finding.state() == Finding.State.BAD);
        azml.console()
                .result(
                        lines(findings),
                        Map.of(
                                "release",
                                Release.name(),
                                "good",
                                good,
                                "system",
                                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                                "findings",
                                findings.stream().map(Finding::json).toList()));
        return (good ? ExitCode.DONE : ExitCode.FAILED).status();
    }

    private static List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add(String.format("%-8s %-12s %s", finding.state().word(), finding.what(), finding.detail()));
            if (!finding.fix().isEmpty()) {
                lines.add(" ".repeat(22) + "fix: " + finding.fix());
            }
        }
        return lines;
    }
}
