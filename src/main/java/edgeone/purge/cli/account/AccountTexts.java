package edgeone.purge.cli.account;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountBook;
import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.AccountProblem;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.model.SafetyLevel;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parsing and output that the account commands share. */
final class AccountTexts {
    private AccountTexts() {}

    /** Prints every account, as the contract specifies. */
    static void list(Workplace workplace, Output output) throws IOException {
        AccountBook.Contents book = workplace.desk().accounts().book().read();
        if (book.setAside() != null) {
            output.note("cli.account.set-aside", book.setAside().toString());
        }
        show(book.accounts(), workplace.desk().clock().instant(), output);
    }

    private static void show(List<Account> accounts, Instant now, Output output) {
        if (output.isJson()) {
            output.json(Map.of("accounts", accounts.stream().map(a -> json(a, now)).toList()));
            return;
        }
        output.table(
                List.of(
                        "column.name",
                        "column.site",
                        "column.secret-id",
                        "column.store",
                        "column.safety",
                        "column.default"),
                accounts.stream()
                        .map(
                                a ->
                                        List.of(
                                                a.name(),
                                                a.site().label(),
                                                a.secretId(),
                                                a.store().label(),
                                                a.safety().effectiveLevel(now).label(),
                                                a.isDefault() ? "*" : ""))
                        .toList());
    }

    static Map<String, Object> json(Account account, Instant now) {
        return new Fields()
                .put("name", account.name())
                .put("id", account.id())
                .put("site", account.site().label())
                .put("secretId", account.secretId())
                .put("store", account.store().label())
                .put("default", account.isDefault())
                .put("region", account.region())
                .put("colour", account.colour().label())
                .put("safety", account.safety().effectiveLevel(now).label())
                .put(
                        "safetyUntil",
                        account.safety().effectiveLevel(now) == account.safety().standing()
                                ? null
                                : String.valueOf(account.safety().until()))
                .put("defaultZone", account.defaultZone())
                .put(
                        "tokenExpiry",
                        account.tokenExpiry() == null ? null : account.tokenExpiry().toString())
                .map();
    }

    static Account named(Workplace workplace, String name) throws AccountException, IOException {
        return workplace
                .desk()
                .accounts()
                .book()
                .read()
                .named(name)
                .orElseThrow(() -> new AccountException(AccountProblem.NO_SUCH_ACCOUNT, name));
    }

    static SafetyLevel safety(String label) {
        return Arrays.stream(SafetyLevel.values())
                .filter(l -> l.label().equals(label.toLowerCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(
                        () -> new CommandFailure(ExitCodes.REFUSED, "cli.account.safety", label));
    }
}
