/** Small JSON files as maps and lists, read fast enough for the start. Thread-safe. */
@NullMarked
package edgeone.purge.json;

import org.jspecify.annotations.NullMarked;
