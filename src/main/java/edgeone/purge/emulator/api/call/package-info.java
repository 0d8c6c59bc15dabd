/** One call to the embedded API: its parameters, options and refusals. */
@NullMarked
package edgeone.purge.emulator.api.call;

import org.jspecify.annotations.NullMarked;
