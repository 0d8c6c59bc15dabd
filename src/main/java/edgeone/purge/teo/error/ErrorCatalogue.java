package edgeone.purge.teo.error;

import java.util.Map;

/** Every error code known, each with its class and what to do. */
public final class ErrorCatalogue {
    /** Codes whose class their family does not tell. */
    private static final Map<String, ErrorClass> CODES =
            Map.ofEntries(
                    Map.entry("AuthFailure.SignatureExpire", ErrorClass.CLOCK),
                    Map.entry("AuthFailure.UnauthorizedOperation", ErrorClass.PERMISSION),
                    Map.entry("UnauthorizedOperation.Unknown", ErrorClass.SERVER),
                    Map.entry("LimitExceeded.RateLimitExceeded", ErrorClass.THROTTLE),
                    Map.entry("InvalidParameter.ActionInProgress", ErrorClass.THROTTLE),
                    Map.entry("InvalidParameter.ZoneNotFound", ErrorClass.ZONE),
                    Map.entry("InvalidParameterValue.ZoneNotFound", ErrorClass.ZONE),
                    Map.entry("InvalidParameterValue.ZonePaused", ErrorClass.ZONE),
                    Map.entry("ResourceUnavailable.ZoneNotFound", ErrorClass.ZONE),
                    Map.entry("Http.429", ErrorClass.THROTTLE),
                    Map.entry("Http.407", ErrorClass.NETWORK),
                    Map.entry("Http.408", ErrorClass.NETWORK));

    /** What stands before the first dot of a code, or is the whole code. */
    private static final Map<String, ErrorClass> FAMILIES =
            Map.ofEntries(
                    Map.entry("AuthFailure", ErrorClass.AUTH),
                    Map.entry("UnauthorizedOperation", ErrorClass.PERMISSION),
                    Map.entry("IpInBlacklist", ErrorClass.PERMISSION),
                    Map.entry("IpNotInWhitelist", ErrorClass.PERMISSION),
                    Map.entry("LimitExceeded", ErrorClass.QUOTA),
                    Map.entry("RequestLimitExceeded", ErrorClass.THROTTLE),
                    Map.entry("OperationDenied", ErrorClass.ZONE),
                    Map.entry("ResourceNotFound", ErrorClass.ZONE),
                    Map.entry("InternalError", ErrorClass.SERVER),
                    Map.entry("FailedOperation", ErrorClass.SERVER),
                    Map.entry("ServiceUnavailable", ErrorClass.SERVER),
                    Map.entry("ResourceUnavailable", ErrorClass.SERVER),
                    Map.entry("ResourceInUse", ErrorClass.SERVER),
                    Map.entry("ResourceInsufficient", ErrorClass.SERVER),
                    Map.entry("Network", ErrorClass.NETWORK),
                    Map.entry("Reply", ErrorClass.UNREADABLE));

    private ErrorCatalogue() {}

    /**
     * The class of a code of EdgeOne or of ours; of an unknown code by its family, and of an
     * unknown family {@link ErrorClass#INPUT}: EdgeOne did not take what was sent.
     */
    public static ErrorClass classOf(String code) {
        ErrorClass own = CODES.get(code);
        if (own != null) {
            return own;
        }
        String family = family(code);
        if (family.equals("Http")) {
            return code.startsWith("Http.5") ? ErrorClass.SERVER : ErrorClass.UNREADABLE;
        }
        return FAMILIES.getOrDefault(family, ErrorClass.INPUT);
    }

    /**
     * Whether EdgeOne's answer with this code proves that it did not take the request. Not so for
     * trouble inside EdgeOne, behind which the work may have been done all the same.
     */
    public static boolean provesNotTaken(String code) {
        return switch (family(code)) {
            case "InternalError", "FailedOperation", "ServiceUnavailable", "ResourceUnavailable" ->
                    false;
            default -> !code.equals("UnauthorizedOperation.Unknown");
        };
    }

    /**
     * Whether the same request may be taken later without anybody changing anything. Never for
     * quota, permission, input, keys and zones.
     */
    public static boolean mayPass(String code) {
        return switch (classOf(code)) {
            case THROTTLE, SERVER, UNREADABLE -> !family(code).equals("Http") || mayPassHttp(code);
            case NETWORK ->
                    switch (code) {
                        // A certificate or a proxy stays wrong until somebody sets it right.
                        case "Network.Tls",
                                "Network.Proxy",
                                "Network.ProxySignIn",
                                "Network.ProxyPassword",
                                "Http.407" ->
                                false;
                        default -> true;
                    };
            case AUTH, CLOCK, PERMISSION, QUOTA, INPUT, ZONE -> false;
        };
    }

    private static boolean mayPassHttp(String code) {
        return code.startsWith("Http.5") || code.equals("Http.429");
    }

    private static String family(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }
}
