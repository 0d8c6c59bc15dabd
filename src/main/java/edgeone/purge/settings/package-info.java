/**
 * What the reader chose once: language, theme, waiting times, network, window size. One immutable
 * record, one JSON file. The proxy's password is a secret and is not in it. Reading and writing
 * block; the record itself may be used from any thread.
 */
@NullMarked
package edgeone.purge.settings;

import org.jspecify.annotations.NullMarked;
