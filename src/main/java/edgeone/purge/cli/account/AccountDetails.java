package edgeone.purge.cli.account;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountColour;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Options for both adding and editing an account. */
final class AccountDetails {
    @Option(names = "--region", paramLabel = "R", description = "${bundle:help.account.region}")
    private @Nullable String region;

    @Option(names = "--colour", paramLabel = "C", description = "${bundle:help.account.colour}")
    private @Nullable String colour;

    @Option(
            names = "--default-zone",
            paramLabel = "ID",
            description = "${bundle:help.account.default-zone}")
    private @Nullable String zone;

    @Option(names = "--token", description = "${bundle:help.account.token}")
    private boolean token;

    @Option(
            names = "--token-expiry",
            paramLabel = "T",
            description = "${bundle:help.account.token-expiry}")
    private @Nullable String expiry;

    boolean hasToken() {
        return token;
    }

    @Nullable String expiry() {
        return expiry;
    }

    /** Applies the given options to an account; an empty value clears. */
    Account on(Account account) {
        Account changed = account;
        if (region != null) {
            changed = changed.withSite(changed.site(), region.isBlank() ? null : region.strip());
        }
        if (zone != null) {
            changed = changed.withDefaultZone(zone.isBlank() ? null : zone.strip());
        }
        return colour == null ? changed : changed.withColour(colour(colour));
    }

    private static AccountColour colour(String label) {
        return AccountColour.ofLabel(label)
                .orElseThrow(
                        () -> new CommandFailure(ExitCodes.REFUSED, "cli.account.colour", label));
    }
}
