package edgeone.purge.ui.purge;

import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.recipes.Filled;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.purge.editor.TargetEditor;
import edgeone.purge.ui.purge.form.PurgeForm;
import edgeone.purge.ui.recipes.RecipeForm;
import edgeone.purge.ui.shell.session.Session;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form of the screen as recipes see it. */
final class FormRecipes implements RecipeForm {
    private final Formats formats;
    private final Session session;
    private final PurgeForm form;
    private final TargetEditor editor;

    FormRecipes(Formats formats, Session session, PurgeForm form, TargetEditor editor) {
        this.formats = formats;
        this.session = session;
        this.form = form;
        this.editor = editor;
    }

    @Override
    public @Nullable Recipe recipe(String name) {
        Zone zone = session.zoneProperty().get();
        if (zone == null) {
            return null;
        }
        PurgeType type = session.typeProperty().get();
        List<String> lines = type == PurgeType.ALL ? List.of() : editor.lines();
        return new Recipe(
                name,
                zone.zoneId(),
                zone.zoneName(),
                type,
                type.takesMethod() ? form.methodProperty().get() : null,
                lines.stream().filter(line -> !line.isBlank()).toList(),
                type == PurgeType.CACHE_TAG ? form.domains() : List.of());
    }

    @Override
    public @Nullable String obstacle(Recipe recipe) {
        if (session.zones().isEmpty()) {
            return formats.text("recipes.window.no-zones");
        }
        Optional<Zone> zone = zone(recipe);
        if (zone.isEmpty()) {
            return formats.text("recipes.window.zone-gone", recipe.name(), recipe.zone());
        }
        String now = zone.get().zoneName();
        boolean renamed =
                !recipe.zoneName().isEmpty()
                        && !now.isEmpty()
                        && !now.equalsIgnoreCase(recipe.zoneName());
        return renamed
                ? formats.text("recipes.window.zone-renamed", recipe.name(), recipe.zone(), now)
                : null;
    }

    /** The zone of the recipe; a name alone must be unique. */
    private Optional<Zone> zone(Recipe recipe) {
        if (!recipe.zoneId().isEmpty()) {
            return session.find(recipe.zoneId());
        }
        String name = recipe.zoneName().toLowerCase(Locale.ROOT);
        List<Zone> named =
                session.zones().stream()
                        .filter(z -> z.zoneName().toLowerCase(Locale.ROOT).equals(name))
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    @Override
    public void fill(Recipe recipe, Filled filled) {
        List<String> before = editor.lines();
        form.fill(
                new Place.Form(
                        zone(recipe).map(Zone::zoneId).orElse(""),
                        recipe.type(),
                        recipe.method(),
                        before,
                        filled.tagDomains()));
        form.filledFrom(recipe.name(), recipe.type(), filled.lines());
        if (recipe.type() != PurgeType.ALL) {
            editor.keepOnly(filled.lines());
        }
    }
}
