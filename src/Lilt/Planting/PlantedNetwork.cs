using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Planting;

/// <summary>A network of known answer: it is built so that which of its units count, relay or do nothing is known beforehand.</summary>
/// <remarks>
/// <para>
/// It writes tunes in 4/4 of single eighths, folk-rnn's tokens, the header first: a bar stands every nine steps (but by
/// <see cref="PlantedKind.Chance"/>, where bars come at random), and a tune is some 60 to 200 steps long. The rest of each layer is a
/// random network that remembers pitches. Strengths, sd(h) times the norm of a unit's outgoing weights, are made alike over a layer,
/// whatever a unit's role, so that sets of units matched by strength hold about a third of the planted ones.
/// </para>
/// <para>Another seed is another build: other units, other weights, the same truth.</para>
/// </remarks>
public sealed class PlantedNetwork
{
    /// <summary>The fewest units a layer that hold all roles.</summary>
    public const int FewestUnits = 18;

    /// <summary>Steps from one bar to the next where the network counts: eight notes and the bar.</summary>
    public const int Period = 9;

    private PlantedNetwork(PlantedKind kind, Model model, IReadOnlyList<PlantedLayer> layers)
    {
        Kind = kind;
        Model = model;
        Layers = layers;
    }

    /// <summary>What was planted.</summary>
    public PlantedKind Kind { get; }

    /// <summary>The network.</summary>
    public Model Model { get; }

    /// <summary>What is true of each layer, layer 1 first.</summary>
    public IReadOnlyList<PlantedLayer> Layers { get; }

    /// <summary>The tokens that its tunes begin with: 4/4, C major.</summary>
    public static IReadOnlyList<Token> Header => PlantedTokens.Header;

    /// <summary>Builds a network.</summary>
    /// <param name="kind">What to plant.</param>
    /// <param name="units">H, at least <see cref="FewestUnits"/>.</param>
    /// <param name="seed">Of the build.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown, or the units are too few.</exception>
    public static PlantedNetwork Make(PlantedKind kind, int units, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, FewestUnits);
        PlantedPlan plan = PlantedPlan.Of(kind, units, seed);
        Model model = new(
            PlantedTokens.Vocabulary,
            plan.Weights,
            ModelProvenance.Named(FormattableString.Invariant($"planted {kind}, {units} units, build {seed}"))
        );
        return new PlantedNetwork(kind, model, plan.Layers);
    }
}
