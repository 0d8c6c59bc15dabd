package edgeone.purge.cli.release;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.release.Release;
import edgeone.purge.engine.release.WidePurge;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.team.release.PurgeRequest;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests in words and as JSON. What colleagues wrote is made visible. */
final class RequestText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Output output;

    RequestText(Output output) {
        this.output = output;
    }

    void list(List<PurgeRequest> requests) {
        if (output.isJson()) {
            output.json(Map.of("requests", requests.stream().map(RequestText::json).toList()));
        } else if (requests.isEmpty()) {
            output.text("cli.requests.none");
        } else {
            output.table(
                    List.of(
                            "column.request",
                            "column.state",
                            "column.zone",
                            "column.type",
                            "column.targets",
                            "column.person",
                            "column.until"),
                    requests.stream()
                            .map(
                                    r ->
                                            List.of(
                                                    r.id(),
                                                    label(r.state()),
                                                    r.purge().zone().label(),
                                                    r.purge().type().wireName(),
                                                    String.valueOf(targets(r.purge())),
                                                    r.who(),
                                                    time(r)))
                            .toList());
        }
    }

    /** Exactly what is asked, on standard error. */
    void show(PurgeRequest request) {
        WidePurge purge = request.purge();
        output.note(
                "team.request.asks", request.id(), request.who(), request.askedBy(), host(request));
        String account = request.account();
        output.note("engine.guard.where", purge.zone().label(), account == null ? "" : account);
        output.note(
                "engine.guard.reach." + Reach.of(purge.type(), purge.targets()), targets(purge));
        PurgeMethod method = purge.method() == null ? PurgeMethod.INVALIDATE : purge.method();
        output.note("engine.guard.method." + method);
        for (String target : purge.targets()) {
            output.noteLine("  " + VisibleText.of(target));
        }
        if (request.note() != null) {
            output.note("team.request.note", request.note());
        }
        output.note("team.request.until", time(request));
    }

    /** What became of a request. */
    void decided(PurgeRequest request) {
        if (output.isJson()) {
            output.json(json(request));
        } else {
            output.text("cli.request." + request.state(), request.id(), time(request));
        }
    }

    private static Map<String, Object> json(PurgeRequest request) {
        WidePurge purge = request.purge();
        PurgeMethod method = purge.method();
        return new Fields()
                .put("request", request.id())
                .put("state", label(request.state()))
                .put("person", request.who())
                .put("user", request.askedBy())
                .put("machine", request.host())
                .put("mine", request.mine())
                .put("zone", purge.zone().label())
                .put("type", purge.type().wireName())
                .put("method", method == null ? null : method.wireName())
                .put("targets", targets(purge))
                .put("note", request.note())
                .put("decidedBy", request.by())
                .put("until", request.until().toString())
                .map();
    }

    /** The zone itself counts as one. */
    private static int targets(WidePurge purge) {
        return purge.type() == PurgeType.ALL ? 1 : purge.targets().size();
    }

    private static String label(Release.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String host(PurgeRequest request) {
        @Nullable String host = request.host();
        return host == null ? "" : host;
    }

    private static String time(PurgeRequest request) {
        return TIME.format(request.until().atZone(ZoneId.systemDefault()));
    }
}
