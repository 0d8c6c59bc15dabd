/**
 * API calls kept by name, to be made again, in {@code requests.json} of the home folder. Reading
 * and writing block, so never on the JavaFX thread; the records are immutable.
 */
@NullMarked
package edgeone.purge.requests;

import org.jspecify.annotations.NullMarked;
