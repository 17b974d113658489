package io.jenkins.plugins.azml.acceptance;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One build of a job, running or ended. */
record Build(Jenkins jenkins, String path) {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration LOOK = Duration.ofMillis(300);
    /** The form of a question on the page of a build's questions. */
    private static final Pattern QUESTION = Pattern.compile("action=\"([^\"/]+)/submit\"");

    String console() {
        return jenkins.get(path + "consoleText");
    }

    /** Lines of remote logs, which stand behind a bar, that it shows twice. */
    List<String> repeatedLogLines() {
        Set<String> seen = new HashSet<>();
        return console()
                .lines()
                .filter(line -> line.startsWith("| ") && !line.substring(2).isBlank())
                .filter(line -> !seen.add(line))
                .toList();
    }

    /** The full name of its job. */
    String job() {
        return path.replaceAll("(^|/)job/", "$1").replaceAll("/[0-9]+/$", "");
    }

    String number() {
        return path.replaceAll("^.*/([0-9]+)/$", "$1");
    }

    /** Its remote API. */
    Answer json() {
        return jenkins.json(path + "api/json");
    }

    /** Paths of what it has archived. */
    List<String> artifacts() {
        return json().list("artifacts").stream()
                .map(artifact -> artifact.text("relativePath"))
                .toList();
    }

    /** Lines of its console by which Jenkins tells why it failed. */
    List<String> errors() {
        return console().lines().filter(line -> line.startsWith("ERROR: ")).toList();
    }

    /** What its pages show: its own, its console with all markup, its remote API and, with the plugin, its stages. */
    List<String> pages() {
        return Stream.of(
                        "",
                        "console",
                        "consoleFull",
                        "consoleText",
                        "api/json?depth=2",
                        "azml/",
                        "azml/api/json",
                        "replay/",
                        "flowGraphTable/")
                .filter(page -> jenkins.status("GET", path + page) == 200)
                .map(page -> jenkins.get(path + page))
                .toList();
    }

    String artifact(String file) {
        return jenkins.get(path + "artifact/" + file);
    }

    boolean runs() {
        return json().flag("building");
    }

    /** Waits until the console has a match. */
    Build await(String regex) {
        Pattern pattern = Pattern.compile(regex);
        Awaitility.await("console of " + path + " matches " + regex)
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> pattern.matcher(console()).find() || endedWithout(pattern));
        return this;
    }

    private boolean endedWithout(Pattern pattern) {
        if (!runs() && !pattern.matcher(console()).find()) {
            throw new AssertionError(path + " ended before its console matched " + pattern + ":\n" + console());
        }
        return false;
    }

    /** Waits until the console has so many lines with a text. */
    void awaitLines(String text, int count) {
        Awaitility.await("console of " + path + " has '" + text + "' " + count + " times")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() ->
                        console().lines().filter(line -> line.contains(text)).count() >= count);
    }

    /** Waits for its end, over restarts of the controller, and gives its result. */
    String result() {
        try {
            Awaitility.await("end of " + path)
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .ignoreException(UncheckedIOException.class)
                    .until(() -> !runs());
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(path + " does not end:\n" + console(), late);
        }
        return json().text("result");
    }

    void abort() {
        jenkins.post(path + "stop");
    }

    /** Answers the one question that it asks. */
    void answer(boolean proceed) {
        if (proceed) {
            jenkins.postForm(
                    path + "input/" + question() + "/submit", Map.of("proceed", "yes", "json", "{\"parameter\": []}"));
        } else {
            jenkins.post(path + "input/" + question() + "/abort");
        }
    }

    private String question() {
        Matcher form = QUESTION.matcher(jenkins.get(path + "input/"));
        if (!form.find()) {
            throw new AssertionError(path + " asks nothing");
        }
        return form.group(1);
    }
}
