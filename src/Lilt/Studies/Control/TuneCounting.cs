using Lilt.Assessment;
using Lilt.Generation;
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
        TuneCount count = MeasureCounter.Count(vocabulary, tune.Tokens);
        return new TuneCounting(count.Total, count.StrictlyCounted);
    }
}
