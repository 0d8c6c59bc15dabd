package edgeone.purge.ui.kit;

import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.messages.Messages;
import edgeone.purge.teo.TeoException;

import java.io.IOException;

/** Explains exceptions. */
public final class Troubles {
    private Troubles() {}

    public static Trouble of(Messages messages, Exception exception) {
        return switch (exception) {
            case TeoException teo ->
                    new Trouble(
                            messages.text("window.trouble.edgeone"),
                            teo.detail(),
                            "",
                            teo.code(),
                            teo.requestId());
            case RefusedSubmitException refused ->
                    new Trouble(
                            messages.text("window.trouble.refused"),
                            messages.text("window.refused." + refused.kind().name()),
                            "",
                            null,
                            null);
            case IOException file ->
                    new Trouble(
                            messages.text("window.trouble.file"), reason(file), "", null, null);
            default ->
                    new Trouble(
                            messages.text("window.trouble.bug"),
                            reason(exception),
                            messages.text("window.trouble.bugNext"),
                            exception.getClass().getSimpleName(),
                            null);
        };
    }

    private static String reason(Exception exception) {
        String message = exception.getMessage();
        return message == null ? exception.toString() : message;
    }
}
