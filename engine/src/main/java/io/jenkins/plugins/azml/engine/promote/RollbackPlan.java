package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.turn.RunId;

/** Which endpoint's traffic goes back to the deployment that had it before. */
public record RollbackPlan(RunId run, String endpoint, PromoteLimits limits) {}
