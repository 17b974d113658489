package io.jenkins.plugins.azml.runner.library;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.console.StepConsole;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.files.Git;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jenkinsci.plugins.workflow.cps.CpsScript;

/** The libraries of a build: those that can be loaded, and those that are. */
public final class Libraries {
    private final Map<String, LibrarySource> sources = new LinkedHashMap<>();
    private final Map<String, Path> loaded = new LinkedHashMap<>();
    private final List<URL> urls = new CopyOnWriteArrayList<>();
    private final Path folder;

    /** @param folder where a version of a library is laid out that is not the one on disk */
    public Libraries(List<LibrarySource> sources, Path folder) {
        sources.forEach(source -> this.sources.put(source.name(), source));
        this.folder = folder;
    }

    /** Lists the libraries that every script has. */
    public List<String> implicit() {
        return sources.values().stream()
                .filter(LibrarySource::implicit)
                .map(LibrarySource::name)
                .toList();
    }

    /**
     * Loads a library.
     *
     * @param identifier its name, or {@code name@version}
     * @throws AbortException where there is none of that name or version
     */
    public LoadedLibrary load(String identifier, Supplier<ScriptCompiler> compiler, StepConsole console)
            throws IOException, InterruptedException {
        int at = identifier.indexOf('@');
        String name = at < 0 ? identifier : identifier.substring(0, at);
        LibrarySource source = sources.get(name);
        if (source == null) {
            throw new AbortException("No library named " + name + " found");
        }
        if (loaded.containsKey(name)) {
            console.println("Only using first definition of library " + name);
        } else {
            String version = at < 0 ? source.defaultVersion() : identifier.substring(at + 1);
            console.println("Loading library " + name + "@" + version);
            use(name, retrieve(source, version, console), compiler);
        }
        return new LoadedLibrary(compiler.get().trusted(), "");
    }

    private void use(String name, Path root, Supplier<ScriptCompiler> compiler) throws IOException {
        loaded.put(name, root);
        List<URL> found = new ArrayList<>();
        for (String part : List.of("src", "vars")) {
            if (Files.isDirectory(root.resolve(part))) {
                found.add(root.resolve(part).toUri().toURL());
            }
        }
        if (found.isEmpty()) {
            throw new AbortException(
                    "Library " + name + " expected to contain at least one of src or vars directories");
        }
        urls.addAll(found);
        compiler.get().addLibrary(found);
    }

    /** Tells whether there is a library of the name in an identifier. */
    public boolean isKnown(String identifier) {
        return sources.containsKey(identifier.replaceFirst("@.*", ""));
    }

    /** The folders of the loaded libraries, by name. */
    public Map<String, String> loaded() {
        Map<String, String> folders = new LinkedHashMap<>();
        loaded.forEach((name, root) -> folders.put(name, root.toString()));
        return folders;
    }

    /** Takes libraries up that a build loaded before a restart. */
    public void restore(Map<String, String> folders, List<URL> classes) {
        folders.forEach((name, root) -> loaded.put(name, Path.of(root)));
        urls.addAll(classes);
    }

    /** Where the classes of the loaded libraries are. */
    public List<URL> urls() {
        return urls;
    }

    private Path retrieve(LibrarySource source, String version, StepConsole console)
            throws IOException, InterruptedException {
        Git git = new Git(source.folder());
        if (!git.isRepositoryRoot()) {
            return source.folder();
        }
        console.println("Attempting to resolve " + version + " from remote references...");
        console.println(" > git rev-parse " + version + " # in " + source.folder());
        if (!git.resolves(version)) {
            throw new AbortException("No version " + version + " found for library " + source.name());
        }
        String revision = git.line("rev-parse", version + "^{commit}");
        console.println("Found match: refs/heads/" + version + " revision " + revision);
        console.println(" > git checkout -f " + revision);
        return layOut(source, git, revision);
    }

    /** The version that is checked out is taken as it lies on disk; any other is laid out from the repository. */
    private Path layOut(LibrarySource source, Git git, String revision) throws IOException, InterruptedException {
        if (revision.equals(git.line("rev-parse", "HEAD"))) {
            return source.folder();
        }
        Path target = folder.resolve(source.name() + "@" + revision);
        Trees.delete(target);
        git.lines("worktree", "prune");
        git.lines(
                "worktree",
                "add",
                "--detach",
                "--force",
                target.toAbsolutePath().toString(),
                revision);
        return target;
    }

    /** Finds a variable of a loaded library: each script that asks has an instance of its own. */
    public Optional<Object> variable(String name, CpsScript script, PipelineExecution execution) {
        boolean known = loaded.values().stream()
                .anyMatch(root -> Files.isRegularFile(root.resolve("vars").resolve(name + ".groovy")));
        if (!known) {
            return Optional.empty();
        }
        if (script.getBinding().hasVariable(name)) {
            return Optional.ofNullable(script.getBinding().getVariable(name));
        }
        try {
            Class<?> type = execution.compiler().trusted().loadClass(name);
            CpsScript instance = ScriptCompiler.instance(type, new groovy.lang.Binding());
            execution.scope().attach(instance, instance.getBinding());
            script.getBinding().setVariable(name, instance);
            return Optional.of(instance);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException("the library variable " + name + " cannot be loaded", gone);
        }
    }

    /** Finds a file among the resources of the loaded libraries. */
    public Optional<Path> resource(String name) {
        return loaded.values().stream()
                .map(root -> root.resolve("resources").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
