package edgeone.purge.ui.purge;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.intake.CanceledReadException;
import edgeone.purge.targets.intake.Format;
import edgeone.purge.targets.intake.UnreadableException;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Hint;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.OneOf;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.ErrorPane;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.ask.Confirmation;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;
import edgeone.purge.ui.shell.screen.ScreenView;

import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The form of a purge with its plan beside it. */
final class PurgeView implements ScreenView {
    private final PurgeViewModel model;
    private final Formats formats;
    private final PurgeTexts texts;
    private final Dialogs dialogs;
    private final FileAsk files;
    private final Confirmation confirmation;
    private final PlanPane planPane;
    private final RunPane runPane;
    private final EndPane endPane;
    private final EndTexts endTexts;
    private final PurgeNodes nodes;
    private final Map<PurgeType, ToggleButton> typeButtons = new EnumMap<>(PurgeType.class);
    private final List<Subscription> watching = new ArrayList<>();
    private final VBox troubleCard = new VBox();
    private Subscription counting = Subscription.EMPTY;

    /** The lines as they were when the last text had been taken; any others are an edit. */
    private @Nullable List<String> arrived;

    PurgeView(
            PurgeViewModel model,
            Formats formats,
            Navigator navigator,
            Dialogs dialogs,
            FileAsk files) {
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        this.files = files;
        texts = new PurgeTexts(formats);
        confirmation = new Confirmation(formats, dialogs);
        nodes = new PurgeNodes(formats);
        planPane =
                new PlanPane(
                        formats,
                        line -> nodes.editor.jump(line),
                        numbers -> nodes.editor.drop(numbers),
                        others -> nodes.editor.replace(others));
        runPane = new RunPane(formats, navigator, model::cancel);
        endPane = new EndPane(formats, this::retry, this::fix);
        endTexts = new EndTexts(formats);
        troubleCard.getStyleClass().addAll("card", "problem");
        nodes.sideContent
                .getChildren()
                .addAll(troubleCard, runPane.root(), endPane.root(), planPane.root());
        setUpTypes();
        setUpMethods();
        setUpEditor();
        setUpActions();
        watch();
    }

    @Override
    public Parent root() {
        return nodes.root;
    }

    /** Lets go of the view model, which outlives the view. */
    @Override
    public void close() {
        watching.forEach(Subscription::unsubscribe);
        counting.unsubscribe();
        runPane.watch(null);
        nodes.domains.textProperty().unbindBidirectional(model.tagDomainsProperty());
    }

    @Override
    public void focus() {
        nodes.editor.focus();
    }

    private void setUpTypes() {
        OneOf<PurgeType> group = new OneOf<>(model.session().typeProperty()::set);
        PurgeType[] all = PurgeType.values();
        for (PurgeType type : all) {
            ToggleButton button = new ToggleButton(texts.words().type(type));
            button.setId("type-" + type.wireName());
            button.setMinWidth(Region.USE_PREF_SIZE);
            new Hint(button).say(texts.words().typeLine(type));
            button.setAccessibleHelp(texts.words().typeLine(type));
            button.getStyleClass()
                    .add(
                            type == all[0]
                                    ? "left-pill"
                                    : type == all[all.length - 1] ? "right-pill" : "center-pill");
            group.add(button, type);
            typeButtons.put(type, button);
            nodes.types.getChildren().add(button);
        }
    }

    private void setUpMethods() {
        OneOf<PurgeMethod> group = new OneOf<>(this::chooseMethod);
        group.add(nodes.invalidate, PurgeMethod.INVALIDATE);
        group.add(nodes.delete, PurgeMethod.DELETE);
        nodes.domains.textProperty().bindBidirectional(model.tagDomainsProperty());
    }

    /** Where EdgeOne decides, a button only shows what it does. */
    private void chooseMethod(PurgeMethod method) {
        if (model.session().typeProperty().get().takesMethod()) {
            model.methodProperty().set(method);
        }
    }

