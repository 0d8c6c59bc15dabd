package edgeone.purge.ui.purge.intake;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.targets.intake.Findings;
import edgeone.purge.targets.intake.Format;
import edgeone.purge.targets.intake.LeftOut;
import edgeone.purge.targets.intake.Offer;
import edgeone.purge.targets.intake.UnreadableException;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The line that says what a text was read as, with links to change that. */
final class IntakeBar {
    private static final int SHOWN = 20;

    private final Formats formats;
    private final FlowPane root = new FlowPane(12, 2);
    private final Label said = new Label();

    IntakeBar(Formats formats) {
        this.formats = formats;
        root.setId("intake");
        said.setId("intake-said");
        said.setWrapText(true);
        said.getStyleClass().add("muted");
        hide();
    }

    Parent root() {
        return root;
    }

    void hide() {
        toggle(root, false);
    }

    /** Shows how many characters of a long text have been read. */
    void reading(long characters, Runnable cancel) {
        show(formats.text("window.intake.reading", characters / 1_000_000));
        add("window.intake.cancel", "intake-cancel", cancel);
    }

    /**
     * Says what was found and what was left out.
     *
     * @param plain takes the text as lines instead
     * @param add adds addresses that were left out but can be offered
     */
    void recognised(Findings findings, Runnable plain, Consumer<List<String>> add) {
        show(
                formats.text(
                        "window.intake.readAs",
                        formats.text(findings.format().messageKey()),
                        findings.found(),
                        findings.leftOut()));
        if (findings.leftOut() > 0) {
            said.setTooltip(new Tooltip(leftOut(findings)));
            said.setAccessibleHelp(leftOut(findings));
        }
        if (findings.assumedHttps() > 0) {
            said.setText(
                    said.getText()
                            + " "
                            + formats.text("window.intake.assumed", findings.assumedHttps()));
        }
        add("window.intake.plain", "intake-plain", plain);
        new TreeMap<>(findings.offers())
                .forEach((offer, addresses) -> offer(offer, addresses, add));
    }

    /** Asks which of several formats is meant. */
    void ask(List<Format> readings, Consumer<Format> chosen) {
        show(formats.text("window.intake.undecided"));
        for (Format format : readings) {
            Hyperlink link =
                    new Hyperlink(
                            formats.text("window.intake.as", formats.text(format.messageKey())));
            link.setId("intake-" + format.label());
            link.setOnAction(_ -> chosen.accept(format));
            root.getChildren().add(link);
        }
    }

    /** Says why a text was only read as lines. */
    void unreadable(UnreadableException why) {
        show(formats.text(why.reason().messageKey(), why.line(), why.detail()).strip());
    }

    private void show(String text) {
        said.setText(text);
        said.setTooltip(null);
        said.setAccessibleHelp(null);
        root.getChildren().setAll(said);
        toggle(root, true);
    }

    private void add(String key, String id, Runnable action) {
        Hyperlink link = new Hyperlink(formats.text(key));
        link.setId(id);
        link.setOnAction(_ -> action.run());
        root.getChildren().add(link);
    }

    private void offer(Offer offer, List<String> addresses, Consumer<List<String>> add) {
        String what = formats.text(offer.messageKey(), addresses.size());
        Hyperlink link = new Hyperlink(formats.text("window.intake.add", what));
        link.setId("intake-add-" + offer.name());
        link.setOnAction(
                _ -> {
                    root.getChildren().remove(link);
                    add.accept(addresses);
                });
        root.getChildren().add(link);
    }

    private String leftOut(Findings findings) {
        String lines =
                findings.sample().stream()
                        .limit(SHOWN)
                        .map(this::leftOut)
                        .collect(Collectors.joining("\n"));
        return findings.leftOut() > SHOWN ? lines + "\n…" : lines;
    }

    private String leftOut(LeftOut left) {
        return left.line()
                + ": "
                + VisibleText.of(left.text())
                + " – "
                + formats.text(left.why().messageKey());
    }
}
