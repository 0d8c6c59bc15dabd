/**
 * The screen of the API calls: which were made, and what was sent and came back. On the JavaFX
 * thread; the journal is read elsewhere.
 */
@NullMarked
package edgeone.purge.ui.inspector;

import org.jspecify.annotations.NullMarked;
