using System.Globalization;

namespace Lilt.Spectra;

/// <summary>A period in steps: the inverse of a frequency in cycles a step. Infinity is the period of frequency 0.</summary>
/// <param name="Steps">From 2 (the fastest that steps can show) to infinity for periods of a spectrum.</param>
public readonly record struct Period(double Steps) : IComparable<Period>
{
    /// <summary>The period of frequency 0.</summary>
    public static readonly Period Infinite = new(double.PositiveInfinity);

    /// <summary>Cycles a step; 0 for the infinite period.</summary>
    public double Frequency => 1 / Steps;

    /// <summary>The period of a frequency in cycles a step; its sign does not matter.</summary>
    public static Period OfFrequency(double frequency) => new(1 / Math.Abs(frequency));

    /// <inheritdoc/>
    public int CompareTo(Period other) => Steps.CompareTo(other.Steps);

    /// <summary>Is one shorter?</summary>
    public static bool operator <(Period left, Period right) => left.Steps < right.Steps;

    /// <summary>Is one longer?</summary>
    public static bool operator >(Period left, Period right) => left.Steps > right.Steps;

    /// <summary>Is one no longer?</summary>
    public static bool operator <=(Period left, Period right) => left.Steps <= right.Steps;

    /// <summary>Is one no shorter?</summary>
    public static bool operator >=(Period left, Period right) => left.Steps >= right.Steps;

    /// <inheritdoc/>
    public override string ToString() => double.IsPositiveInfinity(Steps) ? "inf" : Steps.ToString("0.###", CultureInfo.InvariantCulture);
}
