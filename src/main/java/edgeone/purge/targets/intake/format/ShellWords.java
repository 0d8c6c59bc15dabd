package edgeone.purge.targets.intake.format;

import java.util.ArrayList;
import java.util.List;

/** Cuts commands into words, as {@code sh} and as {@code cmd} do. Nothing is expanded. */
final class ShellWords {
    private final List<List<Word>> commands = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private boolean inWord;
    private boolean skipped;
    private int line = 1;
    private int wordLine = 1;

    /**
     * One word.
     *
     * @param line where it begins
     */
    record Word(int line, String text) {}

    private ShellWords() {}

    /** The commands of a text, none of them empty. */
    static List<List<Word>> commands(String text) {
        ShellWords words = new ShellWords();
        if (isCmd(text)) {
            words.cmd(text);
        } else {
            words.sh(text);
        }
        words.endCommand();
        return words.commands;
    }

    /** A caret before a quote, or at the end of a line, is written for {@code cmd} only. */
    private static boolean isCmd(String text) {
        return text.contains("^\"") || text.contains("^\n") || text.contains("^\r\n");
    }

    private void sh(String text) {
        char quote = 0;
        boolean ansi = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if ((quote == '\'' && !ansi) || (quote != 0 && c != '\\')) {
                if (c == quote) {
                    quote = 0;
                } else {
                    add(c);
                }
            } else if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                if (next == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    next = text.charAt(++i);
                }
                if (next == '\n') {
                    line++;
                } else if (ansi) {
                    i = escape(text, i);
                } else {
                    boolean kept = quote == '"' && "\"\\$`".indexOf(next) < 0;
                    if (kept) {
                        add('\\');
                    }
                    add(next);
                }
            } else if (c == '\'' || c == '"') {
                ansi = c == '\'' && inWord && word.toString().equals("$");
                if (ansi) {
                    word.setLength(0);
                }
                begin();
                quote = c;
            } else {
                plain(c);
            }
            ansi &= quote != 0;
        }
    }

    /** An escape of {@code $'…'}; gives the place of its last character. */
    private int escape(String text, int at) {
        char c = text.charAt(at);
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : 0;
        int end = at + 1;
        while (end < text.length()
                && end <= at + digits
                && Character.digit(text.charAt(end), 16) >= 0) {
            end++;
        }
        if (digits > 0 && end > at + 1) {
            add((char) Integer.parseInt(text.substring(at + 1, end), 16));
            return end - 1;
        }
        add(
                switch (c) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> c;
                });
        return at;
    }

    /** Carets first, quotes then: that is how the command reaches the program. */
    private void cmd(String text) {
        boolean caretsStand = false;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            boolean literal = false;
            if (c == '^' && !caretsStand && i + 1 < text.length()) {
                c = text.charAt(++i);
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    c = text.charAt(++i);
                }
                if (c == '\n') {
                    line++;
                    continue;
                }
                literal = true;
            } else if (c == '"') {
                caretsStand = !caretsStand;
            } else if (c == '\n') {
                caretsStand = false;
                quoted = false;
            }
            if (c == '\\' && nextIsQuote(text, i)) {
                i += text.charAt(i + 1) == '^' ? 2 : 1;
                add('"');
            } else if (c == '"') {
                quoted = !quoted;
                begin();
            } else if (quoted || literal) {
                if (literal && !quoted && c == ' ') {
                    plain(c);
                } else {
                    add(c);
                }
            } else {
                plain(c);
            }
        }
    }

    private static boolean nextIsQuote(String text, int at) {
        return text.startsWith("\"", at + 1) || text.startsWith("^\"", at + 1);
    }

    private void plain(char c) {
        switch (c) {
            case ' ', '\t', '\r' -> endWord();
            case '\n', ';', '&', '|' -> endCommand();
            case '<', '>' -> {
                endWord();
                skipped = true;
            }
            default -> add(c);
        }
    }

    private void begin() {
        if (!inWord) {
            inWord = true;
            wordLine = line;
        }
    }

    private void add(char c) {
        begin();
        word.append(c);
    }

    /** The word behind a redirection is a file, not an argument. */
    private void endWord() {
        if (inWord) {
            if (!skipped) {
                words.add(new Word(wordLine, word.toString()));
            }
            skipped = false;
            inWord = false;
            word = new StringBuilder();
        }
    }

    private void endCommand() {
        endWord();
        skipped = false;
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }
}
