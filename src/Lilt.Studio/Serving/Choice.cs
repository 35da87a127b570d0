using System.Diagnostics.CodeAnalysis;

namespace Lilt.Studio.Serving;

/// <summary>A value of an enumeration in an address, written as JSON writes it: <c>by=peak</c>.</summary>
/// <param name="Value">The value.</param>
internal readonly record struct Choice<T>(T Value)
    where T : struct, Enum
{
    /// <summary>Reads a name; numbers and other cases are none.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "How a minimal API reads a parameter.")]
    public static bool TryParse(string? text, out Choice<T> choice)
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (StudioJson.Word(value) == text)
            {
                choice = new Choice<T>(value);
                return true;
            }
        }

        choice = default;
        return false;
    }
}
