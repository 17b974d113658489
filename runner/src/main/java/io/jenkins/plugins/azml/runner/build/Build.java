package io.jenkins.plugins.azml.runner.build;

import hudson.model.Result;
import hudson.util.Secret;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.cps.EnvActionImpl;
import org.jenkinsci.plugins.workflow.support.steps.build.RunWrapper;
import org.jspecify.annotations.Nullable;

/** One build of a job, while it runs. Used on the program's thread; the result, the artifacts and the variables from any. */
public final class Build {
    private final Job job;
    private final int number;
    private final String user;
    private Instant started;
    private final Map<String, String> variables;
    private final Map<String, Object> parameters;
    private final List<Map<String, Object>> startedBy;
    private final Map<String, Long> artifacts = new ConcurrentHashMap<>();
    private Stages stages = new Stages();
    private final EnvActionImpl env;
    private final RunWrapper wrapper;
    private int scripts;
    private @Nullable Integer milestone;
    private @Nullable Result result;
    private @Nullable String description;
    private @Nullable String displayName;
    private boolean keepLog;
    private final java.util.Set<CauseOfInterruption> causes = new java.util.HashSet<>();

    /**
     * @param startedBy what has started it; the user where this is empty
     * @param variables what the build's environment has beyond its number and names, such as {@code BRANCH_NAME}
     * @param parameters the values that this build was started with
     * @param effective reads a variable as the running step sees it
     */
    public Build(
            Job job,
            int number,
            String user,
            List<Map<String, Object>> startedBy,
            Map<String, String> variables,
            Map<String, Object> parameters,
            java.util.function.Function<String, @Nullable String> effective) {
        this.job = job;
        this.number = number;
        this.user = user;
        this.startedBy = List.copyOf(startedBy);
        this.started = Instant.now();
        this.variables = Map.copyOf(variables);
        this.parameters = new LinkedHashMap<>(parameters);
        this.env = new EnvActionImpl(effective, set -> environment());
        this.wrapper = new RunWrapper(new CurrentBuildView(this));
    }

    /** Takes what must survive a restart. */
    public BuildSnapshot snapshot() {
        return new BuildSnapshot(
                number,
                started,
                new LinkedHashMap<>(parameters),
                env.getOverriddenEnvironment(),
                artifacts(),
                new java.util.HashSet<>(causes),
                stages,
                scripts,
                milestone,
                result(),
                description,
                displayName);
    }

    /** Takes a build up where a restart left it. */
    public void restore(BuildSnapshot snapshot) {
        started = snapshot.started();
        snapshot.set().forEach(env::setProperty);
        artifacts.putAll(snapshot.artifacts());
        causes.addAll(snapshot.causes());
        stages = snapshot.stages();
        scripts = snapshot.scripts();
        milestone = snapshot.milestone();
        replaceResult(snapshot.result());
        description = snapshot.description();
        displayName = snapshot.displayName();
    }

    public Job job() {
        return job;
    }

    public int number() {
        return number;
    }

    public List<Map<String, Object>> startedBy() {
        return startedBy;
    }

    public String user() {
        return user;
    }

    public Instant started() {
        return started;
    }

    public Stages stages() {
        return stages;
    }

    /** The files kept from this build so far, by name, each with its size in bytes. */
    public Map<String, Long> artifacts() {
        return new TreeMap<>(artifacts);
    }

    public void keepArtifact(String file, long bytes) {
        artifacts.put(file, bytes);
    }

    /** Finds a global variable that every script has. */
    public Optional<Object> globalVariable(String name) {
        return switch (name) {
            case "env" -> Optional.of(env);
            case "params" -> Optional.of(params());
            case "currentBuild" -> Optional.of(wrapper);
            case "scm" -> Optional.of(Scm.INSTANCE);
            default -> Optional.empty();
        };
    }

    /** The values of the parameters: those of this build, else the defaults of the job. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> all = new java.util.HashMap<>();
        job.parameters().forEach(definition -> all.put(definition.name(), definition.defaultValue()));
        all.putAll(parameters);
        return Collections.unmodifiableMap(all);
    }

    /** The build's own variables, parameters and what the script set, without those of a node. */
    public Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.putAll(identity());
        parameters.forEach((name, value) ->
                all.put(name, value instanceof Secret secret ? secret.getPlainText() : String.valueOf(value)));
        all.putAll(env.getOverriddenEnvironment());
        return all;
    }

    private Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("BUILD_NUMBER", Integer.toString(number));
        identity.put("BUILD_ID", Integer.toString(number));
        identity.put("BUILD_DISPLAY_NAME", displayName());
        identity.put("BUILD_TAG", "jenkins-" + job.name().replace('/', '-') + "-" + number);
        identity.put("JOB_NAME", job.name());
        identity.put("JOB_BASE_NAME", job.name().substring(job.name().lastIndexOf('/') + 1));
        identity.put("CI", "true");
        return identity;
    }

    /** Whether the build is of a pull request: that is known from its branch, not from parameters. */
    public boolean isChangeRequest() {
        return variables.containsKey("CHANGE_ID");
    }

    public EnvActionImpl env() {
        return env;
    }

    public synchronized @Nullable Result result() {
        return result;
    }

    /** Sets a result, unless the build has a worse one already. */
    public synchronized void setResult(Result newResult) {
        result = result == null ? newResult : result.combine(newResult);
    }

    /** Puts a result in the place of any other, as only Declarative does for a while. */
    public synchronized void replaceResult(@Nullable Result newResult) {
        result = newResult;
    }

    /** The result so far, where none was set: success. */
    public Result currentResult() {
        Result set = result();
        return set == null ? Result.SUCCESS : set;
    }

    public @Nullable String description() {
        return description;
    }

    public void setDescription(@Nullable String text) {
        description = text;
    }

    public String displayName() {
        return displayName == null ? "#" + number : displayName;
    }

    public void setDisplayName(@Nullable String name) {
        displayName = name;
    }

    public boolean keepLog() {
        return keepLog;
    }

    public void setKeepLog(boolean keep) {
        keepLog = keep;
    }

    /** Tells whether the cause of an interruption comes by for the first time. */
    public boolean firstSeen(CauseOfInterruption cause) {
        return causes.add(cause);
    }

    /** The builds of the job before this one, the youngest first. */
    public List<BuildRecord> previous() {
        return job.before(number);
    }

    public List<BuildRecord> next() {
        return job.after(number);
    }

    /** The number of the last milestone; null before the first. */
    public @Nullable Integer milestone() {
        return milestone;
    }

    public void passMilestone(int ordinal) {
        milestone = ordinal;
    }

    /** Names the next script of the build: {@code Script1.groovy} and so on. */
    public String nextScriptName() {
        scripts++;
        return "Script" + scripts + ".groovy";
    }
}
