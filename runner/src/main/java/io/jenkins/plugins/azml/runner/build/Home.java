package io.jenkins.plugins.azml.runner.build;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The folder that stands for a controller and its node: builds and workspaces. */
public final class Home {
    private final Path root;
    private final Path sources;
    private final boolean checksOut;
    private final Map<String, String> environment;
    private final Set<Path> taken = new HashSet<>();

    /**
     * @param sources the folder that the Jenkinsfile's own repository is checked out from
     * @param checksOut whether Declarative checks it out of itself where a node is entered
     * @param environment variables of the node's processes
     */
    public Home(Path root, Path sources, boolean checksOut, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.checksOut = checksOut;
        this.root = root.toAbsolutePath().normalize();
        this.sources = sources.toAbsolutePath().normalize();
    }

    public boolean checksOut() {
        return checksOut;
    }

    public Map<String, String> environment() {
        return environment;
    }

    public Path sources() {
        return sources;
    }

    public Path root() {
        return root;
    }

    public Job job(String name) {
        return new Job(name, root.resolve("builds").resolve(name));
    }

    public Path workspaceOf(Job job) {
        return root.resolve("workspace").resolve(job.name());
    }

    /** Takes a workspace for as long as a block lasts; where it is taken already, one beside it with a number. */
    public synchronized Path take(Path wanted) {
        Path free = wanted;
        for (int i = 2; !taken.add(free); i++) {
            free = wanted.resolveSibling(wanted.getFileName() + "@" + i);
        }
        return free;
    }

    /** Takes a workspace again that a saved program holds. */
    public synchronized void retake(Path workspace) {
        taken.add(workspace);
    }

    public synchronized void release(Path workspace) {
        taken.remove(workspace);
    }
}
