package io.jenkins.plugins.azml.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is shipped is what was reviewed. After an upgrade, {@code mvn -B -pl cli -am verify -Dazml.rewrite=true} writes the
 * checked-in hashes anew; compare them with those that their projects publish before they are committed.
 */
class ArchiveScenario {
    private static final Path REVIEWED = Path.of("src/test/resources/packed-jars.sha256");
    private static final Path ARCHIVE = Path.of(System.getProperty("azml.archive"));
    private static final Path PARTS = Path.of(ARCHIVE + "-sbom.json");
    private static final boolean OFFLINE = Boolean.getBoolean("azml.offline");
    private static final Path PACKED = unpacked().resolve("lib");

    @TempDir
    private Path folder;

    /** Maven leaves out what makes the list when it is offline; then there is none, rather than an old one. */
    @Test
    void the_list_of_parts_names_exactly_the_packed_jars() throws IOException {
        assertThat(Files.exists(PARTS)).isNotEqualTo(OFFLINE);
        if (Files.exists(PARTS)) {
            assertListsExactlyWhatIsPacked();
        }
    }

    private static void assertListsExactlyWhatIsPacked() throws IOException {
        JsonObject parts = JsonObject.read(Files.readAllBytes(PARTS));
        Map<String, String> listed = new TreeMap<>();
        for (JsonObject part : parts.objects("components")) {
            listed.put(part.needString("name") + "-" + part.needString("version") + ".jar", sha256(part));
        }
        JsonObject itself = parts.in("metadata", "component");
        String own = itself.needString("name") + "-" + itself.needString("version") + ".jar";

        Map<String, String> packed = Jars.in(PACKED);
        assertThat(packed.remove(own)).isNotNull();
        assertThat(listed).isEqualTo(packed);
        assertThat(parts.string("serialNumber")).isEmpty();
    }

    private static String sha256(JsonObject part) {
        return part.objects("hashes").stream()
                .filter(hash -> hash.needString("alg").equals("SHA-256"))
                .map(hash -> hash.needString("content"))
                .findFirst()
                .orElse("no hash");
    }

    @Test
    void every_packed_jar_has_the_bytes_that_were_reviewed() throws IOException {
        Map<String, String> packed = ofOthers(Jars.in(PACKED));
        if (Boolean.getBoolean("azml.rewrite")) {
            Files.writeString(REVIEWED, Jars.lines(packed));
        }

        assertThat(packed).isEqualTo(Jars.listed(REVIEWED));
    }

    @Test
    void a_jar_with_another_byte_is_noticed() throws IOException {
        try (Stream<Path> packed = Files.walk(PACKED)) {
            for (Path jar : packed.filter(ArchiveScenario::ofOthers).toList()) {
                Files.copy(jar, folder.resolve(jar.getFileName()));
            }
        }
        assertThat(Jars.in(folder)).isEqualTo(Jars.listed(REVIEWED));
        String victim = Jars.listed(REVIEWED).keySet().iterator().next();
        byte[] bytes = Files.readAllBytes(folder.resolve(victim));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve(victim), bytes);

        assertThat(Jars.in(folder)).isNotEqualTo(Jars.listed(REVIEWED));
    }

    private static boolean ofOthers(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.startsWith("azml-");
    }

    /** Our own jars are built beside, by this same commit. */
    private static Map<String, String> ofOthers(Map<String, String> jars) {
        jars.keySet().removeIf(name -> name.startsWith("azml-"));
        return jars;
    }

    private static Path unpacked() {
        Path folder = ARCHIVE;
        Path nested = folder.resolve(folder.getFileName());
        return Files.isDirectory(nested.resolve("lib")) ? nested : folder;
    }
}
