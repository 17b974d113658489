package io.jenkins.plugins.azml.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the tests are told: system properties, named in {@code docs/acceptance.md}. */
record Given(
        URI url,
        String user,
        String token,
        String reader,
        String readerToken,
        Optional<String> restart,
        Optional<Path> emulator) {

    static Given bySystemProperties() {
        String url = needed("jenkins.url");
        return new Given(
                URI.create(url.endsWith("/") ? url : url + "/"),
                needed("jenkins.user"),
                needed("jenkins.token"),
                System.getProperty("jenkins.reader", ""),
                System.getProperty("jenkins.readerToken", ""),
                Optional.ofNullable(System.getProperty("jenkins.restart")),
                Optional.ofNullable(System.getProperty("azml.emulator")).map(Path::of));
    }

    private static String needed(String name) {
        String value = System.getProperty(name, "");
        if (value.isBlank()) {
            throw new AssertionError("-D" + name + " is missing; see docs/acceptance.md");
        }
        return value;
    }
}
