namespace Lilt.Assessment;

/// <summary>A number found on a set of tunes, with its 95 % interval.</summary>
/// <param name="Value">The number itself; NaN where it is not defined (no tune that it could be found on).</param>
/// <param name="Low">The interval's lower end; NaN where <paramref name="Value"/> is.</param>
/// <param name="High">The interval's upper end; NaN where <paramref name="Value"/> is.</param>
/// <param name="Tunes">How many tunes it rests on: those on which it is defined.</param>
public readonly record struct Estimate(double Value, double Low, double High, int Tunes)
{
    /// <summary>No tune on which the number is defined.</summary>
    public static Estimate Undefined { get; } = new(double.NaN, double.NaN, double.NaN, 0);

    /// <summary>Whether there was a tune to find the number on.</summary>
    public bool IsDefined => !double.IsNaN(Value);
}
