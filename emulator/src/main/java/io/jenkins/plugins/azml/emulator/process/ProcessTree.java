package io.jenkins.plugins.azml.emulator.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final Path PROC = Path.of("/proc");
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
                .filter(member -> leader.isEmpty() || !isInGroup(member.pid(), leader.getAsLong()))
                .forEach(member -> run("kill -" + signal + " " + member.pid()));
    }

    // Where the system does not tell, everything counts as in the group; what is not is found alive and killed.
    private static boolean isInGroup(long pid, long group) {
        List<String> fields = fieldsBehindName(pid);
        return fields.size() < 3 ? !Files.isDirectory(PROC) : fields.get(2).equals(Long.toString(group));
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
        members.removeIf(member -> !member.isAlive() || isZombie(member.pid()));
        return members;
    }

    private Stream<ProcessHandle> marked() {
        if (!Files.isDirectory(PROC)) {
            return Stream.empty();
        }
        String wanted = "\0" + Children.MARKER + "=" + marker;
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> ("\0" + read(process.pid(), "environ")).contains(wanted));
    }

    // A dead child of a process that does not collect it stays listed; nothing can or need be done about it.
    private static boolean isZombie(long pid) {
        List<String> fields = fieldsBehindName(pid);
        return !fields.isEmpty() && fields.get(0).equals("Z");
    }

    // State, parent, group: what follows the name, which may hold anything.
    private static List<String> fieldsBehindName(long pid) {
        String status = read(pid, "stat");
        int nameEnd = status.lastIndexOf(") ");
        return nameEnd < 0 ? List.of() : List.of(status.substring(nameEnd + 2).split(" "));
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(Long.toString(pid)).resolve(file), ISO_8859_1);
        } catch (IOException goneOrForeign) {
            return "";
        }
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

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
