/** Access logs: combined and common, W3C extended, and JSON. */
@NullMarked
package edgeone.purge.targets.intake.log;

import org.jspecify.annotations.NullMarked;
