package edgeone.purge.ui.shell.screen;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;

import javafx.beans.property.ReadOnlyObjectProperty;

/** How the window looks and speaks; whoever changes it changes it at once, and it is remembered. */
public interface Appearance {
    ReadOnlyObjectProperty<WindowSettings> settingsProperty();

    void changeTheme(Theme theme);

    void changeLanguage(Language language);
}
