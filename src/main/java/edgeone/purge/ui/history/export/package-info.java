/**
 * Exports of jobs from the window: asked for, watched, canceled. {@link
 * edgeone.purge.ui.history.export.ExportModel} knows no controls. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.history.export;

import org.jspecify.annotations.NullMarked;
