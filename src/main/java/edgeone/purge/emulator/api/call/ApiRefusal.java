package edgeone.purge.emulator.api.call;

/** A refusal by the service, sent as {@code Response.Error}. */
public final class ApiRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String english;
    private final String chinese;

    public ApiRefusal(Wording wording, Object... values) {
        this(wording.code(), wording.text(false, values), wording.text(true, values));
    }

    private ApiRefusal(String code, String english, String chinese) {
        super(code + ": " + english, null, false, false);
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    /** A refusal with a code from outside the emulator's own list. */
    public static ApiRefusal injected(String code) {
        return code.equals(Wording.RATE.code())
                ? new ApiRefusal(Wording.RATE, RateWindow.LIMIT + 1, RateWindow.LIMIT)
                : new ApiRefusal(
                        code,
                        Wording.INJECTED.text(false, code),
                        Wording.INJECTED.text(true, code));
    }

    public String code() {
        return code;
    }

    public String text(boolean inChinese) {
        return inChinese ? chinese : english;
    }
}
