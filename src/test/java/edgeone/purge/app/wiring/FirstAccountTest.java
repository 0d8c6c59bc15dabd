package edgeone.purge.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.Site;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.journal.file.MigrationWatch;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.StoreKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** Signing in again opens the same account. */
final class FirstAccountTest {
    @TempDir private Path home;
    private KnownSecrets known;
    private Wiring wiring;
    private FirstAccount first;

    @BeforeEach
    void open() {
        known = new KnownSecrets();
        GlobalOptions options = new GlobalOptions(home, null, null, null, false, null);
        wiring = Wiring.open(options, Map.of(), _ -> null, known, MigrationWatch.NONE);
        first = new FirstAccount(wiring.signIn(), options, false);
    }

    @AfterEach
    void close() {
        wiring.close();
        known.close();
    }

    @Test
    void theAccountStaysTheSameAfterRenamesAndAChangeOfDefault() throws Exception {
        Account alpha = add("alpha");
        Account beta = add("beta");
        assertThat(first.open().connection().account()).isEqualTo("alpha");

        wiring.accounts().edit(alpha.id(), a -> a.withName("gamma"));
        wiring.accounts().edit(beta.id(), a -> a.withName("alpha"));
        wiring.accounts().book().makeDefault(beta.id());

        assertThat(first.open().connection())
                .returns("gamma", c -> c.account())
                .returns(alpha.id(), c -> c.accountId());
    }

    /** Whoever thinks they are in the demo must not purge anything real. */
    @Test
    void theDemoStaysOpenWhenAccountsAreAdded() throws Exception {
        assertThat(first.open().connection().demo()).isTrue();
        add("alpha");
        assertThat(first.open().connection().demo()).isTrue();
    }

    private Account add(String name) throws Exception {
        try (Secret secret = new Secret("secretKeyOfNoValue00000000000001".toCharArray(), null)) {
            String id = "AKID" + "a".repeat(32);
            return wiring.accounts()
                    .add(Account.of(name, Site.CHINA, id, StoreKind.SESSION), secret);
        }
    }
}
