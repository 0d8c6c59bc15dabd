package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** A forgotten passphrase: the accounts stay, their keys must be entered again. */
final class PassphraseCliTest {
    @TempDir private Path home;
    private Shell shell;
    private String id;
    private String key;

    @BeforeEach
    void open() {
        shell = new Shell(home);
        shell.environment.clear();
        id = shell.edgeOne.secretId();
        key = shell.edgeOne.secretKey();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void theOldFileIsKeptAndANewPassphraseIsChosen() throws Exception {
        Ended added = addShop("first passphrase");
        assertThat(added.exit()).as(added.toString()).isZero();
        byte[] before = Files.readAllBytes(home.resolve("secrets.enc"));
        Ended wrong = shell.withInput("guess\n", "account", "test", "shop");
        assertThat(wrong.exit()).as(wrong.toString()).isEqualTo(6);
        assertThat(wrong.err()).contains("account forget-passphrase");

        Ended unsure = shell.run("account", "forget-passphrase");
        assertThat(unsure.exit()).isEqualTo(2);
        assertThat(unsure.err()).contains("shop").contains("--yes");
        assertThat(home.resolve("secrets.enc")).hasBinaryContent(before);

        Ended done = shell.run("account", "forget-passphrase", "--yes");
        assertThat(done.exit()).as(done.toString()).isZero();
        assertThat(Path.of(done.json().get("setAside").asString())).hasBinaryContent(before);
        assertThat(done.json().get("accounts").get(0).asString()).isEqualTo("shop");
        assertThat(home.resolve("secrets.enc")).doesNotExist();
        assertThat(Shell.strings(shell.run("account", "list").json().get("accounts"), "name"))
                .containsExactly("shop");

        Ended anew =
                shell.withInput(
                        key + "\nsecond passphrase\n",
                        "account",
                        "edit",
                        "shop",
                        "--secret-id",
                        id);
        assertThat(anew.exit()).as(anew.toString()).isZero();
        Ended works = shell.withInput("second passphrase\n", "account", "test", "shop");
        assertThat(works.exit()).as(works.toString()).isZero();
    }

    @Test
    void withoutAFileNothingIsMovedAside() {
        Ended done = shell.run("account", "forget-passphrase", "--yes");
        assertThat(done.exit()).as(done.toString()).isZero();
        assertThat(done.json().has("setAside")).isFalse();
        assertThat(done.json().get("accounts")).isEmpty();
    }

    @Test
    void theSupportBundleReportsAPassphraseTooShortToSearchFor() {
        addShop("eleven char");
        Ended brief = bundle("eleven char");
        assertThat(brief.json().get("notLookedFor").get(0).asString()).isEqualTo("passphrase");
        assertThat(brief.err()).contains("too short").contains("passphrase");

        shell.run("account", "forget-passphrase", "--yes");
        shell.withInput(key + "\ntwelve chars\n", "account", "edit", "shop", "--secret-id", id);
        assertThat(bundle("twelve chars").json().get("notLookedFor")).isEmpty();
    }

    private Ended bundle(String passphrase) {
        Ended saved =
                shell.withInput(
                        passphrase + "\n",
                        "support-bundle",
                        "--output",
                        home.resolve("bundle.zip").toString());
        assertThat(saved.exit()).as(saved.toString()).isZero();
        return saved;
    }

    private Ended addShop(String passphrase) {
        return shell.withInput(
                key + "\n" + passphrase + "\n",
                "account",
                "add",
                "shop",
                "--site",
                shell.endpoint,
                "--secret-id",
                id,
                "--store",
                "file");
    }
}
