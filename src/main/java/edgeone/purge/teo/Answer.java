package edgeone.purge.teo;

import okio.Buffer;

import org.jspecify.annotations.Nullable;

/**
 * A complete HTTP reply, not yet interpreted.
 *
 * @param body decompressed; read once
 */
record Answer(int status, @Nullable String contentType, Buffer body) {}
