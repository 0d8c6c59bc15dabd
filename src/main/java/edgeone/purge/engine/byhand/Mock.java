package edgeone.purge.engine.byhand;

/** An EdgeOne that answers in place of the real one. Nothing is purged, and nothing recorded. */
@FunctionalInterface
public interface Mock {
    /**
     * Answers any action; blocks.
     *
     * @param body JSON in UTF-8
     */
    HandReply answer(String action, byte[] body) throws InterruptedException;
}
