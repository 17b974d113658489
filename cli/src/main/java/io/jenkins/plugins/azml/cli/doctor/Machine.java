package io.jenkins.plugins.azml.cli.doctor;

import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.emulator.install.Tool;
import io.jenkins.plugins.azml.emulator.install.ToolCheck;
import io.jenkins.plugins.azml.emulator.install.Version;
import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is installed here, and how much room there is. */
final class Machine {
    private static final long ENOUGH = 5L << 30;
    private static final Tool GIT =
            new Tool("git", List.of("--version"), new Version(2, 0), "install git: without it a job bears no commit");

    private final Shell shell;

    Machine(Shell shell) {
        this.shell = shell;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.good("Java", System.getProperty("java.version") + " at " + System.getProperty("java.home")));
        ToolCheck check = new ToolCheck(
                new ChildEnvironment(shell.environment()),
                new Children(shell.home().resolve("doctor")));
        List<ToolCheck.Finding> tools = new ArrayList<>(check.all());
        tools.add(check.check(GIT));
        tools.forEach(tool -> findings.add(finding(tool)));
        findings.add(disk());
        return findings;
    }

    private static Finding finding(ToolCheck.Finding found) {
        Tool tool = found.tool();
        String what = tool.equals(Tool.VENV) ? "Python venv" : tool.program();
        String version = found.found().map(Version::toString).orElse("not there");
        return found.isGood()
                ? Finding.good(what, version)
                : Finding.warning(what, version + "; " + tool.atLeast() + " or newer is expected", tool.fix());
    }

    private Finding disk() {
        Path here = shell.folder().toAbsolutePath();
        try {
            long free = Files.getFileStore(here).getUsableSpace();
            String detail = (free >> 20) + " MiB free in " + here;
            if (!Files.isWritable(here)) {
                return Finding.bad("disk", here + " may not be written", "work in a folder of your own");
            }
            return free >= ENOUGH
                    ? Finding.good("disk", detail)
                    : Finding.warning("disk", detail, "the emulator's environments need about 2 GiB");
        } catch (IOException e) {
            return Finding.warning("disk", String.valueOf(e.getMessage()), "check the file system");
        }
    }
}
