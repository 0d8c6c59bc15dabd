package edgeone.purge.ui.rows;

import java.util.List;
import java.util.function.Consumer;

/**
 * Writes rows as a command line.
 *
 * @param <S> a row
 */
@FunctionalInterface
public interface RowCommand<S> {
    /**
     * Must not block.
     *
     * @param rows at least one
     * @param line takes the line, on the JavaFX thread, now or later; empty where there is none
     */
    void write(List<S> rows, Consumer<String> line);
}
