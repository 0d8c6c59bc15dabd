package edgeone.purge.ui.shell;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Shown;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Quota;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Hint;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.OneOf;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.Dressing;
import edgeone.purge.ui.kit.dialog.FileAsk;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The frame around a screen: colour, account, zone, quota, rail, and what goes on. */
final class Frame {
    /** Shown until an account is open. */
    static final String NO_COLOUR = "#57606a";

    private final Session session;
    private final Runs runs;
    private final ShellViewModel shell;
    private final Formats formats;
    private final Words words;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final ZonePicker zones;
    private final FrameNodes nodes;
    private final JournalBanner journal;
    private final Map<String, ToggleButton> railEntries = new LinkedHashMap<>();
    private final OneOf<Entry> choice = new OneOf<>(this::choose);
    private String shown = "";
    private final List<Subscription> watching = new ArrayList<>();

    Frame(
            Session session,
            Runs runs,
            ShellViewModel shell,
            Formats formats,
            List<Entry> entries,
            Navigator navigator,
            Dialogs dialogs,
            FileAsk files,
            Choices choices) {
        this.session = session;
        this.runs = runs;
        this.shell = shell;
        this.formats = formats;
        this.navigator = navigator;
        this.dialogs = dialogs;
        words = new Words(formats.messages());
        nodes = new FrameNodes(formats);
        zones = new ZonePicker(session, formats, Dialogs.stylesheet());
        HBox.setHgrow(zones, Priority.ALWAYS);
        nodes.zoneSlot.getChildren().add(zones);
        journal = new JournalBanner(runs, formats, dialogs, files);
        nodes.journalSlot.getChildren().add(journal.root());
        entries.forEach(this::addEntry);
        fillMenu(choices);
        nodes.chip.setOnAction(_ -> navigator.open(new Place.Accounts(false)));
        nodes.bannerYes.setOnAction(_ -> shell.resume());
        nodes.bannerNo.setOnAction(_ -> shell.later());
        nodes.bannerShow.setOnAction(_ -> showLeftover());
        nodes.linkAgain.setOnAction(_ -> session.refresh());
        nodes.linkDetails.setOnAction(_ -> showLinkTrouble());
        watch();
    }

    Parent root() {
        return nodes.root;
    }

    void close() {
        watching.forEach(Subscription::unsubscribe);
        zones.close();
        journal.close();
    }

    private void choose(Entry entry) {
        if (!entry.name().equals(shown)) {
            entry.open().run();
        }
    }

    void show(String name, Parent view) {
        shown = name;
        nodes.place.getChildren().setAll(view);
        ToggleButton entry = railEntries.get(name);
        if (entry != null) {
            entry.setSelected(true);
        }
    }

    void openZones() {
        zones.open();
    }

    private void addEntry(Entry entry) {
        ToggleButton button =
                new ToggleButton(
                        formats.text("window.rail." + entry.name()), new FontIcon(entry.icon()));
        button.setId("rail-" + entry.name());
        button.getStyleClass().setAll("rail-entry");
        choice.add(button, entry);
        railEntries.put(entry.name(), button);
        nodes.rail.getChildren().add(button);
    }

