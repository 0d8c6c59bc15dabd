/**
 * The API as data: every action that the program knows with its parameters, limits, reply and
 * errors, read from one resource. Adding an action is adding data there. The command line, the code
 * samples and the embedded EdgeOne read it; it knows none of them. Immutable, and safe on any
 * thread.
 */
@NullMarked
package edgeone.purge.api;

import org.jspecify.annotations.NullMarked;
