package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.turn.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The states that each release has saved, as files {@code RELEASE/PLAN/GENERATION.json}: written once, never changed.
 *
 * <p>In the name of a plan's folder {@code @} stands for the colon, which some file systems do not take.
 */
final class SavedStates {
    private static final Path ROOT = Path.of("src/test/resources/states");

    private SavedStates() {}

    /**
     * A state as a release saved it.
     *
     * @param plan in which it was saved
     */
    record SavedState(String release, Plan plan, byte[] bytes) {
        Envelope envelope() {
            return Envelope.read(bytes);
        }

        @Override
        public String toString() {
            return release + "/" + folder(plan) + "/" + envelope().generation();
        }
    }

    static List<SavedState> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(SavedStates::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SavedState read(Path file) {
        Path plan = file.getParent();
        try {
            return new SavedState(
                    plan.getParent().getFileName().toString(),
                    Plan.of(plan.getFileName().toString().replace('@', ':')),
                    Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the release's states of a plan, unless they are there already. */
    static void write(String release, Plan plan, List<byte[]> states) {
        Path folder = ROOT.resolve(release).resolve(folder(plan));
        if (Files.exists(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            for (byte[] state : states) {
                String name = String.format("%03d.json", Envelope.read(state).generation());
                Files.write(folder.resolve(name), state, StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(Plan plan) {
        return plan.toString().replace(':', '@');
    }
}
