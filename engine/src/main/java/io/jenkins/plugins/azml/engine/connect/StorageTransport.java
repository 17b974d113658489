package io.jenkins.plugins.azml.engine.connect;

import io.jenkins.plugins.azml.engine.azure.Cloud;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.io.IOException;

/**
 * Lets requests through to the Blob storage of one cloud, and to no other host: a signed address comes from an answer,
 * and code and data go to it.
 */
record StorageTransport(Transport transport, Cloud cloud) implements Transport {
    @Override
    public Response send(Request request) throws IOException {
        if (!cloud.hasStorageAt(request.url())) {
            throw Problem.of(
                            ProblemCode.HOST_NOT_LISTED,
                            "will not send to " + Url.shown(request.url()) + ": it is no Blob storage of cloud '"
                                    + cloud.name() + "', reached over https")
                    .asException();
        }
        return transport.send(request);
    }
}
