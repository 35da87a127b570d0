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
    private int expected;

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
    /// Says how many steps the next tune will most likely have: of a tune of that length each value is then written once and not copied.
    /// </summary>
    /// <param name="steps">At least 1; 0 where it is not known.</param>
    internal void Expect(int steps) => expected = steps;

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
            int length = checked(stepsOfPart * width);
            of.Add(expected > 0 ? GC.AllocateUninitializedArray<float>(length) : ArrayPool<float>.Shared.Rent(length));
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

        expected = 0;
        return new TuneRecording(facts, [.. tokens.Take(steps)], [.. tokens.Skip(1)], arrays);
    }

    private int StepsOfPart(int width) => expected > 0 ? expected : Math.Max(1, PartValues / width);

    private float[] Whole(List<float[]> of, int steps, int width)
    {
        int length = StepsOfPart(width) * width;
        int wanted = checked(steps * width);
        float[] whole = expected > 0 && of is [{ } only] && only.Length == wanted ? only : GC.AllocateUninitializedArray<float>(wanted);
        for (int part = 0; part < of.Count; part++)
        {
            if (of[part] != whole)
            {
                int at = part * length;
                of[part].AsSpan(0, Math.Clamp(whole.Length - at, 0, length)).CopyTo(whole.AsSpan(Math.Min(at, whole.Length)));
            }

            if (expected == 0)
            {
                ArrayPool<float>.Shared.Return(of[part]);
            }
        }

        of.Clear();
        return whole;
    }
}
