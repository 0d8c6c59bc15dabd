package edgeone.purge.ui.inspector.lookup;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.engine.calls.LookUp.Answer;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.Trace;
import edgeone.purge.model.call.TracedJob;
import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.error.ErrorText;
import edgeone.purge.teo.error.PastedError;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.ErrorPane;
import edgeone.purge.ui.kit.trouble.Troubles;

import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a text came to: the error explained, and links to the calls and jobs that met it. */
final class AnswerPane {
    private final Formats formats;
    private final Consumer<Call> openCall;
    private final Consumer<String> openJob;
    private final VBox root = new VBox(8);

    AnswerPane(Formats formats, Consumer<Call> openCall, Consumer<String> openJob) {
        this.formats = formats;
        this.openCall = openCall;
        this.openJob = openJob;
        root.setId("lookup-answer");
    }

    Parent root() {
        return root;
    }

    void clear() {
        root.getChildren().clear();
    }

    void fail(Exception trouble) {
        clear();
        root.getChildren().add(new ErrorPane(formats.messages(), formats.trouble(trouble)));
    }

    void show(Answer answer) {
        clear();
        switch (answer) {
            case Answer.Failure(PastedError error, Trace trace) -> {
                explain(error);
                list(trace);
            }
            case Answer.NoError(_, Trace trace) -> {
                say(formats.text("api.request.no-error"));
                list(trace);
            }
            case Answer.Unknown(String id) -> say(formats.text("api.request.none", id));
            case Answer.Success() -> say(formats.text("api.error.success"));
            case Answer.Nothing() -> say(formats.text("api.error.nothing"));
        }
    }

    private void explain(PastedError error) {
        ErrorText.Explained explained =
                new ErrorText(formats.messages()).explain(error.code(), error.requestId(), null);
        if (!ErrorText.knows(formats.messages(), error.code())) {
            say(formats.text("api.error.unknown"));
        }
        root.getChildren().add(new ErrorPane(formats.messages(), Troubles.of(explained)));
        say(
                formats.text(
                        ErrorCatalogue.mayPass(error.code())
                                ? "api.error.passes"
                                : "api.error.stays"));
        List<String> actions = ApiDescription.teo().actionsWith(error.code());
        if (!actions.isEmpty()) {
            say(formats.text("api.error.actions", String.join(", ", actions)));
        }
    }

    private void list(Trace trace) {
        if (trace.isEmpty()) {
            say(formats.text("api.error.unmet"));
        }
        if (!trace.calls().isEmpty()) {
            title("inspector.lookup.calls");
        }
        for (Call call : trace.calls()) {
            link(
                    "lookup-call",
                    of(formats.when(call.at()), call.action(), call.requestId()),
                    () -> openCall.accept(call));
        }
        if (!trace.jobs().isEmpty()) {
            title("inspector.lookup.jobs");
        }
        for (TracedJob job : trace.jobs()) {
            Integer batch = job.batch();
            link(
                    "lookup-job",
                    of(
                            formats.when(job.at()),
                            job.job(),
                            batch == null ? null : formats.text("inspector.lookup.batch", batch)),
                    () -> openJob.accept(job.job()));
        }
    }

    private static String of(@Nullable String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            if (part != null) {
                said.add(VisibleText.of(part));
            }
        }
        return String.join(" \u00b7 ", said);
    }

    private void title(String key) {
        root.getChildren().add(Boxes.label(formats.text(key), "strong"));
    }

    private void say(String text) {
        Label label = Boxes.wrapped(text);
        // Must not be cut off when space is short.
        label.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().add(label);
    }

    private void link(String id, String text, Runnable open) {
        Hyperlink link = new Hyperlink(text);
        link.setId(id);
        link.setMnemonicParsing(false);
        link.setOnAction(_ -> open.run());
        root.getChildren().add(link);
    }
}
