/** Why lines and plans are refused, in words that a command and a screen share. Pure. */
@NullMarked
package edgeone.purge.engine.text;

import org.jspecify.annotations.NullMarked;
