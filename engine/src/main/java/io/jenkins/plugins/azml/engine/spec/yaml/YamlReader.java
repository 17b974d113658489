package io.jenkins.plugins.azml.engine.spec.yaml;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.Where;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document as a tree with places.
 *
 * <p>Bounded: 1 MiB a file, 50 levels, 30,000 nodes, 1,000 keys a mapping, 50 aliases, 10,000 nodes through them. Refused with line and column:
 * duplicate keys, tags other than {@code !!str}, keys that are not scalars, more than one document. No class is ever
 * loaded.
 */
public final class YamlReader {
    static final int LARGEST_FILE = 1 << 20;

    private YamlReader() {}

    /**
     * Reads a file.
     *
     * @throws ProblemException {@code FILE_NOT_FOUND} or {@code INVALID_FILE}
     */
    public static Node read(Path file) {
        Where place = Where.of(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw invalid(place, "the file is larger than 1 MiB");
            }
            return read(decode(content, place), file.toString());
        } catch (IOException e) {
            throw Problem.at(place, ProblemCode.FILE_NOT_FOUND, "cannot read the file '" + file + "'")
                    .asException();
        }
    }

    /**
     * Reads a text.
     *
     * @param file the name that places bear
     * @throws ProblemException {@code INVALID_FILE}
     */
    public static Node read(String text, String file) {
        if (text.length() > LARGEST_FILE) {
            throw invalid(Where.of(file), "the file is larger than 1 MiB");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LARGEST_FILE)
                .build();
        ClientRules rules = new ClientRules(file, text);
        rules.checkCharacters();
        try {
            Node document =
                    new TreeBuilder(file, new Parse(settings).parseString(text).iterator()).document();
            if (text.indexOf('\t') >= 0) {
                rules.checkTabs(new Parse(settings).parseString(text));
            }
            return document;
        } catch (MarkedYamlEngineException e) {
            throw invalid(place(file, e.getProblemMark()), "not readable as YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw invalid(Where.of(file), "not readable as YAML: " + e.getMessage());
        }
    }

    private static String decode(byte[] content, Where place) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw invalid(place, "the file is not UTF-8 text");
        }
    }

    static Where place(String file, Optional<Mark> mark) {
        return mark.map(m -> new Where(file, m.getLine() + 1, m.getColumn() + 1))
                .orElse(Where.of(file));
    }

    static ProblemException invalid(Where place, String what) {
        return Problem.at(place, ProblemCode.INVALID_FILE, what).asException();
    }
}
