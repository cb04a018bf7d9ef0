using System.ComponentModel;
using System.Globalization;

namespace GenAuth.Sdk;

/// <summary>Converts an <see cref="SmsChannel"/> from and to its wire value, so that configuration can be bound to one. Stateless and thread-safe.</summary>
public sealed class SmsChannelTypeConverter : TypeConverter
{
    /// <summary>Whether <paramref name="sourceType"/> is <see cref="string"/>, or one that every type converter takes.</summary>
    /// <inheritdoc />
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <summary>Names a channel by its wire value; empty text is <c>default</c>.</summary>
    /// <inheritdoc />
    /// <exception cref="FormatException">The text cannot be a channel; the message does not repeat it.</exception>
    /// <exception cref="NotSupportedException"><paramref name="value"/> is no text.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
    {
        if (value is not string text)
            return base.ConvertFrom(context, culture, value);

        SmsChannel channel = text;
        return channel != default || text.Length == 0 ? channel : throw new FormatException("The value is no SMS channel.");
    }

    /// <summary>Gives the wire value; empty text for <c>default</c>.</summary>
    /// <inheritdoc />
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is SmsChannel channel && destinationType == typeof(string) ? channel.Value : base.ConvertTo(context, culture, value, destinationType);
}
