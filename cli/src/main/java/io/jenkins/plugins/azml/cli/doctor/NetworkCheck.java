package io.jenkins.plugins.azml.cli.doctor;

import io.jenkins.plugins.azml.cli.Remedies;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Proxies;
import io.jenkins.plugins.azml.engine.rest.Trust;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Through which proxy Azure is asked, and whose certificates count. A proxy's password is not shown. */
final class NetworkCheck {
    private static final String AZURE = "https://management.azure.com/";

    private final Map<String, String> environment;

    NetworkCheck(Shell shell) {
        this.environment = shell.environment();
    }

    List<Finding> findings() {
        return List.of(proxy(), authorities());
    }

    private Finding proxy() {
        String address = environment.getOrDefault("ARM_CLOUD_METADATA_URL", AZURE);
        try {
            return Proxies.from(environment)
                    .of(URI.create(address))
                    .map(proxy -> Finding.good("proxy", proxy.toString()))
                    .orElseGet(() -> Finding.good("proxy", "none"));
        } catch (ProblemException e) {
            return bad("proxy", e);
        } catch (IllegalArgumentException e) {
            return Finding.bad("proxy", "ARM_CLOUD_METADATA_URL is no address", "mend it, or unset it");
        }
    }

    private Finding authorities() {
        Trust trust = Trust.from(environment);
        try {
            trust.context();
            return Finding.good("authorities", trust.toString());
        } catch (ProblemException e) {
            return bad("authorities", e);
        }
    }

    private static Finding bad(String what, ProblemException e) {
        return Finding.bad(what, e.problem().what(), Remedies.of(e.problem().code()));
    }
}
