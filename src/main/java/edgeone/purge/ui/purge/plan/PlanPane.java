package edgeone.purge.ui.purge.plan;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.recent.RecentPurge;
import edgeone.purge.engine.recent.TeamPurge;
import edgeone.purge.model.Quota;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Hint;
import edgeone.purge.ui.purge.editor.LineActions;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** The card of a plan: what will be sent, what it costs, and what is wrong with the lines. */
public final class PlanPane {
    private final PlanTexts texts;
    private final PlanNumbers numbers;
    private final QuotaBar quotaBar;
    private final QuotaBars quotaBars;
    private final FitCard fitCard;
    private final Formats formats;
    private final Label age = named("plan-age", label("", "muted"));
    private final Hint ageHint = new Hint(age);
    private final VBox warnings = column(6);
    private final VBox recent = named("plan-recent", column(6));
    private final VBox team = named("plan-team", column(6));
    private final PlanSection<Review.Group> problems;
    private final PlanSection<Rewrite> rewrites;
    private final PlanSection<Review.RemarkGroup> remarks;
    private final Hyperlink command = named("plan-command", new Hyperlink());
    private final VBox root;

    /**
     * @param fit whether what today's quota does not take is kept
     * @param then what the prefetch afterwards costs
     * @param copyCommand copies the plan as a command line
     */
    public PlanPane(
            Formats formats,
            LineActions editor,
            BooleanProperty fit,
            ThenLine then,
            Runnable copyCommand) {
        this.formats = formats;
        texts = new PlanTexts(formats);
        numbers = new PlanNumbers(formats, texts);
        quotaBar = new QuotaBar(formats);
        quotaBars = new QuotaBars(formats);
        fitCard = new FitCard(formats, fit, editor);
        LineCards cards = new LineCards(formats, editor);
        problems = new PlanSection<>(formats, "window.plan.problemsTitle", cards::problem);
        rewrites = new PlanSection<>(formats, "window.plan.rewritesTitle", cards::rewrite);
        remarks = new PlanSection<>(formats, "window.plan.remarksTitle", cards::remark);
        root =
                styled(
                        sparse(
                                new VBox(
                                        row(
                                                8,
                                                label(formats.text("window.plan.title"), "title"),
                                                age),
                                        numbers.root(),
                                        quotaBar.root(),
                                        quotaBars.root(),
                                        fitCard.root(),
                                        then.node(),
                                        team,
                                        recent,
                                        warnings,
                                        problems.root(),
                                        rewrites.root(),
                                        remarks.root(),
                                        command)),
                        "card");
        command.setText(formats.text("actions.row.command"));
        command.setOnAction(_ -> copyCommand.run());
        clear();
        showRecent(null);
        showTeam(null);
        showAge(null);
    }

    /**
     * Says how old what the plan is made with is.
     *
     * @param asOf null if EdgeOne said so now
     */
    public void showAge(@Nullable Instant asOf) {
        toggle(age, asOf != null);
        if (asOf != null) {
            String when = formats.when(asOf);
            String whole = formats.text("window.known.asOf", when);
            age.setText(formats.text("window.known.asOfShort", when));
            age.setAccessibleText(whole);
            ageHint.say(whole);
        }
    }

    public Parent root() {
        return root;
    }

    /**
     * Shows a plan.
     *
     * @param review null if there is no plan
     * @param quota of the plan's type; null if unknown
     */
    public void show(@Nullable Review review, @Nullable Quota quota) {
        if (review == null) {
            clear();
            return;
        }
        Plan plan = review.plan();
        toggle(command, plan.sendable());
        numbers.show(plan);
        quotaBar.show(plan, quota);
        fitCard.show(plan, quota);
        tell(warnings, plan.warnings().stream().map(w -> texts.warning(w, plan)).toList());
        problems.show(review.groups());
        rewrites.show(plan.list().rewrites());
        remarks.show(review.remarks());
    }

    /** Shows the quotas of the zone; null while they are not known. */
    public void showQuotas(@Nullable ZoneFacts facts) {
        quotaBars.show(facts);
    }

    /** Shows that targets of the plan were purged a short while ago; null for none. */
    public void showRecent(@Nullable RecentPurge purge) {
        tell(recent, purge == null ? List.of() : List.of(texts.recent(purge)));
    }

    /** Shows what a colleague purges in the zone now, or purged lately; null for nothing. */
    public void showTeam(@Nullable TeamPurge purge) {
        tell(team, purge == null ? List.of() : List.of(texts.team(purge)));
    }

    /** An empty list takes no room, not even the spacing. */
    private static void tell(VBox place, List<String> notices) {
        place.getChildren().setAll(notices.stream().map(LineCards::notice).toList());
        toggle(place, !notices.isEmpty());
    }

    private void clear() {
        toggle(command, false);
        numbers.clear();
        quotaBar.clear();
        fitCard.clear();
        tell(warnings, List.of());
        problems.show(List.of());
        rewrites.show(List.of());
        remarks.show(List.of());
    }
}
