package io.jenkins.plugins.azml.emulator.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the system itself tells of a process. Linux does. */
public final class SystemStatus {
    private static final Path PROC = Path.of("/proc");

    private SystemStatus() {}

    static boolean tells() {
        return Files.isDirectory(PROC);
    }

    /**
     * Whether it has ended and its parent has not collected it: the JDK takes it for alive, and in a container whose first
     * process collects nothing it stays for ever.
     */
    public static boolean isZombie(long pid) {
        List<String> fields = fieldsBehindName(pid);
        return !fields.isEmpty() && fields.get(0).equals("Z");
    }

    // Where the system does not tell, everything counts as in the group; what is not is found alive and killed.
    static boolean isInGroup(long pid, long group) {
        List<String> fields = fieldsBehindName(pid);
        return fields.size() < 3 ? !tells() : fields.get(2).equals(Long.toString(group));
    }

    // State, parent, group: what follows the name, which may hold anything.
    private static List<String> fieldsBehindName(long pid) {
        String status = read(pid, "stat");
        int nameEnd = status.lastIndexOf(") ");
        return nameEnd < 0 ? List.of() : List.of(status.substring(nameEnd + 2).split(" "));
    }

    /** A file of the process; empty when it is gone or somebody else's. */
    static String read(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(Long.toString(pid)).resolve(file), ISO_8859_1);
        } catch (IOException goneOrForeign) {
            return "";
        }
    }
}
