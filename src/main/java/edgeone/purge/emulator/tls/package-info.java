/**
 * TLS for the emulator's API: a certificate authority of its own, kept in the home folder, and a
 * server certificate made at each start. Certificates are written here because the JDK reads but
 * cannot issue them; they pass the strict checks of RFC 5280 that newer clients make. Not for use
 * outside this machine.
 */
@NullMarked
package edgeone.purge.emulator.tls;

import org.jspecify.annotations.NullMarked;
