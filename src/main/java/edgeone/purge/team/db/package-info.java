/**
 * The team's database: its address, connections to it, its schema and roles. Only packages below
 * {@code team} use PostgreSQL.
 */
@NullMarked
package edgeone.purge.team.db;

import org.jspecify.annotations.NullMarked;
