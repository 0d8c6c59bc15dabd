package edgeone.purge.cli.kit;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * How the window is opened.
 *
 * @param tour where the pictures of a tour go; null to work
 * @param softwareRendering whether to draw without the graphics card, now and from then on; false
 *     for what the settings say
 */
public record WindowOptions(@Nullable Path tour, boolean softwareRendering) {
    /** As the menu opens it. */
    public static final WindowOptions STANDARD = new WindowOptions(null, false);
}
