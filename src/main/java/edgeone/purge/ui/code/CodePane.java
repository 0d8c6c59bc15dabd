package edgeone.purge.ui.code;

import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.code.CodeLanguage;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A call as code: a choice of the language, a button that copies, and the code to read. */
public final class CodePane {
    private final Formats formats;
    private final Tasks tasks;
    private final CallCommands commands;
    private final Latest writing;
    private final ComboBox<CodeLanguage> language = new ComboBox<>();
    private final Button copy;
    private final Button command;
    private final TextArea code = new TextArea();
    private final VBox root;
    private @Nullable CodeSource source;
    private String written = "";

    /**
     * @param id begins the IDs of its nodes
     * @param commands writes calls as command lines
     */
    public CodePane(String id, Formats formats, Tasks tasks, CallCommands commands) {
        this.formats = formats;
        this.tasks = tasks;
        this.commands = commands;
        writing = tasks.latest();
        language.setId(id + "-language");
        language.getItems().setAll(CodeLanguage.values());
        language.setValue(CodeLanguage.CURL);
        language.setConverter(new Names());
        language.setAccessibleText(formats.text("explorer.code.language"));
        language.valueProperty().subscribe((_, _) -> write());
        copy = unsqueezed(named(id + "-copy", new Button(formats.text("window.copy"))));
        copy.setAccessibleText(formats.text("explorer.code.copy"));
        copy.setOnAction(_ -> Copying.copy(written));
        copy.setDisable(true);
        command =
                unsqueezed(named(id + "-command", new Button(formats.text("actions.row.command"))));
        command.setOnAction(_ -> copyCommand());
        command.disableProperty().bind(copy.disableProperty());
        code.setId(id);
        code.setEditable(false);
        code.getStyleClass().add("mono");
        code.setAccessibleText(formats.text("explorer.tab.code"));
        VBox.setVgrow(code, Priority.ALWAYS);
        Label choose = label(formats.text("explorer.code.language"));
        choose.setLabelFor(language);
        Label key = Boxes.wrapped(formats.text("explorer.code.key"), "muted");
        root = new VBox(6, row(8, choose, language, Boxes.gap(), command, copy), key, code);
        Boxes.growing(root);
        root.setMinWidth(0);
    }

    public Parent root() {
        return root;
    }

    /** Shows a call; null for none. */
    public void show(@Nullable CodeSource call) {
        source = call;
        write();
    }

    /** Copies the call as a command line of this program. */
    public void copyCommand() {
        CodeSource call = source;
        if (call != null) {
            tasks.run(
                    commands.of(call.action(), call.body()),
                    line -> line.ifPresent(Copying::copy),
                    _ -> {});
        }
    }

    private void write() {
        CodeSource call = source;
        CodeLanguage chosen = language.getValue();
        if (call == null) {
            writing.drop();
            said(Optional.empty());
            return;
        }
        writing.run(() -> call.in(chosen), this::said, _ -> said(Optional.empty()));
    }

    private void said(Optional<String> text) {
        written = text.orElse("");
        copy.setDisable(text.isEmpty());
        String shown =
                text.map(t -> VisibleText.lines(t, _ -> true))
                        .orElseGet(() -> formats.text("explorer.code.none"));
        if (!shown.equals(code.getText())) {
            code.setText(shown);
        }
    }

    /** Languages by the names they give themselves. */
    private static final class Names extends StringConverter<CodeLanguage> {
        @Override
        public String toString(@Nullable CodeLanguage language) {
            return switch (language) {
                case null -> "";
                case TCCLI -> "TCCLI";
                case CURL -> "curl";
                case JAVA -> "Java";
                case PYTHON -> "Python";
                case NODEJS -> "Node.js";
                case GO -> "Go";
                case PHP -> "PHP";
                case DOTNET -> ".NET";
            };
        }

        @Override
        public CodeLanguage fromString(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
