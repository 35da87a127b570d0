namespace Lilt.Assessment;

/// <summary>The verdicts of many tunes added up. Shares are pooled over measures unless said otherwise, from 0 to 1.</summary>
/// <remarks>Source: docs/definitions/counting.md.</remarks>
public sealed class CountShares
{
    private double innerSum;
    private int innerTunes;

    /// <summary>The tunes with at least one measure held against a meter.</summary>
    public int Tunes { get; private set; }

    /// <summary>The tunes without one; they are in no share.</summary>
    public int Undefined { get; private set; }

    /// <summary>Measures held against a meter.</summary>
    public int Measures { get; private set; }

    /// <summary>Full measures.</summary>
    public int FullMeasures { get; private set; }

    /// <summary>Counted measures.</summary>
    public int CountedMeasures { get; private set; }

    /// <summary>Strictly counted measures.</summary>
    public int StrictlyCountedMeasures { get; private set; }

    /// <summary>Measures of their tune's own commonest length.</summary>
    public int MeasuresAtCommonestLength { get; private set; }

    /// <summary>Tunes whose every measure is counted.</summary>
    public int WhollyCounted { get; private set; }

    /// <summary>The share of full measures; NaN without measures.</summary>
    public double Full => (double)FullMeasures / Measures;

    /// <summary>The share of counted measures; NaN without measures.</summary>
    public double Counted => (double)CountedMeasures / Measures;

    /// <summary>The share of strictly counted measures; NaN without measures.</summary>
    public double StrictlyCounted => (double)StrictlyCountedMeasures / Measures;

    /// <summary>The share of measures of their tune's commonest length; NaN without measures.</summary>
    public double AtCommonestLength => (double)MeasuresAtCommonestLength / Measures;

    /// <summary>
    /// The mean over tunes of the share of full measures among all but the first and the last; NaN without such measures.
    /// </summary>
    public double MeanInnerFull => innerSum / innerTunes;

    /// <summary>Adds a tune.</summary>
    public void Add(TuneCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        int total = count.Total;
        if (total == 0)
        {
            Undefined++;
            return;
        }

        Tunes++;
        Measures += total;
        FullMeasures += count.Full;
        int counted = count.Counted;
        CountedMeasures += counted;
        StrictlyCountedMeasures += count.StrictlyCounted;
        MeasuresAtCommonestLength += count.AtCommonestLength;
        WhollyCounted += counted == total ? 1 : 0;
        int inner = 0;
        int full = 0;
        foreach (IReadOnlyList<CountedMeasure> voice in count.Voices)
        {
            for (int i = 1; i < voice.Count - 1; i++)
            {
                inner += voice[i].Verdict == Verdict.Free ? 0 : 1;
                full += voice[i].Verdict == Verdict.Full ? 1 : 0;
            }
        }

        if (inner > 0)
        {
            innerSum += (double)full / inner;
            innerTunes++;
        }
    }
}
