using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Studies.Control;

/// <summary>How a generated tune's measures were counted.</summary>
/// <param name="Measures">Measures held against a meter.</param>
/// <param name="StrictlyCounted">Those of them that are full, pickup or complement.</param>
internal readonly record struct TuneCounting(int Measures, int StrictlyCounted)
{
    /// <summary>Counts a tune.</summary>
    public static TuneCounting Of(Vocabulary vocabulary, GeneratedTune tune)
    {
        string text = string.Join(' ', tune.Tokens.Select(token => vocabulary[token]));
        int measures = 0;
        int counted = 0;
        foreach (Tune read in TuneReader.Read(text).Tunes)
        {
            foreach (CountedMeasure measure in MeasureCounter.Count(read).Measures)
            {
                measures += measure.Verdict == Verdict.Free ? 0 : 1;
                counted += measure.IsStrictlyCounted ? 1 : 0;
            }
        }

        return new TuneCounting(measures, counted);
    }
}
