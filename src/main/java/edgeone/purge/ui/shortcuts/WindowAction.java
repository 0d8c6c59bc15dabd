package edgeone.purge.ui.shortcuts;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the window does, where, and by which keys; some of it has none and is found in the palette.
 * {@code Shortcut} is Ctrl, on macOS ⌘.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists nobody can change of key combinations, likewise
public enum WindowAction {
    PALETTE(Scope.WINDOW, "Shortcut+K"),
    SHORTCUTS(Scope.WINDOW, "F1"),
    BACK(Scope.WINDOW, "Esc"),
    REFRESH(Scope.WINDOW, "F5"),
    CHOOSE_ZONE(Scope.WINDOW, "Shortcut+L"),
    SHOW_NOTICE(Scope.WINDOW, "Shortcut+J"),
    SCREEN_1(Scope.WINDOW, "Shortcut+1"),
    SCREEN_2(Scope.WINDOW, "Shortcut+2"),
    SCREEN_3(Scope.WINDOW, "Shortcut+3"),
    SCREEN_4(Scope.WINDOW, "Shortcut+4"),
    SCREEN_5(Scope.WINDOW, "Shortcut+5"),
    SCREEN_6(Scope.WINDOW, "Shortcut+6"),
    SCREEN_7(Scope.WINDOW, "Shortcut+7"),
    SCREEN_8(Scope.WINDOW, "Shortcut+8"),
    THEME_SYSTEM(Scope.WINDOW),
    THEME_LIGHT(Scope.WINDOW),
    THEME_DARK(Scope.WINDOW),
    LANGUAGE_EN(Scope.WINDOW),
    LANGUAGE_ZH(Scope.WINDOW),

    SUBMIT(Scope.PURGE, "Shortcut+Enter"),
    OPEN_FILE(Scope.PURGE, "Shortcut+O"),
    COPY_COMMAND(Scope.PURGE),
    FIND(Scope.PURGE, "Shortcut+F"),
    GO_TO_LINE(Scope.PURGE, "Shortcut+G"),
    FIND_NEXT(Scope.PURGE, "F3"),
    FIND_PREVIOUS(Scope.PURGE, "Shift+F3"),
    NEXT_FIELD(Scope.PURGE, "Tab"),
    PREVIOUS_FIELD(Scope.PURGE, "Shift+Tab"),
    USE_RECIPE(Scope.PURGE, "Enter"),
    TYPE_URL(Scope.PURGE),
    TYPE_PREFIX(Scope.PURGE),
    TYPE_HOST(Scope.PURGE),
    TYPE_CACHE_TAG(Scope.PURGE),
    TYPE_ALL(Scope.PURGE),
    TYPE_PREFETCH(Scope.PURGE),

    NEXT_MATCH(Scope.FIND, "Enter"),
    PREVIOUS_MATCH(Scope.FIND, "Shift+Enter"),
    CLOSE_FIND(Scope.FIND, "Esc"),

    FILTER_JOBS(Scope.HISTORY, "Shortcut+F"),
    SYNC(Scope.HISTORY, "Shift+F5"),
    RETRY_FAILED(Scope.HISTORY),
    FINISH_JOB(Scope.HISTORY),
    PURGE_AGAIN(Scope.HISTORY),
    SHOW_CALLS(Scope.HISTORY),

    FILTER_CALLS(Scope.INSPECTOR, "Shortcut+F"),
    LOOK_UP(Scope.INSPECTOR, "Shortcut+E"),
    FAILED_CALLS(Scope.INSPECTOR),
    HIDE_READS(Scope.INSPECTOR),
    SHOW_JOB(Scope.INSPECTOR),
    CALL_AS_CODE(Scope.INSPECTOR),
    EXPLORE_CALL(Scope.INSPECTOR),

    SEND_CALL(Scope.EXPLORER, "Shortcut+Enter"),
    MOCK_CALL(Scope.EXPLORER, "Shortcut+Shift+Enter"),
    SAVE_REQUEST(Scope.EXPLORER, "Shortcut+S"),
    SAVED_REQUESTS(Scope.EXPLORER, "Shortcut+O"),
    OPEN_REQUEST(Scope.EXPLORER, "Enter"),
    RENAME_REQUEST(Scope.EXPLORER, "F2"),
    DELETE_REQUEST(Scope.EXPLORER, "Delete"),

    USE_ACCOUNT(Scope.ACCOUNTS, "Enter"),
    REMOVE_ACCOUNT(Scope.ACCOUNTS, "Delete"),
    SAVE_ACCOUNT(Scope.ACCOUNTS, "Enter"),
    CLOSE_ACCOUNT(Scope.ACCOUNTS, "Esc"),
    ADD_ACCOUNT(Scope.ACCOUNTS),
    IMPORT_KEYS(Scope.ACCOUNTS),
    SHOW_POLICIES(Scope.ACCOUNTS),

    COPY_ROWS(Scope.TABLE, "Shortcut+C"),
    ROW_MENU(Scope.TABLE, "Shift+F10", "Context Menu"),

    NEXT_ENTRY(Scope.LIST, "Down"),
    PREVIOUS_ENTRY(Scope.LIST, "Up"),
    NEXT_PAGE(Scope.LIST, "Page Down"),
    PREVIOUS_PAGE(Scope.LIST, "Page Up"),
    CHOOSE_ENTRY(Scope.LIST, "Enter"),
    MARK_ZONE(Scope.LIST, "Shortcut+D"),
    CLOSE_LIST(Scope.LIST, "Esc");

    /** Begins the names of the actions that open a screen; its place follows. */
    private static final String SCREEN = "SCREEN_";

    private final Scope scope;
    private final List<KeyCombination> keys;

    WindowAction(Scope scope, String... keys) {
        this.scope = scope;
        this.keys = Arrays.stream(keys).map(KeyCombination::valueOf).toList();
    }

    /**
     * The action that opens a screen.
     *
     * @param place of the screen in the rail, from 1
     * @return empty for a screen beyond the digits
     */
    public static Optional<WindowAction> ofScreen(int place) {
        return Arrays.stream(values()).filter(a -> place > 0 && a.screen() == place).findFirst();
    }

    /** Such as {@code go-to-line}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Scope scope() {
        return scope;
    }

    /** Empty where it has none. */
    public List<KeyCombination> keys() {
        return keys;
    }

    /** What it does, in a few words; those of a screen take its title. */
    public String messageKey() {
        return "actions.name." + (screen() > 0 ? "SCREEN" : name());
    }

    /** The place in the rail of the screen it opens, from 1; 0 where it opens none. */
    public int screen() {
        return name().startsWith(SCREEN) ? Integer.parseInt(name().substring(SCREEN.length())) : 0;
    }

    /** Whether an event presses its keys. */
    public boolean isPressed(KeyEvent event) {
        return keys.stream().anyMatch(k -> k.match(event));
    }

    /** The keys as this system writes them: {@code Ctrl+K}, {@code ⌘K}; empty where it has none. */
    public String keysText() {
        return keys.stream().map(KeyCombination::getDisplayText).collect(Collectors.joining(", "));
    }
}
