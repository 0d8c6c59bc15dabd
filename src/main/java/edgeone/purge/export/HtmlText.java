package edgeone.purge.export;

import edgeone.purge.messages.VisibleText;

/** Text as it goes into a page, in elements and in quoted attributes. */
public final class HtmlText {
    private HtmlText() {}

    /** Text from outside, made visible; HTML does not allow control characters anyway. */
    public static String shown(String text) {
        return escape(VisibleText.of(text));
    }

    /** Text of our own. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
