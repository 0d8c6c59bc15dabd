/** The actions of the embedded API, one class each. */
@NullMarked
package edgeone.purge.emulator.api.action;

import org.jspecify.annotations.NullMarked;
