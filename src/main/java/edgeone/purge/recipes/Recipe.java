package edgeone.purge.recipes;

import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A filled form kept by name. {@code ${K}} in a line or a domain is a variable.
 *
 * @param zoneId empty if only the name is known
 * @param zoneName the zone's name when the recipe was saved; may be empty if the ID is known
 * @param method null for EdgeOne's default
 * @param lines the targets as typed, one a line, none of them blank; empty for the whole zone
 * @param tagDomains domains of a cache-tag purge; empty if none were given
 */
public record Recipe(
        String name,
        String zoneId,
        String zoneName,
        PurgeType type,
        @Nullable PurgeMethod method,
        List<String> lines,
        List<String> tagDomains) {

    public Recipe {
        lines = List.copyOf(lines);
        tagDomains = List.copyOf(tagDomains);
    }

    /**
     * What a job purged.
     *
     * @param targets of the job, as sent; of a whole zone they are not looked at
     */
    public static Recipe of(Job job, List<String> targets, String name) {
        return new Recipe(
                name,
                job.zoneId(),
                job.zoneName(),
                job.type(),
                job.method(),
                job.type() == PurgeType.ALL ? List.of() : targets,
                job.tagDomains());
    }

    public Recipe withName(String newName) {
        return new Recipe(newName, zoneId, zoneName, type, method, lines, tagDomains);
    }

    /** The names of its variables, in alphabetical order. */
    public Set<String> variables() {
        Set<String> names = new TreeSet<>();
        lines.forEach(line -> names.addAll(Variables.in(line)));
        tagDomains.forEach(domain -> names.addAll(Variables.in(domain)));
        return Collections.unmodifiableSet(names);
    }

    /** The zone as a person calls it: by its name, or by its ID if there is none. */
    public String zone() {
        return zoneName.isEmpty() ? zoneId : zoneName;
    }
}
