using Lilt.Alignment;
using Lilt.Notation.Tokens;

namespace Lilt.Studies.Control;

/// <summary>One of the uncut network's tunes fed to one network: what its posterior made of it, as sums.</summary>
/// <param name="timing">Where to read.</param>
/// <param name="tokens">The start token and all that followed.</param>
/// <param name="isMeasure">Which tokens are measure tokens, [V].</param>
internal sealed class OpenLoopTune(MeasureTiming timing, IReadOnlyList<Token> tokens, bool[] isMeasure)
{
    /// <summary>
    /// The smallest normal float32, 2⁻¹²⁶: a posterior holds no smaller probability faithfully, and its logarithm is finite.
    /// </summary>
    private const double SmallestProbability = 1.1754943508222875e-38;

    /// <summary>Where the tune was read.</summary>
    public MeasureTiming Timing => timing;

    /// <summary>Σ over boundaries of log P(any measure token) there minus the same one note earlier, nats.</summary>
    public double Contrast { get; private set; }

    /// <summary>
    /// Σ over the steps that write another token of −log of its probability given that no measure token comes, nats: a bar that is expected
    /// too early takes from every other token alike and is no damage to them.
    /// </summary>
    public double OtherLoss { get; private set; }

    /// <summary>Probabilities that were taken as <see cref="SmallestProbability"/>.</summary>
    public int Floored { get; private set; }

    /// <summary><see cref="Contrast"/> and the boundaries that it is summed over.</summary>
    public (double Above, double Below) ContrastSum => (Contrast, timing.BoundaryCount);

    /// <summary><see cref="OtherLoss"/> and the steps that it is summed over.</summary>
    public (double Above, double Below) OtherSum => (OtherLoss, timing.OtherCount);

    /// <summary>Takes sums that were read before.</summary>
    public void Restore(double contrast, double otherLoss, int floored)
    {
        Contrast = contrast;
        OtherLoss = otherLoss;
        Floored = floored;
    }

    /// <summary>Reads one step's posterior, [V].</summary>
    public void Read(int step, ReadOnlySpan<float> posterior)
    {
        bool isOther = timing.Others[step];
        int sign = timing.Signs[step];
        if (!isOther && sign == 0)
        {
            return;
        }

        double bar = 0;
        double others = 0;
        for (int token = 0; token < posterior.Length; token++)
        {
            (isMeasure[token] ? ref bar : ref others) += posterior[token];
        }

        if (isOther)
        {
            OtherLoss += Logarithm(others) - Logarithm(posterior[tokens[step + 1].Index]);
        }

        if (sign != 0)
        {
            Contrast += sign * Logarithm(bar);
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
