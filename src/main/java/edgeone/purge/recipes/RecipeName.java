package edgeone.purge.recipes;

import edgeone.purge.model.FoldedName;

import java.util.Optional;
import java.util.Set;

/** What may be a recipe's name: also the name of a file, on every system. */
final class RecipeName {
    private static final int LONGEST = 60;
    private static final String NOT_IN_FILES = "/\\:*?\"<>|";

    /** Devices of Windows, whatever stands behind a dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private RecipeName() {}

    static Optional<RecipeProblem> problemOf(String name) {
        if (name.isBlank()) {
            return Optional.of(RecipeProblem.NAME_BLANK);
        }
        if (!name.equals(name.strip())) {
            return Optional.of(RecipeProblem.NAME_PADDED);
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of(RecipeProblem.NAME_TOO_LONG);
        }
        if (name.codePoints().anyMatch(RecipeName::isOdd)) {
            return Optional.of(RecipeProblem.NAME_ODD);
        }
        return isFileName(name) ? Optional.empty() : Optional.of(RecipeProblem.NAME_NO_FILE);
    }

    /** Equal for names that a reader, or a file system, would take for the same. */
    static String folded(String name) {
        return FoldedName.of(name).text();
    }

    private static boolean isFileName(String name) {
        String folded = folded(name);
        int dot = folded.indexOf('.');
        String stem = (dot < 0 ? folded : folded.substring(0, dot)).strip();
        boolean device = DEVICES.contains(stem) || stem.matches("(com|lpt)\\d");
        return !device
                && !name.startsWith(".")
                && !name.startsWith("-")
                && !name.endsWith(".")
                && folded.chars().noneMatch(c -> NOT_IN_FILES.indexOf(c) >= 0);
    }

    /** Characters that do not show, or that turn the text around. */
    private static boolean isOdd(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    true;
            default -> false;
        };
    }
}
