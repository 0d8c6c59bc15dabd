package edgeone.purge.ui.shell.frame;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shell.session.Link;

import java.time.Duration;

/** The state of the connection in a few words. */
final class LinkText {
    private final Formats formats;

    LinkText(Formats formats) {
        this.formats = formats;
    }

    String of(Link link) {
        return switch (link) {
            case Link.Connecting _ -> formats.text("window.link.connecting");
            case Link.Reachable reachable ->
                    formats.text("window.link.reachable", reachable.took().toMillis());
            case Link.Unreachable(Exception trouble) -> formats.text(broken(trouble));
        };
    }

    private static String broken(Exception trouble) {
        return switch (trouble) {
            case AccountException _, SecretStoreException _ -> "window.link.notSignedIn";
            case RefusedException refused ->
                    refused.errorClass() == ErrorClass.AUTH
                            ? "window.link.keyRefused"
                            : "window.link.refused";
            default -> "window.link.unreachable";
        };
    }

    /** How far the clocks differ; empty if that is not known. */
    String clock(Link link) {
        if (link instanceof Link.Reachable reachable) {
            Duration offset = reachable.clockOffset();
            String sign = offset.isNegative() ? "−" : "+";
            return formats.text("window.link.clock", sign + formats.tenths(offset.abs()));
        }
        return "";
    }
}
