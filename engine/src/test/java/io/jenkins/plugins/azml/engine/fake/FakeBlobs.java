package io.jenkins.plugins.azml.engine.fake;

import io.jenkins.plugins.azml.engine.rest.Transport.Request;
import io.jenkins.plugins.azml.engine.rest.Transport.Response;
import java.io.IOException;

/** The Blob side; nothing is stored yet. */
public final class FakeBlobs {
    private final FakeAzure azure;

    FakeBlobs(FakeAzure azure) {
        this.azure = azure;
    }

    Response send(Request request) throws IOException {
        return azure.write(
                request.method() + " " + request.url().getPath(), () -> FakeAzure.error(404, "BlobNotFound", ""));
    }
}
