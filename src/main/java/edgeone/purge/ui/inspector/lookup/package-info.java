/**
 * The dialog that looks up an error code, a reply or a RequestId, and shows which calls and jobs it
 * belongs to. On the JavaFX thread; the journal is read elsewhere.
 */
@NullMarked
package edgeone.purge.ui.inspector.lookup;

import org.jspecify.annotations.NullMarked;
