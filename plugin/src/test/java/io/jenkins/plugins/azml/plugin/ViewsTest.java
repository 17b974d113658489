package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every page keeps to, so that a text stays a text and a strict Content-Security-Policy has nothing to refuse. */
class ViewsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Pattern UNSAFE_MARKUP =
            Pattern.compile("<j:out\\b|<script\\b|\\son[a-z]+=|\\sstyle=|javascript:|escape-by-default='false'");

    private static final Pattern UNSAFE_SCRIPT = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function|renderMode: \"html\"");

    private static List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_view_escapes_what_it_shows_and_has_no_script_in_it() {
        List<Path> views = files(".jelly");

        System.out.println("views that escape by default, without any script or style in them: " + views.size());
        assertThat(views)
                .hasSizeGreaterThan(20)
                .allSatisfy(view -> assertThat(text(view))
                        .as(view.toString())
                        .startsWith("<?jelly escape-by-default='true'?>")
                        .doesNotContainPattern(UNSAFE_MARKUP));
    }

    @Test
    void no_view_asks_for_a_property_that_is_a_word_of_its_language() {
        assertThat(files(".jelly"))
                .allSatisfy(view -> assertThat(text(view))
                        .as(view.toString())
                        .doesNotContainPattern("\\.(empty|size|and|or|not|eq|ne|lt|gt|le|ge|div|mod)\\b(?!\\()"));
    }

    @Test
    void scripts_are_files_of_their_own_and_write_no_markup() {
        assertThat(files(".js"))
                .isNotEmpty()
                .allSatisfy(
                        script -> assertThat(text(script)).as(script.toString()).doesNotContainPattern(UNSAFE_SCRIPT));
    }
}
