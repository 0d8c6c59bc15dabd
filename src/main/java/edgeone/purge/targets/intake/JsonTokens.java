package edgeone.purge.targets.intake;

import edgeone.purge.targets.intake.UnreadableException.Reason;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.Reader;

/** Streams JSON of any size; keeps only the values that are read. */
final class JsonTokens {
    private static final int LONGEST_VALUE = 64 << 20;

    private JsonTokens() {}

    /** Reads with a parser, which is closed. */
    @FunctionalInterface
    interface Body {
        void read(JsonParser json) throws IOException;
    }

    static void read(Reader in, Body body) throws IOException {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxStringLength(LONGEST_VALUE)
                                        .build())
                        .build();
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), in)) {
            body.read(json);
        } catch (JacksonException e) {
            throw Causes.ioIn(e).orElseGet(() -> broken(e));
        }
    }

    static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }

    private static UnreadableException broken(JacksonException e) {
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        UnreadableException broken = new UnreadableException(Reason.BROKEN_JSON, line, "");
        broken.initCause(e);
        return broken;
    }
}
