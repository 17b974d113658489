package io.jenkins.plugins.azml.runner;

import io.jenkins.plugins.azml.runner.build.Credential;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import io.jenkins.plugins.azml.runner.step.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do.
 *
 * @param jenkinsfile the script
 * @param job the job that the build belongs to; the builds of one job count up
 * @param home the folder for builds and workspaces, {@code .azml} by default
 * @param sources the folder that {@code checkout scm} takes the sources from
 * @param checkout whether Declarative checks the sources out of itself where a node is entered
 * @param user who starts the build and answers its inputs
 * @param parameters values of parameters, by name
 * @param variables variables of the build's environment, such as {@code BRANCH_NAME}
 * @param machine variables of the processes on this machine
 * @param files a folder that is laid into the workspace before the build, or null
 * @param libraries the libraries that can be loaded
 * @param credentials the credentials by id
 * @param answers how inputs are answered
 * @param actions what is done at which point of the console
 * @param durability how hard the survival of a restart is tried
 * @param killAt the save at which the run ends, as if the machine had gone down, or 0
 * @param allowed steps that are not there and only print their call
 * @param steps steps besides the runner's own, or in place of those of the same name
 * @param causes what has started the build, as {@code getBuildCauses} shows it; the user where this is empty
 * @param parent the class loader above those of the build's scripts
 */
public record RunOptions(
        Path jenkinsfile,
        String job,
        Path home,
        Path sources,
        boolean checkout,
        String user,
        Map<String, String> parameters,
        Map<String, String> variables,
        Map<String, String> machine,
        @Nullable Path files,
        List<LibrarySource> libraries,
        Map<String, Credential> credentials,
        Answers answers,
        List<RunAction> actions,
        Durability durability,
        int killAt,
        List<String> allowed,
        List<Step> steps,
        List<Map<String, Object>> causes,
        ClassLoader parent) {

    public RunOptions {
        parameters = Map.copyOf(parameters);
        variables = Map.copyOf(variables);
        machine = Map.copyOf(machine);
        libraries = List.copyOf(libraries);
        credentials = Map.copyOf(credentials);
        actions = List.copyOf(actions);
        allowed = List.copyOf(allowed);
        steps = List.copyOf(steps);
        causes = List.copyOf(causes);
        check(job);
        libraries.forEach(library -> requireFolder("the library " + library.name(), library.folder()));
        if (files != null) {
            requireFolder("what is to be laid into the workspace", files);
        }
    }

    /** A job's name is a folder's name below the records: it leads nowhere else. */
    private static void check(String job) {
        boolean plain = !job.isBlank()
                && Arrays.stream(job.split("/", -1))
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
        if (!plain || job.indexOf('\\') >= 0) {
            throw new RunException("the job's name '" + job + "' is no name: write NAME or FOLDER/NAME");
        }
    }

    private static void requireFolder(String what, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RunException(what + ": there is no folder " + folder);
        }
    }

    /** Starts from the defaults for a Jenkinsfile. */
    public static Builder of(Path jenkinsfile) {
        return new Builder(jenkinsfile);
    }

    Optional<Path> filesToLay() {
        return Optional.ofNullable(files);
    }

    /** Collects options. */
    public static final class Builder {
        private final Path jenkinsfile;
        private Path home;
        private Path sources;
        private boolean checkout;
        private String job;
        private String user = System.getProperty("user.name", "unknown");
        private Map<String, String> parameters = Map.of();
        private Map<String, String> variables = Map.of();
        private Map<String, String> machine = System.getenv();
        private @Nullable Path files;
        private List<LibrarySource> libraries = List.of();
        private Map<String, Credential> credentials = Map.of();
        private Answers answers = Answers.APPROVE;
        private List<RunAction> actions = List.of();
        private Durability durability = Durability.OFF;
        private int killAt;
        private List<String> allowed = List.of();
        private List<Step> steps = List.of();
        private List<Map<String, Object>> causes = List.of();
        private ClassLoader parent = RunOptions.class.getClassLoader();

        private Builder(Path jenkinsfile) {
            this.jenkinsfile = jenkinsfile;
            Path folder = jenkinsfile.toAbsolutePath().normalize().getParent();
            this.sources = folder == null ? Path.of("/") : folder;
            this.home = sources.resolve(".azml");
            Path name = sources.getFileName();
            this.job = name == null ? "job" : name.toString();
        }

        public Builder home(Path value) {
            home = value;
            return this;
        }

        public Builder sources(Path value) {
            sources = value;
            return this;
        }

        public Builder checkout(boolean value) {
            checkout = value;
            return this;
        }

        public Builder job(String value) {
            job = value;
            return this;
        }

        public Builder user(String value) {
            user = value;
            return this;
        }

        public Builder parameters(Map<String, String> value) {
            parameters = value;
            return this;
        }

        public Builder variables(Map<String, String> value) {
            variables = value;
            return this;
        }

        public Builder machine(Map<String, String> value) {
            machine = value;
            return this;
        }

        public Builder files(Path value) {
            files = value;
            return this;
        }

        public Builder libraries(List<LibrarySource> value) {
            libraries = value;
            return this;
        }

        public Builder credentials(Map<String, Credential> value) {
            credentials = value;
            return this;
        }

        public Builder answers(Answers value) {
            answers = value;
            return this;
        }

        public Builder actions(List<RunAction> value) {
            actions = value;
            return this;
        }

        public Builder durability(Durability value) {
            durability = value;
            return this;
        }

        public Builder killAt(int value) {
            killAt = value;
            return this;
        }

        public Builder allowed(List<String> value) {
            allowed = value;
            return this;
        }

        public Builder steps(List<Step> value) {
            steps = value;
            return this;
        }

        public Builder causes(List<Map<String, Object>> value) {
            causes = value;
            return this;
        }

        public Builder parent(ClassLoader value) {
            parent = value;
            return this;
        }

        public RunOptions build() {
            return new RunOptions(
                    jenkinsfile,
                    job,
                    home,
                    sources,
                    checkout,
                    user,
                    parameters,
                    variables,
                    machine,
                    files,
                    libraries,
                    credentials,
                    answers,
                    actions,
                    durability,
                    killAt,
                    allowed,
                    steps,
                    causes,
                    parent);
        }
    }
}
