/**
 * Tencent Cloud's signature TC3-HMAC-SHA256 as pure stages: {@link
 * edgeone.purge.teo.tc3.CanonicalRequest}, {@link edgeone.purge.teo.tc3.StringToSign}, {@link
 * edgeone.purge.teo.tc3.SigningKey}, {@link edgeone.purge.teo.tc3.Authorization}. The client signs
 * with them, the embedded EdgeOne verifies with them. They do no I/O, read no clock and are
 * thread-safe.
 */
@NullMarked
package edgeone.purge.teo.tc3;

import org.jspecify.annotations.NullMarked;
