package edgeone.purge.ui.history.job;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.ui.kit.CopyField;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Formats;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where a job comes from, its IDs, and the jobs it belongs to. */
final class JobLinks {
    private static final int SHOWN = 4;

    private final VBox ids;
    private final VBox links;
    private final Formats formats;
    private final Consumer<String> choose;
    private final Consumer<String> recipe;

    /**
     * @param ids where IDs are shown
     * @param links where links are shown
     * @param choose shows a job
     * @param recipe fills in the form by a recipe
     */
    JobLinks(
            VBox ids,
            VBox links,
            Formats formats,
            Consumer<String> choose,
            Consumer<String> recipe) {
        this.ids = ids;
        this.links = links;
        this.formats = formats;
        this.choose = choose;
        this.recipe = recipe;
    }

    void show(JobDetail of) {
        ids.getChildren()
                .setAll(
                        new JobOrigin(formats, of.summary().job().provenance()),
                        id(formats.text("window.job.id"), of.jobId()));
        List<String> tasks = of.taskIds();
        tasks.stream()
                .limit(SHOWN)
                .forEach(task -> ids.getChildren().add(id(formats.text("window.job.task"), task)));
        if (tasks.size() > SHOWN) {
            Label more = new Label(formats.text("window.plan.more", tasks.size() - SHOWN));
            ids.getChildren()
                    .add(
                            new HBox(
                                    6,
                                    more,
                                    Copying.link(
                                            formats.messages(), () -> String.join("\n", tasks))));
        }
        showLinks(of);
    }

    private void showLinks(JobDetail of) {
        List<Node> shown = new ArrayList<>();
        String purge = of.summary().job().follows();
        if (purge != null) {
            shown.add(
                    link(
                            "purge",
                            formats.text("window.job.follows", purge),
                            () -> choose.accept(purge)));
        }
        String next = of.next();
        if (next != null) {
            shown.add(
                    link(
                            "prefetch",
                            formats.text("window.job.next", next),
                            () -> choose.accept(next)));
        }
        String parent = of.summary().job().retryOf();
        if (parent != null) {
            shown.add(
                    link(
                            "parent",
                            formats.text("window.job.retryOf", parent),
                            () -> choose.accept(parent)));
        }
        for (String retry : of.retries()) {
            if (shown.size() < SHOWN) {
                shown.add(
                        link(
                                "retry-job",
                                formats.text("window.job.retriedBy", retry),
                                () -> choose.accept(retry)));
            }
        }
        String name = of.summary().job().provenance().recipe();
        if (name != null) {
            shown.add(
                    link(
                            "recipe",
                            formats.text("window.job.recipe", name),
                            () -> recipe.accept(name)));
        }
        links.getChildren().setAll(shown);
        toggle(links, !shown.isEmpty());
    }

    private static Hyperlink link(String id, String text, Runnable open) {
        Hyperlink link = new Hyperlink(text);
        link.setId("link-" + id);
        link.setMnemonicParsing(false);
        link.setWrapText(true);
        link.setOnAction(_ -> open.run());
        return link;
    }

    private Node id(String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        CopyField field = new CopyField();
        field.show(value);
        field.setAccessibleText(name);
        var copy = Copying.link(formats.messages(), () -> value);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(6, label, field, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
