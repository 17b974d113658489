package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnLocalAzure
class SecondSubmissionScenario {
    /** What comes before the first request to Azure ML: where the cloud is, who asks. */
    private static final Set<String> BEFOREHAND = Set.of("Metadata_Endpoints", "ManagedIdentity_Token");

    @Test
    void an_unchanged_submission_takes_two_requests_and_uploads_nothing(LocalAzure azure, CleanLoop clean) {
        azure.shell()
                .azml(
                        "emulator",
                        "requests",
                        "--clear",
                        "--folder",
                        azure.folder().toString())
                .ok();

        Outcome submitted = clean.shell()
                .azml("train", clean.loop().file("job.yml"), "-w", "dev", "--run", "unchanged", "--no-wait", "-q");

        assertThat(submitted.status()).as(submitted.toString()).isZero();
        List<String> operations = azure
                .shell()
                .azml("emulator", "requests", "--folder", azure.folder().toString(), "--output", "json")
                .ok()
                .json()
                .objects("requests")
                .stream()
                .filter(request -> !request.needString("operation").startsWith("Emulator_"))
                .filter(request -> !isOfTheJob(request))
                .map(request -> request.needString("operation"))
                .toList();
        List<String> azureMl =
                operations.stream().filter(each -> !BEFOREHAND.contains(each)).toList();
        System.out.println(
                "[local] an unchanged second submission: " + azureMl.size() + " requests to Azure ML " + azureMl);
        assertThat(azureMl).containsExactly("CodeVersions_List", "Jobs_CreateOrUpdate");
        System.out.println("[local] beside them, once a command: " + BEFOREHAND);

        Outcome end =
                clean.shell().azml("resume", "unchanged", "--output", "json").ok();
        assertThat(end.json().in("result").integer("filesUploaded")).hasValue(0);
    }

    /** The job runs at once and speaks to the tracking server for itself. */
    private static boolean isOfTheJob(JsonObject request) {
        return request.needString("operation").startsWith("Mlflow_");
    }
}
