package io.jenkins.plugins.azml.engine.assets;

import java.nio.file.Path;

/** Something that a spec leaves open and only the workspace, or the disk, can tell. */
sealed interface Need {
    /** The code version for a local folder. */
    record Code(Path local) implements Need {}

    /** The place of a local folder or file in a datastore. */
    record Upload(Path local, String datastore) implements Need {}

    /** The version behind a label, {@code azureml:NAME@LABEL}. */
    record Label(String collection, String name, String label) implements Need {}
}
