/**
 * A purge over several zones: whose host is whose, which lines go to which zone, and the plan of
 * each. Sorting is pure; only {@link edgeone.purge.engine.zones.ZoneReading} asks EdgeOne, and it
 * blocks.
 */
@NullMarked
package edgeone.purge.engine.zones;

import org.jspecify.annotations.NullMarked;
