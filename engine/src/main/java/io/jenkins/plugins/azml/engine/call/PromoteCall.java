package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.promote.PromoteLimits;
import io.jenkins.plugins.azml.engine.promote.PromoteStage;
import io.jenkins.plugins.azml.engine.promote.PromoteState;
import io.jenkins.plugins.azml.engine.promote.Promoted;
import io.jenkins.plugins.azml.engine.promote.PromotionPlan;
import org.jspecify.annotations.Nullable;

/**
 * Promotes a model.
 *
 * @param override why a model without a passing verdict is promoted all the same, or null
 */
public record PromoteCall(
        Delivery delivery, String tests, @Nullable String override) implements StageCall<PromoteState, Promoted> {

    @Override
    public Called<PromoteState, Promoted> in(Scene scene) {
        PromotionPlan plan = plan(scene);
        return Called.of(
                new PromoteStage(
                        scene.workspace(), scene.workspace(Scene.TARGET), scene.scoringHosts(Scene.TARGET), plan),
                PromoteStage.CODEC,
                PromoteStage.first(),
                RecordJson::write);
    }

    private PromotionPlan plan(Scene scene) {
        return new PromotionPlan(
                scene.run(),
                AssetVersion.of(delivery.model()),
                delivery.plan(scene),
                TestCall.tests(tests, scene),
                delivery.environment(scene).orElse(null),
                override,
                PromoteLimits.usual());
    }
}
