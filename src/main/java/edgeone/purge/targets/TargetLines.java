package edgeone.purge.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Lines, one target each, with where they come from. Not a record: comparing a million lines would
 * take as long as reading them.
 */
public final class TargetLines {
    private final List<String> texts;
    private final IntUnaryOperator numbers;

    private TargetLines(List<String> texts, IntUnaryOperator numbers) {
        this.texts = List.copyOf(texts);
        this.numbers = numbers;
    }

    /** Splits at LF, CR LF or CR. Byte order marks and blank lines are for the reader to drop. */
    public static TargetLines of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(text.substring(start, end));
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return of(lines);
    }

    /** Lines numbered from 1. */
    public static TargetLines of(List<String> lines) {
        return new TargetLines(lines, index -> index + 1);
    }

    /**
     * Lines with numbers of their own.
     *
     * @throws IllegalArgumentException where there are more or fewer numbers than lines
     */
    public static TargetLines of(List<String> lines, int... numbers) {
        if (lines.size() != numbers.length) {
            throw new IllegalArgumentException(lines.size() + " lines, " + numbers.length);
        }
        int[] kept = Arrays.copyOf(numbers, numbers.length);
        return new TargetLines(lines, index -> kept[index]);
    }

    public int size() {
        return texts.size();
    }

    /**
     * A line.
     *
     * @param index from 0
     */
    public String text(int index) {
        return texts.get(index);
    }

    /** The number of the line where it comes from, from 1. */
    public int number(int index) {
        return numbers.applyAsInt(index);
    }
}
