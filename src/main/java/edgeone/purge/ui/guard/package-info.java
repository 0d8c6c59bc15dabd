/**
 * What is asked before a purge: what the account's safety level wants, and, if it reaches far, the
 * zone's name typed and a countdown that can be stopped. Until it has ended nothing is recorded and
 * nothing is sent. Used on the JavaFX thread by every screen that submits.
 */
@NullMarked
package edgeone.purge.ui.guard;

import org.jspecify.annotations.NullMarked;
