package edgeone.purge.targets;

import java.util.Random;

/** Text one should not paste but will: pieces of targets in any order, and noise. */
public final class HostileText {
    /** A host that may be meant. */
    public static final String HOST = "www.example.com";

    private static final String[] PIECES = {
        "http://",
        "HTTPS://",
        "ftp://",
        "://",
        "/",
        "//",
        "\\",
        "@",
        ":",
        ":80",
        ":99999",
        "?",
        "#",
        "*",
        "*.",
        "..",
        ".",
        "%",
        "%2F",
        "%zz",
        "%2e",
        " ",
        "\t",
        "\u0000",
        "\u007F",
        "\u009B",
        "\uD800",
        "\uDC00",
        "😀",
        "中文",
        "é",
        "\u202E",
        "\uFEFF",
        "\u3000",
        "\u2028",
        "ß",
        "℀",
        "[::1]",
        ",",
        HOST,
        "a.img.example.com",
        "WWW.EXAMPLE.COM",
        "evil.org",
        "example.com",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "a",
        "Z",
        "0",
        "index.html",
        "{}",
        "\"",
        "'",
        "|",
        "http://www.example.com/",
        "https://a.img.example.com/x?y=1",
        "purge_all",
    };

    private HostileText() {}

    public static String next(Random random) {
        return random.nextInt(3) == 0 ? noise(random) : pieces(random);
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(14);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(6) == 0) {
                text.append(random.nextBoolean() ? "\nhttp://" : "\n").append(HOST);
            }
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String noise(Random random) {
        int length = random.nextInt(60);
        StringBuilder text =
                new StringBuilder(random.nextBoolean() ? "http://www.example.com/" : "");
        for (int i = 0; i < length; i++) {
            text.append(
                    (char)
                            switch (random.nextInt(4)) {
                                case 0 -> random.nextInt(0x10000);
                                case 1 -> random.nextInt(0x100);
                                default -> ' ' + random.nextInt(0x5F);
                            });
        }
        return text.toString();
    }
}
