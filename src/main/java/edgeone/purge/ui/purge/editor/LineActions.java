package edgeone.purge.ui.purge.editor;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What other parts of the screen can do to single lines. Lines are numbered from 1. */
public interface LineActions {
    /** Selects a line and scrolls to it. */
    void jump(int number);

    /** Removes lines. */
    void drop(Set<Integer> numbers);

    /** Replaces each of these lines by others, as a single undoable edit. */
    void replace(Map<Integer, List<String>> others);
}
