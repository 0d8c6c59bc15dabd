package edgeone.purge.evidence;

import edgeone.purge.model.Batch;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.probe.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The columns of the page's tables. */
final class PageColumns {
    private final PageText text;

    PageColumns(PageText text) {
        this.text = text;
    }

    List<Column<Batch>> batches() {
        return List.of(
                new Column<>("n", b -> "<span id=\"b" + b.n() + "\">" + number(b.n()) + "</span>"),
                new Column<>("count", b -> number(b.targets())),
                new Column<>("state", b -> text.badge(b.state())),
                new Column<>("task", b -> id(b.taskId())),
                new Column<>("id", b -> id(b.requestId())),
                new Column<>("attempts", b -> number(b.attempts())),
                new Column<>("sent", b -> b.sentAt() == null ? "" : text.utc(b.sentAt())),
                new Column<>("error", b -> error(b.errorCode(), b.errorMessage())));
    }

    List<Column<RequestRecord>> requests() {
        return List.of(
                new Column<>("when", r -> text.utc(r.at())),
                new Column<>("action", r -> text.outside(r.action())),
                new Column<>("batch", r -> r.batch() == 0 ? "–" : link(r.batch())),
                new Column<>("took", r -> number(r.tookMillis())),
                new Column<>("id", r -> id(r.requestId())),
                new Column<>(
                        "result", r -> r.code() == null ? "OK" : error(r.code(), r.message())));
    }

    /**
     * @param verified whether the edge was to be asked about them
     */
    List<Column<ShownTarget>> targets(boolean verified) {
        List<Column<ShownTarget>> columns = new ArrayList<>();
        columns.add(new Column<>("n", t -> number(t.row().position())));
        columns.add(new Column<>("target", t -> text.outside(t.row().target())));
        columns.add(new Column<>("state", t -> text.badge(t.row().state())));
        columns.add(new Column<>("reason", t -> error(t.row().code(), t.row().reason())));
        columns.add(new Column<>("batch", t -> link(t.row().batch())));
        if (verified) {
            ProbeCell probes = new ProbeCell(text);
            columns.add(new Column<>("verdict", this::verdict));
            columns.add(new Column<>("before", t -> probes.of(t.before())));
            columns.add(new Column<>("after", t -> probes.of(t.after())));
        }
        return columns;
    }

    private String verdict(ShownTarget target) {
        Verdict verdict = target.verdict();
        return verdict == null ? "–" : text.verdict(verdict);
    }

    private String number(long number) {
        return text.count(number);
    }

    private String link(int batch) {
        return "<a href=\"#b" + batch + "\">" + number(batch) + "</a>";
    }

    private String id(@Nullable String id) {
        return id == null ? "–" : text.outside(id);
    }

    /** What went wrong in words, then its code. */
    private String error(@Nullable String code, @Nullable String message) {
        String words = message == null ? "" : text.outside(message);
        return code == null ? words : words + " <code>" + text.outside(code) + "</code>";
    }
}
