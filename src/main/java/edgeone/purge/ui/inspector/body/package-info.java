/**
 * What one API call sent and what came back, as lines that fold. On the JavaFX thread; the journal
 * is read elsewhere.
 */
@NullMarked
package edgeone.purge.ui.inspector.body;

import org.jspecify.annotations.NullMarked;
