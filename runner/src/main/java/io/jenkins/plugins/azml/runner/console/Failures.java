package io.jenkins.plugins.azml.runner.console;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of an exception as Jenkins prints it: the innermost cause first. */
public final class Failures {
    private Failures() {}

    public static String print(Throwable failure) {
        StringBuilder text = new StringBuilder();
        print(text, failure, null, "", Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void print(
            StringBuilder text, Throwable failure, @Nullable Throwable outer, String prefix, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            text.append("<cycle to ").append(failure).append(">\n");
            return;
        }
        Throwable cause = failure.getCause();
        if (cause != null) {
            print(text, cause, failure, prefix, seen);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            text.append(prefix).append("Also:   ");
            print(text, suppressed, failure, prefix + "\t", seen);
        }
        if (cause != null) {
            text.append(prefix).append("Caused: ");
        }
        text.append(summary(failure, cause)).append('\n');
        printFrames(text, failure, outer, prefix);
    }

    private static String summary(Throwable failure, @Nullable Throwable cause) {
        String summary = failure.toString();
        String repeated = ": " + cause;
        return cause != null && summary.endsWith(repeated)
                ? summary.substring(0, summary.length() - repeated.length())
                : summary;
    }

    private static void printFrames(StringBuilder text, Throwable failure, @Nullable Throwable outer, String prefix) {
        StackTraceElement[] frames = failure.getStackTrace();
        int end = frames.length - (outer == null ? 0 : shared(frames, outer.getStackTrace()));
        for (int i = 0; i < end; i++) {
            if (isOfScript(frames[i])) {
                text.append(prefix).append("\tat ").append(frames[i]).append('\n');
            }
        }
    }

    /** Only the frames of scripts are of use to their author. */
    private static boolean isOfScript(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null
                && !frame.getClassName().startsWith("io.jenkins.plugins.azml.runner.")
                && (file.endsWith(".groovy") || file.equals("WorkflowScript"))
                && frame.getLineNumber() > 0;
    }

    private static int shared(StackTraceElement[] inner, StackTraceElement[] outer) {
        int count = 0;
        while (count < inner.length
                && count < outer.length
                && inner[inner.length - 1 - count].equals(outer[outer.length - 1 - count])) {
            count++;
        }
        return count;
    }
}
