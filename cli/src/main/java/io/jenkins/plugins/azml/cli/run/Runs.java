package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.FileStateStore;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs of this folder, below {@code .azml/runs}. */
public final class Runs {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Shell shell;
    private final Path root;

    public Runs(Shell shell) {
        this.shell = shell;
        this.root = shell.home().resolve("runs");
    }

    /** A run as it is saved. */
    public record Saved(RunRecord record, Optional<Envelope> state, Instant touched) {}

    FileStateStore store() {
        return new FileStateStore(root);
    }

    RunFolder folder(RunId run) {
        return new RunFolder(root.resolve(run.value()));
    }

    /** Keeps a call and its files, before anything is done. */
    <A extends Record> RunRecord begin(StageDoor<A, ?, ?> door, A arguments, Order order) {
        Instant now = shell.clock().instant();
        RunId run = order.run() == null ? fresh(door.name(), now) : new RunId(order.run());
        RunFolder folder = folder(run);
        if (folder.exists()) {
            throw Problem.of(
                            ProblemCode.STATE_IN_USE,
                            "there is a run '" + run + "' already; 'azml resume " + run + "' goes on with it")
                    .asException();
        }
        Map<String, String> copies = new LinkedHashMap<>();
        for (Path file : order.files()) {
            String copy = copies.size() + "-" + file.getFileName();
            folder.copy(file, copy);
            copies.put(file.toString(), copy);
        }
        RunRecord record =
                new RunRecord(run, door.name(), now, order.workspaces(), copies, RecordJson.write(arguments));
        folder.save(record);
        return record;
    }

    private RunId fresh(String stage, Instant now) {
        String random = String.format("%04x", shell.random().nextInt(1 << 16));
        return new RunId(stage + "-" + TIME.format(now) + "-" + random);
    }

    /** @throws ProblemException RUN_NOT_FOUND or STATE_UNREADABLE */
    public Saved find(RunId run) {
        RunFolder folder = folder(run);
        if (!folder.exists()) {
            throw Problem.of(ProblemCode.RUN_NOT_FOUND, "there is no run '" + run + "' in " + root)
                    .asException();
        }
        return new Saved(folder.record(), store().load(run), folder.touched());
    }

    /** What a file said when the run began. */
    public String text(RunRecord record, String file) {
        return folder(record.run()).text(file, record.copyOf(file));
    }

    public boolean exists(RunId run) {
        return folder(run).exists();
    }

    /** All of them, the newest first. */
    public List<Saved> all() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> new RunFolder(folder).exists())
                    .map(folder -> find(new RunId(folder.getFileName().toString())))
                    .sorted(Comparator.comparing((Saved saved) -> saved.record().begun())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
