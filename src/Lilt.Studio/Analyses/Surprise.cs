using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Studio.Analyses;

/// <summary>How unexpected the tokens of a tune were.</summary>
internal static class Surprise
{
    /// <summary>[T] −log₂ p of the token written at each step, bits; null where p is 0.</summary>
    public static IReadOnlyList<double?> Of(TuneRecording recording)
    {
        ReadOnlySpan<float> posterior = recording.Values(SiteKind.Posterior);
        int tokens = recording.Facts.Vocabulary.Count;
        double?[] bits = new double?[recording.Steps];
        for (int step = 0; step < bits.Length; step++)
        {
            float p = posterior[(step * tokens) + recording.Output[step].Index];
            bits[step] = p > 0 ? Math.Max(0, -Math.Log2(p)) : null;
        }

        return bits;
    }
}
