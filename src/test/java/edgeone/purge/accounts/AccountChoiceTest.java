package edgeone.purge.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.secrets.StoreKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class AccountChoiceTest {
    private static final String ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
    private static final Map<String, String> KEYS =
            Map.of("TENCENTCLOUD_SECRET_ID", ID, "TENCENTCLOUD_SECRET_KEY", "k3y");
    private static final Map<String, String> NO_KEYS =
            Map.of("TENCENTCLOUD_SECRET_ID", "", "TENCENTCLOUD_SECRET_KEY", "");

    private final Account standard =
            Account.of("Prod", Site.CHINA, ID, StoreKind.SESSION).withDefault(true);
    private final Account other = Account.of("test", Site.CHINA, ID, StoreKind.SESSION);
    private final AccountBook.Contents full =
            new AccountBook.Contents(List.of(other, standard), true, null);
    private final AccountBook.Contents fresh = new AccountBook.Contents(List.of(), false, null);
    private final AccountBook.Contents emptied = new AccountBook.Contents(List.of(), true, null);

    @Test
    void theFirstOfNameEnvironmentDefaultAndDemoIsChosen() throws Exception {
        assertThat(AccountChoice.of("TEST", false, full, KEYS))
                .isEqualTo(new AccountChoice.Stored(other));
        assertThat(AccountChoice.of(null, false, full, KEYS))
                .isInstanceOfSatisfying(
                        AccountChoice.FromEnvironment.class,
                        e -> assertThat(e.keys().secretId()).isEqualTo(ID));
        assertThat(AccountChoice.of(null, true, full, NO_KEYS))
                .isEqualTo(new AccountChoice.Stored(standard));
        assertThat(AccountChoice.of(null, false, fresh, NO_KEYS))
                .isEqualTo(new AccountChoice.Demo());
    }

    @Test
    void theDemoIsNeverAFallback() {
        assertProblem(AccountProblem.NO_SUCH_ACCOUNT, "nobody", false, fresh, KEYS);
        assertProblem(AccountProblem.NO_KEY_FOR_ENDPOINT, null, true, fresh, NO_KEYS);
        assertProblem(AccountProblem.NO_DEFAULT, null, false, emptied, NO_KEYS);
        assertProblem(
                AccountProblem.NO_DEFAULT,
                null,
                false,
                new AccountBook.Contents(List.of(other), true, null),
                NO_KEYS);
    }

    @Test
    void aHalfSetEnvironmentIsAlwaysAnError() {
        for (Map<String, String> half :
                List.of(
                        Map.of("TENCENTCLOUD_SECRET_ID", ID),
                        Map.of("TENCENTCLOUD_SECRET_KEY", "k"),
                        Map.of("TENCENTCLOUD_TOKEN", "t"),
                        Map.of("TENCENTCLOUD_SECRET_ID", ID, "TENCENTCLOUD_SECRET_KEY", ""))) {
            assertProblem(AccountProblem.ENVIRONMENT_HALF_SET, null, false, full, half);
        }
        assertProblem(
                AccountProblem.KEY_PADDED,
                null,
                false,
                full,
                Map.of("TENCENTCLOUD_SECRET_ID", ID, "TENCENTCLOUD_SECRET_KEY", "k "));
    }

    private static void assertProblem(
            AccountProblem problem,
            String name,
            boolean endpointGiven,
            AccountBook.Contents book,
            Map<String, String> environment) {
        assertThatThrownBy(() -> AccountChoice.of(name, endpointGiven, book, environment))
                .isInstanceOfSatisfying(
                        AccountException.class,
                        e -> assertThat(e.problems()).containsExactly(problem));
    }
}
