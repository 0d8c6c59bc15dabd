/**
 * Tencent Cloud's signature TC3-HMAC-SHA256 as pure stages: {@link
 * edgeone.purge.teo.tc3.CanonicalRequest}, {@link edgeone.purge.teo.tc3.StringToSign}, {@link
 * edgeone.purge.teo.tc3.SigningKey}, {@link edgeone.purge.teo.tc3.Authorization}; {@link
 * edgeone.purge.teo.tc3.Signature} keeps them together. The client signs with them, and the command
 * line shows them. They do no I/O, read no clock and are thread-safe.
 */
@NullMarked
package edgeone.purge.teo.tc3;

import org.jspecify.annotations.NullMarked;
