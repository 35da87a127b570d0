namespace Lilt.Spectra;

/// <summary>A band of periods in steps, both ends in it.</summary>
public readonly record struct Band
{
    /// <param name="shortest">Over 0.</param>
    /// <param name="longest">At least <paramref name="shortest"/>; infinity is allowed and takes frequency 0 in.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not a positive number, or the ends stand the wrong way round.</exception>
    public Band(double shortest, double longest)
    {
        if (!(shortest > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(shortest), shortest, "A band's shortest period is a positive number of steps.");
        }

        if (!(longest >= shortest))
        {
            throw new ArgumentOutOfRangeException(
                nameof(longest),
                longest,
                $"A band's longest period is at least its shortest, {shortest}."
            );
        }

        Shortest = new Period(shortest);
        Longest = new Period(longest);
    }

    /// <summary>The shortest period, the highest frequency.</summary>
    public Period Shortest { get; }

    /// <summary>The longest period, the lowest frequency.</summary>
    public Period Longest { get; }

    /// <summary>The band that reaches a share of a period to either side of it: 9 steps ± 3.5 % are [8.685, 9.315].</summary>
    /// <param name="centre">A finite period.</param>
    /// <param name="share">At least 0, under 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range or the period is not finite.</exception>
    public static Band Around(Period centre, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        if (!double.IsFinite(centre.Steps))
        {
            throw new ArgumentOutOfRangeException(nameof(centre), centre, "A band stands around a finite period.");
        }

        return new Band(centre.Steps * (1 - share), centre.Steps * (1 + share));
    }

    /// <summary>Is a period in the band?</summary>
    public bool Contains(Period period) => period >= Shortest && period <= Longest;

    /// <inheritdoc/>
    public override string ToString() => $"[{Shortest}, {Longest}]";
}
