package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import io.jenkins.plugins.azml.runner.step.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pull request: what a comment commands, and where its one result stands. */
class PullRequestScenario extends LibraryScenario {
    private static final String COMMENTED = "org.jenkinsci.plugins.pipeline.github.trigger.IssueCommentCause";
    private static final String BUILT = "com.adobe.jenkins.github_pr_comment_build.GitHubPullRequestCommentCause";

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        trains(50.0, Duration.ofSeconds(2), 0);
        job.with("BRANCH_NAME", "PR-7").with("CHANGE_ID", "7");
        job.file("azml/pipeline.yml", """
                models:
                  diabetes:
                    set: {inputs.alpha: 2}
                    pullRequest: {set: {inputs.alpha: 10}}
                    staging: {endpoint: diabetes-staging}
                """);
    }

    private RunResult build(String call, Step... steps) throws IOException {
        for (Step step : steps) {
            job.with(step);
        }
        return job.of(call);
    }

    private RunResult commented(String person, String text, String call) throws IOException {
        Map<String, Object> cause =
                Map.of("_class", BUILT, "commentAuthor", person, "commentBody", text, "shortDescription", "a comment");
        return job.of(call, options -> options.causes(List.of(cause)));
    }

    @ParameterizedTest
    @CsvSource({
        "/train, yaml validate train resume evaluate, true, false",
        "/train-prod, yaml validate train resume evaluate, false, true",
        "/deploy, yaml validate train resume evaluate register deploy resume test, false, true"
    })
    void a_comment_of_somebody_who_may_commands(String text, String verbs, boolean sample, boolean reuse)
            throws IOException {
        RunResult result = commented("alice", text + "\r\n", "azmlPipeline(commands: [people: 'bob, alice'])");

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.console()).contains("commanded " + text + " by alice");
        assertThat(verbs()).containsExactly(verbs.split(" "));
        String train = job.asked().get(2);
        assertThat(train.contains("set=inputs.alpha=10")).isEqualTo(sample);
        assertThat(train.contains(" reuse ")).isEqualTo(reuse);
        assertThat(result.folder().resolve("archive/azml-evidence/diabetes.json"))
                .content()
                .contains("\"command\":\"" + text + " by alice\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mallory | bob, alice | mallory is not among those who may command",
                "alic | bob, alice | alic is not among those who may command",
                "alice | | name those who may command as azmlPipeline(commands: [people: '...'])"
            })
    void a_comment_of_anybody_else_is_one_line(String person, String people, String why) throws IOException {
        RunResult before = build("currentBuild.result = 'UNSTABLE'");
        RunResult result = commented(
                person,
                "/deploy",
                people == null ? "azmlPipeline()" : "azmlPipeline(commands: [people: '" + people + "'])");

        assertThat(job.console()).contains("the comment /deploy does nothing: " + why + "\n");
        assertThat(job.asked()).isEmpty();
        assertThat(result.result()).isEqualTo(before.result());
        System.out.println("library: /deploy by " + person + " does nothing: " + why);
    }

    @Test
    void no_comment_lends_credentials_to_a_fork() throws IOException {
        job.with("CHANGE_FORK", "stranger");

        RunResult result = commented("alice", "/train", "azmlPipeline(commands: [people: '*'])");

        assertThat(job.console()).contains("the comment /train does nothing: this pull request comes from a fork");
        assertThat(job.asked()).isEmpty();
        assertThat(result.result()).isEqualTo(Result.NOT_BUILT);
    }

    @Test
    void pipeline_github_tells_of_a_comment_in_its_description() throws IOException {
        Map<String, Object> cause =
                Map.of("_class", COMMENTED, "shortDescription", "mallory commented: alice commented: /train");

        job.of("azmlPipeline(commands: [people: 'alice'])", options -> options.causes(List.of(cause)));

        assertThat(verbs()).as("a comment that only speaks of a command").startsWith("yaml");
        assertThat(job.console()).doesNotContain("commanded");
    }

    @ParameterizedTest
    @CsvSource({
        COMMENTED + ", other, alice, commanded /train by alice",
        "com.dabsquared.gitlabjenkins.cause.GitLabWebHookCause, gitlabTriggerPhrase, alice, commanded /train by alice",
        "io.jenkins.plugins.gitlabbranchsource.GitLabMergeRequestCommentCause, GITLAB_COMMENT_TRIGGER, alice,"
                + " the trigger does not tell who wrote it",
        "io.jenkins.plugins.gitlabbranchsource.GitLabMergeRequestCommentCause, GITLAB_COMMENT_TRIGGER, *,"
                + " commanded /train by somebody"
    })
    void every_trigger_tells_of_its_comment_in_its_own_way(String type, String variable, String people, String line)
            throws IOException {
        job.with(variable, "/train").with("gitlabUserUsername", "alice");

        job.of(
                "azmlPipeline(commands: [people: '" + people + "'])",
                options ->
                        options.causes(List.of(Map.of("_class", type, "shortDescription", "alice commented: /train"))));

        assertThat(job.console()).contains(line);
    }

    /** A folder's library is sandboxed like the Jenkinsfile itself, so the classes stand in one here. */
    @Test
    void a_comment_is_read_in_the_sandbox() throws IOException {
        RunResult result = commented(
                "alice", "/train", source("Plain") + source("Comment") + "echo 'read ' + new Comment(this).read()");

        assertThat(job.console()).contains("read [author:alice, text:/train]");
        assertThat(result.rejections()).isEmpty();
    }

    private static String source(String name) throws IOException {
        Path file = LibraryRun.repository().resolve("src/io/jenkins/plugins/azml/" + name + ".groovy");
        return Files.readString(file).replaceFirst("package .*", "");
    }

    @Test
    void a_check_is_updated_where_there_is_a_checks_api() throws IOException {
        AnswerStep checks = new AnswerStep(
                "publishChecks", all -> null, "name", "title", "summary", "text", "status", "conclusion");

        build("azmlPipeline()", checks);

        assertThat(checks.calls()).extracting(call -> call.get("name")).containsOnly("azml");
        assertThat(checks.calls()).extracting(call -> call.get("status")).containsExactly("IN_PROGRESS", "COMPLETED");
        assertThat(checks.calls()).extracting(call -> call.get("conclusion")).containsExactly("NONE", "SUCCESS");
        assertThat(checks.calls().get(1).get("title").toString()).startsWith("diabetes: better, rmse");
    }

    @Test
    void the_plugins_steps_are_told_to_publish_no_check_beside_the_result() throws IOException {
        build("azmlPipeline()\necho \"the plugin's check: ${env.AZML_CHECK}\"");

        assertThat(job.console()).contains("the plugin's check: none");
    }

    @Test
    void gitlab_gets_one_comment_a_build() throws IOException {
        AnswerStep checks = new AnswerStep("publishChecks", all -> null, "name");
        AnswerStep note = new AnswerStep("addGitLabMRComment", all -> null, "comment");

        build("azmlPipeline(result: [by: 'comment'])", checks, note);

        assertThat(checks.calls()).isEmpty();
        assertThat(note.calls()).hasSize(1);
        assertThat(note.calls().get(0).get("comment").toString()).contains("### diabetes: better, rmse");
    }

    @Test
    void on_github_a_comment_that_somebody_else_made_look_like_ours_is_left_alone() throws IOException {
        Path variables = Files.createDirectories(folder.resolve("github/vars"));
        Files.writeString(variables.resolve("pullRequest.groovy"), """
                @groovy.transform.Field List comments = [[id: 4, body: '<!-- azml models-diabetes --> better, approve it']]

                def comment(text) {
                    echo 'commented'
                    comments.add([id: 5, body: text])
                    comments[1]
                }

                def editComment(id, text) {
                    echo "edited ${id}"
                }
                """);

        job.of(
                "azmlPipeline(result: [by: 'comment'])",
                options -> options.libraries(List.of(
                        new LibrarySource("azml", LibraryRun.repository(), "HEAD", true),
                        new LibrarySource("github", folder.resolve("github"), "HEAD", true))));

        assertThat(job.console().lines().filter(line -> line.matches("commented|edited \\d")))
                .containsExactly("commented", "edited 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bitbucket.org/team/iris/pull-requests/7",
                "https://git.example.org/ctx/projects/ML/repos/iris/pull-requests/7/overview"
            })
    void on_bitbucket_one_comment_is_found_and_edited(String page) throws IOException {
        job.with("CHANGE_URL", page);
        Bitbucket bitbucket = new Bitbucket(page.contains("bitbucket.org"));
        String call = "azmlPipeline(result: [credentialsId: 'robot'])";

        build(call, bitbucket.step());
        build(call, bitbucket.step());

        System.out.printf("library: two builds on %s: requests %s%n", page, bitbucket.requests);
        assertThat(bitbucket.comments).hasSize(1);
        assertThat(bitbucket.comments.get(0)).contains("### diabetes: better, rmse");
        assertThat(bitbucket.requests.stream().filter(mode -> !mode.equals("GET")))
                .containsExactly("POST", "PUT", "PUT", "PUT");
        assertThat(bitbucket.urls).allMatch(url -> url.startsWith(bitbucket.root()));
        assertThat(bitbucket.credentials).containsOnly("robot");
    }

    @Test
    void a_host_that_refuses_the_comment_does_not_fail_the_build() throws IOException {
        job.with("CHANGE_URL", "https://bitbucket.org/team/iris/pull-requests/7");
        AnswerStep refusing = new AnswerStep(
                "httpRequest",
                all -> {
                    throw sneaky(new AbortException("Fail: Status code 403 is not in the accepted range"));
                },
                Bitbucket.ARGUMENTS);

        RunResult result = build("azmlPipeline(result: [credentialsId: 'robot'])", refusing);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.console())
                .contains(
                        "the result is not on Bitbucket: Fail: Status code 403", "the result is on this build's page");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    /** The few requests about comments, as Bitbucket answers them; someone who would like ours has commented before. */
    private static final class Bitbucket {
        static final String FORGED = "[//]: # (azml models-diabetes)\n\n### diabetes: better, approve it";
        static final String[] ARGUMENTS = {
            "httpMode",
            "url",
            "authentication",
            "acceptType",
            "validResponseCodes",
            "quiet",
            "timeout",
            "contentType",
            "requestBody"
        };

        private final boolean isCloud;
        private final List<String> comments = new ArrayList<>();
        private final List<String> requests = new ArrayList<>();
        private final List<String> urls = new ArrayList<>();
        private final List<Object> credentials = new ArrayList<>();
        private int version;

        Bitbucket(boolean isCloud) {
            this.isCloud = isCloud;
        }

        String root() {
            return isCloud
                    ? "https://api.bitbucket.org/2.0/repositories/team/iris/pullrequests/7/comments"
                    : "https://git.example.org/ctx/rest/api/latest/projects/ML/repos/iris/pull-requests/7/";
        }

        AnswerStep step() {
            return new AnswerStep("httpRequest", this::answer, ARGUMENTS);
        }

        private Object answer(Map<String, Object> request) {
            String mode = request.get("httpMode").toString();
            String url = request.get("url").toString();
            requests.add(mode);
            urls.add(url);
            credentials.add(request.get("authentication"));
            return Map.of(
                    "content",
                    mode.equals("GET")
                            ? list(url)
                            : write(mode, request.get("requestBody").toString()));
        }

        /** Two pages: the other's comment is on the first. */
        private String list(String url) {
            boolean first = !url.matches(".*(page=2|start=1).*");
            String rest = first || comments.isEmpty() ? "" : one(5, comments.get(0));
            if (isCloud) {
                return "{\"values\": [" + (first ? one(4, FORGED) : rest) + "]"
                        + (first ? ", \"next\": \"" + root() + "?page=2\"}" : "}");
            }
            return "{\"values\": [" + (first ? "{\"action\": \"OPENED\"}, " + one(4, FORGED) : rest)
                    + "], \"isLastPage\": " + !first + (first ? ", \"nextPageStart\": 1}" : "}");
        }

        private String one(int id, String text) {
            String quoted = io.jenkins.plugins.azml.engine.json.Json.write(text);
            return isCloud
                    ? "{\"id\": " + id + ", \"deleted\": false, \"content\": {\"raw\": " + quoted + "}}"
                    : "{\"action\": \"COMMENTED\", \"comment\": {\"id\": " + id + ", \"version\": " + version
                            + ", \"text\": " + quoted + "}}";
        }

        private String write(String mode, String body) {
            JsonObject json = JsonObject.read(body.getBytes(StandardCharsets.UTF_8));
            String text = isCloud ? json.in("content").needString("raw") : json.needString("text");
            if (mode.equals("POST")) {
                comments.add(text);
            } else {
                if (!isCloud) {
                    assertThat(json.integer("version")).hasValue(version);
                    version++;
                }
                comments.set(0, text);
            }
            return "{\"id\": 5}";
        }
    }
}
