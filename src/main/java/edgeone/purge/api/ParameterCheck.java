package edgeone.purge.api;

import edgeone.purge.api.Finding.Problem;
import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Items;
import edgeone.purge.api.value.JsonValue.Members;
import edgeone.purge.api.value.JsonValue.Nothing;
import edgeone.purge.api.value.JsonValue.Numeral;
import edgeone.purge.api.value.JsonValue.Text;
import edgeone.purge.api.value.JsonValue.Truth;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the parameters of a request against the description. */
public final class ParameterCheck {
    private final List<Finding> findings = new ArrayList<>();

    private ParameterCheck() {}

    /** Everything the description says against these parameters; empty if nothing. */
    public static List<Finding> of(ApiAction action, Members parameters) {
        ParameterCheck check = new ParameterCheck();
        check.members(action.parameters(), parameters.members(), "");
        return List.copyOf(check.findings);
    }

    private void members(List<ApiField> fields, Map<String, JsonValue> given, String before) {
        for (Map.Entry<String, JsonValue> member : given.entrySet()) {
            String path = before + member.getKey();
            Optional<ApiField> field =
                    fields.stream().filter(f -> f.name().equals(member.getKey())).findFirst();
            if (field.isPresent()) {
                field(field.get(), member.getValue(), path);
            } else {
                found(
                        Problem.UNKNOWN,
                        path,
                        "",
                        fields.stream().map(ApiField::name).toArray(String[]::new));
            }
        }
        for (ApiField field : fields) {
            if (field.required() && !given.containsKey(field.name())) {
                found(Problem.MISSING, before + field.name(), "");
            }
        }
    }

    private void field(ApiField field, JsonValue value, String path) {
        if (!field.list()) {
            single(field, value, path);
            return;
        }
        if (!(value instanceof Items(var items))) {
            found(Problem.TYPE, path, kind(value), field.typeWords());
            return;
        }
        Bounds bounds = field.bounds();
        if (bounds != null && !bounds.hold(items.size())) {
            outside(Problem.LENGTH, path, items.size(), bounds);
        }
        for (int i = 0; i < items.size(); i++) {
            single(field, items.get(i), path + "." + i);
        }
    }

    private void single(ApiField field, JsonValue value, String path) {
        switch (field.type()) {
            case STRING, TIME -> {
                if (value instanceof Text(String text)) {
                    text(field, text, path);
                } else {
                    wrongType(field, value, path);
                }
            }
            case INTEGER -> {
                if (value instanceof Numeral numeral && numeral.isWhole()) {
                    number(field.bounds(), Long.parseLong(numeral.literal()), path);
                } else {
                    wrongType(field, value, path);
                }
            }
            case BOOLEAN -> {
                if (!(value instanceof Truth)) {
                    wrongType(field, value, path);
                }
            }
            case OBJECT -> {
                if (value instanceof Members(var members)) {
                    members(field.members(), members, path + ".");
                    if (!field.filters().isEmpty()) {
                        filter(field, members, path);
                    }
                } else {
                    wrongType(field, value, path);
                }
            }
        }
    }

    private void text(ApiField field, String text, String path) {
        if (!field.values().isEmpty() && !field.values().contains(text)) {
            found(Problem.VALUE, path, text, field.values().toArray(String[]::new));
        }
        if (field.type() == FieldType.TIME && !isTime(text)) {
            found(Problem.TIME, path, text);
        }
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void number(@Nullable Bounds bounds, long number, String path) {
        if (bounds != null && !bounds.hold(number)) {
            outside(Problem.BOUNDS, path, number, bounds);
        }
    }

    /** The rules that depend on which filter it is. */
    private void filter(ApiField field, Map<String, JsonValue> members, String path) {
        if (!(members.get("Name") instanceof Text(String name))) {
            return;
        }
        Optional<FilterRule> rule = field.filter(name);
        if (rule.isEmpty()) {
            found(
                    Problem.VALUE,
                    path + ".Name",
                    name,
                    field.filters().stream().map(FilterRule::name).toArray(String[]::new));
            return;
        }
        if (members.get("Fuzzy") instanceof Truth(boolean fuzzy) && fuzzy && !rule.get().fuzzy()) {
            found(Problem.FUZZY, path + ".Fuzzy", name);
        }
        if (members.get("Values") instanceof Items(var items)) {
            filterValues(rule.get(), items, path + ".Values");
        }
    }

    private void filterValues(FilterRule rule, List<JsonValue> items, String path) {
        if (!rule.several() && items.size() > 1) {
            outside(Problem.LENGTH, path, items.size(), new Bounds(1, 1));
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Text(String text)
                    && !rule.values().isEmpty()
                    && !rule.values().contains(text)) {
                found(Problem.VALUE, path + "." + i, text, rule.values().toArray(String[]::new));
            }
        }
    }

    private void wrongType(ApiField field, JsonValue value, String path) {
        found(Problem.TYPE, path, kind(value), field.type().word());
    }

    private void outside(Problem problem, String path, long number, Bounds bounds) {
        String value = Long.toString(number);
        if (bounds.isOpen()) {
            found(problem, path, value, Long.toString(bounds.least()));
        } else {
            found(
                    problem,
                    path,
                    value,
                    Long.toString(bounds.least()),
                    Long.toString(bounds.most()));
        }
    }

    private void found(Problem problem, String path, String value, String... wanted) {
        findings.add(new Finding(problem, path, value, List.of(wanted)));
    }

    private static String kind(JsonValue value) {
        return switch (value) {
            case Text _ -> "string";
            case Numeral _ -> "number";
            case Truth _ -> "boolean";
            case Nothing _ -> "null";
            case Items _ -> "list";
            case Members _ -> "object";
        };
    }
}
