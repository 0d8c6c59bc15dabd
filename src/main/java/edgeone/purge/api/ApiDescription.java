package edgeone.purge.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All actions that the program knows.
 *
 * @param version sent as {@code X-TC-Version}
 * @param errors codes that every action may answer
 */
public record ApiDescription(
        String service, String version, List<ApiAction> actions, List<String> errors) {
    private static final String READS = "Describe";

    public ApiDescription {
        actions = List.copyOf(actions);
        errors = List.copyOf(errors);
    }

    /** The description that the program brings. */
    public static ApiDescription teo() {
        return Brought.TEO;
    }

    public Optional<ApiAction> action(String name) {
        return actions.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** Whether an action changes nothing; of one that is not described, its name says so. */
    public boolean reads(String action) {
        return action(action)
                .map(known -> known.kind() == ActionKind.READ)
                .orElseGet(() -> action.startsWith(READS));
    }

    public List<String> names() {
        return actions.stream().map(ApiAction::name).toList();
    }

    /** The actions that list a code as one of their own. */
    public List<String> actionsWith(String error) {
        return actions.stream()
                .filter(a -> a.errors().contains(error))
                .map(ApiAction::name)
                .toList();
    }

    /** Every code it names, once. */
    public List<String> everyError() {
        return Stream.concat(errors.stream(), actions.stream().flatMap(a -> a.errors().stream()))
                .distinct()
                .toList();
    }

    /** Read on first use. */
    private static final class Brought {
        static final ApiDescription TEO = DescriptionReader.read("teo-2022-09-01.json");
    }
}
