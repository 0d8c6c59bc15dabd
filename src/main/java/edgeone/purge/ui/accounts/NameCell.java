package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.ui.accounts.form.AccountColours;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** An account's name with its colour. */
final class NameCell extends TableCell<Account, Account> {
    private final Function<Account, String> words;
    private final Region swatch = new Region();

    NameCell(Function<Account, String> words) {
        this.words = words;
        swatch.getStyleClass().add("swatch");
    }

    @Override
    protected void updateItem(@Nullable Account account, boolean empty) {
        super.updateItem(account, empty);
        if (empty || account == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
        } else {
            AccountColours.paint(swatch, account.colour());
            setText(words.apply(account));
            setGraphic(swatch);
            setTooltip(new Tooltip(VisibleText.of(account.name())));
        }
    }
}
