package io.jenkins.plugins.azml.cli.doctor;

import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.engine.credential.SignIn;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where tokens come from, as far as the environment tells: variables by their names, never their values. */
final class CredentialCheck {
    private static final String WHAT = "credential";
    private static final String WAYS =
            "run 'az login', or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or AZML_TOKEN";

    private final Map<String, String> environment;
    private final Shell shell;

    CredentialCheck(Shell shell) {
        this.shell = shell;
        this.environment = shell.environment();
    }

    Finding finding() {
        String choice = SignIn.choice(environment);
        if (!choice.isBlank()) {
            return chosen(choice);
        }
        return SignIn.firstSetIn(environment)
                .map(way -> Finding.good(WHAT, way.word() + ", from " + way.needs()))
                .or(() -> SignIn.halfSetIn(environment).stream().findFirst().map(this::half))
                .orElseGet(this::ofThisMachine);
    }

    private Finding chosen(String choice) {
        try {
            SignIn way = SignIn.named(choice);
            String missing = way.missing(environment);
            String said = way.word() + ", as AZML_CREDENTIAL says";
            return missing.isEmpty()
                    ? Finding.good(WHAT, said)
                    : Finding.warning(WHAT, said + ", but not set: " + missing, "set " + missing);
        } catch (ProblemException e) {
            return Finding.warning(WHAT, e.problem().what(), "set it to one of these, or unset it");
        }
    }

    private Finding half(SignIn way) {
        String missing = way.missing(environment);
        return Finding.warning(
                WHAT,
                way.sign() + " is set, but for " + way.word() + " there lacks " + missing,
                "set " + missing + ", or unset " + way.sign());
    }

    private Finding ofThisMachine() {
        Optional<String> az = azureCli();
        return az.isPresent()
                ? Finding.good(WHAT, "none in the environment: managed-identity, else azure-cli (" + az.get() + ")")
                : Finding.warning(WHAT, "none in the environment, and 'az' is not on the path", WAYS);
    }

    private Optional<String> azureCli() {
        return Stream.of(shell.variable("PATH").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "az"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
