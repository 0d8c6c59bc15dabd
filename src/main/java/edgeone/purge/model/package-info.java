/**
 * The terms of the program as records and enums: account, zone, target, job, batch, outcome, plan.
 * No framework, no I/O; everything here is immutable and thread-safe.
 */
@NullMarked
package edgeone.purge.model;

import org.jspecify.annotations.NullMarked;
