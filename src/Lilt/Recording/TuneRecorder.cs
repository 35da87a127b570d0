using Lilt.Network;
using Lilt.Notation;

namespace Lilt.Recording;

/// <summary>Gathers one tune's values step by step; the buffers grow with the tune and are used again for the next.</summary>
public sealed class TuneRecorder
{
    private const int FirstSteps = 256;

    private readonly NetworkShape shape;
    private readonly float[]?[] buffers;
    private readonly IReadOnlyList<SiteKind> kinds;

    /// <param name="shape">S, H and V.</param>
    /// <param name="kinds">Which sites to keep, some of <see cref="RecordedSites.All"/>.</param>
    public TuneRecorder(NetworkShape shape, IReadOnlyList<SiteKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        this.shape = shape;
        this.kinds = kinds;
        buffers = new float[]?[(int)SiteKind.Posterior + 1];
        foreach (SiteKind kind in kinds)
        {
            buffers[(int)kind] = new float[FirstSteps * RecordedSites.Width(kind, shape)];
        }
    }

    /// <summary>Keeps a site's values of a step; those before the first step and those of sites that are not kept are passed over.</summary>
    /// <param name="step">From 0; −1 before the first.</param>
    /// <param name="site">The site.</param>
    /// <param name="values">[H], or [V].</param>
    public void Record(int step, Site site, ReadOnlySpan<float> values)
    {
        if (step < 0 || buffers[(int)site.Kind] is not float[] buffer)
        {
            return;
        }

        int width = RecordedSites.Width(site.Kind, shape);
        if (buffer.Length < (step + 1) * width)
        {
            Array.Resize(ref buffer, checked(2 * buffer.Length));
            buffers[(int)site.Kind] = buffer;
        }

        int offset = site.IsOfLayer ? (site.Layer - 1) * shape.Units : 0;
        values.CopyTo(buffer.AsSpan((step * width) + offset, values.Length));
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
            arrays[kind] = buffers[(int)kind]![..checked(steps * RecordedSites.Width(kind, shape))];
        }

        return new TuneRecording(facts, [.. tokens.Take(steps)], [.. tokens.Skip(1)], arrays);
    }
}
