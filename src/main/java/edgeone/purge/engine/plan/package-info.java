/**
 * What would be sent: a draft, the facts of its zone, and the plan made of both. Planning is pure;
 * only {@link edgeone.purge.engine.plan.FactsReader} asks EdgeOne, and it blocks.
 */
@NullMarked
package edgeone.purge.engine.plan;

import org.jspecify.annotations.NullMarked;
