package io.jenkins.plugins.azml.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A project's file, as it is written. */
final class Pom {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private final Document document;

    Pom(String file) throws Exception {
        document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(file).toFile());
    }

    /** A dependency. */
    record Dependency(
            String artifact,
            String version,
            String classifier,
            String scope,
            boolean optional,
            List<String> exclusions) {
        boolean isTested() {
            return scope.equals("test");
        }
    }

    List<Dependency> dependencies() {
        return dependencies("/project/dependencies/dependency").toList();
    }

    List<Dependency> managed() {
        return dependencies("/project/dependencyManagement/dependencies/dependency")
                .toList();
    }

    private Stream<Dependency> dependencies(String path) {
        return nodes(path, document)
                .map(node -> new Dependency(
                        artifact(node),
                        resolved(text("version", node)),
                        text("classifier", node),
                        text("scope", node),
                        text("optional", node).equals("true"),
                        nodes("exclusions/exclusion", node).map(this::artifact).toList()));
    }

    private String artifact(Node node) {
        return text("groupId", node) + ":" + text("artifactId", node);
    }

    private String resolved(String text) {
        Matcher property = PROPERTY.matcher(text);
        return property.replaceAll(match -> Matcher.quoteReplacement(property(match.group(1))));
    }

    /** What a property comes to. */
    String property(String name) {
        return resolved(text("/project/properties/" + name));
    }

    String text(String path) {
        return text(path, document);
    }

    private static String text(String path, Node from) {
        try {
            return XPathFactory.newInstance().newXPath().evaluate(path, from).strip();
        } catch (XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Node> nodes(String path, Node from) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, from, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item);
        } catch (XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }
}
