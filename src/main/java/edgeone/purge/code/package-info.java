/**
 * Writes a call as code: for TCCLI, for curl, and for the vendor's SDKs. The code reads the key
 * from the environment and never holds one, and whatever a parameter contains stays a text in it.
 * Pure, and safe on any thread.
 */
@NullMarked
package edgeone.purge.code;

import org.jspecify.annotations.NullMarked;
