/**
 * Speaks HTTP with an edge: at the address wanted, with the host and the certificate of the target.
 * Uses OkHttp as {@code teo.net} sets it up, so that proxies and certificate authorities are those
 * of every other request. For {@code app.wiring}, which makes it; blocks.
 */
@NullMarked
package edgeone.purge.probe.http;

import org.jspecify.annotations.NullMarked;
