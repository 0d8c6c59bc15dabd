/** Commands that plan and submit, or read what a plan needs: purge, explain, zones, quota. */
@NullMarked
package edgeone.purge.cli.purge;

import org.jspecify.annotations.NullMarked;
