package io.jenkins.plugins.azml.acceptance;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A Jenkins, the emulator beside it, and a Git server with this repository's library and projects that use it. */
final class Site implements AutoCloseable {
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    static final Path EXAMPLE = REPOSITORY.resolve("examples/diabetes");

    private final Given given;
    private final Jenkins jenkins;
    private final LocalAzure azure;
    private final Path root;
    private final GitServer git;
    private List<String> approvalsBefore = List.of();

    private Site(Given given, LocalAzure azure, Path root) {
        this.given = given;
        this.jenkins = new Jenkins(given.url(), given.user(), given.token());
        this.azure = azure;
        this.root = root;
        this.git = GitServer.start(root);
    }

    static Site open() {
        try {
            Path root = Files.createTempDirectory("azml-acceptance");
            Site site = new Site(Given.bySystemProperties(), LocalAzure.ofThisShell(), root);
            site.jenkins.awaitStart();
            site.approvalsBefore = site.approvals();
            site.library();
            return site;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void library() {
        Repository library = Repository.create(root, "library");
        for (String part : new String[] {"vars", "src", "resources"}) {
            library.copy(REPOSITORY.resolve(part), part);
        }
        library.commit("The library as it is here");
    }

    boolean hasPlugin() {
        return jenkins.json("pluginManager/api/json?depth=1").list("plugins").stream()
                .anyMatch(plugin -> plugin.text("shortName").equals("azure-machine-learning") && plugin.flag("active"));
    }

    Jenkins jenkins() {
        return jenkins;
    }

    /** The same Jenkins for somebody who may only read. */
    Jenkins asReader() {
        if (given.reader().isEmpty()) {
            throw new AssertionError("-Djenkins.reader and -Djenkins.readerToken are missing; see docs/acceptance.md");
        }
        return new Jenkins(given.url(), given.reader(), given.readerToken());
    }

    /** Files of a folder's jobs and builds that hold one of these texts. */
    String filesWith(Folder folder, List<String> texts) {
        String list = texts.stream().map(text -> "'" + text + "'").collect(joining(", ", "[", "]"));
        return jenkins.script("""
                def texts = %s
                def hits = []
                Jenkins.get().getItemByFullName('%s').rootDir.eachFileRecurse(groovy.io.FileType.FILES) { file ->
                    def content = file.getText('ISO-8859-1')
                    texts.eachWithIndex { text, i -> if (content.contains(text)) { hits << "${file.name} has text ${i}" } }
                }
                print hits.unique()
                """.formatted(list, folder.name()));
    }

    /** The emulator's own process. */
    EmulatorProcess emulator() {
        return new EmulatorProcess(given.emulator()
                .orElseThrow(() -> new AssertionError(
                        "-Dazml.emulator is missing: the emulator's folder;" + " see docs/acceptance.md")));
    }

    LocalAzure azure() {
        return azure;
    }

    Given given() {
        return given;
    }

    /** A folder whose jobs may load the library as {@code azml}. */
    Folder folder(String name) {
        return Folder.create(jenkins, "azml-acceptance-" + name, git.url("library.git"));
    }

    /** A repository with the example's project in it, not committed yet. */
    Repository project(String name) {
        return Repository.create(root, name).copy(EXAMPLE, "");
    }

    /**
     * The example, and beside its job one that trains long enough to be met while it does, and one without end. Its code is
     * like no other's, or a snapshot that is there already would be taken.
     */
    Repository slowProject(String name) {
        return project(name)
                .write("src/tried.txt", Instant.now().toString())
                .replaced("azml/job.yml", "azml/slow.yml", "python train.py", "sleep 40 && python train.py")
                .replaced("azml/job.yml", "azml/endless.yml", "python train.py", "sleep 3600 && python train.py");
    }

    /** Where the Git server's repositories are. */
    Path root() {
        return root;
    }

    /** A Jenkinsfile that trains and does nothing else, by the plugin's step or the library's. */
    String train(String project, String job) {
        return train(project, job, "");
    }

    /** @param around a step with a body that the training stands in, or empty */
    String train(String project, String job, String around) {
        String script = Scripts.train(url(project), job);
        String trains = "def t = azmlTrain(file: '" + job + "', workspace: 'dev')";
        return (hasPlugin() ? "" : "@Library('azml') _\n")
                + (around.isEmpty()
                        ? script
                        : script.replace(trains, "def t\n" + around + " { t = " + trains.substring(8) + " }"));
    }

    URI url(String repository) {
        return git.url(repository + ".git");
    }

    /** Tells the plugin of the emulator's workspaces. The controller's own identity signs in; only folders get to prod. */
    void configurePlugin() {
        jenkins.configure(Yaml.workspaces(azure.variables()) + Yaml.credentials(azure.variables()));
    }

    /** Configures what there is to configure: without the plugin, credentials alone. */
    void configure() {
        jenkins.configure(
                (hasPlugin() ? Yaml.workspaces(azure.variables()) : "") + Yaml.credentials(azure.variables()));
    }

    /** What waits for an administrator to approve, and did not when the tests began. */
    List<String> newApprovals() {
        return approvals().stream()
                .filter(line -> !approvalsBefore.contains(line))
                .toList();
    }

    private List<String> approvals() {
        return jenkins.script("""
                def all = org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval.get()
                all.pendingSignatures.each { println it.signature }
                all.pendingScripts.each { println it.script }
                all.pendingClasspathEntries.each { println it.path }
                """).lines().filter(line -> !line.isBlank()).toList();
    }

    /** Kills the controller with the command that was given, which starts it again, and waits until it answers. */
    void restart() {
        String command = given.restart()
                .orElseThrow(() -> new AssertionError("-Djenkins.restart is missing: a command that kills the"
                        + " controller and starts it again; see docs/acceptance.md"));
        Command.run(root, "sh", "-c", command);
        jenkins.awaitStart();
    }

    @Override
    public void close() {
        git.close();
    }
}
