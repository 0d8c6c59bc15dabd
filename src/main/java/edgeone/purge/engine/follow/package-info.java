/** Polls EdgeOne about accepted targets until all of them are final. Blocks. */
@NullMarked
package edgeone.purge.engine.follow;

import org.jspecify.annotations.NullMarked;
