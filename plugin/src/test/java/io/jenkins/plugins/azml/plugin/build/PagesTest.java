package io.jenkins.plugins.azml.plugin.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.Mockito.mockStatic;

import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockedStatic;
import org.springframework.security.access.AccessDeniedException;

/** What a build's page and its remote API say of the files that the runs have left. */
class PagesTest {
    private static final Map<String, Object> VERDICT = Map.of(
            "verdict",
            "worse",
            "reason",
            "rmse 70.0 is more than 65",
            "candidate",
            "job-1",
            "champion",
            "diabetes:1",
            "gates",
            List.of(Map.of(
                    "metric", "rmse",
                    "rule", "at most 65",
                    "candidate", 70.0,
                    "reference", 65,
                    "difference", 5.0,
                    "outcome", "failed",
                    "reason", "rmse 70.0 is more than 65")));

    @TempDir
    Path folder;

    private EndedStages ended;
    private StagesAction action;

    @BeforeEach
    void attach() {
        ended = new EndedStages(folder);
        action = ended.action();
    }

    private void stage(String run, String stage, String status, Map<String, ?> result) throws IOException {
        ended.add(run, stage, status, result);
    }

    private StageReport only() {
        return action.getReport().getStages().get(0);
    }

    @Test
    void a_training_shows_its_job_its_figures_and_its_time() throws IOException {
        stage("job-1", "train", "done", Map.of("job", "job-1", "metrics", Map.of("rmse", 55.04327217490793)));

        assertThat(only().getJob()).isEqualTo("job-1");
        assertThat(only().getMetrics()).containsExactly(Map.entry("rmse", 55.04327217490793));
        assertThat(only().figures(List.of("mae", "rmse"))).containsExactly("–", "55.0433");
        assertThat(only().getDuration()).isEqualTo("1 min 1 s");
    }

    @Test
    void figures_that_json_does_not_know_are_texts_in_the_remote_api() throws IOException {
        stage(
                "job-1",
                "train",
                "done",
                Map.of("metrics", Map.of("loss", Double.NaN, "rmse", Double.POSITIVE_INFINITY)));

        assertThat(only().getMetrics()).containsExactly(Map.entry("loss", "NaN"), Map.entry("rmse", "Infinity"));
    }

    @Test
    void a_link_leads_to_a_page_behind_tls_or_nowhere() throws IOException {
        stage("job-a", "train", "done", Map.of("studioUrl", "https://ml.azure.com/runs/a"));
        stage("job-b", "train", "done", Map.of("studioUrl", "javascript:alert(1)"));

        assertThat(action.getReport().getStages())
                .extracting(StageReport::getStudioUrl)
                .containsExactly("https://ml.azure.com/runs/a", null);
    }

    @Test
    void an_evaluation_shows_every_gate_with_its_figures() throws IOException {
        stage("verdict", "evaluate", "gate", VERDICT);

        assertThat(only().getVerdict()).isEqualTo("worse");
        assertThat(only().getGates()).singleElement().satisfies(gate -> {
            assertThat(gate.getCandidateText()).isEqualTo("70");
            assertThat(gate.getReferenceText()).isEqualTo("65");
            assertThat(gate.getDifferenceText()).isEqualTo("5");
            assertThat(gate.isHeld()).isTrue();
        });
        assertThat(action.getReport().getSummary())
                .containsExactly("1 held by a gate", "verdict worse: rmse 70.0 is more than 65");
    }

    @Test
    void a_champion_stands_beside_its_challenger() throws IOException {
        stage("verdict", "evaluate", "gate", VERDICT);
        Files.writeString(folder.resolve("azml/verdict/state.json"), """
                {"schema":"evaluate/1","generation":2,"writtenBy":"azml-jenkins/0.1","state":"Measured","data":{"comparison":{
                "candidate":{"model":"job-1","digest":null,"testData":"test:1","metrics":{"rmse":70.0,"r2":0.25}},
                "champion":{"model":"diabetes:1","digest":null,"testData":"test:1","metrics":{"rmse":55.5}}}}}
                """);

        assertThat(only().getComparison())
                .extracting(MetricRow::getMetric, MetricRow::getChallengerText, MetricRow::getChampionText)
                .containsExactly(tuple("r2", "0.25", "–"), tuple("rmse", "70", "55.5"));
        assertThat(only().getComparison().get(1).getDifferenceText()).isEqualTo("14.5");
    }

    @Test
    void lineage_leads_from_the_commit_to_the_deployment() throws IOException {
        Map<String, String> tags = Map.of("azml.commit", "0123456789abcdef", "azml.data.training_data", "train:3");
        stage("job-1", "train", "done", Map.of("job", "job-1", "tags", tags));
        stage(
                "version-4",
                "register",
                "done",
                Map.of("model", Map.of("name", "diabetes", "version", "4"), "tags", Map.of("azml.job", "job-1")));
        stage(
                "promotion",
                "promote",
                "done",
                Map.of(
                        "model",
                        "diabetes:4",
                        "to",
                        "prod/diabetes:4",
                        "job",
                        "job-1",
                        "endpoint",
                        "diabetes",
                        "deployment",
                        "blue"));

        assertThat(action.getReport().getLineage()).singleElement().satisfies(way -> {
            assertThat(way.getShortCommit()).isEqualTo("0123456789ab");
            assertThat(way.getVersions()).containsExactly("train:3");
            assertThat(way.getJob()).isEqualTo("job-1");
            assertThat(way.getModel()).isEqualTo("diabetes:4");
            assertThat(way.getDeployments()).containsExactly("prod/diabetes/blue");
        });
    }

    @Test
    void a_run_of_a_job_that_may_be_discovered_and_not_read_shows_nothing_of_itself() throws IOException {
        try (MockedStatic<?> runs = mockStatic(Run.class)) {
            runs.when(() -> Run.fromExternalizableId("hidden/job#3"))
                    .thenThrow(new AccessDeniedException("no Job/Read"));
            action.begin(new StageEntry("theirs", "train", "12", "dev", 1L).heldBy("hidden/job#3"));

            assertThat(only().getRun()).isEqualTo("theirs");
            assertThat(only().getMetrics()).isEmpty();
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_told_in_its_place() throws IOException {
        stage("job-1", "train", "done", Map.of("job", "job-1"));
        Files.writeString(folder.resolve("azml/job-1/outcome.json"), "{");

        assertThat(only().getHeadline()).startsWith("STATE_UNREADABLE: ");
    }

    @Test
    void a_build_keeps_what_a_trend_shows() throws IOException {
        stage("job-1", "train", "done", Map.of("metrics", Map.of("rmse", 70.0)));
        stage("verdict", "evaluate", "gate", VERDICT);
        Trend trend = new Trend(List.of(new TrendRow(8, List.of()), new TrendRow(7, action.getStages())));

        assertThat(trend.getRows()).singleElement().satisfies(row -> {
            assertThat(row.getVerdict()).isEqualTo("worse");
            assertThat(row.figures(List.of("rmse"))).containsExactly("70");
        });
        assertThat(trend.points("rmse"))
                .isEqualTo("[{\"build\":7,\"value\":70.0,\"verdict\":\"worse\",\"held\":true}]");
    }
}
