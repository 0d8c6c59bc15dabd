package edgeone.purge.model.query;

import java.util.List;
import java.util.Map;

/**
 * What jobs can be filtered by.
 *
 * @param zones the last name of each zone by its ID; the ID itself if it has no name
 * @param accounts names of accounts, sorted
 */
public record JobFacets(Map<String, String> zones, List<String> accounts) {
    public static final JobFacets NONE = new JobFacets(Map.of(), List.of());

    public JobFacets {
        zones = Map.copyOf(zones);
        accounts = List.copyOf(accounts);
    }
}
