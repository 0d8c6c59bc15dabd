package edgeone.purge.team.db;

import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.SecretStoreException;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

/**
 * Why the team's database cannot be used now. Never ends a purge and never changes its exit code.
 *
 * @param detail what the database or the system said; may be empty
 */
public record TeamTrouble(Kind kind, String detail) {
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

    /** What is wrong. Texts: {@code team.trouble.…}. */
    public enum Kind {
        /** Nothing answers there, or it is starting or stopping. */
        UNREACHABLE,
        /** It took longer than allowed to answer. */
        SLOW,
        /** User or password are wrong, or the user may not log in. */
        PASSWORD,
        /** The password is in the encrypted file, whose passphrase was not asked for. */
        LOCKED,
        /** The password could not be read. */
        SECRET,
        /** TLS failed: a certificate that is expired, of another host or of nobody trusted. */
        CERTIFICATE,
        /** The server offers no TLS. */
        NO_TLS,
        /** What answers is no PostgreSQL. */
        NOT_POSTGRESQL,
        /** A PostgreSQL older than 14. */
        OLD_SERVER,
        NO_DATABASE,
        /** The schema is not there. */
        NO_SCHEMA,
        OLDER_SCHEMA,
        NEWER_SCHEMA,
        /** The user lacks a privilege. */
        RIGHTS,
        /** The server's disk is full, or another of its resources. */
        FULL,
        /** The server takes no changes, as a standby does. */
        READ_ONLY,
        /** What is in the database is not what this machine published. */
        BROKEN,
        /** The clocks of this machine and of the server differ; everything works. */
        CLOCK,
        /** The address in the settings is none. */
        ADDRESS,
        /** Anything else. */
        FAILED;

        /** Whether the window names other ways out than the command line. */
        private boolean hasWindowText() {
            return switch (this) {
                case PASSWORD,
                        LOCKED,
                        SECRET,
                        CERTIFICATE,
                        NO_SCHEMA,
                        OLDER_SCHEMA,
                        RIGHTS,
                        ADDRESS ->
                        true;
                case UNREACHABLE,
                        SLOW,
                        NO_TLS,
                        NOT_POSTGRESQL,
                        OLD_SERVER,
                        NO_DATABASE,
                        NEWER_SCHEMA,
                        FULL,
                        READ_ONLY,
                        BROKEN,
                        CLOCK,
                        FAILED ->
                        false;
            };
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The code in JSON. */
        public String code() {
            return "Team." + name();
        }
    }

    /** The SQLSTATE with which the schema's own triggers refuse. */
    public static final String REFUSED = "EP001";

    private static final Map<String, Kind> STATES =
            Map.ofEntries(
                    Map.entry("3D000", Kind.NO_DATABASE),
                    Map.entry("42501", Kind.RIGHTS),
                    Map.entry("42P01", Kind.NO_SCHEMA),
                    Map.entry("3F000", Kind.NO_SCHEMA),
                    Map.entry("25006", Kind.READ_ONLY),
                    Map.entry("57P01", Kind.UNREACHABLE),
                    Map.entry("57P02", Kind.UNREACHABLE),
                    Map.entry("57P03", Kind.UNREACHABLE),
                    Map.entry("57014", Kind.SLOW),
                    Map.entry("55P03", Kind.SLOW),
                    Map.entry("23503", Kind.BROKEN),
                    Map.entry("23505", Kind.BROKEN),
                    Map.entry(REFUSED, Kind.BROKEN),
                    Map.entry("08P01", Kind.NOT_POSTGRESQL));

    static TeamTrouble of(Kind kind) {
        return new TeamTrouble(kind, "");
    }

    /** The trouble behind an exception of JDBC. */
    public static TeamTrouble of(SQLException e) {
        if (e instanceof TeamException known) {
            return known.trouble();
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return new TeamTrouble(
                kind(state, e, String.valueOf(e.getMessage())), String.valueOf(e.getMessage()));
    }

    private static Kind kind(String state, SQLException e, String message) {
        Kind known = STATES.get(state);
        if (state.startsWith("08")) {
            return connection(state, e, message);
        }
        if (known != null) {
            return known;
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> Kind.PASSWORD;
            case "53" -> Kind.FULL;
            default -> has(e, SSLException.class) ? Kind.CERTIFICATE : Kind.FAILED;
        };
    }

    private static Kind connection(String state, SQLException e, String message) {
        if (has(e, SSLException.class) || has(e, GeneralSecurityException.class)) {
            return Kind.CERTIFICATE;
        }
        if (state.equals("08P01")) {
            return Kind.NOT_POSTGRESQL;
        }
        if (state.equals("08004") && message.contains("SSL")) {
            return Kind.NO_TLS;
        }
        if (has(e, SocketTimeoutException.class)) {
            return state.equals("08001") && !has(e, EOFException.class)
                    ? Kind.UNREACHABLE
                    : Kind.SLOW;
        }
        return Kind.UNREACHABLE;
    }

    private static boolean has(Throwable e, Class<? extends Throwable> wanted) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The trouble of a password that cannot be read. */
    static TeamTrouble of(SecretStoreException e) {
        return new TeamTrouble(Kind.SECRET, String.valueOf(e.getMessage()));
    }

    /** Whether everything works nevertheless. */
    public boolean isWarning() {
        return kind == Kind.CLOCK;
    }

    /** What happened and what to do in the window. */
    public String windowText(Messages messages) {
        return kind.hasWindowText()
                ? text(messages, "team.window.trouble." + kind.label())
                : text(messages);
    }

    /** What happened and what to do, for the user. */
    public String text(Messages messages) {
        return text(messages, "team.trouble." + kind.label());
    }

    /** The detail alone, and as something that follows a sentence. */
    private String text(Messages messages, String key) {
        String line = LINE_BREAK.matcher(detail).replaceAll(" ").strip();
        return messages.text(key, line, line.isEmpty() ? "" : " [" + line + "]");
    }
}
