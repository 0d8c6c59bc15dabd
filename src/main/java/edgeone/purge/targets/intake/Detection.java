package edgeone.purge.targets.intake;

import java.util.List;

/** How a text is read. */
public sealed interface Detection {
    record Detected(Format format) implements Detection {}

    /**
     * The text can be read in more than one way; only a person knows which is meant.
     *
     * @param formats two or more, the plainest first
     */
    record Ambiguous(List<Format> formats) implements Detection {
        public Ambiguous {
            formats = List.copyOf(formats);
        }
    }

    /** There is nothing but white space. */
    record Blank() implements Detection {}
}
