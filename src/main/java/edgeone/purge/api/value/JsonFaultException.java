package edgeone.purge.api.value;

/** A text is not the JSON that is wanted; says where. */
public final class JsonFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final JsonFault fault;
    private final int line;
    private final int column;

    JsonFaultException(JsonFault fault, int line, int column) {
        super(fault + " at line " + line + ", column " + column);
        this.fault = fault;
        this.line = line;
        this.column = column;
    }

    public JsonFault fault() {
        return fault;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1, in UTF-16 units. */
    public int column() {
        return column;
    }
}
