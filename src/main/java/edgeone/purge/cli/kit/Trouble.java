package edgeone.purge.cli.kit;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.AccountProblem;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.release.Release;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.engine.text.ProblemText;
import edgeone.purge.export.CutText;
import edgeone.purge.history.UnreachableHistoryException;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.recipes.RecipeException;
import edgeone.purge.requests.RequestException;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.team.release.ReleaseException;
import edgeone.purge.teo.error.ErrorText;
import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What ended a command: its exit code, with a message for people and a code for scripts. */
public record Trouble(int exitCode, String code, String message, @Nullable String requestId) {

    /** The trouble of an expected failure; null for a bug. */
    public static @Nullable Trouble of(Throwable e, Messages messages) {
        return switch (e) {
            case CommandFailure f ->
                    new Trouble(
                            f.exitCode(), "Refused", messages.text(f.key(), f.arguments()), null);
            case AccountException a ->
                    new Trouble(accountExit(a), "Account", a.text(messages), null);
            case SecretStoreException s ->
                    new Trouble(ExitCodes.NO_ACCESS, "Secret", text(messages, s), null);
            case RefusedSubmitException r ->
                    new Trouble(
                            ExitCodes.REFUSED,
                            "Refused." + r.kind(),
                            new ProblemText(messages).of(r),
                            null);
            case TeoException t ->
                    new Trouble(ExitCodes.of(t), t.code(), text(messages, t), t.requestId());
            case JournalException j ->
                    new Trouble(ExitCodes.REFUSED, "Journal." + j.kind(), text(messages, j), null);
            case CutRunException cut ->
                    new Trouble(
                            ExitCodes.UNKNOWN,
                            "Journal." + cut.journal().kind(),
                            text(messages, cut.journal()) + " " + new CutText(messages).advice(cut),
                            null);
            case UnreachableHistoryException u ->
                    new Trouble(historyExit(u), u.code(), u.text(messages), null);
            case InvalidSettingException i ->
                    new Trouble(
                            ExitCodes.REFUSED,
                            "Setting." + i.problem(),
                            new ErrorText(messages).explain(i),
                            null);
            case ReleaseException r ->
                    new Trouble(
                            r.problem() == ReleaseException.Problem.TROUBLE
                                    ? ExitCodes.UNREACHABLE
                                    : ExitCodes.REFUSED,
                            "Release." + r.problem(),
                            r.text(messages),
                            null);
            case RecipeException r ->
                    new Trouble(ExitCodes.REFUSED, "Recipe." + r.problem(), r.text(messages), null);
            case RequestException r ->
                    new Trouble(
                            ExitCodes.REFUSED, "Request." + r.problem(), r.text(messages), null);
            case IOException io ->
                    new Trouble(
                            ExitCodes.REFUSED,
                            "File",
                            messages.text("cli.io", String.valueOf(io.getMessage())),
                            null);
            default -> null;
        };
    }

    /**
     * A key that is missing or expired means that signing in is impossible; anything else is a
     * usage error.
     */
    private static int accountExit(AccountException e) {
        boolean noKey =
                e.problems().stream()
                        .anyMatch(
                                p ->
                                        p == AccountProblem.SECRET_MISSING
                                                || p == AccountProblem.TOKEN_EXPIRED);
        return noKey ? ExitCodes.NO_ACCESS : ExitCodes.REFUSED;
    }

    private static int historyExit(UnreachableHistoryException e) {
        return switch (e.obstacle()) {
            case ACCESS -> ExitCodes.NO_ACCESS;
            case NETWORK -> ExitCodes.UNREACHABLE;
            case CONTENT -> ExitCodes.REFUSED;
        };
    }

    private static String text(Messages messages, JournalException e) {
        return messages.text(
                "engine.journal." + e.kind(), e.file(), String.valueOf(e.getMessage()));
    }

    private static String text(Messages messages, SecretStoreException trouble) {
        return switch (trouble.reason()) {
            case PASSPHRASE_WRONG, FILE_DAMAGED ->
                    trouble.text(messages) + "\n" + messages.text("cli.account.forget-how");
            default -> trouble.text(messages);
        };
    }

    /** What happened, why, what to do, and the details support asks for. */
    public static String text(Messages messages, TeoException e) {
        ErrorText.Explained explained = new ErrorText(messages).explain(e);
        StringBuilder text = new StringBuilder();
        text.append(explained.what()).append(' ').append(explained.why());
        text.append(' ')
                .append(explained.todo())
                .append(" [")
                .append(VisibleText.of(explained.code()));
        if (explained.requestId() != null) {
            text.append(", RequestId ").append(VisibleText.of(explained.requestId()));
        }
        text.append(']');
        if (explained.serverMessage() != null) {
            text.append(' ').append(VisibleText.of(explained.serverMessage()));
        }
        return text.toString();
    }

    /** A copy with {@code cover} applied to what EdgeOne or others wrote. */
    public Trouble covered(UnaryOperator<String> cover) {
        return new Trouble(exitCode, code, cover.apply(message), requestId);
    }

    /** As JSON, with the requests that wait for a second person. */
    public Map<String, Object> json(RefusedSubmitException refused) {
        Map<String, Object> json = new LinkedHashMap<>(json());
        List<String> held = refused.held().stream().map(Release::request).toList();
        if (!held.isEmpty()) {
            json.put("request", held.getFirst());
        }
        if (held.size() > 1) {
            json.put("requests", held);
        }
        return json;
    }

    /** As JSON, with the job it ended and what is known about its requests. */
    public Map<String, Object> json(CutRunException cut) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", cut.jobId());
        json.put("error", fields().put("batches", JobJson.cut(cut)).map());
        return json;
    }

    public Map<String, Object> json() {
        return Map.of("error", fields().map());
    }

    private Fields fields() {
        return new Fields().put("code", code).put("message", message).put("requestId", requestId);
    }
}
