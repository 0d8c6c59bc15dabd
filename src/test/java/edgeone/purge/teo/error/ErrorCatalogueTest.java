package edgeone.purge.teo.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One table: code, class, whether it proves that nothing was accepted, whether a retry may help.
 */
final class ErrorCatalogueTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    InternalError.BackendError,              SERVER,     false, true
                    InternalError.DomainConfig,              SERVER,     false, true
                    InternalError.ProxyServer,               SERVER,     false, true
                    InternalError.QuotaSystem,               SERVER,     false, true
                    InvalidParameter.DomainNotFound,         INPUT,      true,  false
                    InvalidParameter.ParameterError,         INPUT,      true,  false
                    InvalidParameter.Target,                 INPUT,      true,  false
                    InvalidParameter.TaskNotGenerated,       INPUT,      true,  false
                    InvalidParameter.UploadUrl,              INPUT,      true,  false
                    LimitExceeded.BatchQuota,                QUOTA,      true,  false
                    LimitExceeded.DailyQuota,                QUOTA,      true,  false
                    LimitExceeded.PackNotAllow,              QUOTA,      true,  false
                    UnauthorizedOperation.CamUnauthorized,   PERMISSION, true,  false
                    UnauthorizedOperation.NoPermission,      PERMISSION, true,  false
                    UnauthorizedOperation.Unknown,           SERVER,     false, true
                    ActionOffline,                           INPUT,      true,  false
                    AuthFailure.InvalidAuthorization,        AUTH,       true,  false
                    AuthFailure.InvalidSecretId,             AUTH,       true,  false
                    AuthFailure.MFAFailure,                  AUTH,       true,  false
                    AuthFailure.SecretIdNotFound,            AUTH,       true,  false
                    AuthFailure.SignatureExpire,             CLOCK,      true,  false
                    AuthFailure.SignatureFailure,            AUTH,       true,  false
                    AuthFailure.TokenFailure,                AUTH,       true,  false
                    AuthFailure.UnauthorizedOperation,       PERMISSION, true,  false
                    DryRunOperation,                         INPUT,      true,  false
                    FailedOperation,                         SERVER,     false, true
                    InternalError,                           SERVER,     false, true
                    InvalidAction,                           INPUT,      true,  false
                    InvalidParameter,                        INPUT,      true,  false
                    InvalidParameterValue,                   INPUT,      true,  false
                    InvalidRequest,                          INPUT,      true,  false
                    IpInBlacklist,                           PERMISSION, true,  false
                    IpNotInWhitelist,                        PERMISSION, true,  false
                    LimitExceeded,                           QUOTA,      true,  false
                    MissingParameter,                        INPUT,      true,  false
                    NoSuchProduct,                           INPUT,      true,  false
                    NoSuchVersion,                           INPUT,      true,  false
                    RequestLimitExceeded,                    THROTTLE,   true,  true
                    RequestLimitExceeded.GlobalRegionUinLimitExceeded, THROTTLE, true, true
                    RequestLimitExceeded.IPLimitExceeded,    THROTTLE,   true,  true
                    RequestLimitExceeded.UinLimitExceeded,   THROTTLE,   true,  true
                    RequestSizeLimitExceeded,                INPUT,      true,  false
                    ResourceInUse,                           SERVER,     true,  true
                    ResourceInsufficient,                    SERVER,     true,  true
                    ResourceNotFound,                        ZONE,       true,  false
                    ResourceUnavailable,                     SERVER,     false, true
                    ResponseSizeLimitExceeded,               INPUT,      true,  false
                    ServiceUnavailable,                      SERVER,     false, true
                    UnauthorizedOperation,                   PERMISSION, true,  false
                    UnknownParameter,                        INPUT,      true,  false
                    UnsupportedOperation,                    INPUT,      true,  false
                    UnsupportedProtocol,                     INPUT,      true,  false
                    UnsupportedRegion,                       INPUT,      true,  false
                    InvalidParameter.ActionInProgress,       THROTTLE,   true,  true
                    InvalidParameter.ZoneNotFound,           ZONE,       true,  false
                    InvalidParameterValue.ZoneNotFound,      ZONE,       true,  false
                    InvalidParameterValue.ZonePaused,        ZONE,       true,  false
                    ResourceUnavailable.ZoneNotFound,        ZONE,       false, false
                    OperationDenied,                         ZONE,       true,  false
                    OperationDenied.ErrZoneIsAlreadyPaused,  ZONE,       true,  false
                    OperationDenied.ZoneNotActive,           ZONE,       true,  false
                    OperationDenied.ComplianceForbidden,     ZONE,       true,  false
                    LimitExceeded.RateLimitExceeded,         THROTTLE,   true,  true
                    InternalError.SystemError,               SERVER,     false, true
                    InternalError.SomethingNew,              SERVER,     false, true
                    FailedOperation.SomethingNew,            SERVER,     false, true
                    ResourceUnavailable.SomethingNew,        SERVER,     false, true
                    LimitExceeded.SomethingNew,              QUOTA,      true,  false
                    UnauthorizedOperation.SomethingNew,      PERMISSION, true,  false
                    AuthFailure.SomethingNew,                AUTH,       true,  false
                    InternalErrors,                          INPUT,      true,  false
                    Brand.New,                               INPUT,      true,  false
                    Network.Timeout,                         NETWORK,    true,  true
                    Network.Broken,                          NETWORK,    true,  true
                    Network.Canceled,                        NETWORK,    true,  true
                    Network.Tls,                             NETWORK,    true,  false
                    Network.Proxy,                           NETWORK,    true,  false
                    Network.ProxySignIn,                     NETWORK,    true,  false
                    Network.ProxyPassword,                   NETWORK,    true,  false
                    Http.500,                                SERVER,     true,  true
                    Http.503,                                SERVER,     true,  true
                    Http.429,                                THROTTLE,   true,  true
                    Http.408,                                NETWORK,    true,  true
                    Http.407,                                NETWORK,    true,  false
                    Http.404,                                UNREADABLE, true,  false
                    Http.302,                                UNREADABLE, true,  false
                    Reply.NotJson,                           UNREADABLE, true,  true
                    Reply.Incomplete,                        UNREADABLE, true,  true
                    """)
    void table(String code, ErrorClass errorClass, boolean provesNotTaken, boolean mayPass) {
        assertThat(ErrorCatalogue.classOf(code)).isEqualTo(errorClass);
        assertThat(ErrorCatalogue.provesNotTaken(code)).isEqualTo(provesNotTaken);
        assertThat(ErrorCatalogue.mayPass(code)).isEqualTo(mayPass);
    }

    @Test
    void onlyARefusalOrNoConnectionProvesAnything() {
        assertThat(new RefusedException("A", "LimitExceeded.DailyQuota", "", null))
                .matches(TeoException::provesNotTaken);
        assertThat(new RefusedException("A", "InternalError.BackendError", "", null))
                .matches(e -> !e.provesNotTaken());
        assertThat(new UnreachableException("A", "Network.Tls", "", new Exception()))
                .matches(TeoException::provesNotTaken);
        assertThat(new UnansweredException("A", "LimitExceeded", "", ErrorClass.QUOTA, null))
                .matches(e -> !e.provesNotTaken());
    }
}
