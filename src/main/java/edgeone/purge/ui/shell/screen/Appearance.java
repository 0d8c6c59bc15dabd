package edgeone.purge.ui.shell.screen;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;

import javafx.beans.property.ReadOnlyObjectProperty;

/** The theme and language of the window. Changes apply at once and are remembered. */
public interface Appearance {
    ReadOnlyObjectProperty<WindowSettings> settingsProperty();

    void changeTheme(Theme theme);

    void changeLanguage(Language language);
}
