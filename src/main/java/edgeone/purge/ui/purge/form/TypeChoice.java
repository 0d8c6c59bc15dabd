package edgeone.purge.ui.purge.form;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.row;

import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Hint;
import edgeone.purge.ui.kit.OneOf;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import java.util.EnumMap;
import java.util.Map;

/** What to purge: a row of buttons, one for each type; apart from them, to prefetch instead. */
public final class TypeChoice implements FormPart {
    /** Between what purges and what does not, in pixels. */
    private static final double APART = 14;

    private final Words words;
    private final Map<PurgeType, ToggleButton> buttons = new EnumMap<>(PurgeType.class);
    private final HBox purges = new HBox();
    private final HBox types = row(APART, purges);
    private final Label line = label("", "muted", "type-line");
    private final Node root;
    private final Subscription watching;

    public TypeChoice(Formats formats, Session session) {
        words = new Words(formats.messages());
        OneOf<PurgeType> group = new OneOf<>(session.typeProperty()::set);
        for (PurgeType type : PurgeType.PURGES) {
            ToggleButton button = button(type);
            button.getStyleClass().add(pill(type));
            purges.getChildren().add(button);
        }
        ToggleButton prefetch = button(PurgeType.PREFETCH);
        prefetch.setText(formats.text("window.purge.prefetch"));
        types.getChildren().add(prefetch);
        buttons.forEach((type, button) -> group.add(button, type));
        root = column(6, Titles.of(formats.text("window.purge.what"), types), types, line);
        watching = session.typeProperty().subscribe(this::show);
    }

    private ToggleButton button(PurgeType type) {
        ToggleButton button = new ToggleButton(words.type(type));
        button.setId("type-" + type.wireName());
        button.setMinWidth(Region.USE_PREF_SIZE);
        new Hint(button).say(words.typeLine(type));
        button.setAccessibleHelp(words.typeLine(type));
        buttons.put(type, button);
        return button;
    }

    private static String pill(PurgeType type) {
        if (type == PurgeType.PURGES.getFirst()) {
            return "left-pill";
        }
        return type == PurgeType.PURGES.getLast() ? "right-pill" : "center-pill";
    }

    private void show(PurgeType type) {
        ToggleButton button = buttons.get(type);
        if (button != null) {
            button.setSelected(true);
        }
        line.setText(words.typeLine(type));
    }

    /** Chooses a type, unless the choice is locked. */
    public void choose(PurgeType type) {
        ToggleButton button = buttons.get(type);
        if (button != null) {
            button.fire();
        }
    }

    public boolean isLocked() {
        return types.isDisabled();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void lock(boolean locked) {
        types.setDisable(locked);
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
