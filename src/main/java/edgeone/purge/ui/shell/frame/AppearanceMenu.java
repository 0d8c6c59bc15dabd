package edgeone.purge.ui.shell.frame;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Hint;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.Appearance;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;

/** The menu that switches language and theme. */
final class AppearanceMenu implements Part {
    private final MenuButton root = unsqueezed(named("menu", new MenuButton()));
    private final Formats formats;
    private final Appearance appearance;
    private Subscription watching = Subscription.EMPTY;

    AppearanceMenu(Appearance appearance, Formats formats) {
        this.formats = formats;
        this.appearance = appearance;
        root.setGraphic(new FontIcon("fth-settings"));
        root.setAccessibleText(formats.text("window.menu"));
        new Hint(root).say(formats.text("window.menu"));
        addLanguages();
        root.getItems().add(new SeparatorMenuItem());
        addThemes();
    }

    private void addLanguages() {
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(formats.text("window.language." + language.tag()));
            item.setToggleGroup(group);
            item.setSelected(language == appearance.settingsProperty().get().language());
            item.setOnAction(_ -> appearance.changeLanguage(language));
            root.getItems().add(item);
        }
    }

    private void addThemes() {
        ToggleGroup group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(formats.text("window.theme." + theme.label()));
            item.setToggleGroup(group);
            watching =
                    watching.and(
                            appearance
                                    .settingsProperty()
                                    .subscribe(now -> item.setSelected(theme == now.theme())));
            item.setOnAction(_ -> appearance.changeTheme(theme));
            root.getItems().add(item);
        }
    }

    @Override
    public MenuButton root() {
        return root;
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
