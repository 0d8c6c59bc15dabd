package edgeone.purge.emulator.api;

/** A refusal by the service; becomes {@code Response.Error}. */
final class ApiRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String english;
    private final String chinese;

    ApiRefusal(Wording wording, Object... values) {
        this(wording.code(), wording.text(false, values), wording.text(true, values));
    }

    private ApiRefusal(String code, String english, String chinese) {
        super(code + ": " + english, null, false, false);
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    /** Creates a refusal with a code outside the emulator's own list. */
    static ApiRefusal injected(String code) {
        return code.equals(Wording.RATE.code())
                ? new ApiRefusal(Wording.RATE, RateWindow.LIMIT + 1, RateWindow.LIMIT)
                : new ApiRefusal(
                        code,
                        Wording.INJECTED.text(false, code),
                        Wording.INJECTED.text(true, code));
    }

    String code() {
        return code;
    }

    String text(boolean inChinese) {
        return inChinese ? chinese : english;
    }
}
