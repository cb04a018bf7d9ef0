using System.Text;

namespace System;

/// <summary>Members of characters and text, as .NET 8 has them.</summary>
internal static class Characters
{
    extension(char)
    {
        public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

        public static bool IsAsciiLetterOrDigit(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
    }

    extension(string text)
    {
        public bool Contains(char value, StringComparison comparison) => text.IndexOf(value.ToString(), comparison) >= 0;

        /// <summary>Returns the same instance when there is nothing to replace.</summary>
        public string Replace(string oldValue, string newValue, StringComparison comparison)
        {
            int found = text.IndexOf(oldValue, comparison);
            if (found < 0)
                return text;

            var replaced = new StringBuilder(text.Length);
            int copied = 0;
            for (; found >= 0; found = text.IndexOf(oldValue, copied, comparison))
            {
                replaced.Append(text, copied, found - copied).Append(newValue);
                copied = found + oldValue.Length;
            }

            return replaced.Append(text, copied, text.Length - copied).ToString();
        }
    }

    extension(Encoding encoding)
    {
        public string GetString(ReadOnlySpan<byte> bytes) => encoding.GetString(bytes.ToArray());
    }
}
