using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Notation.Tokens;
using Lilt.Sweeping.Plans;

namespace Lilt.Sweeping.Results;

/// <summary>A tune of a sweep, measured.</summary>
/// <param name="Plan">Its plan's place in the shard.</param>
/// <param name="Tune">The tune.</param>
/// <param name="Text">Its tokens, the start token left out, with blanks between.</param>
/// <param name="Numbers">What it adds to each figure: <see cref="TuneNumbers"/>.</param>
internal sealed record TuneRow(int Plan, GeneratedTune Tune, string Text, double[] Numbers)
{
    /// <summary>Measures a tune; where it is not to be assessed its measures are counted alone.</summary>
    public static TuneRow Of(int plan, GeneratedTune tune, Vocabulary vocabulary, SweepTask task)
    {
        string[] texts = new string[tune.Tokens.Count - 1];
        for (int n = 0; n < texts.Length; n++)
        {
            texts[n] = vocabulary[tune.Tokens[n + 1]];
        }

        return new TuneRow(
            plan,
            tune,
            string.Join(' ', texts),
            task == SweepTask.Assess ? TuneNumbers.Of(texts, tune.EndsAtLimit) : TuneNumbers.CountsOf(texts)
        );
    }
}
