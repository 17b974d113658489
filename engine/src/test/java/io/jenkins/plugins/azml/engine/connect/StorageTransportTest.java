package io.jenkins.plugins.azml.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.azure.Cloud;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Answers;
import io.jenkins.plugins.azml.engine.rest.Body;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code and data go to a cloud's storage, whatever address an answer grants. */
class StorageTransportTest {
    private final List<Transport.Request> sent = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/c/b?sig=S3CRET",
                "http://account.blob.core.windows.net/c/b?sig=S3CRET",
                "https://account.blob.core.windows.net:8443/c/b?sig=S3CRET",
                "https://account.blob.core.windows.net.evil.test/c/b?sig=S3CRET",
                "https://blob.core.windows.net/c/b?sig=S3CRET",
                "https://127.0.0.1/c/b?sig=S3CRET",
                "http://169.254.169.254/metadata?sig=S3CRET",
                "https://localhost/c/b?sig=S3CRET"
            })
    void a_grant_for_elsewhere_is_not_used(String address) {
        assertThatThrownBy(() -> put(Cloud.PUBLIC, address))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.HOST_NOT_LISTED))
                .hasMessageNotContaining("S3CRET");
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://account.blob.core.windows.net/c/b?sig=x",
                "https://account.z12.blob.storage.azure.net/c/b?sig=x",
                "https://account-secondary.blob.core.windows.net/c/b?sig=x"
            })
    void the_clouds_accounts_are_reached_without_a_token(String address) {
        put(Cloud.PUBLIC, address);

        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).headers()).doesNotContainKey("Authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.test/c/b", "http://127.0.0.1:10000/c/b", "https://10.0.0.1:10000/c/b"})
    void a_cloud_on_this_machine_has_its_storage_here_too(String elsewhere) {
        URI here = URI.create("https://127.0.0.1:8443");
        Cloud local = new Cloud("Local", here, here, here, "core.windows.net", "", "");

        put(local, "https://127.0.0.1:10000/account/c/b?sig=x");

        assertThat(sent).hasSize(1);
        assertThatThrownBy(() -> put(local, elsewhere)).isInstanceOf(ProblemException.class);
        assertThat(sent).hasSize(1);
    }

    private void put(Cloud cloud, String address) {
        Transport transport = request -> {
            sent.add(request);
            return Answers.of(201, "");
        };
        Connection.signedIn(cloud, transport, fresh -> "t", Budget.ofSubscription(), () -> Instant.EPOCH)
                .blobs()
                .put(BlobUrl.of(address), Body.none(), "");
    }
}
