/**
 * Tests what an account may do at EdgeOne without changing anything, and writes the CAM policy it
 * needs. Calls block.
 */
@NullMarked
package edgeone.purge.accounts.check;

import org.jspecify.annotations.NullMarked;
