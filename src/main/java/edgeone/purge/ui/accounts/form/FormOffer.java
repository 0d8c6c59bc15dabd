package edgeone.purge.ui.accounts.form;

import edgeone.purge.accounts.AccountColour;
import edgeone.purge.secrets.StoreKind;

import java.util.List;

/**
 * What an account form offers to choose from.
 *
 * @param colour for a new account
 * @param store for a new account
 * @param stores where a key can be kept in this session
 * @param zoneIds the zones of the account, if they are known
 */
public record FormOffer(
        AccountColour colour, StoreKind store, List<StoreKind> stores, List<String> zoneIds) {
    public FormOffer {
        stores = List.copyOf(stores);
        zoneIds = List.copyOf(zoneIds);
    }

    boolean hasKeychain() {
        return stores.contains(StoreKind.KEYCHAIN);
    }
}
