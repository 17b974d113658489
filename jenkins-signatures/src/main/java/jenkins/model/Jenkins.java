package jenkins.model;

import hudson.Plugin;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;

public abstract class Jenkins implements ItemGroup<Item>, ModelObject, AccessControlled {
    public static final Permission ADMINISTER = Permission.of("Administer");

    Jenkins() {}

    public static Jenkins get() {
        throw new UnsupportedOperationException("signature");
    }

    public String getRootUrl() {
        throw new UnsupportedOperationException("signature");
    }

    public Plugin getPlugin(String shortName) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException("signature");
    }

    public <T extends Item> T getItemByFullName(String fullName, Class<T> type) {
        throw new UnsupportedOperationException("signature");
    }
}
