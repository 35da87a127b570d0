using System.Buffers;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Recording;

/// <summary>
/// Gathers one tune's values step by step, then the next one's; what it holds of a tune is given back when the tune is whole.
/// </summary>
public sealed class TuneRecorder
{
    // 256 kB: many tunes under way together hold little more than their steps so far.
    private const int PartValues = 1 << 16;

    private readonly NetworkShape shape;
    private readonly List<float[]>?[] parts;
    private readonly IReadOnlyList<SiteKind> kinds;

    /// <param name="shape">S, H and V.</param>
    /// <param name="kinds">Which sites to keep, some of <see cref="RecordedSites.All"/>.</param>
    public TuneRecorder(NetworkShape shape, IReadOnlyList<SiteKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        this.shape = shape;
        this.kinds = kinds;
        parts = new List<float[]>?[(int)SiteKind.Posterior + 1];
        foreach (SiteKind kind in kinds)
        {
            parts[(int)kind] = [];
        }
    }

    /// <summary>
    /// Keeps a site's values of a step; those before the first step and those of sites that are not kept are passed over.
    /// </summary>
    /// <param name="step">From 0; −1 before the first.</param>
    /// <param name="site">The site.</param>
    /// <param name="values">[H], or [V].</param>
    public void Record(int step, Site site, ReadOnlySpan<float> values)
    {
        if (step < 0 || parts[(int)site.Kind] is not List<float[]> of)
        {
            return;
        }

        int width = RecordedSites.Width(site.Kind, shape);
        int stepsOfPart = StepsOfPart(width);
        while (of.Count <= step / stepsOfPart)
        {
            of.Add(ArrayPool<float>.Shared.Rent(stepsOfPart * width));
        }

        int offset = site.IsOfLayer ? (site.Layer - 1) * shape.Units : 0;
        values.CopyTo(of[step / stepsOfPart].AsSpan((step % stepsOfPart * width) + offset, values.Length));
    }

    /// <summary>The recording of the tune that was just gathered.</summary>
    /// <param name="facts">Where it came from.</param>
    /// <param name="tokens">The start token and all that followed: T + 1 tokens for T steps.</param>
    public TuneRecording Finish(RecordingFacts facts, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens.Count, 1, nameof(tokens));
        int steps = tokens.Count - 1;
        Dictionary<SiteKind, float[]> arrays = [];
        foreach (SiteKind kind in kinds)
        {
            arrays[kind] = Whole(parts[(int)kind]!, steps, RecordedSites.Width(kind, shape));
        }

        return new TuneRecording(facts, [.. tokens.Take(steps)], [.. tokens.Skip(1)], arrays);
    }

    private static int StepsOfPart(int width) => Math.Max(1, PartValues / width);

    private static float[] Whole(List<float[]> of, int steps, int width)
    {
        float[] whole = new float[checked(steps * width)];
        int length = StepsOfPart(width) * width;
        for (int part = 0; part < of.Count; part++)
        {
            int at = part * length;
            of[part].AsSpan(0, Math.Clamp(whole.Length - at, 0, length)).CopyTo(whole.AsSpan(Math.Min(at, whole.Length)));
            ArrayPool<float>.Shared.Return(of[part]);
        }

        of.Clear();
        return whole;
    }
}
