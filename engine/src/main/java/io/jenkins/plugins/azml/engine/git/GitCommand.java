package io.jenkins.plugins.azml.engine.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Runs git: without a shell, without prompts, for a bounded time and answer. Programs that a repository's own
 * configuration would have it run to watch files are not run.
 *
 * @param program a name on the path, or a path
 * @param limit how long one command may take
 */
record GitCommand(String program, Duration limit) {
    private static final int NOT_RUN = -1;

    /**
     * What a command said.
     *
     * @param text at most as much as was asked for
     * @param status its exit status; not 0 also if it did not run, took too long, or had more to say
     */
    record Answer(String text, int status) {}

    Answer run(Path folder, int mostBytes, String... arguments) {
        try {
            Process process = start(folder, arguments);
            Executor later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> timer = CompletableFuture.runAsync(() -> end(process), later);
            try {
                return answer(process, mostBytes);
            } finally {
                timer.cancel(false);
                end(process);
            }
        } catch (IOException e) {
            return new Answer("", NOT_RUN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer("", NOT_RUN);
        }
    }

    private Process start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program, "-C", folder.toString()));
        command.addAll(List.of("-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static Answer answer(Process process, int mostBytes) throws IOException, InterruptedException {
        try (InputStream out = process.getInputStream()) {
            byte[] text = out.readNBytes(mostBytes + 1);
            if (text.length > mostBytes) {
                end(process);
            }
            int kept = Math.min(text.length, mostBytes);
            return new Answer(new String(text, 0, kept, StandardCharsets.UTF_8), process.waitFor());
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
