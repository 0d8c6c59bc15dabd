package edgeone.purge.cli.api;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiField;
import edgeone.purge.api.Bounds;
import edgeone.purge.api.Doc;
import edgeone.purge.api.FilterRule;
import edgeone.purge.cli.kit.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Actions as text. */
final class ActionText {
    private static final String STEP = "  ";

    private final Output output;

    ActionText(Output output) {
        this.output = output;
    }

    void action(ApiAction action) {
        String kind = word("api.kind." + action.kind().word());
        output.text("api.actions.head", action.name(), kind, action.perSecond());
        output.line(STEP + doc(action.doc()));
        action.parameters().forEach(p -> parameter(p, STEP));
        indented("api.actions.reply", names(action.reply()));
        indented("api.actions.own-errors", String.join(", ", action.errors()));
    }

    private void indented(String key, String list) {
        output.line(STEP + output.messages().text(key, list));
    }

    private void parameter(ApiField field, String margin) {
        List<String> about = new ArrayList<>(List.of(field.typeWords()));
        if (field.required()) {
            about.add(word("api.field.required"));
        }
        if (field.deprecated()) {
            about.add(word("api.field.deprecated"));
        }
        if (!field.values().isEmpty()) {
            about.add(String.join("|", field.values()));
        }
        Bounds bounds = field.bounds();
        if (bounds != null && !bounds.isOpen()) {
            about.add(bounds.least() + "–" + bounds.most());
        } else if (bounds != null && !field.list()) {
            about.add(output.messages().text("api.field.least", bounds.least()));
        }
        if (field.fallback() != null) {
            about.add(output.messages().text("api.field.default", field.fallback()));
        }
        output.line(margin + field.name() + " (" + String.join(", ", about) + ")");
        output.line(margin + STEP + STEP + doc(field.doc()));
        field.members().forEach(m -> parameter(m, margin + STEP));
        for (FilterRule filter : field.filters()) {
            filter(filter, margin + STEP);
        }
    }

    private void filter(FilterRule filter, String margin) {
        List<String> about = new ArrayList<>();
        about.add(word(filter.several() ? "api.filter.several" : "api.filter.one"));
        if (filter.fuzzy()) {
            about.add(word("api.filter.fuzzy"));
        }
        if (!filter.values().isEmpty()) {
            about.add(String.join("|", filter.values()));
        }
        output.line(
                margin
                        + output.messages()
                                .text("api.filter", filter.name(), String.join(", ", about)));
    }

    private static String names(List<ApiField> fields) {
        return fields.stream()
                .map(
                        f ->
                                f.members().isEmpty()
                                        ? f.name()
                                        : f.name() + " (" + names(f.members()) + ")")
                .collect(Collectors.joining(", "));
    }

    private String word(String key) {
        return output.messages().text(key);
    }

    private String doc(Doc doc) {
        return switch (output.messages().language()) {
            case ENGLISH -> doc.english();
            case CHINESE -> doc.chinese();
        };
    }
}
