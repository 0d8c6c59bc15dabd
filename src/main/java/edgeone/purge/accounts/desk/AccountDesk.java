package edgeone.purge.accounts.desk;

import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.SafetyLog;
import edgeone.purge.accounts.check.ConnectionCheck;
import edgeone.purge.accounts.imports.CredentialImport;
import edgeone.purge.secrets.SecretStores;

import java.time.Clock;

/**
 * What window and command line need to manage accounts.
 *
 * @param check tests what a key may do
 * @param imports finds keys of other tools
 * @param safetyLog keeps a record of every lowering
 */
public record AccountDesk(
        Accounts accounts,
        SecretStores stores,
        ConnectionCheck check,
        CredentialImport imports,
        SafetyLog safetyLog,
        Clock clock) {}
