package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.deploy.DeployStage;
import io.jenkins.plugins.azml.engine.deploy.DeployState;
import io.jenkins.plugins.azml.engine.deploy.Deployed;
import io.jenkins.plugins.azml.engine.deploy.DeploymentPlan;
import io.jenkins.plugins.azml.engine.json.RecordJson;

/** Deploys beside what serves. */
public record DeployCall(Delivery delivery) implements StageCall<DeployState, Deployed> {

    @Override
    public Called<DeployState, Deployed> in(Scene scene) {
        DeploymentPlan plan = delivery.plan(scene);
        return Called.of(
                new DeployStage(scene.workspace(), plan), DeployStage.CODEC, DeployStage.first(), RecordJson::write);
    }
}
