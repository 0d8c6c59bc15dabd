package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/** Migrates a journal in a process of its own, and waits at a given step to be killed. */
final class MigratingProcess {
    private MigratingProcess() {}

    /**
     * Prints {@code here} at that step, or {@code open} if there are fewer.
     *
     * @param args the home folder, and the number of the step from 1
     */
    public static void main(String[] args) {
        int[] left = {Integer.parseInt(args[1])};
        Journal journal = Journal.of(Path.of(args[0]), Clock.systemUTC());
        journal.open(
                (_, _, _) -> {
                    if (--left[0] == 0) {
                        stay("here");
                    }
                });
        stay("open");
    }

    private static void stay(String said) {
        System.out.println(said);
        try {
            while (System.in.read() >= 0) {
                // Until it is killed.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