    private void fillMenu(Choices choices) {
        nodes.menu.setAccessibleText(formats.text("window.menu"));
        new Hint(nodes.menu).say(formats.text("window.menu"));
        ToggleGroup languages = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(formats.text("window.language." + language.tag()));
            item.setToggleGroup(languages);
            item.setSelected(language == choices.settings().getValue().language());
            item.setOnAction(_ -> choices.language().accept(language));
            nodes.menu.getItems().add(item);
        }
        nodes.menu.getItems().add(new SeparatorMenuItem());
        ToggleGroup themes = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(formats.text("window.theme." + theme.label()));
            item.setToggleGroup(themes);
            watching.add(
                    choices.settings().subscribe(now -> item.setSelected(theme == now.theme())));
            item.setOnAction(_ -> choices.theme().accept(theme));
            nodes.menu.getItems().add(item);
        }
    }

    private void watch() {
        watching.add(session.signedInProperty().subscribe(_ -> showAccount()));
        watching.add(session.linkProperty().subscribe(_ -> showLink()));
        watching.add(session.factsProperty().subscribe(_ -> showQuota()));
        watching.add(session.typeProperty().subscribe(_ -> showQuota()));
        watching.add(shell.journalProperty().subscribe(_ -> showJournal()));
        watching.add(runs.active().subscribe(this::showJournal));
        watching.add(shell.leftoversProperty().subscribe(_ -> showBanner()));
        watching.add(shell.resumingProperty().subscribe(_ -> showBanner()));
        watching.add(shell.reportProperty().subscribe(_ -> showBanner()));
        watching.add(shell.troubleProperty().subscribe(this::showTrouble));
    }

    private void showAccount() {
        SignedIn in = session.signedInProperty().get();
        toggle(nodes.chip, in != null);
        nodes.root.setStyle(
                Dressing.style(
                        in == null ? NO_COLOUR : in.colour(), formats.messages().language()));
        if (in != null) {
            String name = VisibleText.of(in.connection().account());
            nodes.chip.setText(
                    in.connection().demo()
                            ? formats.text("window.account.demo")
                            : in.site().isEmpty() ? name : name + " · " + siteName(in.site()));
            nodes.chip.setAccessibleText(
                    formats.text("window.account.chip", new Shown(nodes.chip.getText())));
        }
    }

    /** The official sites by name, another by its URL. */
    private String siteName(String site) {
        return switch (site) {
            case "cn", "intl" -> formats.text("window.accounts.site." + site);
            default -> VisibleText.of(site);
        };
    }

    private void showLink() {
        Link link = session.linkProperty().get();
        nodes.linkDot.getStyleClass().removeAll("good", "bad");
        boolean broken = link instanceof Link.Unreachable;
        toggle(nodes.linkDetails, broken);
        toggle(nodes.linkAgain, broken);
        if (!(link instanceof Link.Connecting)) {
            nodes.linkDot.getStyleClass().add(broken ? "bad" : "good");
        }
        LinkText said = new LinkText(formats);
        nodes.linkText.setText(said.of(link));
        nodes.clockText.setText(said.clock(link));
    }

    private void showLinkTrouble() {
        if (session.linkProperty().get() instanceof Link.Unreachable(Exception trouble)) {
            dialogs.error(trouble);
        }
    }

    private void showQuota() {
        Quota left = session.quota();
        nodes.quota.setVisible(left != null && left.daily() > 0);
        if (left != null && left.daily() > 0) {
            nodes.quotaName.setText(
                    formats.text("window.quota.name", words.type(session.typeProperty().get())));
            nodes.quotaLeft.setText(
                    formats.text("window.quota.left", left.available(), left.daily()));
            nodes.quotaBar.setProgress((double) left.available() / left.daily());
            nodes.quotaBar.setAccessibleText(
                    nodes.quotaName.getText() + " " + nodes.quotaLeft.getText());
            nodes.quotaBar.getStyleClass().remove("low");
            if (left.available() < left.daily() / 10) {
                nodes.quotaBar.getStyleClass().add("low");
            }
        }
    }

    private void showJournal() {
        nodes.runningText.setText(formats.text("window.running", runs.active().size()));
        nodes.journalText.setText(
                formats.text("window.journal", shell.journalProperty().get().jobs()));
    }

    private void showBanner() {
        List<JobSummary> open = shell.leftoversProperty().get();
        boolean resuming = shell.resumingProperty().get();
        var report = shell.reportProperty().get();
        toggle(nodes.banner, !open.isEmpty() || report != null);
        nodes.bannerNo.setText(
                formats.text(open.isEmpty() ? "window.leftovers.close" : "window.leftovers.later"));
        toggle(nodes.bannerYes, !open.isEmpty());
        toggle(nodes.bannerShow, !open.isEmpty());
        nodes.bannerYes.setDisable(resuming);
        nodes.bannerYes.setText(
                formats.text(resuming ? "window.leftovers.finishing" : "window.leftovers.finish"));
        if (!open.isEmpty()) {
            long unknown = open.stream().filter(j -> j.state() == JobState.UNKNOWN).count();
            nodes.bannerText.setText(formats.text("window.leftovers.found", open.size(), unknown));
        } else if (report != null) {
            nodes.bannerText.setText(
                    formats.text(
                                    "window.leftovers.report",
                                    report.resumed().size(),
                                    report.resolved().size(),
                                    report.left().size())
                            + reasons(report));
        }
    }

    /** Why jobs are still open, each reason once. */
    private String reasons(ResumeReport report) {
        return report.left().stream()
                .map(left -> " " + formats.text("window.left." + left.reason().name()))
                .distinct()
                .collect(Collectors.joining());
    }

    private void showLeftover() {
        List<JobSummary> open = shell.leftoversProperty().get();
        if (!open.isEmpty()) {
            navigator.open(new Place.History(open.getFirst().job().id()));
        }
    }

    private void showTrouble(@Nullable Exception trouble) {
        if (trouble != null) {
            dialogs.error(trouble);
        }
    }

    /** A screen in the rail. */
    record Entry(String name, String icon, Runnable open) {}

    /** What the menu offers to change. */
    record Choices(
            ObservableValue<WindowSettings> settings,
            Consumer<Theme> theme,
            Consumer<Language> language) {}
}
