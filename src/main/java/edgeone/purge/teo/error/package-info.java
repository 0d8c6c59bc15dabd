/**
 * How a call can fail: one sealed family of exceptions, the catalogue of EdgeOne's error codes, and
 * their texts.
 */
@NullMarked
package edgeone.purge.teo.error;

import org.jspecify.annotations.NullMarked;
