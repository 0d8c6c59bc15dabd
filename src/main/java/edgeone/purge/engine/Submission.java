package edgeone.purge.engine;

import edgeone.purge.engine.plan.Plan;

/** A plan to be submitted, and what was confirmed of it. */
public record Submission(Plan plan, Consent consent) {}
