package edgeone.purge.accounts.desk;

import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.SafetyLog;
import edgeone.purge.accounts.check.ConnectionCheck;
import edgeone.purge.accounts.imports.CredentialImport;
import edgeone.purge.secrets.SecretStores;

import java.time.Clock;

/**
 * What managing accounts takes, in the window and on the command line.
 *
 * @param check signs in to find out what a key may do
 * @param imports looks for keys of other tools
 * @param safetyLog keeps a record of every lowering
 */
public record AccountDesk(
        Accounts accounts,
        SecretStores stores,
        ConnectionCheck check,
        CredentialImport imports,
        SafetyLog safetyLog,
        Clock clock) {}
