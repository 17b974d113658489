package io.jenkins.plugins.azml.emulator.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.List;

/** Data assets: names for blobs. */
public final class DataRoutes implements RouteTable {
    private static final BodyShape SHAPE = BodyShape.of(
            "properties.description",
            "properties.tags.*",
            "properties.properties.*",
            "properties.isAnonymous",
            "properties.isArchived",
            "properties.autoDeleteSetting.**",
            "properties.dataType",
            "properties.dataUri",
            "properties.referencedUris",
            "properties.stage");

    private final Versions versions;
    private final BlobUris uris;

    public DataRoutes(Cloud cloud, Bodies bodies) {
        this.uris = new BlobUris(cloud);
        this.versions = new Versions(
                cloud,
                bodies,
                new Versions.Family(Kind.DATA, "Data", SHAPE, List.of("dataUri", "dataType")),
                this::complete);
    }

    @Override
    public List<Route> routes() {
        return versions.routes();
    }

    private void complete(ResourceKey key, ObjectNode properties) {
        String type = Bodies.text(properties, "dataType");
        if (!List.of("uri_file", "uri_folder", "mltable").contains(type)) {
            throw ArmError.userError("The dataType '" + type + "' is not one of uri_file, uri_folder, mltable.");
        }
        String uri = Bodies.text(properties, "dataUri");
        properties.put(
                "dataUri",
                uris.longUri(key.workspace(), uris.locate(key.workspace(), uri)).orElse(uri));
    }
}
