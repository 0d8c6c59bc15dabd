package edgeone.purge.code;

import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Items;
import edgeone.purge.api.value.JsonValue.Members;
import edgeone.purge.api.value.JsonValue.Nothing;
import edgeone.purge.api.value.JsonValue.Numeral;
import edgeone.purge.api.value.JsonValue.Text;
import edgeone.purge.api.value.JsonValue.Truth;
import edgeone.purge.api.value.JsonWriting;

import java.util.Map;

/**
 * A command of the vendor's TCCLI, for a POSIX shell: an option a parameter where they can be
 * options, else the whole body from standard input.
 */
final class TccliCode {
    /** Linux takes 128 KB for one argument. */
    private static final int LONGEST_ARGUMENT = 30_000;

    private static final String NEXT_LINE = " \\\n    ";

    private TccliCode() {}

    static String of(CodeRequest request) {
        StringBuilder out =
                new StringBuilder(
                        """
                        # Needs the key in TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and, for a temporary key,
                        # TENCENTCLOUD_TOKEN.
                        """);
        if (!request.https()) {
            out.append("# TCCLI speaks HTTPS only; this endpoint does not.\n");
        }
        out.append("tccli ").append(request.service()).append(' ').append(request.action());
        out.append(NEXT_LINE).append("--endpoint ").append(ShellText.of(request.host()));
        out.append(NEXT_LINE).append("--region ap-guangzhou");
        Map<String, JsonValue> members = request.parameters().members();
        if (members.entrySet().stream().allMatch(TccliCode::fits)) {
            members.forEach(
                    (name, value) ->
                            out.append(NEXT_LINE)
                                    .append("--")
                                    .append(name)
                                    .append(' ')
                                    .append(argument(value)));
            return out.append('\n').toString();
        }
        return out.append(NEXT_LINE)
                .append("--cli-input-json file:///dev/stdin <<'END'\n")
                .append(json(request.parameters()))
                .append("\nEND\n")
                .toString();
    }

    /** Whether TCCLI takes it as an option, and a person can read it. */
    private static boolean fits(Map.Entry<String, JsonValue> member) {
        if (!member.getKey().matches("[A-Za-z][A-Za-z0-9]*")) {
            return false;
        }
        return switch (member.getValue()) {
            case Text(String text) ->
                    !text.isEmpty()
                            && !text.startsWith("-")
                            && text.length() < LONGEST_ARGUMENT
                            && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
            case Numeral numeral -> numeral.isWhole() && !numeral.literal().startsWith("-");
            case Truth _ -> true;
            case Nothing _ -> false;
            case Items _, Members _ -> json(member.getValue()).length() < LONGEST_ARGUMENT;
        };
    }

    private static String argument(JsonValue value) {
        return switch (value) {
            case Text(String text) -> word(text);
            case Numeral(String literal) -> literal;
            case Truth(boolean truth) -> truth ? "True" : "False";
            case Nothing _ -> "null";
            case Items _, Members _ -> ShellText.of(json(value));
        };
    }

    private static String json(JsonValue value) {
        return new JsonWriting(Quotation.JSON::of).text(value);
    }

    private static String word(String text) {
        return text.matches("[A-Za-z0-9_.:/+-]+") ? text : ShellText.of(text);
    }
}
