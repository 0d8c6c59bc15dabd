package edgeone.purge.probe;

import edgeone.purge.model.probe.Probe;

/** Asks an edge one question. Thread-safe. */
public interface Asker {
    /** Asks; what goes wrong is part of what is returned. Blocks until then. */
    Probe ask(Question question);

    /**
     * How and for whom questions are asked.
     *
     * @param full whether the whole object is asked for, not only its first byte
     * @param allowPrivate whether private, loopback and link-local addresses may be asked
     */
    record Manner(boolean full, boolean allowPrivate) {}

    /** Makes an asker with the network settings of now. */
    @FunctionalInterface
    interface Maker {
        Asker asker(Manner manner);
    }
}
