namespace Lilt.Spectra;

/// <summary>A window's main-lobe support and first sidelobes in periods.</summary>
/// <remarks>Source: "Making sense of the folk-rnn v2 model, part 7", its two tables; computed here without their rounding.</remarks>
public sealed class WindowTable
{
    /// <summary>The periods of the article's tables, in steps.</summary>
    public static readonly IReadOnlyList<Period> ArticlePeriods = [new(2.25), new(4.5), new(8.8), new(18), new(36), Period.Infinite];

    /// <param name="window">The window.</param>
    /// <param name="periods">The periods to list, each over 0 steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is not a positive number.</exception>
    public WindowTable(Window window, IEnumerable<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(periods);
        Window = window;
        Rows = [.. periods.Select(period => RowOf(window.Lobes, period))];
    }

    /// <summary>The window.</summary>
    public Window Window { get; }

    /// <summary>A row for each period, in the order asked.</summary>
    public IReadOnlyList<WindowTableRow> Rows { get; }

    private static WindowTableRow RowOf(WindowLobes lobes, Period period)
    {
        if (!(period.Steps > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, "A period is a positive number of steps.");
        }

        double frequency = period.Frequency;
        Period high = frequency > lobes.HalfWidth ? Period.OfFrequency(frequency - lobes.HalfWidth) : Period.Infinite;
        Period one = Period.OfFrequency(Mirrored(frequency + lobes.Sidelobe));
        Period other = Period.OfFrequency(Mirrored(frequency - lobes.Sidelobe));
        return new WindowTableRow(
            period,
            Period.OfFrequency(frequency + lobes.HalfWidth),
            high,
            one < other ? one : other,
            one < other ? other : one
        );
    }

    private static double Mirrored(double frequency) => Math.Abs(frequency - Math.Round(frequency));
}
