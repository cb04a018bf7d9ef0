namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Every message of the emulator: the service's own wording where it is known.</summary>
internal static class Messages
{
    public static LocalizedMessage InternationalSmsDisabled { get; } = new("暂不支持国际短信，请先配置国际短信服务", "International SMS is not supported. Please configure an international SMS provider first.");

    public static LocalizedMessage CodeWrongOrExpired { get; } = new("验证码不正确或已过期", "The code is wrong or expired.");

    public static LocalizedMessage ClientCredentialsRequired { get; } = new("应用 token_endpoint_auth_method 配置不为 none, 请在 body 或者请求头中传递 client_id 和 client_secret", "The token_endpoint_auth_method of the application is not none. Please pass client_id and client_secret in the body or the header.");

    public static LocalizedMessage ActionTokenInvalid { get; } = new("凭证无效或已过期", "The token is invalid or expired.");

    private static LocalizedMessage[] WithoutCode { get; } = [InternationalSmsDisabled, CodeWrongOrExpired, ClientCredentialsRequired, ActionTokenInvalid];

    /// <summary>A message of a response in English, whatever the language of the response; others stay as they are.</summary>
    public static string Translate(string message, int statusCode, int? apiCode) =>
        Array.Find([.. WithoutCode, For(statusCode, apiCode)], known => known.Chinese == message)?.English ?? message;

    /// <summary>The message that goes with a status and an api code, for responses that bring none of their own.</summary>
    public static LocalizedMessage For(int statusCode, int? apiCode) => apiCode switch
    {
        GenAuthApiCodes.ApplicationIdRequired => new("应用 ID 不能为空", "App ID is required."),
        GenAuthApiCodes.ApplicationNotFound => new("应用不存在", "Application does not exist."),
        GenAuthApiCodes.UserPoolNotFound => new("用户池不存在", "User pool does not exist."),
        GenAuthApiCodes.CodeWrongOrExpired => CodeWrongOrExpired,
        GenAuthApiCodes.UserNotFound => new("用户不存在", "User does not exist."),
        GenAuthApiCodes.RegistrationDisabled => new("当前应用已禁止注册", "Registration is disabled."),
        GenAuthApiCodes.UserExists => new("用户已存在", "User already exists."),
        GenAuthApiCodes.PhoneAlreadyBound => new("该手机号已被绑定", "The phone number is already bound."),
        GenAuthApiCodes.OnlySignInMethod => new("手机号是唯一的登录方式，无法解绑", "The phone number is the only way to sign in and cannot be unbound."),
        GenAuthApiCodes.PhoneChangeRequired => new("已绑定手机号，请使用修改手机号接口", "A phone number is bound already. Please update it instead."),
        GenAuthApiCodes.PhoneUnchanged or GenAuthApiCodes.PhonesEqual => new("新手机号不能与旧手机号相同", "The new phone number must not be the old one."),
        GenAuthApiCodes.SmsSentTooRecently => new("该手机号 1 分钟内已发送过验证码，请稍后再试", "A code was sent to this phone number within the last minute. Please try again later."),
        _ => ForStatus(statusCode),
    };

    private static LocalizedMessage ForStatus(int statusCode) => statusCode switch
    {
        200 => new("操作成功", "Operation successful"),
        400 => new("请求参数错误", "The request is malformed."),
        401 => new("请先登录", "Please sign in first."),
        402 => new("余额不足，请升级套餐", "Payment is required. Please upgrade the plan."),
        403 => new("无权限", "Not allowed."),
        404 => new("资源不存在", "Not found."),
        413 => new("请求体过大", "The request body is too large."),
        429 => new("您的请求已超过最大数量限制，请稍后重试", "Your requests exceed the limit. Please try again later."),
        500 => new("服务器内部错误", "Internal server error."),
        503 => new("服务维护中，请稍后重试", "The service is in maintenance. Please try again later."),
        601 => new("请求短信服务商失败", "The SMS provider could not be called."),
        602 => new("短信服务商返回错误", "The SMS provider refused the request."),
        _ => new("请求失败", "The request failed."),
    };
}
