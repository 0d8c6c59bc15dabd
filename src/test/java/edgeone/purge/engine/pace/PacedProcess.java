package edgeone.purge.engine.pace;

import java.nio.file.Path;

/**
 * A process that takes slots as fast as it is allowed to: {@code FOLDER KEY ACTION REQUESTS
 * THREADS}.
 */
final class PacedProcess {
    private PacedProcess() {}

    public static void main(String[] args) throws Exception {
        try (PacedGate gate = new PacedGate(Path.of(args[0]), args[1], 20)) {
            Thread[] threads = new Thread[Integer.parseInt(args[4])];
            for (int t = 0; t < threads.length; t++) {
                threads[t] = Thread.ofVirtual().start(() -> work(gate, args));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void work(PacedGate gate, String[] args) {
        try {
            for (int i = 0; i < Integer.parseInt(args[3]); i++) {
                System.out.println(gate.grant(args[2]));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
