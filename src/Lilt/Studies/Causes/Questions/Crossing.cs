using Lilt.Alignment;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Randomness;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>
/// Up or down: a state from a tune in another meter is put in, where what has gone of the measure, what is to go and the share that has gone
/// are not the same.
/// </summary>
internal sealed class Crossing
{
    private const double LikelierThanNot = 0.5;

    private readonly MeterMaterial targets;
    private readonly List<SwapResult> results = [];

    /// <param name="donors">Whose states are taken.</param>
    /// <param name="targets">Whose tokens are read on.</param>
    /// <param name="shape">The network's.</param>
    /// <param name="from">How far the donors are, in whole notes.</param>
    /// <param name="at">How far the targets are.</param>
    /// <param name="count">The most pairs.</param>
    /// <param name="seed">Of the draw.</param>
    public Crossing(MeterMaterial donors, MeterMaterial targets, NetworkShape shape, Fraction from, Fraction at, int count, Seed seed)
    {
        this.targets = targets;
        DonorMeter = donors.Meter;
        From = from;
        At = at;
        Gone = at + (targets.Full - from);
        ToGo = at + (donors.Full - from);
        Share = at + (targets.Full * (Fraction.One - (from / donors.Full)));
        PairDraw draw = new(targets, donors, seed);
        IReadOnlyList<SwapPair> pairs = draw.Draw(
            FormattableString.Invariant($"from {donors.Meter} at {from} to {at}"),
            count,
            (tune, place) => place.Distance == at && IsOpenAtAll(tune, place.Measure) ? tune.Places.Measures[place.Measure].Bar : null,
            _ => from,
            (_, _) => true
        );
        foreach (
            SwappedParts parts in Enumerable
                .Range(1, shape.Layers)
                .Select(layer => SwappedParts.Layer(layer))
                .Append(SwappedParts.All(shape))
        )
        {
            results.Add(new SwapResult(targets, parts, 0, pairs, donors));
        }
    }

    /// <summary>The donors' meter.</summary>
    public string DonorMeter { get; }

    /// <summary>The targets'.</summary>
    public string TargetMeter => targets.Meter;

    /// <summary>The targets' M, in whole notes.</summary>
    public Fraction Full => targets.Full;

    /// <summary>How far the donors are, in whole notes.</summary>
    public Fraction From { get; }

    /// <summary>How far the targets are.</summary>
    public Fraction At { get; }

    /// <summary>Where the bar is due if what is kept is what has gone.</summary>
    public Fraction Gone { get; }

    /// <summary>Where it is due if what is kept is what is to go.</summary>
    public Fraction ToGo { get; }

    /// <summary>Where it is due if what is kept is the share of the measure.</summary>
    public Fraction Share { get; }

    /// <summary>What makes it.</summary>
    public IEnumerable<Trial> Trials => results.SelectMany(of => of.Trials);

    /// <summary>The result of a layer; of all for 0.</summary>
    public SwapResult Of(int layer) => layer == 0 ? results[^1] : results[layer - 1];

    /// <summary>B after it at the targets' places, by their distance, and without it.</summary>
    public IEnumerable<(int Pair, Fraction Distance, double After, double Without)> Places(SwapResult of)
    {
        for (int n = 0; n < of.Pairs.Count; n++)
        {
            ReadTune tune = targets.Tunes[of.Pairs[n].Target.Tune];
            _ = tune.Places.TryFind(of.Pairs[n].Target.Step, out OpenPlace target);
            foreach (OpenPlace place in tune.Places.Of(target.Measure).Where(place => place.Step > target.Step))
            {
                yield return (n, place.Distance, of.After(n, place.Step)!.Value, tune.LogProbability(place.Step));
            }
        }
    }

    /// <summary>Where the bar is first likelier than not, a pair each; null where it is nowhere to the target's own bar.</summary>
    public Fraction?[] FirstDue(SwapResult of)
    {
        Fraction?[] due = new Fraction?[of.Pairs.Count];
        foreach ((int pair, Fraction distance, double after, _) in Places(of))
        {
            if (due[pair] is null && after > Math.Log(LikelierThanNot))
            {
                due[pair] = distance;
            }
        }

        return due;
    }

    /// <summary>Whether a bar that is due somewhere is due there; a place beyond the target's own bar is nowhere.</summary>
    public bool Agrees(Fraction? due, Fraction expected) => expected > targets.Full ? due is null : due == expected;

    private bool IsOpenAtAll(ReadTune tune, int measure) =>
        new[] { Gone, ToGo, Share }.All(place => place > targets.Full || 8 % place.Denominator != 0 || tune.At(measure, place) is not null);
}
