package io.jenkins.plugins.azml.emulator;

import static io.jenkins.plugins.azml.emulator.AzureMl.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.faults.Effects;
import io.jenkins.plugins.azml.emulator.faults.Fault;
import io.jenkins.plugins.azml.emulator.http.Delivery;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.store.LedgerEntry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String PUT = "Jobs_CreateOrUpdate";

    private final AzureMl azure = new AzureMl();

    @BeforeEach
    void everything_is_there() {
        azure.givenEverythingThatAJobNeeds();
    }

    @Test
    void a_refused_request_has_done_nothing() {
        azure.emulator.faults().add(Fault.next(PUT, "refuse", Effects.refuse()));

        assertThat(azure.submit("job1", azure.aJob()).delivery()).isEqualTo(new Delivery.Reset(0));
        assertThat(azure.get("/jobs/job1").status()).isEqualTo(404);
    }

    @Test
    void a_lost_answer_has_done_its_work_once() {
        azure.emulator.faults().add(Fault.next(PUT, "lose", Effects.lose()));

        assertThat(azure.submit("job1", azure.aJob()).delivery()).isEqualTo(new Delivery.Reset(0));
        assertThat(azure.get("/jobs/job1").status()).isEqualTo(200);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void a_request_delivered_twice_is_in_the_ledger_twice() {
        azure.emulator.faults().add(Fault.next(PUT, "twice", Effects.twice()));

        azure.submit("job1", azure.aJob());

        assertThat(writes()).isEqualTo(2);
    }

    @Test
    void a_late_request_arrives_when_nobody_waits_any_more() {
        azure.emulator.faults().add(Fault.next(PUT, "late", Effects.late(Duration.ofSeconds(5))));

        assertThat(azure.submit("job1", azure.aJob()).delivery()).isEqualTo(new Delivery.Silent());
        assertThat(azure.get("/jobs/job1").status()).isEqualTo(404);
        azure.pass(Duration.ofSeconds(6));
        assertThat(azure.get("/jobs/job1").status()).isEqualTo(200);
    }

    @Test
    void stale_reads_lack_the_last_write_for_as_often_as_wished() {
        azure.submit("job1", azure.aJob());
        azure.emulator
                .faults()
                .add(Fault.next("Jobs_Get", "stale", Effects.stale()).times(2));
        azure.emulator.faults().add(Fault.next("Jobs_List", "stale", Effects.stale()));

        assertThat(azure.get("/jobs/job1").status()).isEqualTo(404);
        assertThat(azure.get("/jobs/job1").status()).isEqualTo(404);
        assertThat(azure.get("/jobs/job1").status()).isEqualTo(200);
        assertThat(json(azure.get("/jobs")).path("value")).isEmpty();
        assertThat(json(azure.get("/jobs")).path("value")).hasSize(1);
    }

    @Test
    void a_throttled_request_says_when_to_come_back_if_it_is_told_to() {
        azure.emulator.faults().add(Fault.next("Jobs_Get", "throttle", Effects.throttle(Optional.of("7"))));
        azure.emulator.faults().add(Fault.next("Jobs_Get", "throttle", Effects.throttle(Optional.empty())));

        Reply first = azure.get("/jobs/x");
        Reply second = azure.get("/jobs/x");

        assertThat(first.status()).isEqualTo(429);
        assertThat(first.headers().first("Retry-After")).hasValue("7");
        assertThat(second.headers().first("Retry-After")).isEmpty();
        assertThat(azure.get("/jobs/x").status()).isEqualTo(404);
    }

    @Test
    void faults_are_set_and_taken_back_over_the_admin_routes() {
        String body =
                "{'operation':'Jobs_Get','fault':'edit','skip':1,'times':2,'set':{'/properties/status':'Dreaming'},'remove':['/properties/services']}";
        azure.submit("job1", azure.aJob());

        assertThat(azure.send("POST", "/_emulator/faults", body).status()).isEqualTo(201);

        assertThat(azure.jobStatus("job1")).isEqualTo("NotStarted");
        assertThat(azure.jobStatus("job1")).isEqualTo("Dreaming");
        assertThat(json(azure.get("/jobs/job1")).at("/properties").has("services"))
                .isFalse();
        assertThat(azure.jobStatus("job1")).isEqualTo("NotStarted");
        assertThat(json(azure.send("GET", "/_emulator/requests", "")).findValuesAsText("fault"))
                .contains("edit");
    }

    @Test
    void a_fault_that_nobody_knows_is_refused() {
        assertThat(azure.send("POST", "/_emulator/faults", "{'fault':'melt'}").bodyText())
                .contains("'melt'");
        assertThat(azure.send("POST", "/_emulator/faults", "{'fault':'slow','colour':1}")
                        .bodyText())
                .contains("colour");
    }

    @Test
    void blob_requests_meet_faults_too() {
        azure.emulator
                .faults()
                .add(new Fault(
                        Optional.empty(),
                        Optional.of("PUT"),
                        Optional.of(java.util.regex.Pattern.compile("azureml-blobstore")),
                        0,
                        1,
                        "unavailable",
                        Effects.unavailable()));
        String address =
                azure.emulator.blobs().url(io.jenkins.plugins.azml.emulator.cloud.Cloud.blobstore("dev")) + "/x";

        Reply reply = azure.send(java.net.URI.create(address), "PUT", "x", java.util.Map.of());

        assertThat(reply.status()).isEqualTo(503);
    }

    private long writes() {
        return azure.emulator.ledger().stream()
                .map(LedgerEntry::operation)
                .filter(PUT::equals)
                .count();
    }
}
