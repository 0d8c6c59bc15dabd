package edgeone.purge.ui.accounts;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.shell.screen.BuiltScreen;
import edgeone.purge.ui.shortcuts.Offer;
import edgeone.purge.ui.shortcuts.WindowAction;

import java.util.List;
import java.util.function.Function;

/** The Accounts screen. */
public final class AccountsScreen extends BuiltScreen<AccountsView> {
    private final AccountsViewModel model;
    private final Function<Formats, Dialogs> dialogs;

    public AccountsScreen(AccountsViewModel model, Function<Formats, Dialogs> dialogs) {
        super("accounts", "fth-users");
        this.model = model;
        this.dialogs = dialogs;
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                offer(WindowAction.ADD_ACCOUNT, AccountsView::startAdding),
                offer(WindowAction.IMPORT_KEYS, AccountsView::importKeys),
                offer(WindowAction.SHOW_POLICIES, AccountsView::showPolicies));
    }

    @Override
    protected AccountsView build(Formats formats) {
        model.load();
        return new AccountsView(model, formats, dialogs.apply(formats));
    }

    @Override
    public void arrive(Place place) {
        focus();
        AccountsView view = built();
        if (view != null && place instanceof Place.Accounts(boolean forgotten) && forgotten) {
            view.askToForget();
        }
    }

    @Override
    public void refresh() {
        model.load();
    }
}
