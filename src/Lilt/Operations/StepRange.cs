using System.Globalization;

namespace Lilt.Operations;

/// <summary>Steps from a first to a last, both included; −1 is the state before the first step.</summary>
/// <param name="First">From −1.</param>
/// <param name="Last">At least <paramref name="First"/>; null for the tune's end.</param>
public readonly record struct StepRange(int First, int? Last)
{
    /// <summary>Every step, without the state before the first.</summary>
    public static StepRange AllSteps => new(0, null);

    /// <summary>Whether a step lies in it.</summary>
    public bool Holds(int step) => step >= First && (Last is not { } last || step <= last);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"steps {First} to {(Last is { } last ? last : "the end")}");
}
