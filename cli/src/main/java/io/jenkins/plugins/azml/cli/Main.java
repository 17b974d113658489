package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.cli.console.ResultFile;
import io.jenkins.plugins.azml.cli.run.Interruption;
import io.jenkins.plugins.azml.engine.rest.SteadyClock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The process. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Interruption interruption = new Interruption();
        interruption.listen();
        PrintWriter err = writer(FileDescriptor.err);
        Shell shell = new Shell(
                System.getenv(),
                Path.of(""),
                writer(FileDescriptor.out),
                err,
                // The launcher knows: it asks whether standard error is a terminal.
                Boolean.getBoolean("azml.terminal"),
                SteadyClock.system(),
                new SecureRandom(),
                interruption,
                Outside.real());
        int status = status(shell, arguments);
        shell.out().flush();
        err.flush();
        interruption.ended(status);
        System.exit(status);
    }

    private static int status(Shell shell, String... arguments) {
        try {
            return Azml.commandLine(shell).execute(arguments);
        } catch (Error failure) {
            // picocli hands over exceptions only.
            new Console(shell, false, Console.Level.NORMAL, ResultFile.none()).bug(failure);
            return ExitCode.BUG.status();
        }
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
