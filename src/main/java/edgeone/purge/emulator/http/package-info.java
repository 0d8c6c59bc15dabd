/**
 * A small HTTP/1.1 server on 127.0.0.1 that can also misbehave on purpose: reset, hang, stop half
 * way, stream a huge body. {@code jdk.httpserver} cannot do that. For the emulator only. Every
 * connection has its own virtual thread; handlers may block.
 */
@NullMarked
package edgeone.purge.emulator.http;

import org.jspecify.annotations.NullMarked;
