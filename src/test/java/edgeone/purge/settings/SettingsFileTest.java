package edgeone.purge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.messages.Language;
import edgeone.purge.model.NoteRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;

final class SettingsFileTest {
    private static final Settings OTHER =
            new Settings(
                    Language.CHINESE,
                    Theme.DARK,
                    true,
                    30,
                    60,
                    new Network(
                            1,
                            600,
                            5,
                            90,
                            new ProxySetting.Own(
                                    ProxySetting.Kind.SOCKS5, "proxy.example", 1080, "me"),
                            List.of(".example.com", "*"),
                            "/etc/own-ca.pem"),
                    new WindowSize(800, 600, true),
                    new NoteRule(true, "OPS-[0-9]+"),
                    new TeamSetting("postgresql://me@db.example:5432/team", "file"));

    @TempDir Path home;

    private SettingsFile file() {
        return new SettingsFile(home, Clock.systemUTC());
    }

    @Test
    void softwareRenderingIsKnownBeforeAnythingElseIsRead() throws Exception {
        assertThat(SoftwareRendering.isSet(home)).as("no file").isFalse();
        file().change(s -> s.withSoftwareRendering(true));
        assertThat(SoftwareRendering.isSet(home)).isTrue();
        file().change(s -> s.withSoftwareRendering(false));
        assertThat(SoftwareRendering.isSet(home)).isFalse();
        Files.writeString(home.resolve("settings.json"), "{\"softwareRendering\":\"yes\"}");
        assertThat(SoftwareRendering.isSet(home)).as("not a boolean").isFalse();
        Files.writeString(home.resolve("settings.json"), "{\"softwareRendering\":true}");
        assertThat(SoftwareRendering.isSet(home)).as("written by hand").isTrue();
        Files.writeString(
                home.resolve("settings.json"),
                "{\"softwareRendering\" : false, \"softwareRendering\" : true}");
        assertThat(SoftwareRendering.isSet(home)).as("twice, the last counts").isTrue();
    }

    @Test
    void choicesSurviveARestart() throws Exception {
        assertThat(file().load().settings()).isEqualTo(Settings.STANDARD);
        assertThat(home.resolve("settings.json")).as("reading writes nothing").doesNotExist();
        file().change(_ -> OTHER);
        assertThat(file().load().settings()).isEqualTo(OTHER);
        file().change(s -> s.withLanguage(null).withNetwork(Network.STANDARD));
        assertThat(file().load().settings())
                .isEqualTo(OTHER.withLanguage(null).withNetwork(Network.STANDARD));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.resolve("settings.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theSettingsOfInstallerTrainingAreValid() throws Exception {
        Files.copy(
                Path.of("packaging", "training", "settings.json"), home.resolve("settings.json"));

        assertThat(file().load().setAside()).isNull();
        assertThat(file().load().settings())
                .isEqualTo(Settings.STANDARD.withLanguage(Language.ENGLISH));
    }

    @Test
    void fieldsOfAnotherVersionStay() throws Exception {
        Path json = home.resolve("settings.json");
        Files.writeString(json, "{\"theme\":\"light\",\"later\":{\"a\":[1,2]}}");
        assertThat(file().load().settings().theme()).isEqualTo(Theme.LIGHT);
        assertThat(file().load().setAside()).isNull();
        file().change(s -> s.withTheme(Theme.DARK));
        var root = JsonMapper.builder().build().readTree(json.toFile());
        assertThat(root.path("later").path("a").size()).isEqualTo(2);
        assertThat(root.path("theme").stringValue()).isEqualTo("dark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "null", "\"x\"", "\u0000"})
    void anythingButASettingsFileIsMovedAside(String content) throws Exception {
        Files.writeString(home.resolve("settings.json"), content);
        SettingsFile.Loaded loaded = file().load();
        assertThat(loaded.settings()).isEqualTo(Settings.STANDARD);
        assertThat(loaded.setAside()).isNotNull().hasContent(content);
        assertThat(file().load().setAside()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"language\":\"fr\"",
                "\"theme\":7",
                "\"settleSeconds\":0",
                "\"settleSeconds\":3601",
                "\"settleSeconds\":1e99",
                "\"countdownSeconds\":1",
                "\"countdownSeconds\":2",
                "\"countdownSeconds\":61",
                "\"countdownSeconds\":-1",
                "\"countdownSeconds\":\"10\"",
                "\"connectSeconds\":\"10\"",
                "\"readSeconds\":601",
                "\"callSeconds\":-1",
                "\"proxy\":{\"kind\":\"ftp\"}",
                "\"proxy\":{\"kind\":\"http\",\"host\":\"\",\"port\":1}",
                "\"proxy\":{\"kind\":\"http\",\"host\":\"h\",\"port\":70000}",
                "\"noProxy\":\"*\"",
                "\"caFile\":[]",
                "\"window\":{\"width\":1,\"height\":1}",
                "\"window\":[]",
            })
    void oneBadValueCostsThatValueOnlyAndTheFileIsKept(String bad) throws Exception {
        String content = "{\"theme\":\"dark\"," + bad + "}";
        if (bad.startsWith("\"theme\"")) {
            content = "{\"settleSeconds\":77," + bad + "}";
        }
        Files.writeString(home.resolve("settings.json"), content);
        SettingsFile.Loaded loaded = file().load();
        assertThat(loaded.setAside()).isNotNull().hasContent(content);
        assertThat(loaded.settings())
                .isEqualTo(
                        bad.startsWith("\"theme\"")
                                ? Settings.STANDARD.withSettleSeconds(77)
                                : Settings.STANDARD.withTheme(Theme.DARK));
        assertThat(file().load()).isEqualTo(new SettingsFile.Loaded(loaded.settings(), null));
    }

    @Test
    void aChangeThatFailsLeavesTheFile() throws Exception {
        file().change(_ -> OTHER);
        assertThatThrownBy(() -> file().change(s -> s.withSettleSeconds(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file().load().settings()).isEqualTo(OTHER);
    }
}
