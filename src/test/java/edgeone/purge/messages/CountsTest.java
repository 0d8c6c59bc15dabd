package edgeone.purge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every message with a count reads well for zero, one, two and a thousand. An argument is a count
 * where its placeholder is a number or a choice; see decision 7.
 */
final class CountsTest {
    private static final List<Integer> COUNTS = List.of(0, 1, 2, 1_000);
    private static final Set<String> NOUNS =
            Set.of(
                    "accounts",
                    "batches",
                    "calls",
                    "days",
                    "duplicates",
                    "entries",
                    "files",
                    "hosts",
                    "keys",
                    "lines",
                    "parts",
                    "problems",
                    "recipes",
                    "requests",
                    "rows",
                    "seconds",
                    "targets");
    private static final Pattern CHOICE = Pattern.compile("\\{\\d,choice,([^{}]*)}");
    private static final Pattern FORM = Pattern.compile("(\\d)[#<]([^|]*)");
    private static final Pattern COUNTED =
            Pattern.compile("(?<![\\d,.])(0|1|2|1,000) ((?:[A-Za-z]+ )?[A-Za-z]+)");

    /** Reading a language takes longer than using it. */
    private static final Map<Language, Messages> MESSAGES =
            Arrays.stream(Language.values())
                    .collect(Collectors.toUnmodifiableMap(l -> l, Messages::in));

    private final Set<String> plurals = new TreeSet<>(NOUNS);
    private final Set<String> singulars = new TreeSet<>();

    CountsTest() {
        for (String text : texts(Language.ENGLISH)) {
            Matcher choice = CHOICE.matcher(text);
            while (choice.find()) {
                Matcher form = FORM.matcher(choice.group(1));
                while (form.find()) {
                    (form.group(1).equals("1") && !form.group().contains("<") ? singulars : plurals)
                            .add(form.group(2));
                }
            }
        }
        for (String noun : NOUNS) {
            singulars.add(
                    noun.endsWith("ies")
                            ? noun.substring(0, noun.length() - 3) + "y"
                            : noun.substring(0, noun.length() - (noun.endsWith("ches") ? 2 : 1)));
        }
    }

    @Test
    void everyCountAgreesWithItsNounInEnglish() {
        assertThat(singulars).contains("target", "URL", "directory", "entry", "batch");
        List<String> wrong = new ArrayList<>();
        for (String key : MESSAGES.get(Language.ENGLISH).keySet()) {
            for (int count : COUNTS) {
                String text = formatted(Language.ENGLISH, key, count);
                Matcher counted = COUNTED.matcher(text);
                while (counted.find()) {
                    Set<String> odd = counted.group(1).equals("1") ? plurals : singulars;
                    String words = counted.group(2);
                    if (odd.contains(words) || odd.contains(words.split(" ")[0])) {
                        wrong.add(key + ": " + text);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A noun behind a bare number never changes: {@code {0} targets}. */
    @Test
    void everyNounBehindANumberIsAChoice() {
        Pattern bare = Pattern.compile("\\{\\d(?:,number[^{}]*)?} ((?:[A-Za-z]+ )?([A-Za-z]+))");
        Set<String> nouns = new HashSet<>(plurals);
        nouns.addAll(singulars);
        List<String> wrong = new ArrayList<>();
        for (String text : texts(Language.ENGLISH)) {
            Matcher noun = bare.matcher(outsideChoices(text));
            while (noun.find()) {
                if (nouns.contains(noun.group(1).split(" ")[0])
                        || nouns.contains(noun.group(1))
                        || nouns.contains(noun.group(2))) {
                    wrong.add(text);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noChoiceUsesTheSingularForZero() {
        for (Language language : Language.values()) {
            for (String text : texts(language)) {
                for (Format format : new MessageFormat(text, language.locale()).getFormats()) {
                    if (format instanceof ChoiceFormat choice) {
                        assertThat(choice.getLimits()[0]).as(text).isZero();
                    }
                }
            }
        }
    }

    @Test
    void thousandsAreGroupedInBothLanguages() {
        int seen = 0;
        for (Language language : Language.values()) {
            for (String key : MESSAGES.get(language).keySet()) {
                if (counts(language, key).isEmpty() || hasPlainDigits(language, key)) {
                    continue;
                }
                seen++;
                String text = formatted(language, key, 1_000);
                assertThat(text).as(key).doesNotContain("1000").doesNotContain("{");
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void bothLanguagesCountTheSameArguments() {
        for (String key : MESSAGES.get(Language.ENGLISH).keySet()) {
            assertThat(counts(Language.CHINESE, key))
                    .as(key)
                    .isEqualTo(counts(Language.ENGLISH, key));
        }
    }

    /** In Chinese the log is 日志 and the journal is 历史记录. */
    @Test
    void theJournalIsNotCalledTheLogInChinese() {
        Messages english = MESSAGES.get(Language.ENGLISH);
        Messages chinese = MESSAGES.get(Language.CHINESE);
        for (String key : english.keySet()) {
            String text = english.getString(key);
            if (chinese.getString(key).contains("日志")) {
                assertThat(text).as(key).containsPattern("\\blog\\b");
            }
            if (text.toLowerCase(Locale.ROOT).contains("journal")) {
                assertThat(chinese.getString(key)).as(key).contains("历史记录");
            }
        }
    }

    private static List<String> texts(Language language) {
        Messages messages = MESSAGES.get(language);
        return messages.keySet().stream().map(messages::getString).toList();
    }

    private static String outsideChoices(String text) {
        String before;
        String after = text;
        do {
            before = after;
            after = before.replaceAll("\\{\\d,choice,(?:[^{}]|\\{[^{}]*})*}", "");
        } while (!after.equals(before));
        return after;
    }

    /** Which arguments are counts. */
    private static Set<Integer> counts(Language language, String key) {
        String pattern = MESSAGES.get(language).getString(key);
        Set<Integer> found = new TreeSet<>();
        Matcher placeholder = Pattern.compile("\\{(\\d),(?:number|choice)").matcher(pattern);
        while (placeholder.find()) {
            found.add(Integer.valueOf(placeholder.group(1)));
        }
        return found;
    }

    /** Line numbers and places in a file are not grouped. */
    private static boolean hasPlainDigits(Language language, String key) {
        for (Format format :
                new MessageFormat(MESSAGES.get(language).getString(key), language.locale())
                        .getFormats()) {
            if (format instanceof DecimalFormat decimal
                    && !(format instanceof ChoiceFormat)
                    && !decimal.isGroupingUsed()) {
                return true;
            }
        }
        return false;
    }

    /** Every count is {@code count}, every other argument a letter. */
    private static String formatted(Language language, String key, int count) {
        Set<Integer> counts = counts(language, key);
        Object[] arguments = new Object[10];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = counts.contains(i) ? (Object) count : "x";
        }
        return MESSAGES.get(language).text(key, arguments);
    }
}
