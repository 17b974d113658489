package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.promote.PromoteLimits;
import io.jenkins.plugins.azml.engine.promote.RollbackPlan;
import io.jenkins.plugins.azml.engine.promote.RollbackStage;
import io.jenkins.plugins.azml.engine.promote.RollbackState;
import io.jenkins.plugins.azml.engine.promote.RolledBack;

/** Returns an endpoint's traffic to the deployment that had it before. */
public record RollbackCall(String endpoint) implements StageCall<RollbackState, RolledBack> {

    @Override
    public Called<RollbackState, RolledBack> in(Scene scene) {
        return Called.of(
                new RollbackStage(scene.workspace(), new RollbackPlan(scene.run(), endpoint, PromoteLimits.usual())),
                RollbackStage.CODEC,
                RollbackStage.first(),
                RecordJson::write);
    }
}
