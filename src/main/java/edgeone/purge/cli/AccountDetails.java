package edgeone.purge.cli;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountColour;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Options that both adding and editing take. */
final class AccountDetails {
    @Option(names = "--region", paramLabel = "R", description = "sent as X-TC-Region")
    private @Nullable String region;

    @Option(
            names = "--colour",
            paramLabel = "C",
            description = "grey, blue, teal, green, amber, red or purple")
    private @Nullable String colour;

    @Option(names = "--default-zone", paramLabel = "ID", description = "zone to begin with")
    private @Nullable String zone;

    @Option(names = "--token", description = "temporary keys: the token is the line after the key")
    private boolean token;

    @Option(
            names = "--token-expiry",
            paramLabel = "T",
            description = "when the token ends, like 2026-01-31T12:00:00Z")
    private @Nullable String expiry;

    boolean hasToken() {
        return token;
    }

    @Nullable String expiry() {
        return expiry;
    }

    /** The account with what was given; an empty value takes away. */
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
