package hudson.model.labels;

import hudson.model.Label;

public class LabelAtom extends Label {
    public LabelAtom(String name) {
        super(name);
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException("signature");
    }
}
