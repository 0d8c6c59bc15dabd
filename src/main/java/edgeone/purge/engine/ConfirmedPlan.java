package edgeone.purge.engine;

import edgeone.purge.engine.plan.Plan;

/** A plan to be submitted, and what was confirmed of it. */
public record ConfirmedPlan(Plan plan, Consent consent) {}
