using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Sweeps;

/// <summary>
/// One step of one tune under one plan, while it is made: what was read, what stands written, and what the network made of it.
/// </summary>
public readonly ref struct StepView
{
    private readonly SweptTune of;

    internal StepView(SweptTune of, int step, ReadOnlySpan<float> posterior)
    {
        this.of = of;
        Step = step;
        Posterior = posterior;
    }

    /// <summary>The plan's place in the sweep, from 0.</summary>
    public int Plan => of.Plan;

    /// <summary>The tune's place in the sweep, from 0.</summary>
    public int Tune => of.Tune;

    /// <summary>From 0.</summary>
    public int Step { get; }

    /// <summary>p of the step, after the plan's operations, [V].</summary>
    public ReadOnlySpan<float> Posterior { get; }

    /// <summary>The token that the step writes: y_t.</summary>
    public Token Written => of.Written(Step);

    /// <summary>A site's values at the step, after the plan's operations, [H] or [V].</summary>
    /// <param name="site">One of those that the sweep keeps (<see cref="SweepOptions.Sites"/>).</param>
    /// <exception cref="ArgumentException">The sweep does not keep it.</exception>
    public ReadOnlySpan<float> this[Site site] => site == Site.Posterior ? Posterior : of.Kept(site);

    /// <summary>How unexpected the token written is: −log₂ p of it, bits; infinite where p is 0.</summary>
    public double Surprise => 0 - Math.Log2(Posterior[Written.Index]);

    /// <summary>
    /// The logarithm of the probability that the step writes a token of a kind, natural, nats; minus infinity where it is 0.
    /// </summary>
    public double LogProbability(TokenKind kind)
    {
        double sum = 0;
        foreach (int token in of.Tokens(kind))
        {
            sum += Posterior[token];
        }

        return Math.Log(sum);
    }
}
