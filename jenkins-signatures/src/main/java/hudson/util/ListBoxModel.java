package hudson.util;

import java.util.ArrayList;
import org.kohsuke.stapler.HttpResponse;

public class ListBoxModel extends ArrayList<ListBoxModel.Option> implements HttpResponse {
    public static final class Option {
        public final String name;
        public final String value;

        public Option(String name, String value) {
            this.name = name;
            this.value = value;
        }
    }

    public void add(String displayName, String value) {
        throw new UnsupportedOperationException("signature");
    }
}
