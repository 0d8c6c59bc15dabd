/**
 * Tables that read their rows as they are looked at, remember their columns, and copy rows. On the
 * JavaFX thread; rows and layouts are read off it.
 */
@NullMarked
package edgeone.purge.ui.kit.table;

import org.jspecify.annotations.NullMarked;
