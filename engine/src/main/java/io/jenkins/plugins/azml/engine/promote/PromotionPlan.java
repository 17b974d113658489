package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.deploy.DeploymentPlan;
import io.jenkins.plugins.azml.engine.testing.EndpointTest;
import io.jenkins.plugins.azml.engine.testing.TestingPlan;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be promoted.
 *
 * @param deployment how the model is to be deployed at the target
 * @param tests that the deployment must pass before it gets traffic; the first of them also after
 * @param environment that the deployment's file names by version, or null
 * @param override why a model without a passing verdict is promoted all the same, or null
 */
public record PromotionPlan(
        RunId run,
        AssetVersion model,
        DeploymentPlan deployment,
        List<EndpointTest> tests,
        @Nullable AssetVersion environment,
        @Nullable String override,
        PromoteLimits limits) {
    public PromotionPlan {
        tests = List.copyOf(tests);
    }

    String endpoint() {
        return deployment.endpoint();
    }

    /** The tests before the switch, sent to the new deployment by name. */
    TestingPlan testsOfDeployment() {
        return new TestingPlan(endpoint(), deployment.deployment(), tests, limits.testing());
    }

    /** The proof after the switch: one request, sent as every user sends it. */
    TestingPlan testOfTraffic() {
        return new TestingPlan(endpoint(), null, List.of(toAnyone(tests.get(0))), limits.testing());
    }

    private static EndpointTest toAnyone(EndpointTest test) {
        return new EndpointTest(test.name(), test.request(), null, test.expectation());
    }
}
