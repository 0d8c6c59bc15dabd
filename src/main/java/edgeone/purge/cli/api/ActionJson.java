package edgeone.purge.cli.api;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiField;
import edgeone.purge.api.Bounds;
import edgeone.purge.api.Doc;
import edgeone.purge.api.FieldType;
import edgeone.purge.api.FilterRule;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.messages.Language;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Actions as JSON, explained in one language. */
final class ActionJson {
    private final Language language;

    ActionJson(Language language) {
        this.language = language;
    }

    Map<String, Object> action(ApiAction action) {
        return new Fields()
                .put("action", action.name())
                .put("kind", action.kind().word())
                .put("doc", doc(action.doc()))
                .put("perSecond", action.perSecond())
                .put("parameters", action.parameters().stream().map(this::parameter).toList())
                .put("reply", action.reply().stream().map(this::reply).toList())
                .put("errors", action.errors())
                .map();
    }

    private Map<String, Object> parameter(ApiField field) {
        return fields(field)
                .put("required", field.required())
                .put("default", fallback(field))
                .put("filters", unlessEmpty(field.filters().stream().map(ActionJson::of).toList()))
                .put("members", unlessEmpty(field.members().stream().map(this::parameter).toList()))
                .map();
    }

    private Map<String, Object> reply(ApiField field) {
        return fields(field)
                .put("members", unlessEmpty(field.members().stream().map(this::reply).toList()))
                .map();
    }

    private Fields fields(ApiField field) {
        Bounds bounds = field.bounds();
        return new Fields()
                .put("name", field.name())
                .put("type", field.typeWords())
                .put("values", unlessEmpty(field.values()))
                .put("least", bounds == null ? null : least(bounds))
                .put("most", bounds == null || bounds.isOpen() ? null : bounds.most())
                .put("deprecated", field.deprecated() ? true : null)
                .put("doc", doc(field.doc()));
    }

    private static @Nullable Long least(Bounds bounds) {
        return bounds.least() == Long.MIN_VALUE ? null : bounds.least();
    }

    private static @Nullable Object fallback(ApiField field) {
        String fallback = field.fallback();
        return fallback != null && field.type() == FieldType.INTEGER
                ? (Object) Long.valueOf(fallback)
                : fallback;
    }

    private static Map<String, Object> of(FilterRule rule) {
        return new Fields()
                .put("name", rule.name())
                .put("several", rule.several())
                .put("fuzzy", rule.fuzzy())
                .put("values", unlessEmpty(rule.values()))
                .map();
    }

    private static @Nullable List<?> unlessEmpty(List<?> list) {
        return list.isEmpty() ? null : list;
    }

    private String doc(Doc doc) {
        return switch (language) {
            case ENGLISH -> doc.english();
            case CHINESE -> doc.chinese();
        };
    }
}
