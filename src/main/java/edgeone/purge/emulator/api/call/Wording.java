package edgeone.purge.emulator.api.call;

/**
 * The service's refusals, in their published wording if known (teo-api 3.1). {@code {}} stands for
 * a value.
 */
public enum Wording {
    SIGNATURE_FAILURE(
            "AuthFailure.SignatureFailure",
            "The provided credentials could not be validated."
                    + " Please check your signature is correct.",
            "请求签名验证失败，请检查您的签名计算是否正确。"),
    SIGNATURE_EXPIRE(
            "AuthFailure.SignatureExpire",
            "The signature is expired, please request again.",
            "签名过期，请重新请求。"),
    SECRET_ID_NOT_FOUND(
            "AuthFailure.SecretIdNotFound",
            "The SecretId is not found, please ensure that your SecretId is correct.",
            "密钥不存在，请检查您的 SecretId 是否正确。"),
    TOKEN_FAILURE(
            "AuthFailure.TokenFailure",
            "Token verification failed, please check if your Token is correct ({}).",
            "Token 校验失败，请检查您的 Token 是否正确（{}）。"),
    INVALID_AUTHORIZATION(
            "AuthFailure.InvalidAuthorization",
            "The `Authorization` header does not conform to the standard.",
            "请求头部的 `Authorization` 不符合标准。"),
    UNAUTHORIZED(
            "AuthFailure.UnauthorizedOperation",
            "you are not authorized to perform operation (teo:{})\nresource ({}) has no permission",
            "操作未授权，请检查CAM策略。"),
    NO_PERMISSION(
            "UnauthorizedOperation.NoPermission",
            "The sub-account has no permission for the operation.",
            "子账号没有操作权限，请添加权限后继续操作。"),
    RATE(
            "RequestLimitExceeded",
            "Your current request times equals to `{}` in a second, which exceeds the frequency"
                    + " limit `{}` for a second. Please reduce the frequency of calls.",
            "您当前每秒请求 `{}` 次，超过了每秒频率上限 `{}` 次。请降低调用频率。"),
    MISSING(
            "MissingParameter",
            "The request is missing a required parameter `{}`.",
            "请求缺少必要参数 `{}`。"),
    UNKNOWN(
            "UnknownParameter",
            "The parameter `{}` is not recognized.",
            "未知参数 `{}`，用户多传未定义的参数会导致错误"),
    TYPE("InvalidParameter", "Parameter `{}` type error.", "参数 `{}` 类型错误。"),
    VALUE(
            "InvalidParameterValue",
            "The value `{}` specified in the parameter `{}` is not valid.",
            "取值 `{}` 在参数 `{}` 中无效。"),
    NOT_JSON(
            "InvalidParameter",
            "The request content not valid json format for specified"
                    + " content-type=application/json.",
            "请求内容不是合法的 JSON 格式，指定的 content-type=application/json。"),
    CONTENT_TYPE("InvalidParameter", "not support Content-Type=`{}`", "不支持 Content-Type=`{}`"),
    ACTION(
            "InvalidAction",
            "The request `Action` is invalid or not found.",
            "请求的 `Action` 无效或不存在。"),
    VERSION("NoSuchVersion", "The version `{}` does not exist.", "接口版本 `{}` 不存在。"),
    PROTOCOL("UnsupportedProtocol", "The request method `{}` is not supported.", "不支持的请求方法 `{}`。"),
    SIZE(
            "RequestSizeLimitExceeded",
            "The request size exceeds the limit of 10 MB.",
            "请求包超过限制大小 10 MB。"),
    PARAMETER("InvalidParameter.ParameterError", "Parameter error: {}.", "参数错误：{}。"),
    ZONE_NOT_FOUND("InvalidParameter.ZoneNotFound", "The zone {} is not found.", "站点 {} 不存在。"),
    DOMAIN_NOT_FOUND(
            "InvalidParameter.DomainNotFound",
            "The domain {} does not exist or does not belong to you.",
            "域名 {} 不存在或不属于该账号。"),
    ZONE_LOCKED("OperationDenied.ZoneNotActive", "The zone {} is locked.", "站点 {} 已锁定。"),
    PACK("LimitExceeded.PackNotAllow", "The plan of the zone does not support {}.", "当前套餐不支持 {}。"),
    BATCH_QUOTA(
            "LimitExceeded.BatchQuota",
            "{} resources were submitted at once, which exceeds the limit of {}.",
            "单次提交 {} 个资源，超过上限 {}。"),
    DAILY_QUOTA(
            "LimitExceeded.DailyQuota",
            "{} resources were submitted, {} are left of the daily quota.",
            "本次提交 {} 个资源，当日配额仅剩 {}。"),
    INJECTED("", "The service reports {}.", "服务返回 {}。");

    private final String code;
    private final String english;
    private final String chinese;

    Wording(String code, String english, String chinese) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    String code() {
        return code;
    }

    String text(boolean inChinese, Object... values) {
        String text = inChinese ? chinese : english;
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (Object value : values) {
            int hole = text.indexOf("{}", at);
            if (hole < 0) {
                break;
            }
            filled.append(text, at, hole).append(value);
            at = hole + 2;
        }
        return filled.append(text.substring(at)).toString();
    }
}
