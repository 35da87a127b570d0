using Lilt.Studies.Control;

namespace Lilt.Studies.Part7.Figures;

/// <summary>What cutting a layer at some steps did to the timing contrast, beside random sets.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Target">T: the change of the timing contrast that cutting the target makes, nats.</param>
/// <param name="TargetInterval">Its interval over tunes; the intervals of all layers hold together at 95 %.</param>
/// <param name="Random">R: the same of the random sets, as many as were run.</param>
/// <param name="Difference">The interval of T − mean R, simultaneous over the layers as well.</param>
/// <param name="Effect">(mean R − T)/|mean R|: how much more harm than random sets do, 0 is as much; null where random sets do
/// none.</param>
/// <param name="EffectInterval">Its interval, simultaneous over the layers.</param>
/// <param name="Damage">T of the damage to other tokens, nats a token, given that no measure token comes.</param>
/// <param name="DamageRandom">R of the same.</param>
/// <param name="Residual">What of the contrast's change the damage does not explain, nats; the target's rank is taken on it.</param>
/// <param name="ResidualRandom">The same of the random sets.</param>
/// <param name="P">One-sided, from the rank among the random sets; null where none was taken.</param>
/// <param name="Holm">The same after Holm, over all that is tested together.</param>
/// <param name="Stopped">Whether it stopped early: as many sets as needed were already at least as low.</param>
/// <param name="Saturated">The share of random sets that lose nearly all of the contrast, 0 to 1.</param>
public sealed record ControlTimingLayer(
    int Layer,
    double Target,
    ControlInterval TargetInterval,
    IReadOnlyList<double> Random,
    ControlInterval Difference,
    double? Effect,
    ControlInterval? EffectInterval,
    double Damage,
    IReadOnlyList<double> DamageRandom,
    double Residual,
    IReadOnlyList<double> ResidualRandom,
    double? P,
    double? Holm,
    bool Stopped,
    double Saturated
)
{
    /// <summary>The mean of R; null where there are no random sets.</summary>
    public double? RandomMean => Random.Count == 0 ? null : Random.Average();

    /// <summary>The least and the greatest R; null where there are no random sets.</summary>
    public ControlInterval? RandomRange => Random.Count == 0 ? null : new(Random.Min(), Random.Max());

    /// <summary>The mean of the damage's R; null where there are no random sets.</summary>
    public double? DamageRandomMean => DamageRandom.Count == 0 ? null : DamageRandom.Average();
}
