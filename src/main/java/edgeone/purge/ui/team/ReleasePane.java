package edgeone.purge.ui.team;

import static edgeone.purge.ui.kit.Boxes.named;

import edgeone.purge.settings.TeamSetting;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.OptionalInt;

/** How long a purge waits for a second person. */
final class ReleasePane extends VBox {
    private final TeamViewModel model;
    private final TextField minutes = new TextField();

    ReleasePane(TeamViewModel model, Formats formats) {
        super(8);
        this.model = model;
        Fields fields = new Fields(formats, TeamView.NAMES_WIDTH);
        fields.add("team-minutes", "team.window.minutes", minutes);
        minutes.setMaxWidth(110);
        fields.remark("team.window.minutes-what", TeamSetting.LONGEST_RELEASE);
        Button save = named("team-minutes-save", new Button(formats.text("team.window.save")));
        save.setAccessibleText(formats.text("team.window.minutes-save"));
        save.disableProperty().bind(model.workProperty().isNotEqualTo(Work.NONE));
        save.setOnAction(_ -> save());
        minutes.setOnAction(_ -> save.fire());
        getChildren().addAll(fields, save);
    }

    private void save() {
        OptionalInt number = number(minutes.getText());
        Fields.mark(minutes, number.isEmpty());
        if (number.isPresent()) {
            model.saveMinutes(number.getAsInt());
        } else {
            minutes.requestFocus();
        }
    }

    private static OptionalInt number(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            return number >= 1 && number <= TeamSetting.LONGEST_RELEASE
                    ? OptionalInt.of(number)
                    : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    void show(@Nullable TeamSetting setting) {
        if (setting != null) {
            minutes.setText(String.valueOf(setting.releaseMinutes()));
        }
    }
}
