using Lilt.Network;
using Lilt.Recording;
using Lilt.Statistics;

namespace Lilt.Selection;

/// <summary>Holds the units of two networks that read the same tunes against each other.</summary>
public static class UnitMatches
{
    /// <summary>
    /// For each unit of a site the unit of the other network's site with the largest |r|, over the steps of all tunes one after another.
    /// </summary>
    /// <param name="ones">The tunes as one network read them, the site kept.</param>
    /// <param name="others">The same tunes, in the same order, as another did; a step that only one of them has at a tune's end is left
    /// out.</param>
    /// <param name="site">The site of the one.</param>
    /// <param name="otherSite">The site of the other; null for the same.</param>
    /// <returns>[U], by the one's unit.</returns>
    /// <remarks>Time is U · U′ · ΣT; memory 16 bytes for each of (U + U′) · ΣT values.</remarks>
    /// <exception cref="ArgumentException">There are no tunes, not as many of the one as of the other, or a tune's tokens are not the same
    /// texts.</exception>
    public static IReadOnlyList<UnitMatch> Best(
        IReadOnlyList<TuneRecording> ones,
        IReadOnlyList<TuneRecording> others,
        Site site,
        Site? otherSite = null
    )
    {
        ArgumentNullException.ThrowIfNull(ones);
        ArgumentNullException.ThrowIfNull(others);
        if (ones.Count == 0 || ones.Count != others.Count)
        {
            throw new ArgumentException($"{others.Count} tunes of the other network for {ones.Count} of the one.", nameof(others));
        }

        int[] steps = [.. ones.Select((one, tune) => StepsOfBoth(one, others[tune], tune))];
        Correlations one = new(Joined(ones, steps, site));
        Correlations other = new(Joined(others, steps, otherSite ?? site));
        UnitMatch[] best = new UnitMatch[one.Count];
        Parallel.For(
            0,
            best.Length,
            unit =>
            {
                UnitMatch match = new(unit, 0, one.With(unit, other, 0));
                for (int candidate = 1; candidate < other.Count; candidate++)
                {
                    double r = one.With(unit, other, candidate);
                    match = Math.Abs(r) > Math.Abs(match.R) ? new UnitMatch(unit, candidate, r) : match;
                }

                best[unit] = match;
            }
        );
        return best;
    }

    private static int StepsOfBoth(TuneRecording one, TuneRecording other, int tune)
    {
        int steps = Math.Min(one.Steps, other.Steps);
        for (int step = 0; step < steps; step++)
        {
            if (one.Facts.Vocabulary[one.Input[step].Index] != other.Facts.Vocabulary[other.Input[step].Index])
            {
                throw new ArgumentException(
                    $"Tune {tune} is not the same for both: at step {step} the one reads '{one.Facts.Vocabulary[one.Input[step].Index]}', the other '{other.Facts.Vocabulary[other.Input[step].Index]}'."
                );
            }
        }

        return steps;
    }

    /// <summary>[W][ΣT] A site's units over the steps of all tunes.</summary>
    private static double[][] Joined(IReadOnlyList<TuneRecording> tunes, int[] steps, Site site)
    {
        int all = steps.Sum();
        double[][] joined = [.. Enumerable.Range(0, tunes[0][site].Width).Select(_ => new double[all])];
        int at = 0;
        for (int tune = 0; tune < tunes.Count; tune++)
        {
            SiteValues values = tunes[tune][site];
            for (int step = 0; step < steps[tune]; step++, at++)
            {
                ReadOnlySpan<float> row = values[step];
                for (int unit = 0; unit < joined.Length; unit++)
                {
                    joined[unit][at] = row[unit];
                }
            }
        }

        return joined;
    }
}
