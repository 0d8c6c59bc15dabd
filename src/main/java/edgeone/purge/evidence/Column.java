package edgeone.purge.evidence;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param name its name in the page, and in the key of its heading
 * @param cell what a row has in it, as markup
 */
record Column<T>(String name, Function<T, String> cell) {}
