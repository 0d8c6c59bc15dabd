package edgeone.purge.instance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A process that appears to show the window of a home folder. */
final class ClaimingProcess {
    private ClaimingProcess() {}

    /** Prints {@code opened} or {@code raised}; an open one prints {@code front} at every knock. */
    public static void main(String[] args) throws Exception {
        Optional<WindowClaim> claim = WindowClaim.take(Path.of(args[0]), Duration.ofSeconds(30));
        if (claim.isEmpty()) {
            System.out.println("raised");
            return;
        }
        claim.get()
                .answer(
                        () -> {
                            System.out.println("front");
                            return true;
                        });
        System.out.println("opened");
        while (System.in.read() >= 0) {
            // Open until standard input ends.
        }
        claim.get().close();
    }
}
