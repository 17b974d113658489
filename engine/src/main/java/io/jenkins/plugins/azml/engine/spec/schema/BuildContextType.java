package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.References;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import org.jspecify.annotations.Nullable;

/** The folder of a Dockerfile, or a URL. */
record BuildContextType() implements Type {
    private static final String DATASTORE = "workspaceblobstore";
    private static final PathType PATH = PathType.local(PathType.Also.URI);

    @Override
    public String expected() {
        return "a folder that exists, or a URL";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        return PATH.check(node, check);
    }

    @Override
    public Object wire(Object value, Wiring wiring) {
        if (value instanceof Location.Local local) {
            References references = wiring.references();
            return references.storageUrl(DATASTORE, references.upload(local.path(), DATASTORE) + "/");
        }
        return ((Location.Remote) value).uri();
    }
}
