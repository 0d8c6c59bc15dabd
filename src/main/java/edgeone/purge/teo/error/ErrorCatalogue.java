package edgeone.purge.teo.error;

import java.util.Map;

/** Every known error code with its class and what to do. */
public final class ErrorCatalogue {
    /** Codes that are not in the class of their family. */
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

    /** The part of a code before its first dot, or the whole code. */
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
     * Returns the class of a code of EdgeOne's or ours. An unknown code gets the class of its
     * family; an unknown family is {@link ErrorClass#INPUT}: EdgeOne rejected what was sent.
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
     * Whether EdgeOne's answer with this code proves that it did not accept the request. False for
     * errors inside EdgeOne, after which the work may have been done anyway.
     */
    public static boolean provesNotTaken(String code) {
        return switch (family(code)) {
            case "InternalError", "FailedOperation", "ServiceUnavailable", "ResourceUnavailable" ->
                    false;
            default -> !code.equals("UnauthorizedOperation.Unknown");
        };
    }

    /**
     * Whether the same request may succeed later without any change. Never for quota, permission,
     * input, keys and zones.
     */
    public static boolean mayPass(String code) {
        return switch (classOf(code)) {
            case THROTTLE, SERVER, UNREADABLE -> !family(code).equals("Http") || mayPassHttp(code);
            case NETWORK ->
                    switch (code) {
                        // A wrong certificate or proxy stays wrong until it is fixed.
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
