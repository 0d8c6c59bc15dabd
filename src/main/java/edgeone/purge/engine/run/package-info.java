/**
 * What every run shares: the connection, progress, stopping, waiting, retrying and counting. The
 * classes say which thread may use them.
 */
@NullMarked
package edgeone.purge.engine.run;

import org.jspecify.annotations.NullMarked;
