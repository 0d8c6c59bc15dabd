/**
 * The user's settings: language, theme, waiting times, network, window size. One immutable record,
 * one JSON file. The proxy's password is a secret and not part of it. Reading and writing block;
 * the record itself is thread-safe.
 */
@NullMarked
package edgeone.purge.settings;

import org.jspecify.annotations.NullMarked;
