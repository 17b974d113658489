package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.admin.AdminRoutes;
import io.jenkins.plugins.azml.emulator.admin.RequestLog;
import io.jenkins.plugins.azml.emulator.asset.CodeRoutes;
import io.jenkins.plugins.azml.emulator.asset.DataRoutes;
import io.jenkins.plugins.azml.emulator.asset.DatastoreRoutes;
import io.jenkins.plugins.azml.emulator.asset.Datastores;
import io.jenkins.plugins.azml.emulator.asset.EnvironmentRoutes;
import io.jenkins.plugins.azml.emulator.asset.ModelRoutes;
import io.jenkins.plugins.azml.emulator.blob.InMemoryBlobStore;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.OperationRoutes;
import io.jenkins.plugins.azml.emulator.cloud.Operations;
import io.jenkins.plugins.azml.emulator.compute.ComputeRoutes;
import io.jenkins.plugins.azml.emulator.faults.Faults;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.http.Router;
import io.jenkins.plugins.azml.emulator.online.DeploymentRoutes;
import io.jenkins.plugins.azml.emulator.online.Deployments;
import io.jenkins.plugins.azml.emulator.online.EndpointRoutes;
import io.jenkins.plugins.azml.emulator.online.Endpoints;
import io.jenkins.plugins.azml.emulator.online.ScoringRoutes;
import io.jenkins.plugins.azml.emulator.security.Door;
import io.jenkins.plugins.azml.emulator.store.StaleReads;
import io.jenkins.plugins.azml.emulator.training.JobRoutes;
import io.jenkins.plugins.azml.emulator.training.Jobs;
import io.jenkins.plugins.azml.emulator.training.MlflowRoutes;
import io.jenkins.plugins.azml.emulator.training.OutputRoutes;
import io.jenkins.plugins.azml.emulator.training.RunArtifactRoutes;
import io.jenkins.plugins.azml.emulator.training.RunRoutes;
import io.jenkins.plugins.azml.emulator.workspace.MetadataRoutes;
import io.jenkins.plugins.azml.emulator.workspace.WorkspaceRoutes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the operations over the servers behind them. */
final class Assembly {
    private final Cloud cloud;
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final Operations operations;
    private final Jobs jobs;
    private final Endpoints endpoints;
    private final Deployments deployments;
    private final ComputeRoutes computes;
    private final Router router;

    Assembly(Cloud cloud) {
        this.cloud = cloud;
        this.operations = new Operations(cloud);
        this.jobs = new Jobs(cloud, operations);
        this.endpoints = new Endpoints(cloud, operations);
        this.deployments = new Deployments(cloud, operations, endpoints);
        this.computes = new ComputeRoutes(cloud, bodies(), operations);
        this.router = new Router(tables());
    }

    Faults faults() {
        return faults;
    }

    RequestLog requests() {
        return requests;
    }

    List<Route> routes() {
        return router.routes();
    }

    Gateway gateway(Door door, StaleReads store, Optional<InMemoryBlobStore> blobs) {
        return new Gateway(cloud, door, router, faults, requests, new Execution(cloud, store), blobs);
    }

    /** Makes what every workspace has, and settles what an earlier start left behind. */
    void resume() {
        cloud.exclusive().run(() -> {
            Set<String> goingOn = new HashSet<>();
            cloud.settings().workspaces().forEach(workspace -> goingOn.addAll(resume(workspace)));
            operations.interrupted(goingOn);
        });
    }

    private List<String> resume(String workspace) {
        new Datastores(cloud).create(workspace);
        computes.resume(workspace);
        jobs.interrupted(workspace);
        endpoints.resume(workspace);
        return deployments.resume(workspace);
    }

    private Bodies bodies() {
        return new Bodies(cloud.settings().loose());
    }

    private List<RouteTable> tables() {
        Bodies bodies = bodies();
        EndpointRoutes endpointRoutes = new EndpointRoutes(cloud, bodies, operations, endpoints, deployments);
        return List.of(
                new MetadataRoutes(cloud),
                new WorkspaceRoutes(cloud),
                new DatastoreRoutes(cloud, bodies),
                new CodeRoutes(cloud, bodies),
                new DataRoutes(cloud, bodies),
                new EnvironmentRoutes(cloud, bodies),
                new ModelRoutes(cloud, bodies),
                computes,
                new JobRoutes(cloud, bodies, operations, jobs),
                new RunRoutes(cloud, jobs),
                new RunArtifactRoutes(cloud, jobs),
                new OutputRoutes(cloud),
                new MlflowRoutes(cloud.tracking()),
                endpointRoutes,
                new DeploymentRoutes(cloud, bodies, operations, endpoints, deployments),
                new ScoringRoutes(cloud, endpoints),
                new OperationRoutes(operations, endpointRoutes::result),
                new LaterRoutes(),
                new AdminRoutes(faults, requests, cloud.store(), this::routes));
    }
}
