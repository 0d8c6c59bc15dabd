/**
 * The commands about the API itself: what it takes, how a call is signed, a call as code, and what
 * an error means. They send nothing. Each runs on the thread that called it.
 */
@NullMarked
package edgeone.purge.cli.api;

import org.jspecify.annotations.NullMarked;
