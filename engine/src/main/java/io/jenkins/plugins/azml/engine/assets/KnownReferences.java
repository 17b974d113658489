package io.jenkins.plugins.azml.engine.assets;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.spec.wire.References;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * References as far as they are answered. A need without an answer yet is remembered and gets a placeholder, so that one
 * pass over a spec finds all its needs, always in the same order.
 */
final class KnownReferences implements References {
    private final Workspace workspace;
    private final Naming naming;
    private final List<Answer> answers;
    private final List<Need> needs = new ArrayList<>();

    KnownReferences(Workspace workspace, Naming naming, List<Answer> answers) {
        this.workspace = workspace;
        this.naming = naming;
        this.answers = answers;
    }

    /** The needs that the pass has met, answered ones first. */
    List<Need> needs() {
        return needs;
    }

    private Optional<Answer> answer(Need need) {
        int index = needs.indexOf(need);
        if (index < 0) {
            index = needs.size();
            needs.add(need);
        }
        return index < answers.size() ? Optional.of(answers.get(index)) : Optional.empty();
    }

    @Override
    public String workspace() {
        return workspace.id().path();
    }

    @Override
    public String location() {
        return workspace.facts().location();
    }

    @Override
    public Code code(Path local) {
        return answer(new Need.Code(local))
                .map(Answer.Code.class::cast)
                .map(code -> new Code(code.name(), code.version(), code.uri(), code.hash()))
                .orElse(new Code("-", "-", "-", "-"));
    }

    @Override
    public String upload(Path local, String datastore) {
        return answer(new Need.Upload(local, datastore))
                .map(place -> ((Answer.Place) place).path())
                .orElse("-");
    }

    @Override
    public String labelled(String collection, String name, String label) {
        String version = answer(new Need.Label(collection, name, label))
                .map(found -> ((Answer.Version) found).version())
                .orElse("-");
        return workspace.armId("/" + collection + "/" + name + "/versions/" + version);
    }

    @Override
    public String version(String collection, String name) {
        return naming.version();
    }

    @Override
    public String name(String collection) {
        return naming.name();
    }

    @Override
    public String experiment() {
        return naming.experiment();
    }

    @Override
    public String storageUrl(String datastore, String path) {
        return workspace.datastores().container(datastore).container() + "/" + path;
    }
}
