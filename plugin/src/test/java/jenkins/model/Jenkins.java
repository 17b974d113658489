package jenkins.model;

import hudson.Plugin;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;
import java.util.HashMap;
import java.util.Map;

/** The jobs that whoever asks may see. */
public class Jenkins implements ItemGroup<Item>, ModelObject, AccessControlled {
    public static final Permission ADMINISTER = Permission.of("Administer");
    private static final Jenkins ONE = new Jenkins();

    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Plugin> plugins = new HashMap<>();

    public static Jenkins get() {
        return ONE;
    }

    public static void add(Item item) {
        ONE.items.put(item.getFullName(), item);
    }

    /** Whether an optional plugin is there. */
    public static void install(String shortName, boolean there) {
        if (there) {
            ONE.plugins.put(shortName, new Plugin() {});
        } else {
            ONE.plugins.remove(shortName);
        }
    }

    public Plugin getPlugin(String shortName) {
        return plugins.get(shortName);
    }

    public String getRootUrl() {
        return "https://jenkins.example.org/";
    }

    public <T extends Item> T getItemByFullName(String fullName, Class<T> type) {
        return type.cast(items.get(fullName));
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getDisplayName() {
        return "Jenkins";
    }

    @Override
    public String getFullName() {
        return "";
    }

    @Override
    public ACL getACL() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save() {}
}
