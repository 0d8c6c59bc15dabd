package edgeone.purge.commandline;

import edgeone.purge.model.Job;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes what the window shows as command lines of this program, for a POSIX shell. A line never
 * carries a confirmation: whoever runs it is asked as anybody is. It never carries a secret.
 *
 * <p>An option and its value are one word, so that no value is taken for the name of a file to
 * read.
 */
public final class CommandLines {
    /** More targets than these are piped in: they would not fit on a command line. */
    static final int MOST_ON_A_LINE = 20;

    /** Longer parameters are piped in: Linux takes no argument of 128 KB. */
    static final int LONGEST_ON_A_LINE = 20_000;

    /** Identities of the accounts that no name leads to: the environment's and the demo. */
    private static final String ENVIRONMENT = "environment";

    private static final String DEMO = "demo";

    private static final String STANDARD_INPUT = "-";
    private static final String PROGRAM = "edgeone-purge";
    private static final String NEXT_LINE = " \\\n    ";

    private final List<String> everywhere;

    /**
     * @param everywhere options every line is given, such as {@code --home=DIR}
     */
    public CommandLines(List<String> everywhere) {
        this.everywhere = List.copyOf(everywhere);
    }

    /**
     * The purge or prefetch a job was, of some or all of its targets.
     *
     * @param targets as sent; empty for a whole zone
     * @return empty where a shell cannot be given one of the texts
     */
    public Optional<String> purge(Job job, List<String> targets) {
        return purge(FormLine.of(job), targets);
    }

    /**
     * A purge or prefetch as a form has it.
     *
     * @param targets empty for a whole zone
     * @return empty where a shell cannot be given one of the texts
     */
    public Optional<String> purge(FormLine form, List<String> targets) {
        List<Option> options = new ArrayList<>(account(form.by()));
        options.add(new Option("--zone", form.zoneId()));
        if (!form.type().isPrefetch()) {
            options.add(new Option("--type", form.type().wireName()));
        }
        PurgeMethod method = form.method();
        if (method != null && form.type().takesMethod()) {
            options.add(new Option("--method", method.wireName()));
        }
        if (form.fit()) {
            options.add(new Option("--fit", null));
        }
        if (!form.note().isBlank()) {
            options.add(new Option("--note", form.note()));
        }
        form.tagDomains().forEach(domain -> options.add(new Option("--tag-domain", domain)));
        PrefetchOptions prefetch = form.prefetch();
        if (prefetch.mode() != PrefetchOptions.Mode.DEFAULT) {
            options.add(new Option("--mode", prefetch.mode().wireName()));
        }
        prefetch.headers().forEach(header -> options.add(new Option("--header", header.line())));
        if (prefetch.mediaSegments()) {
            options.add(new Option("--media-segments", null));
        }
        options.addAll(around(form.around()));
        String command = form.type().isPrefetch() ? "prefetch" : "purge";
        List<Option> single = targets.stream().map(t -> new Option("--target", t)).toList();
        if (single.size() <= MOST_ON_A_LINE && single.stream().noneMatch(Option::misleads)) {
            options.addAll(single);
            return line(command, options);
        }
        options.add(new Option("--targets-file", STANDARD_INPUT));
        return line(command, options)
                .filter(_ -> targets.stream().allMatch(ShellWord::isPossible))
                .map(line -> piped(targets) + line);
    }

    private static List<Option> around(AroundLine around) {
        List<Option> options = new ArrayList<>();
        if (!around.origin().isEmpty()) {
            options.add(new Option("--check-origin", around.origin()));
            if (!around.originOld().isEmpty()) {
                options.add(new Option("--origin-old", around.originOld()));
            }
        }
        if (around.thenPrefetch()) {
            options.add(new Option("--then-prefetch", null));
        }
        if (around.verify()) {
            options.add(new Option("--verify", null));
        }
        return options;
    }

    /**
     * An API call.
     *
     * @param body its parameters, JSON in one line
     * @return empty where a shell cannot be given one of the texts
     */
    public Optional<String> call(SentBy by, String action, String body) {
        List<Option> options = new ArrayList<>(account(by));
        options.add(new Option("--action", action));
        if (body.length() <= LONGEST_ON_A_LINE) {
            options.add(new Option("--params", body));
            return line("call", options);
        }
        options.add(new Option("--params", "@" + STANDARD_INPUT));
        return line("call", options)
                .filter(_ -> ShellWord.isPossible(body))
                .map(call -> piped(List.of(body)) + call);
    }

    /**
     * The quota of a zone.
     *
     * @return empty where a shell cannot be given the id
     */
    public Optional<String> quota(String zoneId) {
        return line("quota", List.of(new Option("--zone", zoneId)));
    }

    private static List<Option> account(SentBy by) {
        return switch (by.identity()) {
            case DEMO -> List.of();
            case ENVIRONMENT -> List.of(new Option("--endpoint", by.endpoint()));
            default -> List.of(new Option("--account", by.name()));
        };
    }

    private Optional<String> line(String command, List<Option> options) {
        if (options.stream().anyMatch(Option::misleads)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(PROGRAM, command));
        words.addAll(everywhere);
        options.forEach(option -> words.add(option.word()));
        return words.stream().allMatch(ShellWord::isPossible)
                ? Optional.of(words.stream().map(ShellWord::of).collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    private static String piped(List<String> targets) {
        return targets.stream()
                .map(ShellWord::of)
                .collect(Collectors.joining(NEXT_LINE, "printf '%s\\n'" + NEXT_LINE, " |\n    "));
    }

    /** An option with its value; null for one that takes none. */
    private record Option(String name, @Nullable String value) {
        String word() {
            return value == null ? name : name + "=" + value;
        }

        /** Whether the parser could take the value for an option of its own. */
        boolean misleads() {
            return value != null && value.startsWith("-") && !value.equals(STANDARD_INPUT);
        }
    }
}
