package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.step.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All steps by name, and the symbols that may stand as arguments of steps. */
public final class StepCatalogue {
    private static final Set<String> SYMBOLS = Set.of(
            "string",
            "text",
            "booleanParam",
            "choice",
            "password",
            "file",
            "credentials",
            "run",
            "parameters",
            "usernamePassword",
            "usernameColonPassword",
            "sshUserPrivateKey",
            "azureServicePrincipal",
            "certificate",
            "zip",
            "buildDiscarder",
            "logRotator",
            "disableConcurrentBuilds",
            "pipelineTriggers",
            "cron",
            "pollSCM",
            "upstream",
            "githubPush",
            "durabilityHint",
            "disableResume",
            "rateLimitBuilds",
            "copyArtifactPermission",
            "scmGit",
            "gitSCM",
            "modernSCM",
            "legacySCM",
            "nonresumable",
            "agent",
            "userRemoteConfigs",
            "gitSCMSource",
            "label");

    private final Map<String, Step> steps = new LinkedHashMap<>();

    /**
     * @param allowed names of steps that are not there and only print their call
     * @param more steps besides these, or in place of those of the same name
     */
    public StepCatalogue(Collection<String> allowed, List<Step> more) {
        all().forEach(step -> steps.put(step.signature().name(), step));
        more.forEach(step -> steps.put(step.signature().name(), step));
        allowed.forEach(name -> steps.putIfAbsent(name, new AllowedStep(name)));
    }

    private static List<Step> all() {
        return List.of(
                new EchoStep(),
                new ScriptStep(),
                new ErrorStep(),
                new NodeStep(),
                new StageStep(),
                new ShellStep(),
                new SleepStep(),
                new ParallelStep(),
                new LoadStep(),
                new DirStep(),
                new WsStep(),
                new PwdStep(),
                new IsUnixStep(),
                new WriteFileStep(),
                new ReadFileStep(),
                new FileExistsStep(),
                new DeleteDirStep(),
                new WithEnvStep(),
                new CatchErrorStep(),
                new WarnErrorStep(),
                new UnstableStep(),
                new RetryStep(),
                new TimeoutStep(),
                new WaitUntilStep(),
                new InputStep(),
                new StashStep(),
                new UnstashStep(),
                new ArchiveArtifactsStep(),
                new JUnitStep(),
                new WithCredentialsStep(),
                new PropertiesStep(),
                new LibraryStep(),
                new LibraryResourceStep(),
                new GetContextStep(),
                new BuildStep(),
                new MilestoneStep(),
                new LockStep(),
                new TimestampsStep(),
                new CheckoutStep(),
                new GitStep(),
                new ReadYamlStep(),
                new WriteYamlStep(),
                new ReadJsonStep(),
                new WriteJsonStep());
    }

    public Optional<Step> find(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    /** Finds a step by its class, as a saved program names it. */
    public Step ofType(String className) {
        return steps.values().stream()
                .filter(step -> step.getClass().getName().equals(className))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no step is made by the class " + className));
    }

    public boolean isSymbol(String name) {
        return SYMBOLS.contains(name);
    }

    /** Words the error for a name that is no step, with names that are near it. */
    public String unknown(String name) {
        Set<String> sorted = new TreeSet<>(steps.keySet());
        List<String> near =
                sorted.stream().filter(step -> distance(step, name) <= 2).toList();
        return "No such DSL method '" + name + "' found among steps " + sorted + " or symbols "
                + new TreeSet<>(SYMBOLS) + " or globals [currentBuild, env, params, pipeline, scm]"
                + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
    }

    /** Counts the letters to change from one word to another; words of very different lengths are infinitely far. */
    public static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
