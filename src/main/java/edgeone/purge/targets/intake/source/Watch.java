package edgeone.purge.targets.intake.source;

/** Watches a text being read. */
@FunctionalInterface
public interface Watch {
    /** Lets every text be read to its end. */
    Watch NONE = characters -> {};

    /**
     * Is told how far reading has come, every few thousand characters.
     *
     * @param characters read so far, of the text itself and of the files beside it
     * @throws CanceledReadException to end the reading
     */
    void passed(long characters) throws CanceledReadException;
}
