package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.Why;
import edgeone.purge.targets.intake.format.ShellWords.Word;
import edgeone.purge.targets.rules.AddressText;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The addresses of {@code curl} commands, quoted for {@code sh} or for {@code cmd}. */
public final class CurlReader implements FormatReader {
    /** Options of one letter with a value. */
    private static final String VALUES = "AbcCdDeEFHKmoPQrtTuUwxXyYz";

    private static final Set<String> LONG_VALUES =
            Set.of(
                    "--abstract-unix-socket",
                    "--aws-sigv4",
                    "--cacert",
                    "--capath",
                    "--cert",
                    "--cert-type",
                    "--ciphers",
                    "--config",
                    "--connect-timeout",
                    "--connect-to",
                    "--continue-at",
                    "--cookie",
                    "--cookie-jar",
                    "--create-file-mode",
                    "--crlfile",
                    "--curves",
                    "--data",
                    "--data-ascii",
                    "--data-binary",
                    "--data-raw",
                    "--data-urlencode",
                    "--dns-servers",
                    "--doh-url",
                    "--dump-header",
                    "--engine",
                    "--etag-compare",
                    "--etag-save",
                    "--form",
                    "--form-string",
                    "--happy-eyeballs-timeout-ms",
                    "--haproxy-clientip",
                    "--header",
                    "--interface",
                    "--ip-tos",
                    "--json",
                    "--keepalive-time",
                    "--key",
                    "--key-type",
                    "--limit-rate",
                    "--local-port",
                    "--max-filesize",
                    "--max-redirs",
                    "--max-time",
                    "--netrc-file",
                    "--noproxy",
                    "--oauth2-bearer",
                    "--output",
                    "--output-dir",
                    "--parallel-max",
                    "--pass",
                    "--pinnedpubkey",
                    "--preproxy",
                    "--proto",
                    "--proto-default",
                    "--proto-redir",
                    "--proxy",
                    "--proxy-cacert",
                    "--proxy-cert",
                    "--proxy-header",
                    "--proxy-key",
                    "--proxy-pass",
                    "--proxy-user",
                    "--proxy1.0",
                    "--quote",
                    "--range",
                    "--rate",
                    "--referer",
                    "--request",
                    "--request-target",
                    "--resolve",
                    "--retry",
                    "--retry-delay",
                    "--retry-max-time",
                    "--socks4",
                    "--socks4a",
                    "--socks5",
                    "--socks5-hostname",
                    "--speed-limit",
                    "--speed-time",
                    "--stderr",
                    "--telnet-option",
                    "--time-cond",
                    "--tls-max",
                    "--tls13-ciphers",
                    "--trace",
                    "--trace-ascii",
                    "--unix-socket",
                    "--upload-file",
                    "--url-query",
                    "--user",
                    "--user-agent",
                    "--variable",
                    "--write-out");

    private static final Set<String> DATA =
            Set.of(
                    "-d",
                    "--data",
                    "--data-ascii",
                    "--data-binary",
                    "--data-raw",
                    "--data-urlencode",
                    "--json");

    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        StringWriter text = new StringWriter();
        in.transferTo(text);
        for (List<Word> command : ShellWords.commands(text.toString())) {
            List<Word> words = withoutPrompt(command);
            if (isCurl(words.getFirst().text())) {
                command(words.subList(1, words.size()), found);
            } else {
                found.leave(words.getFirst().line(), words.getFirst().text(), Why.NOT_AN_ADDRESS);
            }
        }
    }

    public static boolean isCurl(String word) {
        String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
        return name.equalsIgnoreCase("curl") || name.equalsIgnoreCase("curl.exe");
    }

    private static List<Word> withoutPrompt(List<Word> command) {
        boolean prompt =
                command.size() > 1 && Set.of("$", "#", "%").contains(command.getFirst().text());
        return prompt ? command.subList(1, command.size()) : command;
    }

    private static void command(List<Word> words, Collector found) throws UnreadableException {
        List<Word> addresses = new ArrayList<>();
        boolean data = false;
        boolean get = false;
        boolean built = false;
        boolean globs = true;
        for (Iterator<Word> rest = words.iterator(); rest.hasNext(); ) {
            Word word = rest.next();
            String text = word.text();
            if (text.equals("--url") && rest.hasNext()) {
                addresses.add(rest.next());
            } else if (text.startsWith("--url=")) {
                addresses.add(new Word(word.line(), text.substring("--url=".length())));
            } else if (!text.startsWith("-") || text.equals("-")) {
                addresses.add(word);
            } else {
                data |= DATA.contains(text) || text.startsWith("-d");
                get |= text.equals("--get") || isFlag(text, 'G');
                globs &= !text.equals("--globoff") && !isFlag(text, 'g');
                built |= text.equals("--url-query") || text.equals("--request-target");
                if (takesNext(text) && rest.hasNext()) {
                    rest.next();
                }
            }
        }
        for (Word address : addresses) {
            take(address, built || (get && data), globs, found);
        }
    }

    private static void take(Word word, boolean built, boolean globs, Collector found)
            throws UnreadableException {
        String text = word.text().strip();
        int hash = text.indexOf('#');
        if (hash > 0) {
            found.leave(word.line(), text.substring(hash), Why.FRAGMENT);
            text = text.substring(0, hash);
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            // curl refuses it, and a quote that does not end makes it of what follows.
            found.leave(word.line(), text, Why.NOT_AN_ADDRESS);
        } else if (built) {
            found.leave(word.line(), text, Why.BUILT_BY_OPTIONS);
        } else if (globs && isGlob(text)) {
            found.leave(word.line(), text, Why.GLOB);
        } else if (AddressText.isHttp(text)) {
            found.take(word.line(), text);
        } else if (AddressText.isBare(text)) {
            // As curl itself completes it.
            found.take(word.line(), "http://" + text);
        } else {
            boolean other = BaseAddress.hasScheme(text);
            found.leave(word.line(), text, other ? Why.OTHER_SCHEME : Why.NOT_AN_ADDRESS);
        }
    }

    /** curl asks for each address that a list or a range in brackets stands for. */
    private static boolean isGlob(String text) {
        return text.matches(".*\\{[^}]*,[^}]*\\}.*")
                || text.matches(".*\\[\\w+-\\w+(?::\\d+)?\\].*");
    }

    /** Whether a letter is among flags that are written together, as in {@code -sSL}. */
    private static boolean isFlag(String option, char letter) {
        if (option.startsWith("--")) {
            return false;
        }
        for (int i = 1; i < option.length(); i++) {
            char c = option.charAt(i);
            if (c == letter) {
                return true;
            }
            if (VALUES.indexOf(c) >= 0) {
                return false;
            }
        }
        return false;
    }

    private static boolean takesNext(String option) {
        if (option.startsWith("--")) {
            return LONG_VALUES.contains(option);
        }
        for (int i = 1; i < option.length(); i++) {
            if (VALUES.indexOf(option.charAt(i)) >= 0) {
                return i == option.length() - 1;
            }
        }
        return false;
    }
}
