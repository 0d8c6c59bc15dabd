/**
 * Purges that a second person releases: asked for by the engine, looked at and decided in window
 * and command line. The rules are in the database, which no client gets around. Calls block for
 * some seconds at most; use any thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.team.release;

import org.jspecify.annotations.NullMarked;
