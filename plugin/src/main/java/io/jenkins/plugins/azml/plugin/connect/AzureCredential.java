package io.jenkins.plugins.azml.plugin.connect;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.microsoft.azure.util.AzureBaseCredentials;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.List;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** An Azure credential as a build, or Jenkins itself, may see it. */
final class AzureCredential {
    private AzureCredential() {}

    /**
     * Looks a credential up with the build's identity and notes that the build uses it.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_SIGNED_IN if the build sees no such credential
     *     or it is of another kind
     */
    static AzureBaseCredentials find(String id, Run<?, ?> build) {
        AzureBaseCredentials found = CredentialsProvider.findCredentialById(id, AzureBaseCredentials.class, build);
        if (found == null) {
            throw Problem.of(ProblemCode.NOT_SIGNED_IN, missing(id, build)).asException();
        }
        CredentialsProvider.track(build, found);
        return found;
    }

    /**
     * Looks a credential up as Jenkins itself sees it.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_SIGNED_IN if there is none
     */
    static AzureBaseCredentials ofSystem(String id) {
        return CredentialsProvider.lookupCredentialsInItemGroup(
                        AzureBaseCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of())
                .stream()
                .filter(credential -> credential.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemCode.NOT_SIGNED_IN,
                                "there is no Azure credential '" + id + "' that Jenkins itself may use")
                        .asException());
    }

    private static String missing(String id, Run<?, ?> build) {
        @Nullable
        StandardCredentials other = CredentialsProvider.findCredentialById(id, StandardCredentials.class, build);
        return other == null
                ? "there is no credential '" + id + "' that this build may use"
                : "credential '" + id + "' is a " + other.getClass().getSimpleName()
                        + "; expected an Azure service principal or managed identity";
    }
}
