package edgeone.purge.emulator.http;

import java.time.Duration;

/** What a request gets on the wire: a whole reply, or one of the ways a network fails. */
public sealed interface Answer {
    /** The whole reply; the connection stays open unless the client asked to close it. */
    record Whole(Reply reply) implements Answer {}

    /** Status line, headers and the first half of the body, then the connection is closed. */
    record Half(Reply reply) implements Answer {}

    /** Nothing; the connection is reset. */
    record Reset() implements Answer {}

    /** Nothing for the given time, then the connection is reset. */
    record Hang(Duration time) implements Answer {}
}
