package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.Site;
import edgeone.purge.app.window.WindowProgram;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.ConsoleParts;
import edgeone.purge.ui.ConsoleWindow;
import edgeone.purge.ui.tour.Tour;

import javafx.scene.control.TableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The real window never accesses a file on the JavaFX thread. */
@Tag("long")
@ExtendWith(ApplicationExtension.class)
@Timeout(300)
final class FxFilesFxTest {
    @TempDir Path home;
    @TempDir Path pictures;
    @TempDir Path record;

    private EmbeddedEdgeOne edgeOne;
    private RealPreferences real;
    private ConsoleWindow console;
    private FxFiles files;
    private CanaryFiles chosen;

    @Start
    void start(Stage stage) throws Exception {
        edgeOne = EmbeddedEdgeOne.start(EmulatorOptions.defaults());
        real = new RealPreferences(home);
        String endpoint = edgeOne.endpoint().toString();
        try (Secret secret = new Secret(DemoAccount.SECRET_KEY.toCharArray(), null)) {
            Account shop =
                    Account.of("shop", Site.of(endpoint), DemoAccount.SECRET_ID, StoreKind.FILE);
            real.wiring().accounts().add(shop, secret);
        }
        chosen = new CanaryFiles();
        WindowProgram program =
                new WindowProgram(Map.of(), System.err, real.wiring().known(), chosen, null);
        GlobalOptions options =
                new GlobalOptions(home, "shop", null, Language.ENGLISH, false, null);
        // As the program does: before there is a window, on another thread.
        ConsoleParts parts =
                CompletableFuture.supplyAsync(() -> program.parts(real.wiring(), options, false))
                        .get();
        files = FxFiles.record(record.resolve("files.jfr"));
        console = ConsoleWindow.open(parts, stage);
    }

    @AfterEach
    void close() {
        files.close();
        real.close();
        edgeOne.close();
    }

    @Test
    void filesAreAccessedOnOtherThreadsOnly() throws Exception {
        CompletableFuture<Optional<Exception>> toured = new CompletableFuture<>();
        WindowHand hand = WindowHand.waiting(Messages.in(Language.ENGLISH));
        Tour.take(
                console.window(),
                pictures,
                trouble -> toured.complete(Optional.ofNullable(trouble)));
        assertThat(toured.get(180, TimeUnit.SECONDS)).isEmpty();
        purgeInVain(hand);
        useAccounts(hand);
        useSettings(hand);
        hand.askToClose();
        FxFiles.Calls calls = files.stop();
        assertThat(calls.onFx()).isEmpty();
        assertThat(calls.elsewhere()).as("calls recorded elsewhere").isGreaterThan(100);
    }

    /** A target fails and is retried from the history. */
    private void purgeInVain(WindowHand hand) throws Exception {
        hand.screen("purge");
        edgeOne.useFaults(FaultPlan.parse("row=failed"));
        hand.paste("#target-lines", List.of("https://www.example.com/a"));
        hand.says("#go", "window.go.purge", hand.words().text("window.targets.purge_url", 1), 1);
        hand.press("#go");
        hand.says("#run-headline", "window.run.failed");
        edgeOne.useFaults(FaultPlan.none());
        hand.press("#run-show");
        hand.rows("#job-targets", 1);
        hand.press("#retry");
        hand.await("#retry", n -> !n.isVisible());
        hand.screen("purge");
        hand.press("#keep");
        hand.says("#go", "window.go.purge", hand.words().text("window.targets.purge_url", 1), 1);
    }

    private static void useAccounts(WindowHand hand) throws Exception {
        hand.screen("accounts");
        hand.rows("#accounts", 1);
        hand.onFx(
                () -> {
                    TableView<?> list = (TableView<?>) WindowHand.node("#accounts");
                    list.getSelectionModel().select(0);
                    return true;
                });
        hand.press("#account-test");
        hand.await("#account-report", n -> n.isVisible());
        hand.choose("#account-safety", 2);
        hand.press("#account-save");
        hand.await("#account-save", n -> !n.isDisabled());
        hand.press("#account-policy");
        hand.close();
        hand.press("#account-import");
        hand.await(".console-dialog", n -> n.isVisible());
        hand.close();
    }

    private void useSettings(WindowHand hand) throws Exception {
        hand.screen("settings");
        hand.type("#settings-settle", "12");
        hand.press("#settings-settle-save");
        hand.await("#settings-said-PURGING .label", n -> n.isVisible());
        hand.press("#settings-save");
        hand.await("#settings-said-NETWORK .label", n -> n.isVisible());
        chosen.mean(record.resolve("support.zip"));
        hand.press("#settings-bundle-save");
        hand.await("#settings-said-SUPPORT .label", n -> n.isVisible());
    }
}
