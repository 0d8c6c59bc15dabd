package edgeone.purge.ui.purge.plan;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.form.PurgeForm;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Plans the form again whenever something the plan depends on changes. */
public final class Planning {
    private final PurgeEngine engine;
    private final Session session;
    private final PurgeForm form;
    private final Permission permission;
    private final Latest planning;
    private final Consumer<@Nullable Exception> trouble;
    private final ReadOnlyObjectWrapper<@Nullable Review> review = new ReadOnlyObjectWrapper<>();
    private Runnable onChange = () -> {};

    /** Whether the newest plan is one of the form as it is now. */
    private boolean current;

    /** Whether the newest plan was made with what EdgeOne says now, not with that of last time. */
    private boolean ofFreshFacts;

    /**
     * @param trouble receives why planning failed, and null when it starts again
     */
    public Planning(
            PurgeEngine engine,
            Session session,
            PurgeForm form,
            Permission permission,
            Tasks tasks,
            Consumer<@Nullable Exception> trouble) {
        this.engine = engine;
        this.session = session;
        this.form = form;
        this.permission = permission;
        this.trouble = trouble;
        planning = tasks.latest();
        form.listen(this::expire, this::replan);
        session.signedInProperty().subscribe(_ -> replan());
        // New quotas leave the plan usable while they are worked in.
        session.factsProperty().subscribe(_ -> replan(current && ofFreshFacts));
        session.factsFreshProperty().subscribe(this::freshnessChanged);
        session.factsTroubleProperty().subscribe(_ -> replan());
        session.zoneProperty().subscribe(_ -> replan());
        session.typeProperty().subscribe(_ -> replan());
        form.methodProperty().subscribe(_ -> replan());
        form.tagDomainsProperty().subscribe(_ -> replan());
        form.fitProperty().subscribe(_ -> replan());
        form.prefetch().listen(this::replan);
    }

    /** Calls {@code change} when planning starts, succeeds or fails, and when a plan expires. */
    public void listen(Runnable change) {
        onChange = change;
    }

    /** The plan shown is no longer one of the form. */
    private void expire() {
        current = false;
        planning.drop();
        onChange.run();
    }

    private void replan() {
        replan(false);
    }

    /**
     * @param usable whether the present plan may be submitted until the new one is ready
     */
    private void replan(boolean usable) {
        current = usable;
        ZoneFacts facts = session.factsProperty().get();
        Connection connection = session.connection();
        if (facts == null || !facts.zone().equals(session.zoneProperty().get())) {
            planning.drop();
            current = false;
            review.set(null);
        } else {
            plan(connection, facts);
        }
        onChange.run();
    }

    private void freshnessChanged(boolean fresh) {
        ofFreshFacts &= fresh;
        onChange.run();
    }

    /**
     * @param connection null while nobody has signed in, and nothing can be submitted
     */
    private void plan(@Nullable Connection connection, ZoneFacts facts) {
        boolean fresh = session.factsFreshProperty().get();
        Supplier<PurgeDraft> draft = form.draft(facts.zone());
        trouble.accept(null);
        planning.run(
                () -> {
                    Plan plan = engine.plan(draft.get(), facts);
                    return new Planned(
                            Review.of(plan),
                            connection == null
                                    ? ConsentNeeded.NOTHING
                                    : engine.consentNeeded(connection, plan));
                },
                made -> {
                    current = true;
                    ofFreshFacts = fresh;
                    permission.learn(made.needed());
                    review.set(made.review());
                    onChange.run();
                },
                failure -> {
                    trouble.accept(failure);
                    review.set(null);
                    onChange.run();
                });
    }

    /** The plan of the form as it is now, which may be submitted; null while there is none. */
    public @Nullable Review current() {
        return current && ofFreshFacts ? review.get() : null;
    }

    /** The newest plan, which may be of the form as it was a moment ago; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Review> reviewProperty() {
        return review.getReadOnlyProperty();
    }

    /** A plan, and what has to be confirmed before it is submitted. */
    private record Planned(Review review, ConsentNeeded needed) {}
}
