package edgeone.purge.instance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A process that shows the window of a home folder, as far as others can tell. */
final class ClaimingProcess {
    private ClaimingProcess() {}

    /** Says {@code opened} or {@code raised}; an open one says {@code front} at every knock. */
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
