/**
 * What a line may be: what is wrapped around an address, several addresses in one line, dot
 * segments, entities, and the fixes and twins of a line. Pure functions over text.
 */
@NullMarked
package edgeone.purge.targets.rules;

import org.jspecify.annotations.NullMarked;
