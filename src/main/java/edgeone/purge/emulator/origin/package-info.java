/**
 * The sample origin behind the embedded edge: a few files for any site in {@code Host}, and
 * whatever was uploaded. {@code PUT} changes a file ({@code Cache-Tag}, {@code Cache-Control} and
 * {@code Content-Type} of the request are served with it from then on), {@code DELETE} removes it,
 * {@code GET /_log} lists the requests so far with their conditional headers, {@code DELETE /_log}
 * clears them. For the emulator only; runs on connection threads.
 */
@NullMarked
package edgeone.purge.emulator.origin;

import org.jspecify.annotations.NullMarked;
