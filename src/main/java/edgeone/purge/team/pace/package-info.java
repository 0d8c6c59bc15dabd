/**
 * One pace for all machines of a team: EdgeOne counts requests by account, and the machines take
 * turns through the team's database. Where that cannot be asked, each machine keeps its own pace.
 * Safe for use by several threads; never waits for the database longer than a moment.
 */
@NullMarked
package edgeone.purge.team.pace;

import org.jspecify.annotations.NullMarked;
