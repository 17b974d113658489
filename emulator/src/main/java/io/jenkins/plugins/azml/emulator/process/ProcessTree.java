package io.jenkins.plugins.azml.emulator.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process with all that came from it: its process group, its descendants, and on Linux every process that inherited
 * its marker, which finds those that made themselves a session of their own. A process that does that and clears its
 * environment escapes.
 */
final class ProcessTree {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int ROUNDS = 10;

    private final OptionalLong leader;
    private final String marker;

    private ProcessTree(OptionalLong leader, String marker) {
        this.leader = leader;
        this.marker = marker;
    }

    /** The tree below a process that leads its own group. */
    static ProcessTree of(long leader, String marker) {
        return new ProcessTree(OptionalLong.of(leader), marker);
    }

    /** All processes whose marker begins so. */
    static ProcessTree marked(String marker) {
        return new ProcessTree(OptionalLong.empty(), marker);
    }

    /** Asks all to end, waits, then kills what is left. */
    void end(Duration grace) {
        signal("TERM");
        long deadline = System.nanoTime() + grace.toNanos();
        while (!members().isEmpty() && System.nanoTime() < deadline) {
            pause();
        }
        kill();
    }

    /** Kills all, until twice in a row none is seen: a process that is just being started has no environment yet. */
    void kill() {
        int quiet = 0;
        for (int round = 0; round < ROUNDS && quiet < 2; round++) {
            signal("KILL");
            quiet = members().isEmpty() ? quiet + 1 : 0;
            pause();
        }
    }

    // Once to each: servers take a second request to end as one to end at once, without saving.
    private void signal(String signal) {
        Set<ProcessHandle> members = members();
        leader.ifPresent(group -> run("kill -" + signal + " -" + group));
        members.stream()
                .filter(member -> leader.isEmpty() || !SystemStatus.isInGroup(member.pid(), leader.getAsLong()))
                .forEach(member -> run("kill -" + signal + " " + member.pid()));
    }

    private Set<ProcessHandle> members() {
        Set<ProcessHandle> members = new HashSet<>();
        leader.stream().boxed().flatMap(pid -> ProcessHandle.of(pid).stream()).forEach(process -> {
            members.add(process);
            process.descendants().forEach(members::add);
        });
        if (!marker.isEmpty()) {
            marked().forEach(members::add);
        }
        members.removeIf(member -> !member.isAlive() || SystemStatus.isZombie(member.pid()));
        return members;
    }

    private Stream<ProcessHandle> marked() {
        if (!SystemStatus.tells()) {
            return Stream.empty();
        }
        String wanted = "\0" + Children.MARKER + "=" + marker;
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> ("\0" + SystemStatus.read(process.pid(), "environ")).contains(wanted));
    }

    // The JDK sends no signal to a process group.
    private static void run(String script) {
        try {
            Process shell = new ProcessBuilder(List.of("/bin/sh", "-c", script))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            shell.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException noShell) {
            throw new UncheckedIOException("cannot start /bin/sh to end a process", noShell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // No end to wait for instead: members start others meanwhile, and those of a dead parent end unseen by us.
    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
