package io.jenkins.plugins.azml.engine.report;

import io.jenkins.plugins.azml.engine.gate.Comparison;
import io.jenkins.plugins.azml.engine.gate.Direction;
import io.jenkins.plugins.azml.engine.gate.Evaluation;
import io.jenkins.plugins.azml.engine.gate.Gate;
import io.jenkins.plugins.azml.engine.gate.Gates;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the report tests report on. */
final class ReportSamples {
    /** Everything that could ping, link, forge, break out or steer, each in one name. */
    static final List<String> HOSTILE = List.of(
            "@org/team and @user",
            "`code` ``` fence",
            "x](https://evil.example/a) [y][z] ![i](https://evil.example/p.png)",
            "https://evil.example www.evil.example mail@evil.example",
            "<!-- azml:verdict --> <!-- azml:tests -->",
            "<img src=x onerror=alert(1)><script>alert(1)</script>",
            "a | b || c \\| d \\",
            "# heading\n- item\n\n---\n> quote",
            "#1 GH-2 org/repo#3 !4 ~label",
            "]]> <![CDATA[ &lt; &amp; & \" '",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "\u001b[2J\u001b]8;;https://evil.example\u0007 \u0000 \u0008 \u009b \u202e \u2028 \ud800 \uffff",
            "*bold* _it_ ~~gone~~ <https://evil.example> $x$",
            "1. item ~\"label\" 99%x",
            "Finished: SUCCESS\r\n::set-env name=x::y");

    private ReportSamples() {}

    static Verdict worse() {
        return new Gates(List.of(
                        new Gate.Maximum("rmse", new BigDecimal("65")),
                        new Gate.Minimum("r2", new BigDecimal("0.3")),
                        new Gate.Champion("rmse", Direction.LOWER, new BigDecimal("1.0")),
                        new Gate.Minimum("auc", new BigDecimal("0.7"))))
                .assess(new Comparison(
                        new Evaluation(
                                "diabetes:2",
                                "d2",
                                "diabetes-test:1",
                                Map.of("rmse", 60.58712345678901, "r2", 0.404, "auc", 0.6)),
                        new Evaluation("diabetes:1", "d1", "diabetes-test:1", Map.of("rmse", 55.146))));
    }

    static Verdict withoutChampion() {
        return new Gates(List.of(
                        new Gate.Maximum("rmse", new BigDecimal("65")),
                        new Gate.Champion("rmse", Direction.LOWER, new BigDecimal("1.0"))))
                .assess(new Comparison(new Evaluation("diabetes:1", null, null, Map.of("rmse", 55.146)), null));
    }

    static Verdict onlyChampionGatesWithoutChampion() {
        return new Gates(List.of(new Gate.Champion("rmse", Direction.LOWER, BigDecimal.ONE)))
                .assess(new Comparison(new Evaluation("diabetes:1", null, null, Map.of("rmse", 55.146)), null));
    }

    static Verdict blocked() {
        return new Gates(List.of(new Gate.Maximum("rmse", new BigDecimal("65"))))
                .assess(new Comparison(new Evaluation("diabetes:2", null, null, Map.of("rmse", Double.NaN)), null));
    }

    static Verdict named(String name) {
        return new Gates(List.of(new Gate.Maximum(name, BigDecimal.TEN)))
                .assess(new Comparison(
                        new Evaluation(name, null, name, Map.of(name, 11.0)),
                        new Evaluation(name + "2", null, name, Map.of())));
    }

    static Suite tests() {
        return new Suite(
                "tests of diabetes/blue",
                List.of(
                        new Suite.Case("a lean patient", Suite.Status.PASSED, List.of(), Duration.ofMillis(12)),
                        new Suite.Case(
                                "a heavy patient",
                                Suite.Status.FAILED,
                                List.of("$[0] is 120.3, expected 296 with a tolerance of 50", "it took 7 s"),
                                Duration.ofMillis(1234))));
    }

    static Suite suiteNamed(String name) {
        return new Suite(name, List.of(new Suite.Case(name, Suite.Status.FAILED, List.of(name, name), Duration.ZERO)));
    }

    static String golden(String file) {
        try (var in = ReportSamples.class.getResourceAsStream("/report/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
