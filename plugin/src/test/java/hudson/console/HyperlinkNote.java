package hudson.console;

/** A link as text. */
public class HyperlinkNote {
    private HyperlinkNote() {}

    public static String encodeTo(String url, String text) {
        return text + " <" + url + ">";
    }
}
