package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Datastores of every type. */
final class Datastores {
    private static final Map<String, Object> NO_CREDENTIALS = Map.of("credentialsType", "None");

    private static final Table NONE = credentials("None");
    private static final Table ACCOUNT_KEY = secret("AccountKey")
            .with(key("account_key", Secret.SECRET).required().at("secrets/key"));
    private static final Table SAS =
            secret("Sas").with(key("sas_token", Secret.SECRET).required().inside("secrets"));
    private static final Table SERVICE_PRINCIPAL = tenant("ServicePrincipal")
            .with(key("client_secret", Secret.SECRET).required().inside("secrets"));
    private static final Table CERTIFICATE = tenant("Certificate")
            .with(
                    key("thumbprint", Scalars.TEXT).required(),
                    key("certificate", Secret.SECRET).inside("secrets"));

    private static final Table ARTIFACT = Table.of(
            "an artifact",
            key("name", Scalars.TEXT).required().at("artifactName"),
            key("type", Choice.sending("lake_house", "LakeHouse").orCamelCase())
                    .at("artifactType")
                    .otherwise("LakeHouse"));

    static final Variants TYPE = Variants.of(
            "a datastore",
            datastore("azure_blob", "AzureBlob", ACCOUNT_KEY, SAS).with(storage("container_name")),
            datastore("azure_file", "AzureFile", ACCOUNT_KEY, SAS).with(storage("file_share_name")),
            datastore("azure_data_lake_gen2", "AzureDataLakeGen2", SERVICE_PRINCIPAL, CERTIFICATE)
                    .with(storage("filesystem")),
            datastore("azure_data_lake_gen1", "AzureDataLakeGen1", SERVICE_PRINCIPAL, CERTIFICATE)
                    .with(required("store_name")),
            datastore("one_lake", "OneLake", SERVICE_PRINCIPAL)
                    .with(
                            required("one_lake_workspace_name"),
                            required("endpoint"),
                            key("artifact", ARTIFACT).required().inside("properties")));

    private Datastores() {}

    private static Key required(String name) {
        return key(name, Scalars.TEXT).required().inside("properties");
    }

    private static Key[] storage(String container) {
        return new Key[] {
            required("account_name"),
            required(container),
            key("endpoint", Scalars.TEXT).inside("properties").otherwise("core.windows.net"),
            key("protocol", Scalars.TEXT).inside("properties").otherwise("https")
        };
    }

    private static Table datastore(String type, String wire, Table... credentials) {
        List<Table> all = Stream.concat(Stream.of(credentials), Stream.of(NONE)).toList();
        boolean firstGeneration = type.equals("azure_data_lake_gen1");
        return Table.of(
                        "a datastore",
                        key("name", Scalars.TEXT).required().unsent(),
                        key("type", new Choice(Choice.of(type).wire(), UnaryOperator.identity()))
                                .required()
                                .unsent(),
                        key("description", Scalars.TEXT).inside("properties"),
                        key(
                                        "tags",
                                        Dictionary.of(
                                                "tags",
                                                firstGeneration
                                                        ? Dictionary.of("values", Anything.ANYTHING)
                                                        : Scalars.TEXT))
                                .inside("properties")
                                .otherwise(Map.of()),
                        key("credentials", new Variants("credentials", all))
                                .inside("properties")
                                .otherwise(NO_CREDENTIALS),
                        readOnly("id"))
                .constant("properties/datastoreType", wire);
    }

    private static Table credentials(String type) {
        return Table.of("credentials").constant("credentialsType", type);
    }

    private static Table secret(String type) {
        return credentials(type).constant("secrets/secretsType", type);
    }

    private static Table tenant(String type) {
        return secret(type)
                .with(
                        key("tenant_id", Scalars.TEXT).required(),
                        key("client_id", Scalars.TEXT).required(),
                        key("authority_url", Scalars.TEXT).otherwise("https://login.microsoftonline.com"),
                        // The name that older files use.
                        key("authority_uri", Scalars.TEXT).at("authorityUrl"),
                        key("resource_url", Scalars.TEXT));
    }

    static String put(Variants.Chosen chosen, Wiring wiring) {
        String name = chosen.fields().needText("name");
        return wiring.put(wiring.id("datastores", name), chosen.table().body(chosen.fields(), wiring));
    }
}
