package edgeone.purge.probe.origin;

import edgeone.purge.model.probe.Probe.Failure;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What a comparison of edge and origin says of a target. */
public sealed interface Finding {
    /** The origin still serves what the edge serves. */
    record Old() implements Finding {}

    /**
     * A purge brings what the edge does not have.
     *
     * @param held whether the edge had anything at all
     */
    record New(boolean held) implements Finding {}

    /**
     * It cannot be told.
     *
     * @param failure why there was no answer; null if there was one
     */
    record Unknown(Doubt doubt, @Nullable Failure failure) implements Finding {}

    /** Why it cannot be told. */
    enum Doubt {
        ORIGIN_FAILED,
        EDGE_FAILED,
        /** A status that says nothing about the object. */
        ORIGIN_STATUS,
        EDGE_STATUS,
        /** One of them redirects, and not both to the same place. */
        REDIRECT,
        /** Perhaps DNS leads past EdgeOne, to the origin itself. */
        NOT_EDGEONE,
        /** Too long to be read whole, and without the headers that identify its bytes. */
        NO_VALIDATOR;

        /** The word for scripts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
