package edgeone.purge.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;

import edgeone.purge.ProgramClasses;
import edgeone.purge.app.CanaryWindow.Part;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The dialogs of the window, and the part of the test that opens each. */
enum CanaryDialog {
    REMOVE("AccountDialogs.remove", "window.accounts.remove", Part.LOCKED),
    FORGET("AccountDialogs.forget", "window.accounts.forget", Part.LOCKED),
    LOWER("AccountDialogs.lower", "window.accounts.lower", Part.NEW),
    POLICY("AccountDialogs.policy", "window.accounts.policy", Part.NEW),
    IMPORT("AccountDialogs.imports", "window.accounts.import", Part.NEW),
    CONFIRM("Confirmation.ask", "window.confirm.title", Part.NEW),
    CLOSING("Closing.mayClose", "window.closing.title", Part.NEW),
    PASSPHRASE("PassphraseDialog.ask", "window.passphrase.title", Part.NEW),
    BUG("Dialogs.error", "window.trouble.bug", Part.NEW),
    ODD_EXPIRY("Dialogs.say", "window.accounts.save", Part.NEW),
    TARGETS("Incoming.chooseFile", "window.purge.open", Part.NEW),
    CA_FILE("NetworkPane.choose", "settings.ca-file", Part.NEW),
    SCHEMA("SchemaPane.chooseFile", "team.window.schema-save", Part.NEW),
    LEAVE_TEAM("StatusPane.askToLeave", "team.window.off-title", Part.NEW),
    BUNDLE("SettingsView.chooseBundle", "settings.bundle-save", Part.NEW),
    /** Before purges that reach far, and the list of keys: neither has a secret to show. */
    GUARD("Guard.ask", "window.confirm.title", null),
    COUNTDOWN("CountdownDialog.show", "window.confirm.title", null),
    SPLIT("Splitting.open", "window.split.title", null),
    SHORTCUTS("MainWindow.openShortcuts", "actions.sheet.title", null),
    /** About parameters that are not described. */
    ODD_CALL("Sending.unlessOdd", "explorer.odd.title", null),
    /** Of requests kept by name, which are refused if they hold a secret. */
    REQUESTS("RequestList.show", "requests.window.title", null),
    REQUEST_NAME("NameQuestion.ask", "requests.window.save.title", null),
    REQUEST_DELETE("RequestDialogs.delete", "requests.window.delete.title", null),
    /** What a colleague asked for, which the team's database holds. */
    RELEASE("RequestsDialog.show", "window.requests.title", null),
    /** Shows recorded calls, in which secrets are covered. */
    LOOK_UP("LookUpDialog.open", "inspector.lookup.title", null),
    /** Recipes, folding and encodings: about a form, which holds no secret. */
    FOLD("FoldDialog.ask", "doctor.fold.title", null),
    ENCODING("Incoming.askWhetherGb18030", "window.intake.title", null),
    RECIPE_NAME("NameDialog.ask", "recipes.window.save.title", null),
    RECIPE_EXPORT("RecipeCard.export", "recipes.window.export.title", null),
    RECIPE_IMPORT("RecipeCard.importFile", "recipes.window.import.title", null),
    RECIPE_REMOVE("RecipeCard.remove", "recipes.window.remove.title", null),
    RECIPE_VALUES("VariablesDialog.ask", "recipes.window.ask.title", null),
    FIGURE("StatsView.ask", "stats.png-of", null),
    /** About jobs of the journal, which holds no secret. */
    EXPORT("ExportDialog.ask", "window.export.title", null),
    EVIDENCE("ExportDialog.askForEvidence", "evidence.window.title", null),
    UPDATING("UpdatingDialog.open", "window.updating.title", null),
    /** Needs a lost journal, which would stop the rest of the test. */
    LOST_JOURNAL("JournalBanner.save", "window.journal-loss.save", null);

    private final String opener;
    private final String title;
    private final @Nullable Part part;

    /**
     * @param opener the method that opens it
     * @param title the key of its title
     * @param part the part of the test that must open it; null if none can
     */
    CanaryDialog(String opener, String title, @Nullable Part part) {
        this.opener = opener;
        this.title = title;
        this.part = part;
    }

    /** The title keys of the dialogs that a part of the test must open. */
    static List<String> titles(Part part) {
        return Arrays.stream(values()).filter(d -> d.part == part).map(d -> d.title).toList();
    }

    /** The methods listed here. */
    static Set<String> openers() {
        return Arrays.stream(values())
                .map(d -> d.opener)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The methods of the program that open a dialog or ask for a file. */
    static Set<String> openersOfTheProgram() {
        var program = ProgramClasses.withoutLibraries();
        Set<String> openers = new TreeSet<>();
        for (JavaClass asked : List.of(program.get(Dialogs.class), program.get(FileAsk.class))) {
            asked.getMethods().stream()
                    .filter(m -> Set.of("dialog", "open", "save").contains(m.getName()))
                    .flatMap(m -> m.getCallsOfSelf().stream())
                    .forEach(call -> openers.add(name(call.getOrigin())));
        }
        return openers;
    }

    private static String name(JavaCodeUnit method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
