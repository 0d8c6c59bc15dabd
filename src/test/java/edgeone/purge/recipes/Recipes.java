package edgeone.purge.recipes;

import edgeone.purge.model.PurgeType;

import java.util.List;

/** Recipes to try things with. */
final class Recipes {
    static final String HOST = "https://www.example.com";

    private Recipes() {}

    static Recipe of(String name, PurgeType type, String... lines) {
        return new Recipe(name, "zone-1", "example.com", type, null, List.of(lines), List.of());
    }

    static Recipe urls(String... lines) {
        return of("nightly", PurgeType.URL, lines);
    }
}
