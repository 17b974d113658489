package io.jenkins.plugins.azml.runner.script;

import com.cloudbees.groovy.cps.impl.CallSiteBlock;
import com.cloudbees.groovy.cps.impl.SourceLocation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words where in a script something is: {@code Jenkinsfile:12}. */
public final class SourcePlaces {
    private final String jenkinsfile;

    /** @param jenkinsfile the name of the file whose class Jenkins calls {@link ScriptCompiler#MAIN} */
    public SourcePlaces(String jenkinsfile) {
        this.jenkinsfile = jenkinsfile;
    }

    /** The innermost line of a script in a stack. */
    public Optional<String> of(List<StackTraceElement> stack) {
        return stack.stream().filter(this::isOfScript).findFirst().map(this::word);
    }

    /** The innermost line of a script on the stack of this thread. */
    public Optional<String> ofThisThread() {
        return of(Arrays.asList(Thread.currentThread().getStackTrace()));
    }

    /** A line and column of a file as the compiler names it. */
    public String of(String file, int line, int column) {
        return name(file) + ":" + line + ":" + column;
    }

    /** The line of a call that the engine is about to make. */
    public Optional<String> of(@Nullable CallSiteBlock site) {
        SourceLocation location = site == null ? null : location(site);
        return location == null ? Optional.empty() : of(List.of(location.toStackTrace()));
    }

    private boolean isOfScript(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null && frame.getLineNumber() > 0 && (isJenkinsfile(file) || file.endsWith(".groovy"));
    }

    private static boolean isJenkinsfile(String file) {
        return file.equals(ScriptCompiler.MAIN);
    }

    private String word(StackTraceElement frame) {
        return name(String.valueOf(frame.getFileName())) + ":" + frame.getLineNumber();
    }

    private String name(String file) {
        return isJenkinsfile(file) ? jenkinsfile : file.substring(file.lastIndexOf('/') + 1);
    }

    /** The engine keeps the line of a call to itself. */
    private static @Nullable SourceLocation location(CallSiteBlock site) {
        for (Class<?> type = site.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == SourceLocation.class && field.trySetAccessible()) {
                    try {
                        return (SourceLocation) field.get(site);
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }
            }
        }
        return null;
    }
}
