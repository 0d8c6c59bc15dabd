/**
 * The key doctor: what EdgeOne will match for a line and why, the addresses beside it, and the
 * directories many lines lie in. Offers, and changes nothing by itself. Used on the JavaFX thread;
 * {@code KeyDoctor} does its work elsewhere.
 */
@NullMarked
package edgeone.purge.ui.purge.doctor;

import org.jspecify.annotations.NullMarked;
