package edgeone.purge.accounts.check;

import edgeone.purge.accounts.check.ConnectionReport.Allowed;
import edgeone.purge.accounts.check.ConnectionReport.Capability;
import edgeone.purge.accounts.check.ConnectionReport.NotTried;
import edgeone.purge.accounts.check.ConnectionReport.Refused;
import edgeone.purge.messages.Messages;
import edgeone.purge.teo.error.ErrorText;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes a {@link ConnectionReport} in plain words. */
public final class ConnectionText {
    private final Messages messages;

    public ConnectionText(Messages messages) {
        this.messages = messages;
    }

    /** One sentence per line, the most important first. */
    public List<String> lines(ConnectionReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                messages.text(
                        report.signedIn() ? "accounts.test.signed-in" : "accounts.test.refused"));
        lines.add(of("zones", report.zoneList()));
        if (report.testedOn() != null) {
            lines.add(messages.text("accounts.test.on", report.testedOn().label()));
            lines.add(of("quota", report.quota()));
            lines.add(of("domains", report.domains()));
            lines.add(of("history", report.history()));
        }
        lines.add(messages.text("accounts.test.purge-not-tried"));
        if (report.otherSite() != ConnectionReport.OtherSite.NOT_ASKED) {
            lines.add(messages.text("accounts.test.site." + label(report.otherSite())));
        }
        if (report.clockCorrected() || report.clockOffset().abs().toSeconds() > 0) {
            lines.add(messages.text("accounts.test.clock", report.clockOffset().toSeconds()));
        }
        lines.add(
                report.proxy() == null
                        ? messages.text("accounts.test.no-proxy")
                        : messages.text("accounts.test.proxy", report.proxy()));
        if (report.interference() != ConnectionReport.Interference.NONE) {
            lines.add(messages.text("accounts.test.between." + label(report.interference())));
        }
        return lines;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String of(String action, Capability capability) {
        String what = messages.text("accounts.test.may." + action);
        return switch (capability) {
            case Allowed(int entries) -> messages.text("accounts.test.allowed", what, entries);
            case NotTried _ -> messages.text("accounts.test.not-tried", what);
            case Refused(var trouble) -> {
                ErrorText.Explained said = new ErrorText(messages).explain(trouble);
                String id = said.requestId() == null ? "" : ", RequestId " + said.requestId();
                yield messages.text(
                        "accounts.test.not-allowed",
                        what,
                        said.what() + " " + said.todo(),
                        said.code() + id);
            }
        };
    }
}
