package edgeone.purge.ui.shell.frame;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.messages.Shown;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shell.session.SignedIn;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/** The open account by name and site; opens the Accounts screen. */
final class AccountChip implements Part {
    private final Button root =
            unsqueezed(named("account-chip", styled(new Button(), "account-chip")));
    private final Formats formats;
    private final Subscription watching;

    AccountChip(Session session, Formats formats, Navigator navigator) {
        this.formats = formats;
        root.setGraphic(styled(new Region(), "dot"));
        root.setOnAction(_ -> navigator.open(new Place.Accounts(false)));
        watching = session.signedInProperty().subscribe(this::show);
    }

    private void show(@Nullable SignedIn account) {
        toggle(root, account != null);
        if (account != null) {
            root.setText(text(account));
            root.setAccessibleText(formats.text("window.account.chip", new Shown(root.getText())));
        }
    }

    private String text(SignedIn account) {
        if (account.connection().demo()) {
            return formats.text("window.account.demo");
        }
        String name = VisibleText.of(account.connection().account());
        return account.site().isEmpty() ? name : name + " · " + siteName(account.site());
    }

    /** The name of an official site, else its URL. */
    private String siteName(String site) {
        return switch (site) {
            case "cn", "intl" -> formats.text("window.accounts.site." + site);
            default -> VisibleText.of(site);
        };
    }

    @Override
    public Button root() {
        return root;
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
