/**
 * What stands before a purge that reaches far: a dialog that wants the zone's name typed, then a
 * countdown that can be stopped. Until it has ended nothing is recorded and nothing is sent. Used
 * on the JavaFX thread by every screen that submits.
 */
@NullMarked
package edgeone.purge.ui.guard;

import org.jspecify.annotations.NullMarked;
