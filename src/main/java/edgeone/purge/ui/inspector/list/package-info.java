/**
 * The list of the API calls, with its filter. On the JavaFX thread; the journal is read elsewhere.
 */
@NullMarked
package edgeone.purge.ui.inspector.list;

import org.jspecify.annotations.NullMarked;
