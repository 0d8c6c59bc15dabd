package edgeone.purge.engine.release;

import java.util.List;

/** Asks a second person. Thread-safe; calls block for some seconds at most. */
public interface Releases {
    /**
     * Asks for a release, or finds out about an earlier request for exactly the same.
     *
     * @param anew whether an earlier request that has ended is passed over
     * @throws NoReleaseException if nobody can be asked
     */
    Release ask(WidePurge purge, Asker asker, boolean anew) throws NoReleaseException;

    /**
     * Takes released requests, so that they can never be taken again: all of them, or none.
     *
     * @throws NoReleaseException if one of them is no longer released, or it is not known whether
     *     they were taken; nothing may be sent then
     */
    void take(List<Taking> takings) throws NoReleaseException;

    /**
     * A request that a job takes.
     *
     * @param jobId the ID under which the job will be recorded
     */
    record Taking(String request, WidePurge purge, String jobId) {}

    /** Where there is no team. */
    Releases NONE =
            new Releases() {
                @Override
                public Release ask(WidePurge purge, Asker asker, boolean anew)
                        throws NoReleaseException {
                    throw new NoReleaseException("");
                }

                @Override
                public void take(List<Taking> takings) throws NoReleaseException {
                    throw new NoReleaseException("");
                }
            };
}
