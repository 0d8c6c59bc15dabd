package edgeone.purge.app;

import edgeone.purge.cli.ExitCodes;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.ui.kit.SystemFileAsk;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real program with its window, and a {@link CanaryPerson} at it. Ends with {@link #FAILED}
 * where that person did not get through, or saw a secret again.
 */
final class CanaryWindow {
    static final int FAILED = 99;

    private CanaryWindow() {}

    /** What one run of the program is for. */
    enum Part {
        /** Accounts, a proxy and jobs, in a home folder that is new. */
        NEW,
        /** The passphrase, in the home folder the other left. */
        LOCKED
    }

    /**
     * @param arguments the part, and the arguments of the program
     */
    public static void main(String[] arguments) throws Exception {
        AtomicInteger person = new AtomicInteger();
        Part part = Part.valueOf(arguments[0]);
        Thread typing = Thread.ofPlatform().daemon().unstarted(() -> person.set(drive(part)));
        typing.start();
        List<String> given = List.of(arguments).subList(1, arguments.length);
        int exit =
                Main.program(System.in, System.out, System.err, System.getenv(), new SystemFileAsk())
                        .run(given.toArray(String[]::new));
        typing.join();
        System.exit(exit == ExitCodes.OK ? person.get() : exit);
    }

    private static int drive(Part part) {
        try (EmbeddedEdgeOne edgeOne = CanaryCommands.edgeOne();
                EchoingEdgeOne echoing = new EchoingEdgeOne();
                LeakingProxy proxy = new LeakingProxy()) {
            CanaryPerson person = new CanaryPerson(edgeOne, echoing, proxy, WindowHand.waiting());
            switch (part) {
                case NEW -> person.useEverything();
                case LOCKED -> person.forgetThePassphrase();
            }
            List<String> leaks = person.leave();
            leaks.forEach(l -> System.err.println("shown: " + l));
            return leaks.isEmpty() ? ExitCodes.OK : FAILED;
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
            return FAILED;
        }
    }
}