    private void setUpEditor() {
        nodes.editor.listen(model::editing, this::edited, this::paste);
        nodes.editor.listenCaret(this::showCaretFate);
        nodes.editor.setOnDragOver(this::dragOver);
        nodes.editor.setOnDragDropped(this::dropped);
        nodes.editor.setOnDragExited(_ -> dropping(false));
        nodes.root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (TargetEditor.SUBMIT.match(event)) {
                        event.consume();
                        if (model.actionProperty().get() instanceof Action.Ready) {
                            act();
                        }
                    }
                });
    }

    private void setUpActions() {
        nodes.open.setOnAction(_ -> chooseFile());
        nodes.keep.setOnAction(_ -> model.next(true));
        nodes.go.setOnAction(_ -> act());
    }

    private void watch() {
        watching.add(model.session().typeProperty().subscribe(_ -> showType()));
        watching.add(model.session().zoneProperty().subscribe(_ -> showType()));
        watching.add(model.methodProperty().subscribe(_ -> showMethod()));
        watching.add(model.linesProperty().subscribe(lines -> nodes.editor.show(lines)));
        watching.add(model.reviewProperty().subscribe(this::showReview));
        watching.add(model.runProperty().subscribe(run -> runPane.watch(run)));
        watching.add(model.actionProperty().subscribe(this::showAction));
        watching.add(model.endProperty().subscribe(_ -> showEnd()));
        watching.add(model.troubleProperty().subscribe(this::showTrouble));
        watching.add(
                model.planTroubleProperty()
                        .subscribe(
                                trouble -> {
                                    if (trouble != null) {
                                        dialogs.error(trouble);
                                    }
                                }));
    }

    private void showType() {
        PurgeType type = model.session().typeProperty().get();
        ToggleButton button = typeButtons.get(type);
        if (button != null) {
            button.setSelected(true);
        }
        nodes.typeLine.setText(texts.words().typeLine(type));
        boolean all = type == PurgeType.ALL;
        toggle(nodes.domainsBox, type == PurgeType.CACHE_TAG);
        toggle(nodes.editor, !all);
        toggle(nodes.wholeZone, all);
        toggle(nodes.open, !all);
        if (all) {
            var zone = model.session().zoneProperty().get();
            nodes.wholeZoneTitle.setText(
                    zone == null ? "" : formats.text("window.purge.wholeZoneTitle", zone.label()));
        } else {
            nodes.editor.setPrompt(formats.text("window.prompt." + type.wireName()));
            nodes.editor.setAccessibleName(formats.text("window.purge.targets"));
        }
        showMethod();
    }

    private void showMethod() {
        PurgeType type = model.session().typeProperty().get();
        boolean chosen = type.takesMethod();
        nodes.methods.setDisable(!chosen);
        PurgeMethod method = model.methodProperty().get();
        boolean deletes =
                switch (type) {
                    case URL -> true;
                    case CACHE_TAG -> false;
                    case PREFIX, HOST, ALL -> method == PurgeMethod.DELETE;
                };
        nodes.delete.setSelected(deletes);
        nodes.invalidate.setSelected(chosen && !deletes);
        nodes.methodLine.setText(
                chosen
                        ? formats.text("window.methodLine." + method.wireName())
                        : formats.text("window.methodLine." + type.wireName()));
    }

    private void showReview(@Nullable Review review) {
        planPane.show(review, model.session().quota());
        mark();
    }

    /** The plan marks lines until they are sent; then what happened does. */
    private void mark() {
        RunEnd end = model.endProperty().get();
        Review review = model.reviewProperty().get();
        if (end != null && model.runProperty().get() != null) {
            nodes.editor.mark(LineMarks.of(end));
        } else {
            nodes.editor.mark(
                    review == null ? LineMarks.NONE : LineMarks.of(review.plan().list(), end));
        }
    }

    private void showEnd() {
        RunEnd end = model.endProperty().get();
        nodes.editor.showFates(end, endTexts::fate);
        mark();
        Run run = model.runProperty().get();
        endPane.show(end, run != null && run.ended());
        showCaretFate();
    }

    /** Says of the line the caret is in what its sign says. */
    private void showCaretFate() {
        if (model.actionProperty().get() instanceof Action.Sent) {
            LineFate fate = nodes.editor.caretFate();
            nodes.reason.setText(fate == null ? "" : endTexts.fate(nodes.editor.caretLine(), fate));
        }
    }

    private void retry() {
        RunEnd end = model.endProperty().get();
        if (end == null) {
            return;
        }
        Plan plan = end.plan();
        model.question(
                plan.type(),
                needed -> {
                    if (needed == ConsentNeeded.NOTHING) {
                        model.retry(Consent.NONE);
                    } else {
                        confirmation.ask(
                                formats.text(
                                        "window.job.retryWhat",
                                        texts.words().targets(plan.type(), end.retryable())),
                                plan.type(),
                                plan.zone().label(),
                                needed,
                                model::retry);
                    }
                });
    }

    private void fix() {
        model.fix(nodes.editor::keepOnly);
    }

    private void showAction(Action action) {
        counting.unsubscribe();
        counting = Subscription.EMPTY;
        nodes.go.getStyleClass().removeAll("success", "danger", "accent");
        boolean editing = !(action instanceof Action.Sending) && !(action instanceof Action.Sent);
        lock(!editing);
        toggle(nodes.keep, action instanceof Action.Sent);
        toggle(planPane.root(), editing);
        nodes.reason.setText("");
        switch (action) {
            case Action.Ready(Review review) -> {
                Plan plan = review.plan();
                nodes.go.setText(texts.button(plan));
                nodes.go.getStyleClass().add(plan.type().isWide() ? "danger" : "success");
                nodes.go.setDisable(false);
                nodes.reason.setText(formats.text("window.go.shortcut"));
            }
            case Action.Refused(Review review) -> {
                nodes.go.setText(formats.text("window.go.nothing"));
                nodes.go.setDisable(true);
                nodes.reason.setText(texts.refusals(review.plan()));
            }
            case Action.Blocked(Action.Reason why) -> {
                nodes.go.setText(
                        why == Action.Reason.PLANNING && !nodes.go.getText().isEmpty()
                                ? nodes.go.getText()
                                : formats.text("window.go.nothing"));
                nodes.go.setDisable(true);
                nodes.reason.setText(formats.text("window.blocked." + why.name()));
            }
            case Action.Sending(var run) -> {
                nodes.go.setDisable(true);
                nodes.go.setText(formats.text("window.go.sending"));
                counting = run.stateProperty().subscribe(this::showSent);
            }
            case Action.Sent _ -> {
                nodes.go.setText(formats.text("window.go.next"));
                nodes.go.getStyleClass().add("accent");
                nodes.go.setDisable(false);
            }
        }
        showEnd();
        nodes.go.setAccessibleText(nodes.go.getText() + " " + nodes.reason.getText());
    }

    private void showTrouble(@Nullable Exception trouble) {
        toggle(troubleCard, trouble != null);
        troubleCard.getChildren().clear();
        if (trouble != null) {
            Button retry = new Button(formats.text("window.link.again"));
            retry.setOnAction(_ -> model.session().refresh());
            troubleCard
                    .getChildren()
                    .addAll(new ErrorPane(formats.messages(), formats.trouble(trouble)), retry);
        }
    }

    private void showSent(RunState state) {
        if (model.actionProperty().get() instanceof Action.Sending) {
            nodes.reason.setText(new RunTexts(formats).requests(state));
        }
    }

    private void lock(boolean locked) {
        nodes.editor.setEditable(!locked);
        nodes.types.setDisable(locked);
        nodes.methods.setDisable(locked || !model.session().typeProperty().get().takesMethod());
        nodes.domains.setDisable(locked);
        nodes.open.setDisable(locked);
    }

    private void act() {
        switch (model.actionProperty().get()) {
            case Action.Ready(Review review) ->
                    model.question(review.plan().type(), needed -> ask(review, needed));
            case Action.Sent _ -> {
                model.next(false);
                nodes.editor.focus();
            }
            case Action.Sending _, Action.Refused _, Action.Blocked _ -> {
                // The button is disabled.
            }
        }
    }

    private void ask(Review review, ConsentNeeded needed) {
        Plan plan = review.plan();
        if (needed == ConsentNeeded.NOTHING) {
            submit(review, Consent.NONE);
        } else {
            confirmation.ask(
                    texts.button(plan),
                    plan.type(),
                    plan.zone().label(),
                    needed,
                    consent -> submit(review, consent));
        }
    }

    private void submit(Review review, Consent consent) {
        if (model.submit(review, consent)) {
            nodes.side.setVvalue(0);
        } else {
            dialogs.say(formats.text("window.go.changedTitle"), formats.text("window.go.changed"));
        }
    }

    private void paste(String text) {
        model.readText(text, arrival -> take(arrival, false), dialogs::error);
    }

    private void chooseFile() {
        files.open(
                        nodes.root.getScene().getWindow(),
                        formats.text("window.purge.open"),
                        List.of(
                                new ExtensionFilter(
                                        formats.text("window.purge.textFiles"),
                                        "*.txt",
                                        "*.csv",
                                        "*.tsv",
                                        "*.log",
                                        "*.json",
                                        "*.xml",
                                        "*.gz",
                                        "*.html",
                                        "*.md",
                                        "*.har"),
                                new ExtensionFilter(formats.text("window.purge.allFiles"), "*.*")))
                .ifPresent(this::read);
    }

    private void read(Path file) {
        FileReading reading = new FileReading(nodes.intake, model::onUi);
        model.readFile(
                file,
                reading,
                arrival -> {
                    reading.end();
                    take(arrival, true);
                },
                trouble -> {
                    reading.end();
                    if (!(trouble instanceof CanceledReadException)) {
                        dialogs.error(trouble);
                    }
                });
    }

    private void edited(List<String> lines) {
        if (!lines.equals(arrived)) {
            nodes.intake.hide();
        }
        model.setLines(lines);
    }

    private void take(Arrival arrival, boolean below) {
        arrived = null;
        switch (arrival) {
            case Arrival.Plain(Intake intake) -> {
                nodes.intake.hide();
                take(intake, below);
            }
            case Arrival.Recognised read -> {
                List<String> plain = read.text().lines();
                nodes.editor.insertRead(plain, read.addresses(), below);
                nodes.intake.recognised(
                        read.findings(),
                        () -> {
                            nodes.intake.hide();
                            nodes.editor.takeBack();
                        },
                        more -> {
                            nodes.editor.append(more);
                            arrived = nodes.editor.lines();
                        });
            }
            case Arrival.Undecided(Recognition text, List<Format> readings) -> {
                List<String> before = nodes.editor.lines();
                take(text.plain(), below);
                nodes.intake.ask(readings, format -> choose(text, format, before));
            }
            case Arrival.Unreadable(Recognition text, UnreadableException why) -> {
                nodes.intake.hide();
                if (text.plain() instanceof Intake.Lines) {
                    take(text.plain(), below);
                    nodes.intake.unreadable(why);
                } else {
                    refuse(text.plain(), why);
                }
            }
        }
        arrived = nodes.editor.lines();
    }

    /** Nothing can be taken, neither as lines nor as what it is. */
    private void refuse(Intake plain, UnreadableException why) {
        switch (why.reason()) {
            case BINARY, NOT_UTF8, OTHER_ENCODING, TOO_LARGE -> take(plain, true);
            default ->
                    dialogs.say(
                            formats.text("window.intake.title"),
                            formats.text(why.reason().messageKey(), why.line(), why.detail())
                                    .strip());
        }
    }

    /** The text stands in the editor as lines; it is read again and takes the place of them. */
    private void choose(Recognition text, Format format, List<String> before) {
        if (format == Format.LINES) {
            nodes.intake.hide();
            return;
        }
        model.readAs(
                text,
                format,
                null,
                arrival -> {
                    if (arrival instanceof Arrival.Recognised) {
                        nodes.editor.keepOnly(before);
                    }
                    take(arrival, true);
                },
                dialogs::error);
    }

    private void take(Intake intake, boolean below) {
        switch (intake) {
            case Intake.Lines(List<String> lines) when below -> nodes.editor.append(lines);
            case Intake.Lines(List<String> lines) -> nodes.editor.insert(lines);
            case Intake.Refused refused ->
                    dialogs.say(
                            formats.text("window.intake.title"),
                            formats.text(
                                    "window.intake." + refused.reason().name(), refused.line()));
        }
    }

    private void dragOver(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (!nodes.open.isDisabled() && (board.hasFiles() || board.hasString())) {
            event.acceptTransferModes(TransferMode.COPY);
            dropping(true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        dropping(false);
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            board.getFiles().forEach(file -> read(file.toPath()));
        } else if (board.hasString()) {
            model.readText(board.getString(), arrival -> take(arrival, true), dialogs::error);
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private void dropping(boolean now) {
        nodes.editor.pseudoClassStateChanged(PseudoClass.getPseudoClass("dropping"), now);
    }
}
