package io.jenkins.plugins.azml.emulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation that a request asks for. */
public final class Router {
    private final List<Entry> entries;

    public Router(List<RouteTable> tables) {
        this.entries = tables.stream()
                .flatMap(table -> table.routes().stream())
                .map(route -> new Entry(route, new PathTemplate(route.template())))
                .toList();
    }

    public List<Route> routes() {
        return entries.stream().map(Entry::route).toList();
    }

    /**
     * The operation with the values of its path.
     *
     * @throws ArmError 400 for a path with a segment that is no name, 404 for an unknown path, 405 for an unknown method of a known one
     */
    public Match match(Request request) {
        List<String> path = Names.segments(request.path());
        List<String> methods = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<Map<String, String>> values = entry.template().match(path);
            if (values.isPresent() && entry.route().method().equals(request.method())) {
                return new Match(entry.route(), values.get());
            }
            values.ifPresent(other -> methods.add(entry.route().method()));
        }
        if (methods.isEmpty()) {
            throw new ArmError(
                    404, "InvalidResourceType", "The emulator has no operation at the path " + request.path() + ".");
        }
        throw new ArmError(
                405, "MethodNotAllowed", request.method() + " is not allowed here; allowed: " + methods + ".");
    }

    /** @param path the values of the template's named segments */
    public record Match(Route route, Map<String, String> path) {
        public Match {
            path = Map.copyOf(path);
        }
    }

    private record Entry(Route route, PathTemplate template) {}
}
