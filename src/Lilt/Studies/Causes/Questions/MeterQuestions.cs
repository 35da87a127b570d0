using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>All that is asked of the tunes of one meter.</summary>
internal sealed class MeterQuestions
{
    private const int PairsByPlace = 60;

    private static readonly int[] Doses = [0, KeptWhere.MainDose, -KeptWhere.MainDose, 1, -1, 3, -3];
    private static readonly int[] QuickDoses = [0, KeptWhere.MainDose, -KeptWhere.MainDose];

    private readonly List<(Fraction At, KeptWhere Kept)> byPlace = [];

    /// <param name="material">The tunes.</param>
    /// <param name="model">The network.</param>
    /// <param name="clock">The measure's.</param>
    /// <param name="options">How much is asked.</param>
    /// <param name="level">One less the intervals' level.</param>
    public MeterQuestions(MeterMaterial material, Model model, Clock clock, CausesOptions options, double level)
    {
        Material = material;
        Seed seed = options.Seed.Derive("causes", (int)(8 * material.Full.Numerator), (int)material.Full.Denominator);
        Draw = new PairDraw(material, material, seed.Derive("pairs"));
        Bootstrap = new TuneBootstrap(material.Tunes.Count, level, seed.Derive("bootstrap"));
        int few = (options.Pairs + 1) / 2;
        Kept = new KeptWhere(material, model.Shape, Draw, options.Pairs, options.Quick ? QuickDoses : Doses);
        Sets = new WhatSets(material, model.Shape, Draw, PlainBar(model.Vocabulary, clock), few);
        Moves = new WhatMoves(material, model, Draw, few);
        Counted = new WhatIsCounted(material, model.Shape, Draw, few);
        if (!options.Quick)
        {
            for (Fraction at = new(1, 8); at + new Fraction(KeptWhere.MainDose, 8) < material.Full; at += new Fraction(1, 8))
            {
                byPlace.Add((at, new KeptWhere(material, model.Shape, Draw, PairsByPlace, at)));
            }
        }
    }

    /// <summary>The tunes.</summary>
    public MeterMaterial Material { get; }

    /// <summary>Draws pairs of places in them.</summary>
    public PairDraw Draw { get; }

    /// <summary>Intervals over them.</summary>
    public TuneBootstrap Bootstrap { get; }

    /// <summary>Where the count is kept.</summary>
    public KeptWhere Kept { get; }

    /// <summary>What sets it.</summary>
    public WhatSets Sets { get; }

    /// <summary>What moves the bar.</summary>
    public WhatMoves Moves { get; }

    /// <summary>What is counted.</summary>
    public WhatIsCounted Counted { get; }

    /// <summary>Where it is kept at the main dose, by how far the targets had gone.</summary>
    public IReadOnlyList<(Fraction At, KeptWhere Kept)> ByPlace => byPlace;

    /// <summary>What makes it all.</summary>
    public IEnumerable<Trial> Trials =>
        [.. Kept.Trials, .. Sets.Trials, .. Moves.Trials, .. Counted.Trials, .. byPlace.SelectMany(of => of.Kept.Trials)];

    /// <summary>The fall of B by a measure token that is put in, with its interval.</summary>
    public Estimate? Reset =>
        Bootstrap.Ratio(Sets.Tunes, [.. Sets.Without.Zip(Sets.WithBar, (one, other) => one - other)], [.. Sets.Tunes.Select(_ => 1.0)]);

    /// <summary>The share of that fall which a layer's memory, put back, undoes; or its output, held back.</summary>
    public Estimate? Undone(int layer, bool heldBack)
    {
        double[] withBar = Sets.WithBar;
        double[] undone = heldBack ? Sets.HeldUpOf(layer) : Sets.PutBackOf(layer);
        return Bootstrap.Ratio(
            Sets.Tunes,
            [.. undone.Zip(withBar, (one, other) => one - other)],
            [.. Sets.Without.Zip(withBar, (one, other) => one - other)]
        );
    }

    /// <summary>The share of the way to the donors' B that a layer's output makes.</summary>
    public Estimate? HandedOn(UpKind kind, int layer)
    {
        double[] without = Moves.Without(kind);
        return Bootstrap.Ratio(
            Moves.Pairs(kind),
            [.. Moves.Moved(kind, layer).Zip(without, (one, other) => one - other)],
            [.. Moves.Donors(kind).Zip(without, (one, other) => one - other)]
        );
    }

    /// <summary>All interchanges as rows.</summary>
    public IReadOnlyList<InterchangeRow> Rows() => Kept.Rows(Bootstrap);

    // The bar that most vocabularies have between measures.
    private static Token PlainBar(Vocabulary vocabulary, Clock clock) =>
        clock.Events.FirstOrDefault(token => vocabulary[token] == "|", clock.Events[0]);
}
