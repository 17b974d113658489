package io.jenkins.plugins.azml

/** The comment that the builds of a job write on their pull request. Its id tells it: a mark in it anybody can write. */
class OwnComment implements Serializable {
    private static final long serialVersionUID = 1L
    private static final int MOST_BUILDS = 100

    private final Object script

    OwnComment(Object script) {
        this.script = script
    }

    /** The id that this build or one before it has kept; empty if none has. */
    String id() {
        String id = script.env.AZML_COMMENT
        Object build = script.currentBuild.previousBuild
        for (int i = 0; !id && build != null && i < MOST_BUILDS; i++) {
            id = build.buildVariables.AZML_COMMENT
            build = build.previousBuild
        }
        id ?: ''
    }

    void keep(Object id) {
        script.env.AZML_COMMENT = id.toString()
    }
}
