using System.Globalization;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Planting.Causes;

/// <summary>
/// A network of known answer for interchange: three layers, the shipped network's 137 tokens, and a count of measures whose place is known.
/// </summary>
/// <remarks>
/// <para>
/// It writes tunes in 4/4 and 6/8 of eighths, quarters, dotted quarters and broken pairs (<c>C</c>, <c>C 2</c>, <c>C 3</c>,
/// <c>C &gt; G,</c>), so that duration and number of tokens part, the header first, with <c>|</c> for every bar. Where it counts, the
/// logarithm of a bar's probability is over −0.2 at a full measure and under −4 elsewhere. Lengths that would overrun the measure are not
/// written.
/// </para>
/// <para>
/// Another seed is another build: other units, steps, signs and weights, the same truth. Every unit that has no part in it belongs to a
/// random network that remembers pitches, and all weights have noise.
/// </para>
/// </remarks>
public sealed class CausalNetwork
{
    /// <summary>The fewest units a layer that hold all roles.</summary>
    public const int FewestUnits = 32;

    private readonly PlantedWiring wiring;

    private CausalNetwork(PlantedWiring wiring, CausalTruth truth, string name, Dictionary<string, string> facts)
    {
        this.wiring = wiring;
        Truth = truth;
        Model = new Model(CausalTokens.Vocabulary, wiring.Weights, new ModelProvenance(name, facts));
    }

    /// <summary>The network; its provenance holds the truth.</summary>
    public Model Model { get; }

    /// <summary>What is true of it.</summary>
    public CausalTruth Truth { get; }

    /// <summary>The headers that its tunes may begin with: 4/4 and 6/8, both in C major.</summary>
    public static IReadOnlyList<IReadOnlyList<Token>> Headers { get; } =
    [
        [new Token(CausalTokens.FourFour), new Token(CausalTokens.Key)],
        [new Token(CausalTokens.SixEight), new Token(CausalTokens.Key)],
    ];

    /// <summary>What each unit of a layer is there for, [H].</summary>
    /// <param name="layer">From 1.</param>
    public IReadOnlyList<PlantedRole> Roles(int layer) => wiring.Roles(layer);

    /// <summary>Builds a network.</summary>
    /// <param name="kind">What to plant.</param>
    /// <param name="keeper">The layer that keeps the count, one of <see cref="CausalKinds.Keepers"/>.</param>
    /// <param name="units">H, at least <see cref="FewestUnits"/>.</param>
    /// <param name="seed">Of the build.</param>
    /// <param name="direction">What the keeper's state says; another than <see cref="CountDirection.ToGo"/> only of kinds that have both
    /// (<see cref="CausalKinds.HasDirections"/>).</param>
    /// <exception cref="ArgumentException">The kind is unknown, has no such keeper or direction, or the units are too few.</exception>
    public static CausalNetwork Make(CausalKind kind, int keeper, int units, Seed seed, CountDirection direction = CountDirection.ToGo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, FewestUnits);
        if (!Enum.IsDefined(kind) || !Enum.IsDefined(direction))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such network can be planted.");
        }

        if (!CausalKinds.Keepers(kind).Contains(keeper))
        {
            throw new ArgumentOutOfRangeException(
                nameof(keeper),
                keeper,
                $"The keeper of {kind} is one of {string.Join(", ", CausalKinds.Keepers(kind))}."
            );
        }

        if (direction != CountDirection.ToGo && !CausalKinds.HasDirections(kind))
        {
            throw new ArgumentException($"{kind} counts in one direction.", nameof(direction));
        }

        PlantedWiring wiring = CausalPlan.Of(kind, keeper, units, seed, direction);
        CausalTruth truth = CausalTruths.Of(kind, keeper, direction);
        Dictionary<string, string> facts = truth.Facts();
        facts["planted.build"] = seed.ToString();
        foreach (LayerTruth layer in truth.Layers)
        {
            if (wiring.Units(layer.Layer, PlantedRole.Counter) is { Length: > 0 } counters)
            {
                facts[string.Create(CultureInfo.InvariantCulture, $"planted.layer.{layer.Layer}.counters")] = string.Join(' ', counters);
            }
        }

        string name = FormattableString.Invariant($"planted {CausalTruth.Word(kind)}, keeper {keeper}, {units} units, build {seed}");
        return new CausalNetwork(wiring, truth, name, facts);
    }
}
