package edgeone.purge.teo.reply;

import okio.Buffer;

import org.jspecify.annotations.Nullable;

/**
 * What came back over HTTP, whole and unjudged.
 *
 * @param body decompressed; read once
 */
public record Answer(int status, @Nullable String contentType, Buffer body) {}
