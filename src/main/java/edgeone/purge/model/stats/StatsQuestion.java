package edgeone.purge.model.stats;

import edgeone.purge.model.query.JobFilter;

import java.time.ZoneId;

/**
 * What is to be summed up.
 *
 * @param filter which jobs; its text and states are not looked at
 * @param zone where days begin
 */
public record StatsQuestion(JobFilter filter, ZoneId zone, Step step) {}
