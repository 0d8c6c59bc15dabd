package edgeone.purge.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.Settings;
import edgeone.purge.support.SupportBundle;
import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.net.ProxyChoice;
import edgeone.purge.ui.settings.SettingsAccess;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Settings screen's access to a home folder. */
final class PreferencesTest {
    private static final String PASSWORD = "proxyPasswordOfACanary";

    @TempDir private Path home;
    @TempDir private Path elsewhere;
    private RealPreferences real;
    private SettingsAccess access;

    @BeforeEach
    void open() {
        real = new RealPreferences(home);
        access = real.access();
    }

    @AfterEach
    void close() {
        real.close();
    }

    @Test
    void aChangeAppliesAtOnceAndAtTheNextStart() throws Exception {
        access.store().change(s -> s.withSettleSeconds(25));
        assertThat(real.wiring().settings().now().settleSeconds()).isEqualTo(25);
        try (RealPreferences next = new RealPreferences(home)) {
            assertThat(next.access().store().load().settleSeconds()).isEqualTo(25);
        }
    }

    @Test
    void theProxyPasswordIsOnlyInTheSecretStore() throws Exception {
        access.store().change(s -> s.withNetwork(throughProxy()));
        access.password().keep(PASSWORD.toCharArray(), false);
        assertThat(kept()).isEqualTo(PASSWORD);
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(
                                new String(
                                        Files.readAllBytes(file),
                                        java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(PASSWORD);
            }
        }
        access.password().remove();
        assertThat(
                        real.wiring()
                                .stores()
                                .of(real.wiring().stores().preferred())
                                .load(Settings.PROXY_SECRET))
                .isEmpty();
    }

    /** First from the window, then from the environment, then the stored one. */
    @Test
    void thePasswordOfThisRunTakesPrecedenceOverTheStoredOne() throws Exception {
        access.store().change(s -> s.withNetwork(throughProxy()));
        access.password().keep("kept password 1".toCharArray(), false);
        assertThat(used(real)).isEqualTo("kept password 1");
        Map<String, String> environment =
                Map.of("EDGEONE_PURGE_PROXY_PASSWORD", "password of a run");
        try (RealPreferences next = new RealPreferences(home, environment)) {
            assertThat(used(next)).isEqualTo("password of a run");
            next.access().password().keep(PASSWORD.toCharArray(), true);
            assertThat(used(next)).isEqualTo(PASSWORD);
            next.access().password().keep("kept password 2".toCharArray(), false);
            assertThat(used(next)).as("the last word").isEqualTo("password of a run");
        }
        assertThat(used(real)).isEqualTo("kept password 2");
        access.password().keep(PASSWORD.toCharArray(), true);
        access.password().remove();
        assertThat(used(real)).isEmpty();
    }

    private static String used(RealPreferences of) throws Exception {
        var proxy = of.wiring().network(of.wiring().settings().now().network()).proxy();
        return Objects.requireNonNull(((ProxyChoice.Http) proxy).secret()).get();
    }

    @Test
    void anInvalidCaFileIsRefused() throws Exception {
        Path none = Files.writeString(elsewhere.resolve("ca.pem"), "not a certificate");
        Network network = withCa(none);
        assertThatThrownBy(() -> access.store().check(network))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                InvalidSettingException.Problem
                                                        .CA_FILE_WITHOUT_CERTIFICATE));
        Network missing = withCa(elsewhere.resolve("missing.pem"));
        assertThatThrownBy(() -> access.store().check(missing))
                .isInstanceOf(InvalidSettingException.class);
        access.store().check(Network.STANDARD);
    }

    @Test
    void aBundleThatContainsASecretIsNotSaved() throws Exception {
        access.store().change(s -> s.withNetwork(throughProxy()));
        access.password().keep(PASSWORD.toCharArray(), false);
        Path file = elsewhere.resolve("support.zip");
        assertThat(access.bundle().save(file, true)).isEmpty();
        assertThat(file).isNotEmptyFile();
        Path leaky = elsewhere.resolve("leaky.zip");
        access.store()
                .change(
                        s ->
                                s.withNetwork(
                                        new Network(
                                                10,
                                                30,
                                                30,
                                                60,
                                                throughProxy().proxy(),
                                                List.of(PASSWORD),
                                                null)));
        assertThatThrownBy(() -> access.bundle().save(leaky, false))
                .isInstanceOfSatisfying(
                        SupportBundle.LeakException.class,
                        e -> assertThat(e.part()).isEqualTo("settings.json"));
        assertThat(leaky).doesNotExist();
    }

    private String kept() throws Exception {
        var stores = real.wiring().stores();
        try (var secret = stores.of(stores.preferred()).load(Settings.PROXY_SECRET).orElseThrow()) {
            return String.valueOf(secret.key());
        }
    }

    private static Network throughProxy() {
        return new Network(
                10,
                30,
                30,
                60,
                new ProxySetting.Own(ProxySetting.Kind.HTTP, "proxy.example.com", 3_128, "ann"),
                List.of(),
                null);
    }

    private static Network withCa(Path file) {
        return new Network(10, 30, 30, 60, ProxySetting.SYSTEM, List.of(), file.toString());
    }
}
