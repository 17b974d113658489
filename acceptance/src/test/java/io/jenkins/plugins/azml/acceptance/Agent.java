package io.jenkins.plugins.azml.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A node of its own: a process of this machine that connects by a web socket, has no identity, and tells each request that
 * it sends.
 */
final class Agent implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Jenkins jenkins;
    private final String name;
    private final Path place;
    private final Path log;
    private Process process;

    private Agent(Jenkins jenkins, String name, Path place) {
        this.jenkins = jenkins;
        this.name = name;
        this.place = place;
        this.log = place.resolve("agent.log");
    }

    static Agent create(Jenkins jenkins, String name, Path place) {
        jenkins.script("""
                def agent = new hudson.slaves.DumbSlave('%1$s', '%2$s', new hudson.slaves.JNLPLauncher(true))
                agent.mode = hudson.model.Node.Mode.EXCLUSIVE
                Jenkins.get().addNode(agent)
                """.formatted(name, place));
        Agent agent = new Agent(jenkins, name, place);
        jenkins.download("jnlpJars/agent.jar", agent.jar());
        return agent;
    }

    private Path jar() {
        return place.resolve("agent.jar");
    }

    String name() {
        return name;
    }

    /** Starts its process and waits until Jenkins has it. */
    void connect() {
        String secret = jenkins.script("print Jenkins.get().getComputer('" + name + "').jnlpMac");
        process = start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Djdk.httpclient.HttpClient.log=requests",
                "-jar",
                jar().toString(),
                "-url",
                jenkins.url().toString(),
                "-name",
                name,
                "-secret",
                secret,
                "-webSocket",
                "-workDir",
                place.toString()));
        Awaitility.await(name + " is online")
                .atMost(PATIENCE)
                .until(() -> !jenkins.json("computer/" + name + "/api/json").flag("offline"));
    }

    /** Jenkins keeps a node's environment with each build that runs there: no secret belongs into it. */
    private Process start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().remove("IDENTITY_HEADER");
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends its process and waits until Jenkins has seen it. */
    void kill() {
        process.destroyForcibly().onExit().join();
        Awaitility.await(name + " is offline")
                .atMost(PATIENCE)
                .until(() -> jenkins.json("computer/" + name + "/api/json").flag("offline"));
    }

    /** What its processes have printed. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        jenkins.post("computer/" + name + "/doDelete");
    }
}
