using Lilt.Notation;

namespace Lilt.Studies.Control;

/// <summary>One of the baseline's tunes fed to one network: what its posterior made of it, as sums.</summary>
/// <param name="timing">Where to read.</param>
/// <param name="tokens">The start token and all that followed.</param>
/// <param name="measures">Indices of the measure tokens.</param>
internal sealed class OpenLoopTune(MeasureTiming timing, IReadOnlyList<Token> tokens, int[] measures)
{
    /// <summary>The smallest normal float32, 2⁻¹²⁶: a posterior holds no smaller probability faithfully, and its logarithm is finite.</summary>
    private const double SmallestProbability = 1.1754943508222875e-38;

    /// <summary>Where the tune was read.</summary>
    public MeasureTiming Timing => timing;

    /// <summary>Σ over boundaries of log P(any measure token) there minus the same one note earlier, nats.</summary>
    public double Contrast { get; private set; }

    /// <summary>Σ over the other tokens of −log P, nats.</summary>
    public double OtherLoss { get; private set; }

    /// <summary>Probabilities that were taken as <see cref="SmallestProbability"/>.</summary>
    public int Floored { get; private set; }

    /// <summary>Reads one step's posterior, [V].</summary>
    public void Read(int step, ReadOnlySpan<float> posterior)
    {
        if (timing.Others[step])
        {
            OtherLoss -= Logarithm(posterior[tokens[step + 1].Index]);
        }

        int sign = timing.Signs[step];
        if (sign != 0)
        {
            double any = 0;
            foreach (int measure in measures)
            {
                any += posterior[measure];
            }

            Contrast += sign * Logarithm(any);
        }
    }

    private double Logarithm(double p)
    {
        if (p >= SmallestProbability)
        {
            return Math.Log(p);
        }

        Floored++;
        return Math.Log(SmallestProbability);
    }
}
