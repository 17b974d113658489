package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.ExtensionPoint;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.security.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;

/** The credentials that the test at hand has stored. */
public abstract class CredentialsProvider implements ExtensionPoint {
    public static final Permission USE_ITEM = Permission.of("UseItem");
    private static final Map<String, IdCredentials> STORED = new HashMap<>();

    public static void store(IdCredentials credential) {
        STORED.put(credential.getId(), credential);
    }

    public static <C extends IdCredentials> C findCredentialById(String id, Class<C> type, Run<?, ?> run) {
        IdCredentials found = STORED.get(id);
        return type.isInstance(found) ? type.cast(found) : null;
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type,
            ItemGroup<?> itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements) {
        return STORED.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public static <C extends Credentials> C track(Run<?, ?> build, C credentials) {
        return credentials;
    }
}
