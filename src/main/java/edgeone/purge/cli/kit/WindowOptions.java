package edgeone.purge.cli.kit;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * How to open the window.
 *
 * @param tour folder for the pictures of a tour; null for normal use
 * @param softwareRendering whether to render without the graphics card, now and in future; false
 *     for what the settings say
 */
public record WindowOptions(@Nullable Path tour, boolean softwareRendering) {
    /** As opened from a menu. */
    public static final WindowOptions STANDARD = new WindowOptions(null, false);
}
