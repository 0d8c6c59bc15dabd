package edgeone.purge.cli.probe;

import edgeone.purge.cli.kit.Output;

import java.util.Map;

/** A JSON document on one line with one list, which is written as it comes. */
final class JsonRows implements AutoCloseable {
    private final Output output;
    private boolean any;

    /**
     * @param member the name of the list
     */
    JsonRows(Output output, String member) {
        this.output = output;
        output.part("{\"" + member + "\":[");
    }

    void add(Map<String, Object> row) {
        output.part((any ? "," : "") + Output.document(row));
        any = true;
    }

    @Override
    public void close() {
        output.line("]}");
    }
}
