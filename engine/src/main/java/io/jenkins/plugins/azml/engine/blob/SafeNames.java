package io.jenkins.plugins.azml.engine.blob;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which remote names may become files. What could leave the folder, or be another file on another system, is refused:
 * {@code ..}, absolute, drive letters, backslashes, device names, control characters, names that differ only in case.
 */
final class SafeNames {
    private static final int LONGEST = 1024;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?", Pattern.DOTALL);

    private SafeNames() {}

    /** @throws ProblemException REFUSED if one of the names may not become a file, or two may become the same one */
    static void check(Collection<String> names) {
        Map<String, String> anyCase = new HashMap<>();
        for (String name : names) {
            check(name);
            String twin = anyCase.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (twin != null && !twin.equals(name)) {
                throw refused(name, "it differs from '" + twin + "' only in case");
            }
        }
    }

    static void check(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw refused(name, "it is empty or longer than " + LONGEST + " characters");
        }
        if (name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw refused(name, "it holds a backslash or a control character");
        }
        if (DRIVE.matcher(name).matches()) {
            throw refused(name, "it starts with a drive letter");
        }
        for (String segment : name.split("/", -1)) {
            checkSegment(name, segment);
        }
        if (!isPath(name)) {
            throw refused(name, "no file here can have that name; LC_ALL=C.UTF-8 may help");
        }
    }

    /** What a name may hold depends on the system and its character set. */
    private static boolean isPath(String name) {
        try {
            return !Path.of(name).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static void checkSegment(String name, String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw refused(name, "it is not a plain path below the folder");
        }
        if (DEVICE.matcher(segment).matches()) {
            throw refused(name, "'" + segment + "' is a device on some systems");
        }
    }

    private static ProblemException refused(String name, String why) {
        return Problem.of(
                        ProblemCode.REFUSED,
                        "will not write a file for the remote name '" + Redaction.line(name, 120) + "': " + why)
                .asException();
    }
}
