using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Planting.Causes;
using Lilt.Randomness;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Known;
using CountDirection = Lilt.Planting.Causes.CountDirection;

namespace Lilt.Tests.Studies.Causes;

/// <summary>The study on networks of known answer, and what is right of what it says.</summary>
internal static class KnownNetworks
{
    private const int Tunes = 60;
    private const int Limit = 400;
    private const string Marker = "c'";

    /// <summary>Every kind with every keeper and direction that it has.</summary>
    public static IEnumerable<(CausalKind Kind, int Keeper, CountDirection Direction)> Shapes() =>
        from kind in Enum.GetValues<CausalKind>()
        from keeper in CausalKinds.Keepers(kind)
        from direction in CausalKinds.HasDirections(kind)
            ? Enum.GetValues<CountDirection>()
            : (IEnumerable<CountDirection>)[CountDirection.ToGo]
        select (kind, keeper, direction);

    /// <summary>Makes a network, runs the quick study on it, and holds every verdict against what is true.</summary>
    /// <param name="kind">What is planted.</param>
    /// <param name="keeper">Where.</param>
    /// <param name="direction">What its state says.</param>
    /// <param name="units">H.</param>
    /// <param name="build">The seed of the network and of the study.</param>
    /// <exception cref="StudyRefusedException">The network writes too few full measures.</exception>
    public static (KnownNetwork Found, Study Study) Judge(CausalKind kind, int keeper, CountDirection direction, int units, uint build)
    {
        CausalNetwork network = CausalNetwork.Make(kind, keeper, units, build, direction);
        Study study = CausesStudy.Run(
            network.Model,
            new CausesOptions
            {
                Seed = build,
                Quick = true,
                Given = keeper == 0 ? CountedTunes(kind, units, build) : null,
            }
        );
        return (Judge(network.Truth, build, study.Figure<WiringFigure>()), study);
    }

    /// <summary>
    /// Tunes of a network that counts, for one that counts nothing to read: by itself it writes too few full measures. For the kind whose
    /// bars are announced, the last note of every measure is the marker.
    /// </summary>
    /// <param name="kind">Which reads them.</param>
    /// <param name="units">H of the network that writes.</param>
    /// <param name="build">Its seed.</param>
    public static IReadOnlyList<GivenTune> CountedTunes(CausalKind kind, int units, uint build)
    {
        Model writer = CausalNetwork.Make(CausalKind.Durations, 2, units, build).Model;
        return
        [
            .. CausalNetwork
                .Headers.SelectMany(header =>
                    TuneGenerator.Generate(
                        writer,
                        new GenerationOptions
                        {
                            Seed = build,
                            Tunes = Tunes,
                            Limit = Limit,
                            Prime = [.. header.Select(token => (Token?)token)],
                        }
                    )
                )
                .Select(tune => new GivenTune(kind == CausalKind.Marker ? Marked(writer.Vocabulary, tune.Tokens) : tune.Tokens)),
        ];
    }

    private static IReadOnlyList<Token> Marked(Vocabulary vocabulary, IReadOnlyList<Token> tokens)
    {
        Token marker = vocabulary.TryFind(Marker, out Token found) ? found : throw new InvalidOperationException("There is no marker.");
        return
        [
            .. tokens.Select(
                (token, at) =>
                    at + 1 < tokens.Count
                    && TokenKinds.Of(vocabulary, token) == TokenKind.Pitch
                    && TokenKinds.Of(vocabulary, tokens[at + 1]) == TokenKind.Measure
                        ? marker
                        : token
            ),
        ];
    }

    private static KnownNetwork Judge(CausalTruth truth, uint build, WiringFigure found)
    {
        List<(PossibleVerdicts Said, PossibleVerdicts True)> verdicts =
        [
            .. found.Layers.SelectMany(layer =>
                ((PossibleVerdicts, PossibleVerdicts)[])
                    [
                        (Said(layer.Keeps), truth.Layers[layer.Layer - 1].Keeps),
                        (Said(layer.Sets), truth.Layers[layer.Layer - 1].Sets),
                        (Said(layer.HandsOn), truth.Layers[layer.Layer - 1].HandsOn),
                    ]
            ),
            (
                found.Counted == CountedThing.Undetermined ? PossibleVerdicts.Undetermined
                : found.Counted == Thing(truth.Counted) ? PossibleVerdicts.Supported
                : PossibleVerdicts.Contradicted,
                truth.Counted == Counted.Nothing
                    ? PossibleVerdicts.Undetermined
                    : PossibleVerdicts.Supported | PossibleVerdicts.Undetermined
            ),
        ];
        return new KnownNetwork(
            CausalTruth.Word(truth.Kind),
            truth.Keeper,
            truth.Direction is { } direction ? CausalTruth.Word(direction) : "none",
            build,
            Letters(found, layer => layer.Keeps),
            Letters(found, layer => layer.Sets),
            Letters(found, layer => layer.HandsOn),
            found.Layers.Count(layer => layer.Together.Count > 0),
            EnumWords.Of(found.Counted),
            verdicts.Count(of => of.Said != PossibleVerdicts.Undetermined && of.True.HasFlag(of.Said)),
            verdicts.Count(of => of.Said == PossibleVerdicts.Undetermined),
            verdicts.Count(of => of.Said != PossibleVerdicts.Undetermined && !of.True.HasFlag(of.Said))
        );
    }

    // A clock's steps are the tokens, the bar's own among them.
    private static CountedThing Thing(Counted counted) =>
        counted switch
        {
            Counted.Durations => CountedThing.Durations,
            Counted.Tokens or Counted.Steps => CountedThing.Tokens,
            _ => CountedThing.Undetermined,
        };

    private static PossibleVerdicts Said(LayerClaim claim) =>
        claim.Verdict switch
        {
            VerdictKind.Supported => PossibleVerdicts.Supported,
            VerdictKind.Contradicted => PossibleVerdicts.Contradicted,
            _ => PossibleVerdicts.Undetermined,
        };

    private static string Letters(WiringFigure found, Func<WiredLayer, LayerClaim> claim) =>
        string.Concat(found.Layers.Select(layer => EnumWords.Of(claim(layer).Verdict)[0]));
}
