package edgeone.purge.ui.shell;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;

import javafx.beans.property.ReadOnlyObjectProperty;

/** The window's look and language; changes apply at once and are remembered. */
public interface Appearance {
    ReadOnlyObjectProperty<WindowSettings> settingsProperty();

    void changeTheme(Theme theme);

    void changeLanguage(Language language);
}
