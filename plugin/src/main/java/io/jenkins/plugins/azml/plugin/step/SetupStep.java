package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import io.jenkins.plugins.azml.engine.call.SetupCall;
import io.jenkins.plugins.azml.engine.call.StageCall;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code azmlSetup}. */
public final class SetupStep extends StageStep {
    private final Object folder;

    /** @param folder a path, or a list of them */
    @DataBoundConstructor
    public SetupStep(Object folder) {
        this.folder = folder;
    }

    public Object getFolder() {
        return folder;
    }

    @Override
    StageCall<?, ?> call() {
        return new SetupCall(files());
    }

    @Override
    List<String> files() {
        return folder instanceof List<?> places
                ? places.stream().map(String::valueOf).toList()
                : List.of(Given.needed(folder == null ? null : folder.toString(), step(), "folder"));
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlSetup");
        }
    }
}
