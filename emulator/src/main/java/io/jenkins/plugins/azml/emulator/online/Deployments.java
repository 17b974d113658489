package io.jenkins.plugins.azml.emulator.online;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Operations;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.serving.DeploymentListener;
import io.jenkins.plugins.azml.emulator.serving.DeploymentPlan;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.LedgerEntry;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deployments from their creation to their end. */
public final class Deployments {
    private static final System.Logger LOG = System.getLogger(Deployments.class.getName());

    private final Cloud cloud;
    private final Operations operations;
    private final Endpoints endpoints;
    private final DeploymentPlans plans;
    private final Arm arm;

    public Deployments(Cloud cloud, Operations operations, Endpoints endpoints) {
        this.cloud = cloud;
        this.operations = operations;
        this.endpoints = endpoints;
        this.plans = new DeploymentPlans(cloud);
        this.arm = new Arm(cloud.settings().scope());
    }

    Optional<Resource> lookUp(ResourceKey key) {
        return cloud.store().find(key);
    }

    Endpoints.Accepted save(ResourceKey key, ObjectNode body) {
        Endpoints.checkName("deployment", key.leaf());
        endpoints.checkIdle(endpoints.find(key.workspace(), key.parent()));
        Optional<Resource> before = cloud.store().find(key);
        complete(body, before.isPresent());
        Resource saved = new Resource(
                key,
                body,
                Json.object(),
                before.map(Resource::created).orElse(cloud.clock().instant()),
                cloud.clock().instant());
        DeploymentPlan plan = plans.plan(saved);
        cloud.store().save(saved);
        String operation = operations.begin(arm.id(key));
        cloud.scoring().deploy(plan, listener(key, operation));
        return new Endpoints.Accepted(saved, before.isEmpty(), operation);
    }

    private static void complete(ObjectNode body, boolean exists) {
        ObjectNode properties = body.withObjectProperty("properties");
        if (!properties.path("endpointComputeType").asText().equals("Managed")) {
            throw ArmError.badRequest("The emulator has deployments with the 'endpointComputeType' Managed only.");
        }
        if (properties.path("instanceType").asText().isEmpty()) {
            throw ArmError.badRequest("A managed deployment needs an 'instanceType'.");
        }
        ObjectNode sku = body.withObjectProperty("sku");
        if (!sku.has("name")) {
            sku.put("name", "Default");
        }
        if (sku.path("capacity").asInt(0) < 1) {
            sku.put("capacity", 1);
        }
        ObjectNode scale = properties.withObjectProperty("scaleSettings");
        if (!scale.has("scaleType")) {
            scale.put("scaleType", "Default");
        }
        properties.withObjectProperty("properties");
        properties.withObjectProperty("environmentVariables");
        properties.put("provisioningState", exists ? "Updating" : "Creating");
    }

    private DeploymentListener listener(ResourceKey key, String operation) {
        return new DeploymentListener() {
            @Override
            public void ready() {
                cloud.exclusive().run(() -> {
                    state(key, "Succeeded");
                    operations.succeed(operation);
                });
            }

            @Override
            public void failed(String code, String message) {
                cloud.exclusive().run(() -> {
                    state(key, "Failed");
                    operations.fail(operation, new ArmError(400, code, message));
                });
            }
        };
    }

    private void state(ResourceKey key, String state) {
        Optional<Resource> deployment = cloud.store().find(key);
        if (deployment.isPresent()) {
            deployment.get().properties().put("provisioningState", state);
            cloud.store().save(deployment.get().modifiedAt(cloud.clock().instant()));
            cloud.store().record(new LedgerEntry(cloud.clock().instant(), "Deployment_State", arm.id(key), "", state));
        }
    }

    /** Begins the end of a deployment that gets no traffic. */
    String delete(Resource deployment) {
        Resource endpoint =
                endpoints.find(deployment.key().workspace(), deployment.key().parent());
        endpoints.checkIdle(endpoint);
        int traffic = endpoints.live(endpoint).of(deployment.key().leaf());
        if (traffic > 0) {
            throw ArmError.badRequest("The deployment '" + deployment.key().leaf() + "' gets " + traffic
                    + " percent of the endpoint's traffic; set it to 0 before you delete the deployment.");
        }
        state(deployment.key(), "Deleting");
        String operation = operations.begin(arm.id(deployment.key()));
        end(endpoint, deployment, operation);
        return operation;
    }

    private void end(Resource endpoint, Resource deployment, String operation) {
        cloud.clock()
                .after(
                        cloud.settings().operationTime(),
                        () -> cloud.exclusive().run(() -> {
                            forget(endpoint.key(), deployment);
                            operations.succeed(operation);
                        }));
    }

    /** Removes the deployment and its share, which is 0, from the traffic of its endpoint. */
    private void forget(ResourceKey endpointKey, Resource deployment) {
        cloud.store().find(endpointKey).ifPresent(endpoint -> {
            endpoint.properties()
                    .withObjectProperty("traffic")
                    .remove(deployment.key().leaf());
            endpoint.hidden()
                    .withObjectProperty("liveTraffic")
                    .remove(deployment.key().leaf());
            cloud.store().save(endpoint);
        });
        remove(deployment);
    }

    void remove(Resource deployment) {
        cloud.scoring().remove(DeploymentPlans.key(deployment));
        cloud.store().delete(deployment.key());
        cloud.store()
                .record(new LedgerEntry(
                        cloud.clock().instant(), "Deployment_State", arm.id(deployment.key()), "", "Deleted"));
    }

    String logs(Resource deployment, int lines) {
        return cloud.scoring().logs(DeploymentPlans.key(deployment), lines);
    }

    /**
     * Starts what ran or was being made when an earlier start of the emulator ended: the service would have gone on.
     *
     * @return the operations that go on
     */
    public List<String> resume(String workspace) {
        List<String> goingOn = new ArrayList<>();
        for (Resource deployment : cloud.store().list(workspace, Kind.DEPLOYMENT)) {
            String state = deployment.properties().path("provisioningState").asText();
            if (state.equals("Succeeded")) {
                restart(deployment, restarted(deployment.key()));
            } else if (Operations.isBusy(deployment)) {
                goingOn.add(goOn(deployment, state));
            }
        }
        return goingOn;
    }

    private String goOn(Resource deployment, String state) {
        String resource = arm.id(deployment.key());
        String operation = operations.inProgress(resource).orElseGet(() -> operations.begin(resource));
        if (state.equals("Deleting")) {
            end(endpoints.find(deployment.key().workspace(), deployment.key().parent()), deployment, operation);
        } else {
            restart(deployment, listener(deployment.key(), operation));
        }
        return operation;
    }

    private void restart(Resource deployment, DeploymentListener listener) {
        try {
            cloud.scoring().deploy(plans.plan(deployment), listener);
        } catch (ArmError gone) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "deployment {0} is not started: {1}",
                    deployment.key(),
                    gone.getMessage());
            listener.failed("ResourceNotReady", String.valueOf(gone.getMessage()));
        }
    }

    private DeploymentListener restarted(ResourceKey key) {
        return new DeploymentListener() {
            @Override
            public void ready() {}

            @Override
            public void failed(String code, String message) {
                cloud.exclusive().run(() -> state(key, "Failed"));
            }
        };
    }
}
