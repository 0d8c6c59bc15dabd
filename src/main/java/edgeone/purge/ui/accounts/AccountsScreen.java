package edgeone.purge.ui.accounts;

import edgeone.purge.ui.kit.Dialogs;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.Screen;

import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** The screen of the accounts. */
public final class AccountsScreen implements Screen {
    private final AccountsViewModel model;
    private final Function<Formats, Dialogs> dialogs;
    private @Nullable AccountsView view;

    public AccountsScreen(AccountsViewModel model, Function<Formats, Dialogs> dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public String icon() {
        return "fth-users";
    }

    @Override
    public Parent view(Formats formats) {
        if (view != null) {
            view.close();
        }
        AccountsView built = new AccountsView(model, formats, dialogs.apply(formats));
        view = built;
        return built.root();
    }

    @Override
    public void arrive(Place place) {
        focus();
        if (view != null && place instanceof Place.Accounts(boolean forgotten) && forgotten) {
            view.askToForget();
        }
    }

    @Override
    public void focus() {
        if (view != null) {
            view.focus();
        }
    }

    @Override
    public void refresh() {
        model.load();
    }
}
