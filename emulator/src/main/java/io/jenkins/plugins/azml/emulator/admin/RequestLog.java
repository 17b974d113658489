package io.jenkins.plugins.azml.emulator.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, oldest first; the oldest are forgotten beyond a limit. */
public final class RequestLog {
    private static final int LIMIT = 100_000;

    private final Deque<LoggedRequest> requests = new ArrayDeque<>();

    public synchronized void add(LoggedRequest request) {
        if (requests.size() == LIMIT) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    public synchronized List<LoggedRequest> all() {
        return List.copyOf(requests);
    }

    public synchronized void clear() {
        requests.clear();
    }
}
