using Lilt.Recording;

namespace Lilt.Studio.Analyses;

/// <summary>How unexpected the tokens of a tune were.</summary>
internal static class Surprise
{
    /// <summary>[T] −log₂ p of the token written at each step, bits; null where p is 0.</summary>
    public static IReadOnlyList<double?> Of(TuneRecording recording) =>
        [.. recording.Surprise().Select(bits => double.IsFinite(bits) ? (double?)bits : null)];
}
