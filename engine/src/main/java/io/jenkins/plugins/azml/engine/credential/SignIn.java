package io.jenkins.plugins.azml.engine.credential;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The ways to get a token, in the order in which they are looked for. */
public enum SignIn {
    /** A token in {@code AZML_TOKEN}. */
    TOKEN("AZML_TOKEN"),
    /** A service principal by secret. */
    CLIENT_SECRET("AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"),
    /** A service principal by certificate. */
    CLIENT_CERTIFICATE("AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_CERTIFICATE_PATH"),
    /** A federated token that a cluster or a CI server puts into a file. */
    WORKLOAD_IDENTITY("AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_FEDERATED_TOKEN_FILE"),
    /** An endpoint on this machine: App Service, Azure ML compute, the emulator. */
    IDENTITY_ENDPOINT("IDENTITY_ENDPOINT", "IDENTITY_HEADER"),
    /** The identity of this virtual machine. */
    MANAGED_IDENTITY(),
    /** Whoever is signed in to {@code az} here. */
    AZURE_CLI();

    private static final String CHOICE = "AZML_CREDENTIAL";

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> variables;

    SignIn(String... variables) {
        this.variables = List.of(variables);
    }

    /**
     * The way that {@code AZML_CREDENTIAL} names.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException INVALID_ARGUMENT if there is no such way
     */
    static SignIn named(String choice) {
        return Arrays.stream(values())
                .filter(way -> way.word().equals(choice.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemCode.INVALID_ARGUMENT,
                                CHOICE + " is '" + choice + "'; expected one of "
                                        + Arrays.stream(values())
                                                .map(SignIn::word)
                                                .collect(Collectors.joining(", ")))
                        .asException());
    }

    static String choice(Map<String, String> environment) {
        return environment.getOrDefault(CHOICE, "");
    }

    /** Whether the environment holds all that this way needs. */
    boolean isSetIn(Map<String, String> environment) {
        return missing(environment).isEmpty();
    }

    /** The variables that this way needs and that are not set. */
    String missing(Map<String, String> environment) {
        return variables.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .collect(Collectors.joining(", "));
    }

    /** As the user writes it: {@code client-secret}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
