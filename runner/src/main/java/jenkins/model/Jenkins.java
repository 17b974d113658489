package jenkins.model;

/** The controller, which is not here. A sandboxed script is refused before it gets this far. */
public final class Jenkins {
    private Jenkins() {}

    @SuppressWarnings("DoNotCallSuggester") // a script may name it
    public static Jenkins getInstance() {
        return get();
    }

    @SuppressWarnings("DoNotCallSuggester") // a script may name it
    public static Jenkins get() {
        throw new IllegalStateException("there is no controller: azml run has no Jenkins.get(); use a step instead");
    }
}
