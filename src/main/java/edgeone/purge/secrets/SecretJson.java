package edgeone.purge.secrets;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Secrets as JSON: {@code {"key":"…","token":"…"}}. Reads and writes character arrays; escapes
 * non-ASCII, which not every keychain preserves; errors never contain input.
 */
final class SecretJson {
    private final JsonFactory json =
            JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    /** Not JSON of that form. Never contains the input. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException() {
            super("not a secret");
        }
    }

    byte[] write(Secret secret) {
        ClearedBytes out = new ClearedBytes();
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
            write(generator, secret);
        }
        return out.take();
    }

    Secret read(byte[] bytes) throws MalformedException {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            Secret secret = secret(parser);
            if (parser.nextToken() != null) {
                secret.close();
                throw new MalformedException();
            }
            return secret;
        } catch (JacksonException e) {
            throw new MalformedException();
        }
    }

    byte[] writeAll(Map<String, Secret> secrets) {
        ClearedBytes out = new ClearedBytes();
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
            generator.writeStartObject();
            secrets.forEach(
                    (id, secret) -> {
                        generator.writeName(id);
                        write(generator, secret);
                    });
            generator.writeEndObject();
        }
        return out.take();
    }

    Map<String, Secret> readAll(byte[] bytes) throws MalformedException {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        boolean whole = false;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String id = parser.currentName();
                expect(parser.nextToken() == JsonToken.START_OBJECT);
                secrets.put(id, secret(parser));
            }
            expect(parser.nextToken() == null);
            whole = true;
            return secrets;
        } catch (JacksonException e) {
            throw new MalformedException();
        } finally {
            if (!whole) {
                secrets.values().forEach(Secret::close);
            }
        }
    }

    private static void write(JsonGenerator generator, Secret secret) {
        char[] key = secret.key();
        char[] token = secret.token();
        generator.writeStartObject();
        generator.writeName("key");
        generator.writeString(key, 0, key.length);
        if (token != null) {
            generator.writeName("token");
            generator.writeString(token, 0, token.length);
        }
        generator.writeEndObject();
        Wipe.chars(key);
        Wipe.chars(token);
    }

    /** From inside the object to its end. */
    private static Secret secret(JsonParser parser) throws MalformedException {
        char @Nullable [] key = null;
        char @Nullable [] token = null;
        try {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                expect(parser.nextToken() == JsonToken.VALUE_STRING);
                if (name.equals("key")) {
                    key = text(parser);
                } else if (name.equals("token")) {
                    token = text(parser);
                }
            }
            if (key == null) {
                throw new MalformedException();
            }
            return new Secret(key, token);
        } finally {
            Wipe.chars(key);
            Wipe.chars(token);
        }
    }

    private static char[] text(JsonParser parser) {
        int from = parser.getStringOffset();
        return Arrays.copyOfRange(
                parser.getStringCharacters(), from, from + parser.getStringLength());
    }

    private static void expect(boolean holds) throws MalformedException {
        if (!holds) {
            throw new MalformedException();
        }
    }

    /** Wipes its own buffer when the bytes are taken. */
    private static final class ClearedBytes extends ByteArrayOutputStream {
        byte[] take() {
            byte[] bytes = toByteArray();
            Wipe.bytes(buf);
            return bytes;
        }
    }
}
