package edgeone.purge.app;

import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real program with its window, operated by a {@link CanaryPerson}. Exits with {@link #FAILED}
 * if that fails or a secret was shown.
 */
final class CanaryWindow {
    static final int FAILED = 99;

    private final Part part;
    private final Language language;
    private final Path home;
    private final CanaryFiles files = new CanaryFiles();

    private CanaryWindow(Part part, Language language, Path home) {
        this.part = part;
        this.language = language;
        this.home = home;
    }

    /** The purpose of one run of the program. */
    enum Part {
        /** Accounts, a proxy and jobs, in a new home folder. */
        NEW,
        /** The passphrase, in the home folder of the first run. */
        LOCKED
    }

    /** The arguments of such a process. */
    static List<String> arguments(Part part, Language language, Path home) {
        return List.of(part.name(), language.tag(), home.toString());
    }

    /**
     * @param given from {@link #arguments}
     */
    public static void main(String[] given) throws Exception {
        CanaryWindow window =
                new CanaryWindow(
                        Part.valueOf(given[0]),
                        Language.ofTag(given[1]).orElseThrow(),
                        Path.of(given[2]));
        System.exit(window.run());
    }

    private int run() throws InterruptedException {
        AtomicInteger person = new AtomicInteger();
        Thread typing = Thread.ofPlatform().daemon().unstarted(() -> person.set(drive()));
        typing.start();
        int exit =
                Main.program(System.in, System.out, System.err, System.getenv(), files)
                        .run(
                                "--home",
                                home.toString(),
                                "--lang",
                                language.tag(),
                                "--settle",
                                "0.2");
        typing.join();
        return exit == ExitCodes.OK ? person.get() : exit;
    }

    private int drive() {
        try (EmbeddedEdgeOne edgeOne = CanaryCommands.edgeOne();
                EchoingEdgeOne echoing = new EchoingEdgeOne();
                LeakingProxy proxy = new LeakingProxy()) {
            WindowHand hand = WindowHand.waiting(Messages.in(language));
            CanaryPerson person = new CanaryPerson(home, files, edgeOne, echoing, proxy, hand);
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
