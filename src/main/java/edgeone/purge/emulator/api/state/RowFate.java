package edgeone.purge.emulator.api.state;

/**
 * How a row ends.
 *
 * @param status {@code success}, {@code failed}, {@code timeout}, {@code canceled} or, of a
 *     prefetch, {@code invalid}
 * @param failType EdgeOne's reason; empty if it did not fail
 */
public record RowFate(String status, String failType) {
    static final RowFate SUCCESS = new RowFate("success", "");

    /** The origin answered, but not with a success. */
    public static final RowFate INVALID = new RowFate("invalid", "");

    /** Reads {@code status} or {@code status:type}, as in a fault specification. */
    public static RowFate of(String text) {
        int colon = text.indexOf(':');
        String status = colon < 0 ? text : text.substring(0, colon);
        String given = colon < 0 ? "taskFailed" : text.substring(colon + 1);
        return new RowFate(status, status.equals("failed") ? given : "");
    }

    String text() {
        return failType.isEmpty() ? status : status + ":" + failType;
    }

    public String message(boolean inChinese) {
        return switch (failType) {
            case "originPullFailed" ->
                    inChinese ? "回源失败，请检查源站是否可用。" : "Origin-pull failed, check the origin.";
            case "quotaExceeded" -> inChinese ? "配额不足。" : "The quota is exceeded.";
            case "accessDenied" -> inChinese ? "访问被拒绝。" : "The access was denied.";
            default -> inChinese ? "任务失败，请重试。" : "The task failed, please try again.";
        };
    }
}
