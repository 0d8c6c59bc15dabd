package edgeone.purge.targets.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * The segments {@code .} and {@code ..} of a path, which browsers resolve before they ask, written
 * with dots or as {@code %2e}.
 */
public final class DotSegments {
    private DotSegments() {}

    /**
     * Whether the path has such segments.
     *
     * @param path empty, or from its first slash to before the query
     */
    public static boolean isIn(String path) {
        if (path.indexOf("/.") < 0 && path.indexOf("/%2") < 0) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (isOne(segment) || isTwo(segment)) {
                return true;
            }
        }
        return false;
    }

    /** The path as RFC 3986 5.2.4 resolves it; repeated slashes stay. */
    public static String resolve(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            String segment = segments[i];
            if (isTwo(segment) && !kept.isEmpty()) {
                kept.removeLast();
            }
            if (!isOne(segment) && !isTwo(segment)) {
                kept.add(segment);
            } else if (last) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static boolean isOne(String segment) {
        return segment.equals(".") || segment.equalsIgnoreCase("%2e");
    }

    private static boolean isTwo(String segment) {
        return switch (segment.length()) {
            case 2 -> segment.equals("..");
            case 4 -> segment.equalsIgnoreCase(".%2e") || segment.equalsIgnoreCase("%2e.");
            case 6 -> segment.equalsIgnoreCase("%2e%2e");
            default -> false;
        };
    }
}
