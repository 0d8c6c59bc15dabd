package edgeone.purge.ui.shell;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.notice.Notices;
import edgeone.purge.ui.shell.screen.Screen;
import edgeone.purge.ui.shortcuts.Offer;
import edgeone.purge.ui.shortcuts.WindowAction;

import java.util.ArrayList;
import java.util.List;

/** What can be done in the window: its own actions, and those of its screens. */
final class WindowOffers {
    private final MainWindow window;
    private final Screens screens;
    private final Notices notices;

    WindowOffers(MainWindow window, Screens screens, Notices notices) {
        this.window = window;
        this.screens = screens;
        this.notices = notices;
    }

    /** What keys can do now: the window's, the ways to the screens, and the open screen's. */
    List<Offer> here() {
        List<Offer> offers = new ArrayList<>(ofWindow());
        int place = 1;
        for (Screen screen : screens.all()) {
            WindowAction.ofScreen(place++)
                    .ifPresent(a -> offers.add(new Offer(a, () -> window.open(screen))));
        }
        offers.addAll(screens.open().offers());
        return offers;
    }

    /** What can be found: that of every screen, which opens first then. */
    List<Offer> everywhere() {
        List<Offer> offers = new ArrayList<>();
        offers.addAll(screens.open().offers());
        screens.all().stream()
                .filter(screen -> !screen.equals(screens.open()))
                .forEach(screen -> screen.offers().forEach(o -> offers.add(opening(screen, o))));
        ofWindow().stream()
                .filter(offer -> offer.action() != WindowAction.PALETTE)
                .forEach(offers::add);
        return offers;
    }

    private Offer opening(Screen screen, Offer offer) {
        return new Offer(
                offer.action(),
                offer.possible(),
                () -> {
                    window.open(screen);
                    offer.run().run();
                });
    }

    private List<Offer> ofWindow() {
        return List.of(
                new Offer(WindowAction.PALETTE, window::openPalette),
                new Offer(WindowAction.SHORTCUTS, window::openShortcuts),
                new Offer(WindowAction.REFRESH, window::refresh),
                new Offer(WindowAction.CHOOSE_ZONE, window::openZones),
                new Offer(WindowAction.SHOW_NOTICE, () -> !notices.isEmpty(), notices::openNewest),
                theme(WindowAction.THEME_SYSTEM, Theme.SYSTEM),
                theme(WindowAction.THEME_LIGHT, Theme.LIGHT),
                theme(WindowAction.THEME_DARK, Theme.DARK),
                language(WindowAction.LANGUAGE_EN, Language.ENGLISH),
                language(WindowAction.LANGUAGE_ZH, Language.CHINESE));
    }

    private Offer theme(WindowAction action, Theme theme) {
        return new Offer(
                action, () -> window.settings().theme() != theme, () -> window.changeTheme(theme));
    }

    private Offer language(WindowAction action, Language language) {
        return new Offer(
                action,
                () -> window.settings().language() != language,
                () -> window.changeLanguage(language));
    }
}
