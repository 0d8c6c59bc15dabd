package edgeone.purge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.settings.NetworkEntry.Problem;
import edgeone.purge.ui.settings.NetworkEntry.Way;
import edgeone.purge.ui.settings.Said.Deed;
import edgeone.purge.ui.settings.Said.Part;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Settings screen without its view, with a real home folder. */
final class SettingsViewModelTest {
    @TempDir Path home;
    @TempDir Path journal;

    private LiveConsole live;
    private RealPreferences real;
    private Desk desk;
    private SettingsViewModel model;

    @BeforeEach
    void open() throws Exception {
        live = LiveConsole.of(journal);
        real = new RealPreferences(home);
        desk = new Desk(live).signIn();
        model =
                new SettingsViewModel(
                        real.access(), desk.session, new Tasks(Runnable::run, Runnable::run));
        model.load();
    }

    @AfterEach
    void close() {
        real.close();
        live.close();
    }

    @Test
    void theNetworkIsSavedAndTheAccountSignsInAgain() throws Exception {
        int before = live.edgeOne().calls().size();
        char[] password = "secret of the proxy".toCharArray();
        model.saveNetwork(
                entry(Way.SOCKS5, "proxy.example.com", "1080", "ann", ""), password, false);
        assertThat(model.saidProperty().get())
                .isEqualTo(new Said.Done(Part.NETWORK, Deed.SAVED, List.of()));
        assertThat(password).containsOnly('\0');
        Network network = real.access().store().load().network();
        assertThat(network.proxy())
                .isEqualTo(
                        new ProxySetting.Own(
                                ProxySetting.Kind.SOCKS5, "proxy.example.com", 1_080, "ann"));
        assertThat(network.noProxy()).containsExactly("a.example.com", ".b.example.com");
        assertThat(home.resolve("secrets.enc")).exists();
        assertThat(home.resolve("settings.json")).content().doesNotContain("secret of");
        assertThat(live.edgeOne().calls().size()).isGreaterThan(before);
        model.removePassword();
        assertThat(model.saidProperty().get())
                .isEqualTo(new Said.Done(Part.NETWORK, Deed.PASSWORD_REMOVED, List.of()));
    }

    @Test
    void aPasswordForThisRunIsNotSavedToDisk() {
        char[] password = "secret of the proxy".toCharArray();
        model.saveNetwork(entry(Way.HTTP, "proxy.example.com", "3128", "ann", ""), password, true);
        assertThat(model.saidProperty().get())
                .isEqualTo(new Said.Done(Part.NETWORK, Deed.SAVED, List.of()));
        assertThat(password).containsOnly('\0');
        assertThat(home.resolve("secrets.enc")).doesNotExist();
    }

    @Test
    void everyProblemIsReportedAndNothingIsSaved() {
        model.saveNetwork(
                new NetworkEntry(Way.HTTP, " ", "70000", "", "", "", "0", "30", "x", "601"),
                new char[0],
                false);
        assertThat(model.saidProperty().get())
                .isEqualTo(
                        new Said.Wrong(
                                Part.NETWORK,
                                List.of(
                                        Problem.HOST,
                                        Problem.PORT,
                                        Problem.CONNECT,
                                        Problem.WRITE,
                                        Problem.CALL)));
        assertThat(home.resolve("settings.json")).doesNotExist();
    }

    @Test
    void anInvalidCaFileIsReportedAndNotSaved() throws Exception {
        Path none = Files.writeString(journal.resolve("ca.pem"), "nothing of the kind");
        model.saveNetwork(entry(Way.DIRECT, "", "", "", none.toString()), new char[0], false);
        assertThat(model.saidProperty().get())
                .isInstanceOfSatisfying(
                        Said.Failed.class,
                        f -> assertThat(f.trouble()).isInstanceOf(InvalidSettingException.class));
        assertThat(home.resolve("settings.json")).doesNotExist();
    }

    @Test
    void theSettleTimeHasBounds() throws Exception {
        assertThat(model.saveSettle("0")).isFalse();
        assertThat(model.saveSettle("3601")).isFalse();
        assertThat(model.saveSettle("soon")).isFalse();
        assertThat(model.saveSettle(" 20 ")).isTrue();
        assertThat(real.access().store().load().settleSeconds()).isEqualTo(20);
    }

    @Test
    void theCountdownIsSavedAndCanBeTurnedOff() throws Exception {
        model.saveCountdown(0);
        assertThat(real.access().store().load().countdownSeconds()).isZero();
        model.saveCountdown(60);
        assertThat(real.access().store().load().countdownSeconds()).isEqualTo(60);
        assertThat(model.saidProperty().get())
                .isEqualTo(new Said.Done(Part.PURGING, Deed.COUNTDOWN_SAVED, List.of()));
    }

    @Test
    void savedSettingsAreShownAsTyped() {
        NetworkEntry typed = entry(Way.HTTP, "proxy.example.com", "3128", "", "");
        assertThat(NetworkEntry.of(typed.network())).isEqualTo(typed);
        for (Way way : List.of(Way.SYSTEM, Way.DIRECT)) {
            NetworkEntry without = entry(way, "", "", "", "");
            assertThat(NetworkEntry.of(without.network())).isEqualTo(without);
        }
    }

    @Test
    void aSupportBundleIsSaved() {
        Path file = journal.resolve("support.zip");
        model.saveBundle(file, true);
        assertThat(file).isNotEmptyFile();
        assertThat(model.saidProperty().get())
                .isEqualTo(
                        new Said.Done(Part.SUPPORT, Deed.BUNDLE_SAVED, List.of(file.toString())));
    }

    private static NetworkEntry entry(
            Way way, String host, String port, String user, String caFile) {
        return new NetworkEntry(
                way,
                host,
                port,
                user,
                "a.example.com, .b.example.com",
                caFile,
                "10",
                "30",
                "30",
                "60");
    }
}
