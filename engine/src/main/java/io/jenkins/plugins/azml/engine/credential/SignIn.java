package io.jenkins.plugins.azml.engine.credential;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    public static SignIn named(String choice) {
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

    public static String choice(Map<String, String> environment) {
        return environment.getOrDefault(CHOICE, "");
    }

    /** The first way that the environment is set up for in full; a machine's identity and the Azure CLI need nothing. */
    public static Optional<SignIn> firstSetIn(Map<String, String> environment) {
        return Arrays.stream(values())
                .filter(way -> !way.variables.isEmpty() && way.isSetIn(environment))
                .findFirst();
    }

    /** The ways of which the environment holds what no other way needs, but not all. */
    public static List<SignIn> halfSetIn(Map<String, String> environment) {
        return Arrays.stream(values())
                .filter(way -> !way.variables.isEmpty() && !way.isSetIn(environment))
                .filter(way -> !environment.getOrDefault(way.sign(), "").isBlank())
                .toList();
    }

    /** The variable that no other way needs. */
    public String sign() {
        return this == IDENTITY_ENDPOINT ? variables.get(0) : variables.get(variables.size() - 1);
    }

    /** The variables that this way needs, in words. */
    public String needs() {
        return String.join(", ", variables);
    }

    /** Whether the environment holds all that this way needs. */
    boolean isSetIn(Map<String, String> environment) {
        return missing(environment).isEmpty();
    }

    /** The variables that this way needs and that are not set. */
    public String missing(Map<String, String> environment) {
        return variables.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .collect(Collectors.joining(", "));
    }

    /** As the user writes it: {@code client-secret}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
