using Lilt.Studies;

namespace Lilt.Studio.Tunes;

/// <summary>
/// Two tunes token by token: a step of one is the same step of the other, since runs share their random numbers draw by draw.
/// </summary>
/// <param name="FirstDivergence">The first step whose token differs, or at which one of them has ended; null where none does.</param>
/// <param name="Agreement">The share of the steps from there to the longer one's end at which both have the same token, 0 to 1; null where
/// they never differ.</param>
public sealed record TuneComparison(int? FirstDivergence, double? Agreement)
{
    internal static TuneComparison Of(StudyTune tune, StudyTune other)
    {
        if (tune.FirstDivergence(other) is not { } first)
        {
            return new TuneComparison(null, null);
        }

        int same = tune.Tokens.Zip(other.Tokens).Skip(first).Count(pair => pair.First == pair.Second);
        return new TuneComparison(first, (double)same / (Math.Max(tune.Tokens.Count, other.Tokens.Count) - first));
    }
}
