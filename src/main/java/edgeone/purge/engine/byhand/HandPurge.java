package edgeone.purge.engine.byhand;

import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Items;
import edgeone.purge.api.value.JsonValue.Members;
import edgeone.purge.api.value.JsonValue.Text;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.TargetLines;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a CreatePurgeTask, as far as a job can hold them.
 *
 * @param method null if none is given
 * @param targets null if the parameter is left out
 * @param tagDomains {@code CacheTag.Domains}
 */
public record HandPurge(
        String zoneId,
        PurgeType type,
        @Nullable PurgeMethod method,
        @Nullable List<String> targets,
        List<String> tagDomains) {
    public static final String ACTION = "CreatePurgeTask";

    private static final Set<String> HELD =
            Set.of("ZoneId", "Type", "Method", "Targets", "CacheTag");

    public HandPurge {
        targets = targets == null ? null : List.copyOf(targets);
        tagDomains = List.copyOf(tagDomains);
    }

    /** Empty if something in the parameters would be lost on the way into a job. */
    public static Optional<HandPurge> of(Members parameters) {
        Map<String, JsonValue> given = parameters.members();
        Optional<PurgeType> type = text(given.get("Type")).flatMap(PurgeType::purgeOfWireName);
        Optional<String> zone = text(given.get("ZoneId"));
        Optional<PurgeMethod> method = text(given.get("Method")).flatMap(PurgeMethod::ofWireName);
        Optional<List<String>> targets = texts(given.get("Targets"));
        Optional<List<String>> domains = domains(given.get("CacheTag"));
        boolean whole =
                HELD.containsAll(given.keySet())
                        && method.isPresent() == given.containsKey("Method")
                        && targets.isPresent() == given.containsKey("Targets")
                        && domains.isPresent() == given.containsKey("CacheTag");
        return whole && type.isPresent() && zone.isPresent()
                ? Optional.of(
                        new HandPurge(
                                zone.get(),
                                type.get(),
                                method.orElse(null),
                                targets.orElse(null),
                                domains.orElse(List.of())))
                : Optional.empty();
    }

    /** To be planned: every target as it is written. */
    PurgeDraft in(Zone zone) {
        return new PurgeDraft(
                zone,
                type,
                method,
                targets == null ? null : TargetLines.of(targets),
                tagDomains,
                false,
                Cleaning.NONE);
    }

    private static Optional<List<String>> domains(@Nullable JsonValue tag) {
        return tag instanceof Members(var members) && members.keySet().equals(Set.of("Domains"))
                ? texts(members.get("Domains"))
                : Optional.empty();
    }

    private static Optional<String> text(@Nullable JsonValue value) {
        return value instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<List<String>> texts(@Nullable JsonValue value) {
        if (!(value instanceof Items(var items))) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items) {
            if (!(item instanceof Text(String text))) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(texts);
    }
}
