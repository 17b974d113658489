package io.jenkins.plugins.azml.emulator.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Brings a database from the version that it has to the newest: files named {@code V<number>__<what>.sql}, each run once. */
final class Migrations {
    private static final List<String> FILES = List.of("V1__resources_and_ledger.sql");

    private Migrations() {}

    static void apply(Handle handle) {
        handle.execute("create table if not exists migration (version int primary key, file varchar not null)");
        int version = handle.createQuery("select coalesce(max(version), 0) from migration")
                .mapTo(Integer.class)
                .one();
        if (version > FILES.size()) {
            throw new IllegalStateException(
                    "the emulator's database has version " + version + ", this release knows up to " + FILES.size()
                            + ": start it with the newer release, or choose another folder");
        }
        FILES.subList(version, FILES.size())
                .forEach(file -> handle.useTransaction(transaction -> run(transaction, file)));
    }

    private static void run(Handle handle, String file) {
        handle.createScript(text(file)).execute();
        handle.execute("insert into migration (version, file) values (?, ?)", FILES.indexOf(file) + 1, file);
    }

    private static String text(String file) {
        try (InputStream stream = Migrations.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the migration " + file + " is not packed");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
