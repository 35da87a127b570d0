using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Notation.Tokens;

namespace Lilt.Sweeping.Results;

/// <summary>A tune of a sweep, measured.</summary>
/// <param name="Plan">Its plan's place in the shard.</param>
/// <param name="Tune">The tune.</param>
/// <param name="Text">Its tokens, the start token left out, with blanks between.</param>
/// <param name="Numbers">What it adds to each figure: <see cref="TuneNumbers"/>.</param>
internal sealed record TuneRow(int Plan, GeneratedTune Tune, string Text, double[] Numbers)
{
    public static TuneRow Of(int plan, GeneratedTune tune, Vocabulary vocabulary)
    {
        string[] texts = new string[tune.Tokens.Count - 1];
        for (int n = 0; n < texts.Length; n++)
        {
            texts[n] = vocabulary[tune.Tokens[n + 1]];
        }

        return new TuneRow(plan, tune, string.Join(' ', texts), TuneNumbers.Of(texts, tune.EndsAtLimit));
    }
}
