package edgeone.purge.ui.kit.trouble;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.origin.OriginRefusedException;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.engine.text.OriginWords;
import edgeone.purge.export.CutText;
import edgeone.purge.export.DiskFullException;
import edgeone.purge.history.UnreachableHistoryException;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.teo.error.ErrorText;
import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.error.TeoException;

import java.io.IOException;
import java.util.function.UnaryOperator;

/** Explains exceptions. */
public final class Troubles {
    private Troubles() {}

    /**
     * Explains an exception. Its own message may contain anything.
     *
     * @param cover removes secrets from a text
     */
    public static Trouble of(Messages messages, Exception exception, UnaryOperator<String> cover) {
        return explained(messages, exception).covered(cover);
    }

    private static Trouble explained(Messages messages, Exception exception) {
        return switch (exception) {
            case ExplainedException explained -> explained.explain(messages);
            case TeoException teo -> of(new ErrorText(messages).explain(teo));
            case RefusedSubmitException refused ->
                    new Trouble(
                            messages.text("window.trouble.refused"),
                            messages.text(
                                    "window.refused." + refused.kind().name(), refused.arguments()),
                            "",
                            null,
                            null);
            case OriginRefusedException origin ->
                    new Trouble(
                            messages.text("window.trouble.origin"),
                            new OriginWords(messages)
                                    .named(origin.result().round())
                                    .stripTrailing(),
                            messages.text("window.origin.todo"),
                            null,
                            null);
            case AccountException account ->
                    new Trouble(
                            messages.text("window.trouble.account"),
                            account.text(messages),
                            "",
                            null,
                            null);
            case SecretStoreException secret ->
                    new Trouble(
                            messages.text("window.trouble.secret"),
                            secret.text(messages),
                            "",
                            null,
                            null);
            case InvalidSettingException setting ->
                    new Trouble(
                            messages.text("window.trouble.setting"),
                            new ErrorText(messages).explain(setting),
                            "",
                            null,
                            null);
            case UnreachableHistoryException team ->
                    new Trouble(
                            messages.text("window.everyone.trouble"),
                            team.text(messages),
                            "",
                            team.code(),
                            null);
            case DiskFullException full ->
                    new Trouble(
                            messages.text("window.trouble.file"),
                            messages.text("window.trouble.diskFull", full.file().toString()),
                            messages.text("window.trouble.diskFullNext"),
                            null,
                            null);
            case IOException file ->
                    new Trouble(messages.text("window.trouble.file"), reason(file), "", null, null);
            case JournalException journal -> of(messages, journal);
            case CutRunException cut -> {
                Trouble journal = of(messages, cut.journal());
                yield new Trouble(
                        messages.text("window.trouble.cut"),
                        journal.why(),
                        new CutText(messages).advice(cut) + " " + journal.next(),
                        null,
                        null);
            }
            default ->
                    new Trouble(
                            messages.text("window.trouble.bug"),
                            reason(exception),
                            messages.text("window.trouble.bugNext"),
                            exception.getClass().getSimpleName(),
                            null);
        };
    }

    private static Trouble of(Messages messages, JournalException journal) {
        return new Trouble(
                messages.text("window.trouble.journal"),
                messages.text("window.journalTrouble." + journal.kind().name()),
                messages.text("window.trouble.journalNext", journal.file()),
                null,
                null);
    }

    /** An error whose code is stored in the journal. */
    public static Trouble of(ErrorText.Explained said) {
        String words = said.serverMessage();
        return new Trouble(
                said.what(),
                words == null ? said.why() : said.why() + "\n“" + VisibleText.of(words) + "”",
                said.todo(),
                said.code(),
                said.requestId());
    }

    private static String reason(Exception exception) {
        String message = exception.getMessage();
        return VisibleText.of(message == null ? exception.toString() : message);
    }
}
