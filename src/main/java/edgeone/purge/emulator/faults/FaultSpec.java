package edgeone.purge.emulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses fault specifications. */
public final class FaultSpec {
    private static final Set<String> ACTIONS =
            Set.of(
                    "*",
                    "CreatePurgeTask",
                    "DescribePurgeTasks",
                    "CreatePrefetchTask",
                    "DescribePrefetchTasks",
                    "DescribeZones",
                    "DescribeAccelerationDomains",
                    "DescribeContentQuota",
                    FaultRule.EDGE,
                    FaultRule.ORIGIN);
    private static final Set<String> ROW_STATUSES = Set.of("failed", "timeout", "canceled");
    private static final Pattern RULE =
            Pattern.compile(
                    "(?:(?<action>\\*|[A-Z][A-Za-z]+):)?(?<fault>[a-z-]+)(?:=(?<value>[^@]*))?"
                            + "(?:@(?<when>nth|every|first|p)=(?<n>[0-9.]+))?");
    private static final String GRAMMAR =
            """
            a specification is RULE[;RULE...], RULE is [ACTION:]FAULT[=VALUE][@WHEN];
            ACTION: CreatePurgeTask, DescribePurgeTasks, CreatePrefetchTask, \
            DescribePrefetchTasks, DescribeZones, DescribeAccelerationDomains, \
            DescribeContentQuota, or *; or Edge or Origin;
            FAULT: drop, hang[=SECONDS], half, truncated, slow=MILLIS, html, status=CODE, garbage, \
            huge[=BYTES], deep[=LEVELS], extra, failed-list=null|absent, error=CODE, deny, \
            deny-product, reject=REASON, row=failed[:TYPE]|timeout|canceled, visible=SECONDS, \
            clock=SECONDS, lose-reply (= drop-after); drop, hang, html, status, garbage, huge, deep \
            and error also with -after: the request is carried out first;
            of the Edge: sticky[=NODE], late=SECONDS, redirect[=URL], vary[=HEADER], bare, drop, \
            hang[=SECONDS], status=CODE, slow=MILLIS; of the Origin: late=SECONDS;
            WHEN: nth=N, every=N, first=N, p=0..1 (of requests; of targets for reject and row; of \
            objects at Edge and Origin);
            example: CreatePurgeTask:lose-reply@p=0.2;CreatePurgeTask:reject=domain not \
            valid@every=100;clock=+600\
            """;

    /**
     * Parses a specification.
     *
     * @throws IllegalArgumentException naming the invalid rule and the grammar
     */
    public static FaultPlan parse(String spec) {
        List<FaultRule> rules = new ArrayList<>();
        for (String text : spec.split(";", -1)) {
            if (!text.isBlank()) {
                rules.add(rule(text.strip()));
            }
        }
        return new FaultPlan(rules);
    }

    private static FaultRule rule(String text) {
        Matcher matcher = RULE.matcher(text);
        if (!matcher.matches()) {
            throw wrong(text);
        }
        String action = matcher.group("action") == null ? "*" : matcher.group("action");
        String value = matcher.group("value") == null ? "" : matcher.group("value");
        String named = matcher.group("fault");
        String word = named.equals("lose-reply") ? "drop-after" : named;
        boolean after = word.endsWith("-after");
        FaultKind kind =
                FaultKind.ofWord(after ? word.substring(0, word.length() - 6) : word)
                        .orElseThrow(() -> wrong(text));
        boolean known = ACTIONS.contains(action) && kind.mayBeAt(action);
        boolean edge = action.equals(FaultRule.EDGE) || action.equals(FaultRule.ORIGIN);
        boolean mayBeAfter = kind.mayBeAfter() && !edge;
        if (!known || (after && !mayBeAfter) || !fits(kind, value)) {
            throw wrong(text);
        }
        return new FaultRule(
                action, kind, after || kind.isAlwaysAfter(), value, when(matcher, text));
    }

    private static boolean fits(FaultKind kind, String value) {
        return switch (kind.value()) {
            case NONE -> value.isEmpty();
            case NUMBER -> value.isEmpty() || isNumber(value);
            case REQUIRED_NUMBER -> isNumber(value);
            case OPTIONAL_TEXT -> true;
            case TEXT ->
                    switch (kind) {
                        case FAILED_LIST -> value.equals("null") || value.equals("absent");
                        case ROW -> ROW_STATUSES.contains(value.replaceFirst(":.*", ""));
                        default -> !value.isBlank();
                    };
        };
    }

    private static boolean isNumber(String value) {
        return value.matches("[+-]?[0-9]+([.][0-9]+)?");
    }

    private static When when(Matcher matcher, String text) {
        String word = matcher.group("when");
        if (word == null) {
            return new When.Always();
        }
        try {
            if (word.equals("p")) {
                double p = Double.parseDouble(matcher.group("n"));
                if (p > 1) {
                    throw wrong(text);
                }
                return new When.Chance(p);
            }
            long n = Long.parseLong(matcher.group("n"));
            if (n < 1) {
                throw wrong(text);
            }
            return switch (word) {
                case "nth" -> new When.Nth(n);
                case "every" -> new When.Every(n);
                default -> new When.First(n);
            };
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("not a fault: \"" + text + "\"; " + GRAMMAR);
    }

    private FaultSpec() {}
}
