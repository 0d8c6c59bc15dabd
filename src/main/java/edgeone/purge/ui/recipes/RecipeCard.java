package edgeone.purge.ui.recipes;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.recipes.Filling;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.recipes.RecipeException;
import edgeone.purge.recipes.RecipeProblem;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The card beside the form that lists the recipes. */
public final class RecipeCard {
    private static final int ROWS = 5;
    private static final double ROW_HEIGHT = 44;

    private final Formats formats;
    private final Dialogs dialogs;
    private final FileAsk files;
    private final RecipeShelf shelf;
    private final RecipeForm form;
    private final ListView<Recipe> list = named("recipes", new ListView<>());
    private final Label empty;
    private final FlowPane ofChosen = new FlowPane(10, 2);
    private final VBox root;
    private final Subscription watching;

    public RecipeCard(
            Formats formats, Dialogs dialogs, FileAsk files, RecipeShelf shelf, RecipeForm form) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.files = files;
        this.shelf = shelf;
        this.form = form;
        empty = wrapped(formats.text("recipes.window.empty"), "muted");
        FlowPane always = new FlowPane(10, 2);
        always.getChildren()
                .addAll(
                        link("recipes.window.save", "recipe-save", this::save),
                        link("recipes.window.import", "recipe-import", this::importFile));
        ofChosen.getChildren()
                .addAll(
                        link("recipes.window.use", "recipe-use", () -> chosen(this::use)),
                        link("recipes.window.export", "recipe-export", () -> chosen(this::export)),
                        link("recipes.window.remove", "recipe-remove", () -> chosen(this::remove)));
        setUpList();
        root =
                styled(
                        sparse(
                                column(
                                        6,
                                        label(formats.text("recipes.window.title"), "title"),
                                        empty,
                                        list,
                                        ofChosen,
                                        always)),
                        "card");
        watching =
                shelf.recipesProperty()
                        .subscribe(this::show)
                        .and(shelf.setAsideProperty().subscribe(this::tellSetAside));
        refresh();
    }

    private void setUpList() {
        list.setAccessibleText(formats.text("recipes.window.title"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new RecipeCell(formats));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(recipe -> ofChosen.setDisable(recipe == null));
        Keys.on(list, WindowAction.USE_RECIPE, () -> chosen(this::use));
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        chosen(this::use);
                    }
                });
    }

    private Hyperlink link(String key, String id, Runnable action) {
        Hyperlink link = named(id, new Hyperlink(formats.text(key)));
        link.setOnAction(_ -> action.run());
        return link;
    }

    public Parent root() {
        return root;
    }

    /** Fills in nothing while locked. */
    public void lock(boolean locked) {
        root.setDisable(locked);
    }

    /** Reads the recipes again. */
    public void refresh() {
        shelf.load(this::tell);
    }

    public void close() {
        watching.unsubscribe();
    }

    private void show(List<Recipe> recipes) {
        Recipe before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(recipes);
        toggle(list, !recipes.isEmpty());
        toggle(ofChosen, !recipes.isEmpty());
        toggle(empty, recipes.isEmpty());
        list.setPrefHeight(Math.min(ROWS, recipes.size()) * ROW_HEIGHT + 2);
        list.setMinHeight(list.getPrefHeight());
        recipes.stream()
                .filter(r -> before != null && r.name().equals(before.name()))
                .findFirst()
                .ifPresentOrElse(
                        list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
    }

    private void chosen(Consumer<Recipe> action) {
        Recipe recipe = list.getSelectionModel().getSelectedItem();
        if (recipe != null) {
            action.accept(recipe);
        }
    }

    /** Fills in the form by the recipe of this name, unless it is locked; says if there is none. */
    public void use(String name) {
        if (!root.isDisable()) {
            list.getItems().stream()
                    .filter(recipe -> recipe.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            recipe -> {
                                list.getSelectionModel().select(recipe);
                                use(recipe);
                            },
                            () -> tell(new RecipeException(RecipeProblem.NO_SUCH_RECIPE, name)));
        }
    }

    private void use(Recipe recipe) {
        String obstacle = form.obstacle(recipe);
        if (obstacle != null) {
            say(obstacle);
        } else if (recipe.variables().isEmpty()) {
            try {
                form.fill(recipe, Filling.fill(recipe, Map.of()));
            } catch (RecipeException e) {
                tell(e);
            }
        } else {
            new VariablesDialog(formats, dialogs, recipe).ask(filled -> form.fill(recipe, filled));
        }
    }

    private void save() {
        Recipe recipe = form.recipe("");
        if (recipe == null) {
            say(formats.text("recipes.window.no-zone"));
        } else {
            new NameDialog(formats, dialogs, shelf).ask(recipe);
        }
    }

    private void importFile() {
        files.open(
                        root.getScene().getWindow(),
                        formats.text("recipes.window.import.title"),
                        List.of(
                                new ExtensionFilter(
                                        formats.text("recipes.window.files"), "*.json")))
                .ifPresent(
                        file ->
                                shelf.read(
                                        file,
                                        read -> new NameDialog(formats, dialogs, shelf).ask(read),
                                        this::tell));
    }

    private void export(Recipe recipe) {
        files.save(
                        root.getScene().getWindow(),
                        formats.text("recipes.window.export.title"),
                        recipe.name() + ".json")
                .ifPresent(file -> shelf.write(recipe, file, this::tell));
    }

    private void remove(Recipe recipe) {
        ButtonType go =
                new ButtonType(formats.text("recipes.window.remove.go"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("recipes.window.remove.title"),
                        wrapped(formats.text("recipes.window.remove.what", recipe.name())),
                        go,
                        dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("recipe-remove-go");
        button.getStyleClass().add("danger");
        button.setOnAction(_ -> shelf.remove(recipe, this::tell));
        dialog.show();
    }

    private void tellSetAside(@Nullable Path aside) {
        if (aside != null) {
            say(formats.text("cli.recipe.set-aside", aside));
        }
    }

    private void tell(Exception e) {
        if (e instanceof RecipeException recipe) {
            say(recipe.text(formats.messages()));
        } else {
            dialogs.error(e);
        }
    }

    private void say(String text) {
        dialogs.say(formats.text("recipes.window.title"), text);
    }
}
