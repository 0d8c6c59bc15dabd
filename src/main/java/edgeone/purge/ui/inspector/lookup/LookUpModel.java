package edgeone.purge.ui.inspector.lookup;

import edgeone.purge.engine.calls.LookUp;
import edgeone.purge.engine.calls.LookUp.Answer;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/** What is looked up, and what it came to. */
public final class LookUpModel {
    private static final int LISTED = 10;

    private final LookUp lookUp;
    private final Latest looking;
    private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();

    public LookUpModel(LookUp lookUp, Tasks tasks) {
        this.lookUp = lookUp;
        looking = tasks.latest();
    }

    /** Looks up what a person pasted. */
    void look(String text) {
        if (text.isBlank()) {
            looking.drop();
            trouble.set(null);
            answer.set(null);
            return;
        }
        looking.run(
                () -> lookUp.of(text, LISTED),
                found -> {
                    trouble.set(null);
                    answer.set(found);
                },
                why -> {
                    answer.set(null);
                    trouble.set(why);
                });
    }

    /** Null before anything was pasted. */
    ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
