package edgeone.purge.teo.reply;

import okio.Buffer;

import org.jspecify.annotations.Nullable;

/**
 * A complete HTTP reply, not yet interpreted.
 *
 * @param body decompressed; read once
 */
public record Answer(int status, @Nullable String contentType, Buffer body) {}
