package io.jenkins.plugins.azml.plugin;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.microsoft.azure.util.AzureCredentials;
import hudson.ExtensionList;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.plugin.config.AzmlConfiguration;
import io.jenkins.plugins.azml.plugin.config.NamedWorkspace;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** What an administrator has configured: an emulator's workspaces, and a credential for it. */
public final class Configured {
    private Configured() {}

    /**
     * From now on {@code dev} is for every job and {@code prod} for those of the folders {@code release} and {@code models}.
     *
     * @param credential the id of a credential
     */
    public static void to(InMemoryEmulator emulator, String credential) {
        TokenCredential tokens = mock(TokenCredential.class);
        when(tokens.getTokenSync(org.mockito.ArgumentMatchers.any()))
                .thenAnswer(call -> new AccessToken(
                        emulator.token(),
                        emulator.clock().instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC)));
        CredentialsProvider.store(new AzureCredentials(credential, tokens));
        AzmlConfiguration configuration = new AzmlConfiguration();
        configuration.setWorkspaces(List.of(
                workspace(emulator, "dev", credential, null),
                workspace(emulator, "prod", credential, "release\nmodels")));
        configuration.setDefaultWorkspace("dev");
        configuration.setPollSeconds(5);
        ExtensionList.put(AzmlConfiguration.class, configuration);
    }

    private static NamedWorkspace workspace(InMemoryEmulator emulator, String name, String credential, String folders) {
        NamedWorkspace workspace = new NamedWorkspace(
                name, emulator.scope().subscription(), emulator.scope().resourceGroup(), "");
        workspace.setMetadataUrl(emulator.addresses().secure() + "/metadata/endpoints?api-version=2019-05-01");
        workspace.setCredentialsId(credential);
        workspace.setFolders(folders);
        return workspace;
    }
}
