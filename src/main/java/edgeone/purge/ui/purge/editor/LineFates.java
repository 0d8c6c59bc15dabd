package edgeone.purge.ui.purge.editor;

import org.jspecify.annotations.Nullable;

/** What happened to the lines of the editor. Lines are looked up by their text. */
@FunctionalInterface
public interface LineFates {
    /** What happened to a line with this text; null if unknown. */
    @Nullable LineFate fate(String line);
}
