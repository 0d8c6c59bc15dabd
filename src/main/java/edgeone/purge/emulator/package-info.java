/**
 * An EdgeOne in this process, for the demo, for tests and for the {@code emulator} command: {@link
 * edgeone.purge.emulator.EmbeddedEdgeOne} starts it on loopback. {@code api} is the cloud API,
 * {@code edge} the cache nodes, {@code origin} a sample site, {@code faults} what can go wrong,
 * {@code http} the server below them. It shares no code with the client, so that each checks the
 * other. It has its own threads; everything public here may be called from any thread.
 */
@NullMarked
package edgeone.purge.emulator;

import org.jspecify.annotations.NullMarked;
