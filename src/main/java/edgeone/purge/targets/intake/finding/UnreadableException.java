package edgeone.purge.targets.intake.finding;

import java.io.IOException;

/** A text cannot be read as what it is meant to be; nothing of it is taken. */
public final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int line;
    private final String detail;

    /** What is wrong. */
    public enum Reason {
        TOO_LARGE,
        TOO_MANY,
        BINARY,
        NOT_UTF8,
        OTHER_ENCODING,
        NOT_GZIP,
        BROKEN_GZIP,
        GZIP_BOMB,
        ERROR_PAGE,
        NOT_A_SITEMAP,
        BROKEN_XML,
        DOCTYPE,
        BROKEN_JSON,
        NOT_A_HAR,
        NO_COLUMN,
        SEVERAL_COLUMNS,
        SEVERAL_MEMBERS,
        NO_BASE;

        /** The text that says what to do; {@code {0}} is the line, {@code {1}} the detail. */
        public String messageKey() {
            return "targets.unreadable." + name();
        }
    }

    public UnreadableException(Reason reason) {
        this(reason, 0, "");
    }

    public UnreadableException(Reason reason, int line, String detail) {
        super(reason + " line " + line);
        this.reason = reason;
        this.line = line;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** Where, from 1; 0 where it is in the whole. */
    public int line() {
        return line;
    }

    /** What the text needs: names of columns, of a file; empty where nothing. */
    public String detail() {
        return detail;
    }
}
