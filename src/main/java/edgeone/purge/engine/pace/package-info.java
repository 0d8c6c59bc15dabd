/**
 * Keeps all processes of one machine below EdgeOne's limit of requests a second, through a file
 * they share. Safe for use by several threads.
 */
@NullMarked
package edgeone.purge.engine.pace;

import org.jspecify.annotations.NullMarked;
