package edgeone.purge.ui.release;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.release.WidePurge;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.team.release.PurgeRequest;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Exactly what a request asks, line by line. */
final class RequestDetails {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Formats formats;

    RequestDetails(Formats formats) {
        this.formats = formats;
    }

    List<Node> of(PurgeRequest request) {
        WidePurge purge = request.purge();
        String host = request.host();
        String account = request.account();
        List<Node> lines = new ArrayList<>();
        lines.add(
                wrapped(
                        formats.text(
                                "team.request.asks",
                                request.id(),
                                request.who(),
                                request.askedBy(),
                                host == null ? "" : host),
                        "title"));
        lines.add(
                named(
                        "requests-where",
                        wrapped(
                                formats.text(
                                        "engine.guard.where",
                                        purge.zone().label(),
                                        account == null ? "" : account))));
        lines.add(
                wrapped(
                        formats.text(
                                "engine.guard.reach." + Reach.of(purge.type(), purge.targets()),
                                Math.max(1, purge.targets().size()))));
        PurgeMethod method = purge.method() == null ? PurgeMethod.INVALIDATE : purge.method();
        lines.add(wrapped(formats.text("engine.guard.method." + method)));
        if (!purge.targets().isEmpty()) {
            lines.add(targets(purge));
        }
        if (request.note() != null) {
            lines.add(wrapped(formats.text("team.request.note", request.note())));
        }
        lines.add(
                wrapped(
                        formats.text(
                                "team.request.until",
                                TIME.format(request.until().atZone(ZoneId.systemDefault()))),
                        "muted"));
        if (request.mine()) {
            lines.add(wrapped(formats.text("window.requests.mine"), "muted"));
        }
        return lines;
    }

    private TextArea targets(WidePurge purge) {
        TextArea area =
                new TextArea(
                        purge.targets().stream()
                                .map(VisibleText::of)
                                .collect(Collectors.joining("\n")));
        area.setId("requests-targets");
        area.setAccessibleText(formats.text("window.requests.targets"));
        area.setEditable(false);
        area.setPrefRowCount(Math.clamp(purge.targets().size(), 2, 6));
        return area;
    }
}
