package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.cli.Release;
import io.jenkins.plugins.azml.emulator.runtime.Environment;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Asks a running emulator about itself, signed in as any client is. */
final class AdminClient {
    private final Connection connection;
    private final String root;

    AdminClient(Ready ready) {
        Map<String, String> variables =
                Environment.of(ready, ready.workspaces().get(0)).variables();
        this.connection = Connection.shortLived(variables, Release.name().replace(' ', '/'));
        this.root = ready.secure() + "/_emulator";
    }

    List<JsonObject> list(String path) {
        return connection
                .pipeline()
                .send(Call.get("ask the emulator", url(path)))
                .objects("value");
    }

    void post(String path, Map<String, ?> body) {
        connection.pipeline().send(Call.post("ask the emulator", url(path), body));
    }

    void delete(String path) {
        connection.pipeline().send(Call.delete("ask the emulator", url(path)));
    }

    private URI url(String path) {
        return Url.of(root, path);
    }
}
