/**
 * The words of the program as records and enums: account, zone, target, job, batch, outcome, plan.
 * No framework, no input or output; everything here is immutable and may be used from any thread.
 */
@NullMarked
package edgeone.purge.model;

import org.jspecify.annotations.NullMarked;
