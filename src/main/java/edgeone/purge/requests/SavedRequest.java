package edgeone.purge.requests;

import edgeone.purge.model.FoldedName;

/**
 * An API call kept by name.
 *
 * @param action EdgeOne's name
 * @param body its parameters, a JSON object as it was typed
 */
public record SavedRequest(String name, String action, String body) {

    public SavedRequest withName(String newName) {
        return new SavedRequest(newName, action, body);
    }

    /** Whether a reader would take a name for this one's. */
    boolean isCalled(String other) {
        return folded().equals(FoldedName.of(other).text());
    }

    String folded() {
        return FoldedName.of(name).text();
    }
}
