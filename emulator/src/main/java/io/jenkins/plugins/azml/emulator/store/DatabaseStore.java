package io.jenkins.plugins.azml.emulator.store;

import io.jenkins.plugins.azml.emulator.http.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** A store in an H2 file. What was committed survives the process, however it ends. */
public final class DatabaseStore implements Store {
    private final Handle handle;

    private DatabaseStore(Handle handle) {
        this.handle = handle;
    }

    /** Opens the database in the folder, makes it when it is missing and brings its tables up to date. */
    public static DatabaseStore open(Path folder) {
        // Without WRITE_DELAY=0 a commit reaches the file up to half a second later.
        String url =
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("emulator") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        putInOrder(url);
        Handle handle = Jdbi.create(url).open();
        Migrations.apply(handle);
        return new DatabaseStore(handle);
    }

    /**
     * Closes the file as an orderly end would have. H2 2.5.252 finds its way back after a kill, but what it then wrote to
     * the same file was gone after the next kill, though it had been committed.
     */
    private static void putInOrder(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the emulator's database cannot be opened: " + unreadable.getMessage());
        }
    }

    @Override
    public Optional<Resource> find(ResourceKey key) {
        return handle.createQuery(
                        "select * from resource where workspace = :workspace and kind = :kind and name = :name")
                .bind("workspace", key.workspace())
                .bind("kind", key.kind().name())
                .bind("name", key.name())
                .map(DatabaseStore::resource)
                .findOne();
    }

    @Override
    public List<Resource> list(String workspace, Kind kind) {
        return handle.createQuery(
                        "select * from resource where workspace = :workspace and kind = :kind order by sequence")
                .bind("workspace", workspace)
                .bind("kind", kind.name())
                .map(DatabaseStore::resource)
                .list();
    }

    @Override
    public void save(Resource resource) {
        handle.createUpdate("merge into resource (workspace, kind, name, body, hidden, created, modified)"
                        + " key (workspace, kind, name)"
                        + " values (:workspace, :kind, :name, :body, :hidden, :created, :modified)")
                .bind("workspace", resource.key().workspace())
                .bind("kind", resource.key().kind().name())
                .bind("name", resource.key().name())
                .bind("body", Json.text(resource.body()))
                .bind("hidden", Json.text(resource.hidden()))
                .bind("created", resource.created().toString())
                .bind("modified", resource.modified().toString())
                .execute();
    }

    @Override
    public void delete(ResourceKey key) {
        handle.createUpdate("delete from resource where workspace = :workspace and kind = :kind and name = :name")
                .bind("workspace", key.workspace())
                .bind("kind", key.kind().name())
                .bind("name", key.name())
                .execute();
    }

    @Override
    public void record(LedgerEntry entry) {
        handle.createUpdate("insert into ledger (at, operation, resource, body_hash, note)"
                        + " values (:at, :operation, :resource, :bodyHash, :note)")
                .bind("at", entry.time().toString())
                .bind("operation", entry.operation())
                .bind("resource", entry.resource())
                .bind("bodyHash", entry.bodyHash())
                .bind("note", entry.note())
                .execute();
    }

    @Override
    public List<LedgerEntry> ledger() {
        return handle.createQuery("select * from ledger order by sequence")
                .map(DatabaseStore::entry)
                .list();
    }

    @Override
    public void clear() {
        handle.execute("delete from resource");
        handle.execute("delete from ledger");
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        return handle.inTransaction(transaction -> work.get());
    }

    @Override
    public void close() {
        handle.close();
    }

    private static Resource resource(ResultSet row, StatementContext context) throws SQLException {
        ResourceKey key =
                new ResourceKey(row.getString("workspace"), Kind.valueOf(row.getString("kind")), row.getString("name"));
        return new Resource(
                key,
                Json.readOwn(row.getString("body")),
                Json.readOwn(row.getString("hidden")),
                Instant.parse(row.getString("created")),
                Instant.parse(row.getString("modified")));
    }

    private static LedgerEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new LedgerEntry(
                Instant.parse(row.getString("at")),
                row.getString("operation"),
                row.getString("resource"),
                row.getString("body_hash"),
                row.getString("note"));
    }
}
