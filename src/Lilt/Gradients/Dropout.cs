using Lilt.Randomness;

namespace Lilt.Gradients;

/// <summary>
/// Which values of a layer are dropped in one update: a function of the seed, the update, the tune, the layer and the step alone.
/// </summary>
/// <remarks>
/// Inverted dropout: what is kept is divided by the share kept, so that nothing changes when the network is used. The share is
/// resolved to 1/65536. Source: N. Srivastava et al., Dropout, JMLR 15, 2014; W. Zaremba et al., Recurrent neural network
/// regularization, arXiv:1409.2329, 2014 (between layers, never along time).
/// </remarks>
internal readonly unsafe struct Dropout
{
    private const int Levels = 1 << 16;
    private readonly CounterRandom random;

    /// <param name="share">The share that is dropped, in [0, 1).</param>
    /// <param name="random">The numbers of this update.</param>
    public Dropout(double share, CounterRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1.0);
        Threshold = (int)Math.Round(share * Levels);
        this.random = random;
    }

    /// <summary>Whether anything is dropped.</summary>
    public bool Drops => Threshold > 0;

    /// <summary>What a kept value is multiplied by.</summary>
    public float Scale => (float)((double)Levels / (Levels - Threshold));

    private int Threshold { get; }

    /// <summary>Drops from one row of a layer's values.</summary>
    /// <param name="tune">The tune's position in the corpus.</param>
    /// <param name="layer">From 1.</param>
    /// <param name="step">From 0.</param>
    /// <param name="source">[U].</param>
    /// <param name="kept">[U], receives 1 or 0.</param>
    /// <param name="destination">[U].</param>
    /// <param name="units">U, a multiple of 4.</param>
    public void Apply(int tune, int layer, int step, float* source, byte* kept, float* destination, int units)
    {
        CounterRandom row = random.Part(tune).Part(((long)step << 8) | (uint)layer);
        float scale = Scale;
        for (int u = 0; u < units; u += 4)
        {
            ulong bits = row.Bits(u);
            for (int n = 0; n < 4; n++)
            {
                bool keep = (int)(bits & (Levels - 1)) >= Threshold;
                kept[u + n] = keep ? (byte)1 : (byte)0;
                destination[u + n] = keep ? source[u + n] * scale : 0f;
                bits >>= 16;
            }
        }
    }

    /// <summary>The gradient of <see cref="Apply"/>, in place.</summary>
    public void Backward(byte* kept, float* gradient, long count)
    {
        float scale = Scale;
        for (long n = 0; n < count; n++)
        {
            gradient[n] = kept[n] != 0 ? gradient[n] * scale : 0f;
        }
    }
}
