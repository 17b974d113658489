package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.build.Credential;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a secret that a step was given can be found: in the environment of its {@code azml}, and nowhere else. */
@CommandLineAlone("a secret on its way into a process of the agent; what a build keeps of either is in StepsScenario")
class SecrecyScenario {
    private static final String SECRET = "t0p$ecret~of'the\"principal";

    @TempDir
    private Path folder;

    private LibraryRun run;

    @BeforeEach
    void prepare() throws IOException {
        run = LibraryRun.in(folder);
    }

    private RunResult build(String script) throws IOException {
        Map<String, Credential> credentials =
                Map.of("sp", new Credential.ServicePrincipal("sub", "tenant", "client", SECRET));
        return run.of(script, options -> options.credentials(credentials));
    }

    private static Stream<String> forms() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                SECRET,
                SECRET.replace("$", "$$"),
                SECRET.replace("'", "'\\''"),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                SECRET.substring(0, 10),
                SECRET.substring(10));
    }

    private static long found(String text) {
        return forms().filter(text::contains).count();
    }

    private static String texts(Path below) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts.toString();
    }

    /** An {@code azml} that looks at every process of the machine while it runs. */
    private Path watching() throws IOException {
        Path watching = folder.resolve("watching");
        Files.writeString(
                watching,
                "#!/bin/sh\ncat /proc/[0-9]*/cmdline >>'" + folder.resolve("processes") + "' 2>/dev/null\nexec '"
                        + run.azml().command() + "' \"$@\"\n");
        assertThat(watching.toFile().setExecutable(true)).isTrue();
        return watching;
    }

    @Test
    void a_credential_is_in_no_process_list_file_or_console() throws IOException {
        run.with("AZML_COMMAND", watching().toString());

        RunResult result = build("""
                node {
                    def t = azmlTrain file: 'job.yml', credentialsId: 'sp'
                    archiveArtifacts artifacts: '.azml/**'
                    echo "got $t"
                }
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.azml().environment()).contains("AZURE_CLIENT_SECRET=" + SECRET);
        assertThat(Files.readString(folder.resolve("processes"), StandardCharsets.ISO_8859_1))
                .contains("--result=.azml/results/");
        String everything = Files.readString(folder.resolve("processes"), StandardCharsets.ISO_8859_1)
                + texts(folder.resolve("home"))
                + run.azml().calls()
                + run.console();
        assertThat(found(everything)).isZero();
        System.out.println("library: 0 of " + forms().count() + " forms of a secret in " + everything.length()
                + " characters of processes, files, records and console");
    }

    @Test
    void what_an_agent_prints_of_it_is_masked_in_whatever_pieces_it_comes() throws IOException {
        RunResult result = build("""
                node {
                    withCredentials([azureServicePrincipal(credentialsId: 'sp')]) {
                        sh '#!/bin/sh\\nfor piece in 1-4 5-9 10-99; do printf %s "$(printf %s "$AZURE_CLIENT_SECRET" | cut -c $piece)"; done; echo'
                        sh '#!/bin/sh\\nprintf "%s" "$AZURE_CLIENT_SECRET" | sed "s/[$]/&&/g"; echo'
                        sh '#!/bin/sh\\nprintf "%s" "$AZURE_CLIENT_SECRET" | base64'
                    }
                }
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.console().lines().filter("****"::equals)).hasSize(3);
        assertThat(forms().limit(4).filter(run.console()::contains)).isEmpty();
    }

    @Test
    void an_address_with_a_login_in_it_is_not_repeated() throws IOException {
        run.without("AZML_COMMAND")
                .with("AZML_URL", "http://robot:hunter2@127.0.0.1:1/azml.tar.gz?sig=canary")
                .with("AZML_SHA256", "0".repeat(64))
                .with("AZML_CACHE", folder.resolve("cache").toString());

        RunResult result = build("node { withEnv(['PATH=/usr/bin:/bin']) { azmlTrain file: 'job.yml' } }");

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(run.console())
                .contains("ERROR: azmlTrain: azml could not be fetched from AZML_URL; the reason is above")
                .doesNotContain("hunter2", "canary");
    }

    @Test
    void a_variable_of_the_agent_is_not_put_in_the_place_of_its_name() throws IOException {
        build("node { azmlTrain file: 'job.yml', credentialsId: 'sp',"
                + " set: [a: '$AZURE_CLIENT_SECRET', b: '${AZURE_CLIENT_SECRET}', c: '$$AZURE_CLIENT_SECRET'] }");

        assertThat(run.azml().calls())
                .singleElement()
                .asString()
                .contains(
                        "[--set=a=$AZURE_CLIENT_SECRET] [--set=b=${AZURE_CLIENT_SECRET}] [--set=c=$$AZURE_CLIENT_SECRET]");
    }

    @Test
    void the_local_azures_own_secret_stays_on_the_agent() throws IOException {
        run.with("BRANCH_NAME", "PR-9").with("CHANGE_ID", "9").with("CHANGE_FORK", "stranger");
        run.file("azml/pipeline.yml", "models: {iris: {}}");
        run.azml().answers("yaml", 0, "{\"models\": {\"iris\": {}}}");
        run.azml().localAzure("export AZURE_SUBSCRIPTION_ID='local' AZML_TOKEN='" + SECRET.replace("'", "") + "'");

        RunResult result = build("azmlPipeline()");

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.azml().environment()).contains("AZURE_SUBSCRIPTION_ID=local", "AZML_TOKEN=t0p");
        assertThat(texts(folder.resolve("home")) + run.console()).doesNotContain("t0p");
        assertThat(List.copyOf(run.azml().calls())).noneMatch(call -> call.contains("t0p"));
    }
}
