package io.jenkins.plugins.azml.plugin.agent;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/** Reads the files of a call on the agent. Answers with text, so that no class of an agent's choice is ever loaded. */
public final class CaptureFiles extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> files;
    private final LinkedHashMap<String, String> set;
    private final LinkedHashMap<String, String> variables;

    /**
     * @param files paths of files, and of folders whose YAML files are meant
     * @param set values that take the place of the files'
     * @param variables of the build, where a checkout says nothing
     */
    public CaptureFiles(List<String> files, Map<String, String> set, Map<String, String> variables) {
        this.files = new ArrayList<>(files);
        this.set = new LinkedHashMap<>(set);
        this.variables = new LinkedHashMap<>(variables);
    }

    @Override
    public String invoke(File workspace, VirtualChannel channel) {
        return Reply.of(() ->
                new Capturing(workspace.toPath()).capture(files, set, variables).write());
    }
}
