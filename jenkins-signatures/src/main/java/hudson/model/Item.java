package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;

public interface Item extends PersistenceRoot, ModelObject, AccessControlled {
    Permission CONFIGURE = Permission.of("Configure");
    Permission EXTENDED_READ = Permission.of("ExtendedRead");

    ItemGroup<? extends Item> getParent();

    String getName();

    String getFullName();

    @Override
    String getDisplayName();
}
