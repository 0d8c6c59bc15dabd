/**
 * The way to EdgeOne: endpoint, proxies, trusted certificates, timeouts, and the HTTP client made
 * of them.
 */
@NullMarked
package edgeone.purge.teo.net;

import org.jspecify.annotations.NullMarked;
