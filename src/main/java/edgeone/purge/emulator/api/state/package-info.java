/** What the embedded EdgeOne knows: zones, quota, and the jobs it accepted. */
@NullMarked
package edgeone.purge.emulator.api.state;

import org.jspecify.annotations.NullMarked;
