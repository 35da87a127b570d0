using Lilt.Notation;

namespace Lilt.Assessment;

/// <summary>The verdict on every measure of a tune.</summary>
/// <param name="Tune">The tune.</param>
/// <param name="Voices">The measures of each voice, in the order of the tune's voices.</param>
/// <param name="Findings">What was found in reading and in counting, in the order of the text.</param>
public sealed record TuneCount(Tune Tune, IReadOnlyList<IReadOnlyList<CountedMeasure>> Voices, IReadOnlyList<Finding> Findings)
{
    /// <summary>All measures, voice after voice.</summary>
    public IEnumerable<CountedMeasure> Measures => Voices.SelectMany(voice => voice);

    /// <summary>The number of measures held against a meter, empty ones included; those in free meter are left out.</summary>
    public int Total => Measures.Count(measure => measure.Verdict != Verdict.Free);

    /// <summary>The number of full measures.</summary>
    public int Full => Measures.Count(measure => measure.Verdict == Verdict.Full);

    /// <summary>The number of counted measures.</summary>
    public int Counted => Measures.Count(measure => measure.IsCounted);

    /// <summary>The number of strictly counted measures.</summary>
    public int StrictlyCounted => Measures.Count(measure => measure.IsStrictlyCounted);

    /// <summary>
    /// The tune's own commonest length of a measure in whole notes, empty ones left out, the longest of equals; null without measures.
    /// </summary>
    public Fraction? CommonestLength
    {
        get
        {
            Dictionary<Fraction, int> lengths = [];
            Fraction? best = null;
            foreach (CountedMeasure measure in Measures)
            {
                if (measure.Measure.IsEmpty)
                {
                    continue;
                }

                Fraction length = measure.Measure.Duration;
                int count = lengths[length] = lengths.GetValueOrDefault(length) + 1;
                if (best is not { } known || count > lengths[known] || (count == lengths[known] && length > known))
                {
                    best = length;
                }
            }

            return best;
        }
    }

    /// <summary>The number of measures of <see cref="CommonestLength"/>.</summary>
    public int AtCommonestLength
    {
        get
        {
            Fraction? commonest = CommonestLength;
            return Measures.Count(measure => !measure.Measure.IsEmpty && measure.Measure.Duration == commonest);
        }
    }
}
