package io.jenkins.plugins.azml.emulator.blob;

import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A real Azurite in a process of its own. */
public final class AzuriteBlobStore implements BlobStore {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Pattern LISTENS = Pattern.compile("successfully listens on (https://127\\.0\\.0\\.1:\\d+)");

    private final AzuriteOptions options;
    private final Azurite azurite;
    private final Children children;
    private final ChildEnvironment environment;
    private final Map<String, BlobClient> clients = new ConcurrentHashMap<>();
    private @Nullable ServerProcess process;
    private volatile @Nullable URI server;

    public AzuriteBlobStore(AzuriteOptions options, Azurite azurite, Children children, ChildEnvironment environment) {
        this.options = options;
        this.azurite = azurite;
        this.children = children;
        this.environment = environment;
    }

    @Override
    public synchronized void start() {
        Path script = azurite.script();
        try {
            Files.createDirectories(options.folder());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot make the blob folder " + options.folder(), unwritable);
        }
        process = ServerProcess.start(command(script), children, LISTENS);
        server = process.awaitAddress(START_LIMIT);
        options.accountKeys()
                .forEach((account, key) -> clients.put(
                        account, new BlobClient(server(), account, new SharedKey(account, key), options.trust())));
    }

    private Command command(Path script) {
        List<String> line = List.of(
                "node",
                script.toString(),
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                Integer.toString(options.port()),
                "--location",
                options.folder().toString(),
                "--cert",
                options.certificate().toString(),
                "--key",
                options.key().toString(),
                "--skipApiVersionCheck",
                "--disableTelemetry",
                "--silent");
        Map<String, String> variables = new TreeMap<>(environment.plain());
        variables.put("AZURITE_ACCOUNTS", accounts());
        variables.put("NODE_EXTRA_CA_CERTS", options.authority().toString());
        return Command.of("Azurite", line, options.folder(), variables);
    }

    private String accounts() {
        return options.accountKeys().entrySet().stream()
                .map(account -> account.getKey() + ":" + account.getValue())
                .collect(Collectors.joining(";"));
    }

    private URI server() {
        if (server == null) {
            throw new IllegalStateException("the blob server is not started");
        }
        return server;
    }

    /** The port that it listens on. */
    public int port() {
        return server().getPort();
    }

    @Override
    public URI url(Container container) {
        return URI.create(server() + "/" + container.account() + "/" + container.name());
    }

    @Override
    public String accountKey(String account) {
        return Optional.ofNullable(options.accountKeys().get(account))
                .orElseThrow(() -> new IllegalArgumentException("no storage account '" + account + "'"));
    }

    @Override
    public String sign(Container container, Set<SasPermission> permissions, Instant expiry) {
        return new SharedKey(container.account(), accountKey(container.account()))
                .containerSas(container.name(), permissions, expiry);
    }

    @Override
    public void createContainer(Container container) {
        client(container).createContainer(container.name());
    }

    @Override
    public void put(Container container, String blob, byte[] content) {
        client(container).put(container.name(), blob, content);
    }

    @Override
    public void append(Container container, String blob, byte[] content) {
        client(container).append(container.name(), blob, content);
    }

    @Override
    public Optional<byte[]> read(Container container, String blob) {
        return client(container).read(container.name(), blob);
    }

    @Override
    public void upload(Container container, String blob, Path file) throws IOException {
        client(container).upload(container.name(), blob, file);
    }

    @Override
    public boolean download(Container container, String blob, Path file) throws IOException {
        return client(container).download(container.name(), blob, file);
    }

    @Override
    public List<BlobItem> list(Container container, String prefix) {
        return client(container).list(container.name(), prefix);
    }

    @Override
    public void delete(Container container, String blob) {
        client(container).delete(container.name(), blob);
    }

    private BlobClient client(Container container) {
        return Optional.ofNullable(clients.get(container.account()))
                .orElseThrow(() -> new IllegalArgumentException("no storage account '" + container.account() + "'"));
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.close();
        }
    }
}
