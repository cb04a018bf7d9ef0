using System.Text;
using System.Text.Json;

using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>
/// Recognizes a GenAuth answer. Tolerant in everything the deployments differ in (quoted numbers, <c>code</c> for
/// <c>statusCode</c>, the name of the request id), strict in what makes it one: a JSON object with a numeric status.
/// </summary>
internal static class EnvelopeReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads <paramref name="json"/>; false when it is not a GenAuth answer.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, out Envelope envelope)
    {
        int start = json.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        try
        {
            var reader = new Utf8JsonReader(json.Slice(start));
            return TryReadObject(ref reader, start, out envelope);
        }
        catch (JsonException)
        {
            envelope = default;
            return false;
        }
    }

    private static bool TryReadObject(ref Utf8JsonReader reader, int start, out Envelope envelope)
    {
        envelope = default;
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
            return false;

        Number statusCode = default, code = default, apiCode = default;
        string? message = null, requestId = null, uniqueId = null, requestIdSnakeCase = null;
        DataRange data = default;

        for (reader.Read(); reader.TokenType is JsonTokenType.PropertyName; reader.Read())
        {
            Member member = Identify(ref reader);
            reader.Read();
            switch (member)
            {
                case Member.StatusCode: statusCode = ReadNumber(ref reader); break;
                case Member.Code: code = ReadNumber(ref reader); break;
                case Member.ApiCode: apiCode = ReadNumber(ref reader); break;
                case Member.Message: message = ReadText(ref reader); break;
                case Member.RequestId: requestId = ReadText(ref reader); break;
                case Member.UniqueId: uniqueId = ReadText(ref reader); break;
                case Member.RequestIdSnakeCase: requestIdSnakeCase = ReadText(ref reader); break;
                case Member.Data: data = SkipData(ref reader, start); break;
                default: reader.Skip(); break;
            }
        }

        // Reading on makes sure that nothing but white space follows the object.
        reader.Read();

        Number status = statusCode.IsPresent ? statusCode : code;
        if (status.Value is not { } value)
            return false;

        envelope = new Envelope(value, message ?? string.Empty, apiCode.Value, FirstNonEmpty(requestId, uniqueId, requestIdSnakeCase), statusCode.IsPresent, data);
        return true;
    }

    private static DataRange SkipData(ref Utf8JsonReader reader, int start)
    {
        int begin = start + (int)reader.TokenStartIndex;
        reader.Skip();
        return new DataRange(begin, start + (int)reader.BytesConsumed - begin);
    }

    private static Member Identify(ref Utf8JsonReader reader)
    {
        try
        {
            if (reader.ValueTextEquals("statusCode"u8)) return Member.StatusCode;
            if (reader.ValueTextEquals("message"u8)) return Member.Message;
            if (reader.ValueTextEquals("apiCode"u8)) return Member.ApiCode;
            if (reader.ValueTextEquals("requestId"u8)) return Member.RequestId;
            if (reader.ValueTextEquals("data"u8)) return Member.Data;
            if (reader.ValueTextEquals("code"u8)) return Member.Code;
            if (reader.ValueTextEquals("uniqueId"u8)) return Member.UniqueId;
            if (reader.ValueTextEquals("request_id"u8)) return Member.RequestIdSnakeCase;
        }
        catch (InvalidOperationException)
        {
            // The name holds half a surrogate pair, so it is none of these.
        }

        return Member.Other;
    }

    private static Number ReadNumber(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.Number:
                return new Number(IsPresent: true, reader.TryGetInt32(out int number) ? number : WholeNumber.Parse(Encoding.UTF8.GetString(reader.ValueSpan)));
            case JsonTokenType.String:
                return new Number(IsPresent: true, ReadText(ref reader) is { } text ? WholeNumber.Parse(text) : null);
            default:
                reader.Skip();
                return new Number(IsPresent: true, null);
        }
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        string? text = null;
        try
        {
            text = reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8 or half a surrogate pair: a garbled text must not turn an accepted SMS into an unknown one.
        }

        return text;
    }

    private static string? FirstNonEmpty(string? first, string? second, string? third) =>
        !string.IsNullOrEmpty(first) ? first : !string.IsNullOrEmpty(second) ? second : !string.IsNullOrEmpty(third) ? third : null;

    private enum Member
    {
        Other,
        StatusCode,
        Code,
        ApiCode,
        Data,
        Message,
        RequestId,
        UniqueId,
        RequestIdSnakeCase,
    }

    private readonly record struct Number(bool IsPresent, int? Value);
}
