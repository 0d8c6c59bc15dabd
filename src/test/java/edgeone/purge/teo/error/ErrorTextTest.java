package edgeone.purge.teo.error;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every error has a text in both languages. */
final class ErrorTextTest {
    private static final List<String> SEED =
            List.of(
                    "InternalError.BackendError",
                    "InternalError.DomainConfig",
                    "InternalError.ProxyServer",
                    "InternalError.QuotaSystem",
                    "InvalidParameter.DomainNotFound",
                    "InvalidParameter.ParameterError",
                    "InvalidParameter.Target",
                    "InvalidParameter.TaskNotGenerated",
                    "InvalidParameter.UploadUrl",
                    "LimitExceeded.BatchQuota",
                    "LimitExceeded.DailyQuota",
                    "LimitExceeded.PackNotAllow",
                    "UnauthorizedOperation.CamUnauthorized",
                    "UnauthorizedOperation.NoPermission",
                    "UnauthorizedOperation.Unknown");
    private static final List<String> COMMON =
            List.of(
                    "ActionOffline",
                    "AuthFailure.InvalidAuthorization",
                    "AuthFailure.InvalidSecretId",
                    "AuthFailure.MFAFailure",
                    "AuthFailure.SecretIdNotFound",
                    "AuthFailure.SignatureExpire",
                    "AuthFailure.SignatureFailure",
                    "AuthFailure.TokenFailure",
                    "AuthFailure.UnauthorizedOperation",
                    "DryRunOperation",
                    "FailedOperation",
                    "InternalError",
                    "InvalidAction",
                    "InvalidParameter",
                    "InvalidParameterValue",
                    "InvalidRequest",
                    "IpInBlacklist",
                    "IpNotInWhitelist",
                    "LimitExceeded",
                    "MissingParameter",
                    "NoSuchProduct",
                    "NoSuchVersion",
                    "RequestLimitExceeded",
                    "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
                    "RequestLimitExceeded.IPLimitExceeded",
                    "RequestLimitExceeded.UinLimitExceeded",
                    "RequestSizeLimitExceeded",
                    "ResourceInUse",
                    "ResourceInsufficient",
                    "ResourceNotFound",
                    "ResourceUnavailable",
                    "ResponseSizeLimitExceeded",
                    "ServiceUnavailable",
                    "UnauthorizedOperation",
                    "UnknownParameter",
                    "UnsupportedOperation",
                    "UnsupportedProtocol",
                    "UnsupportedRegion");
    private static final List<String> OURS =
            List.of(
                    "Network.UnknownHost",
                    "Network.ConnectFailed",
                    "Network.ConnectTimeout",
                    "Network.Tls",
                    "Network.Proxy",
                    "Network.ProxySignIn",
                    "Network.ProxyPassword",
                    "Network.Canceled",
                    "Network.Timeout",
                    "Network.Broken",
                    "Reply.NotJson",
                    "Reply.Unexpected",
                    "Reply.TooLarge",
                    "Reply.Incomplete",
                    "Http.407",
                    "Http.500");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKnownCodeHasItsOwnExplanation(Language language) {
        Messages messages = Messages.in(language);
        ErrorText text = new ErrorText(messages);
        for (List<String> codes : List.of(SEED, COMMON, OURS)) {
            for (String code : codes) {
                assertThat(messages.has("errors.code." + code + ".what")).as(code).isTrue();
                assertThat(messages.has("errors.code." + code + ".why")).as(code).isTrue();
                ErrorText.Explained explained = text.explain(code, "rid-1", "server words");
                assertThat(explained.what()).isNotBlank();
                assertThat(explained.todo()).isNotBlank();
                assertThat(explained.code()).isEqualTo(code);
                assertThat(explained.requestId()).isEqualTo("rid-1");
                assertThat(explained.serverMessage()).isEqualTo("server words");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyClassExplainsUnknownCodes(Language language) {
        ErrorText text = new ErrorText(Messages.in(language));
        Set<String> said = new HashSet<>();
        for (String code :
                List.of(
                        "AuthFailure.New",
                        "UnauthorizedOperation.New",
                        "LimitExceeded.New",
                        "RequestLimitExceeded.New",
                        "InvalidParameter.New",
                        "OperationDenied.New",
                        "InternalError.New",
                        "Network.New",
                        "Http.418",
                        "???")) {
            ErrorText.Explained explained = text.explain(code, null, null);
            assertThat(explained.what()).as(code).isNotBlank();
            assertThat(explained.why()).as(code).isNotBlank();
            assertThat(explained.todo()).as(code).isNotBlank();
            said.add(explained.what());
        }
        assertThat(said).hasSize(9);
        for (ErrorClass errorClass : ErrorClass.values()) {
            String key = "errors.class." + errorClass.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(Messages.in(language).text(key + ".do")).isNotBlank();
        }
    }

    @Test
    void chineseIsChineseAndAnExceptionKeepsItsMessage() {
        TeoException refused =
                new RefusedException(
                        "CreatePurgeTask", "LimitExceeded.DailyQuota", "quota is gone", "rid-7");
        ErrorText.Explained english = new ErrorText(Messages.in(Language.ENGLISH)).explain(refused);
        ErrorText.Explained chinese = new ErrorText(Messages.in(Language.CHINESE)).explain(refused);
        assertThat(english.what()).isEqualTo("Today's quota for this type is used up.");
        assertThat(chinese.what()).isEqualTo("此类型的今日配额已用完。");
        assertThat(english.serverMessage()).isEqualTo("quota is gone");
        assertThat(english.requestId()).isEqualTo("rid-7");
    }

    @ParameterizedTest
    @EnumSource(InvalidSettingException.Problem.class)
    void everyInvalidSettingHasAText(InvalidSettingException.Problem problem) {
        InvalidSettingException wrong = new InvalidSettingException(problem, "VALUE");
        for (Language language : Language.values()) {
            assertThat(new ErrorText(Messages.in(language)).explain(wrong)).isNotBlank();
        }
    }
}
