package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.schema.Kinds;
import io.jenkins.plugins.azml.engine.spec.schema.MappingReader;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads endpoint tests from YAML. The format: {@code docs/test.md}. */
public final class TestsFile {
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Path file;

    private TestsFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file. Bodies in files of their own are read from beside it.
     *
     * @throws ProblemException {@code FILE_NOT_FOUND}, or {@code INVALID_FILE} for each thing that is wrong in it
     */
    public static List<EndpointTest> read(Path file) {
        return read(YamlReader.read(file), file);
    }

    /**
     * Reads a document that is at hand.
     *
     * @param file beside which bodies in files of their own lie
     */
    public static List<EndpointTest> read(Node document, Path file) {
        TestsFile reader = new TestsFile(file);
        Kinds.expect(Kind.TESTS, document);
        List<EndpointTest> tests = reader.tests(document);
        MappingReader.finish(reader.problems);
        return tests;
    }

    private List<EndpointTest> tests(Node document) {
        Optional<MappingReader> root = MappingReader.of(document, "a tests file", problems, "tests", "$schema");
        root.ifPresent(fields -> fields.need("tests"));
        return root.stream()
                .flatMap(fields ->
                        fields.mappings("tests", "a test", "name", "request", "deployment", "expect").stream())
                .flatMap(test -> test(test).stream())
                .toList();
    }

    private Optional<EndpointTest> test(MappingReader test) {
        List.of("name", "request", "expect").forEach(test::need);
        Optional<String> name = test.text("name");
        if (name.isPresent() && !names.add(name.get())) {
            test.refuse(test.where("name"), "there are two tests named '" + name.get() + "'");
        }
        Optional<EndpointTest.Request> request = new RequestReader(file).read(test);
        String deployment = test.text("deployment").orElse(null);
        Optional<Expectation> expectation = ExpectationReader.read(test);
        return request.flatMap(
                sent -> expectation.map(expected -> new EndpointTest(name.orElse(""), sent, deployment, expected)));
    }
}
