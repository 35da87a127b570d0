using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>The numbers of one meter that claims of layers rest on.</summary>
internal sealed record MeterEvidence
{
    /// <summary>As tokens name it.</summary>
    public required string Meter { get; init; }

    /// <summary>S.</summary>
    public required int Layers { get; init; }

    /// <summary>How many interchanges there are at the main dose.</summary>
    public required int Pairs { get; init; }

    /// <summary>Of how many tunes.</summary>
    public required int Tunes { get; init; }

    /// <summary>How much B changes when all layers are interchanged, nats; null for no pairs.</summary>
    public required Estimate? Whole { get; init; }

    /// <summary>The same by shams.</summary>
    public required Estimate? Sham { get; init; }

    /// <summary>Every set of layers, singles first.</summary>
    public required IReadOnlyList<CarriedShare> Sets { get; init; }

    /// <summary>In how many measures a measure token was put.</summary>
    public required int Measures { get; init; }

    /// <summary>Of how many tunes.</summary>
    public required int MeasuresTunes { get; init; }

    /// <summary>How much B falls by it, nats.</summary>
    public required Estimate? Reset { get; init; }

    /// <summary>The share of the fall that a layer's memory put back undoes, layer 1 first.</summary>
    public required IReadOnlyList<Estimate?> PutBack { get; init; }

    /// <summary>The share of the fall that a layer's output held back undoes.</summary>
    public required IReadOnlyList<Estimate?> HeldBack { get; init; }

    /// <summary>How many steps a boundary was handed up in.</summary>
    public required int Steps { get; init; }

    /// <summary>Of how many tunes.</summary>
    public required int StepsTunes { get; init; }

    /// <summary>How far the donors' B is over the targets', nats.</summary>
    public required Estimate? Boundary { get; init; }

    /// <summary>The share of that way that a layer's output makes.</summary>
    public required IReadOnlyList<Estimate?> HandedOn { get; init; }

    /// <summary>The evidence of a meter whose trials have run.</summary>
    /// <param name="asked">Its questions.</param>
    /// <param name="layers">S.</param>
    public static MeterEvidence Of(MeterQuestions asked, int layers)
    {
        IReadOnlyList<SwapPair> steps = asked.Moves.Pairs(UpKind.BoundaryToMiddle);
        int[] all = [.. Enumerable.Range(1, layers)];
        return OfKept(asked.Material, asked.Kept, asked.Bootstrap, layers) with
        {
            Measures = asked.Sets.Count,
            MeasuresTunes = asked.Sets.Tunes.Distinct().Count(),
            Reset = asked.Reset,
            PutBack = [.. all.Select(layer => asked.Undone(layer, heldBack: false))],
            HeldBack = [.. all.Select(layer => asked.Undone(layer, heldBack: true))],
            Steps = steps.Count,
            StepsTunes = SwapPair.Tunes(steps),
            Boundary = asked.Bootstrap.Mean(
                steps,
                [
                    .. asked
                        .Moves.Donors(UpKind.BoundaryToMiddle)
                        .Zip(asked.Moves.Without(UpKind.BoundaryToMiddle), (one, other) => one - other),
                ]
            ),
            HandedOn = [.. all.Select(layer => asked.HandedOn(UpKind.BoundaryToMiddle, layer))],
        };
    }

    /// <summary>The evidence of interchanges of layers alone: no token was put in, and no boundary handed up.</summary>
    /// <param name="material">The tunes.</param>
    /// <param name="kept">The interchanges, run: the main dose and its shams at least.</param>
    /// <param name="bootstrap">Intervals over the tunes.</param>
    /// <param name="layers">S.</param>
    public static MeterEvidence OfKept(MeterMaterial material, KeptWhere kept, TuneBootstrap bootstrap, int layers)
    {
        SwapResult all = kept.All(KeptWhere.MainDose);
        SwapResult sham = kept.All(0);
        Estimate?[] none = new Estimate?[layers];
        return new MeterEvidence
        {
            Meter = material.Meter,
            Layers = layers,
            Pairs = all.Pairs.Count,
            Tunes = SwapPair.Tunes(all.Pairs),
            Whole = bootstrap.Mean(all.Pairs, KeptWhere.Changes(all)),
            Sham = bootstrap.Mean(sham.Pairs, KeptWhere.Changes(sham)),
            Sets =
            [
                .. kept
                    .Results.Where(of => of.Dose == KeptWhere.MainDose && of.Parts.Part == StatePart.Both)
                    .Select(of => new CarriedShare(of.Parts.Layers, kept.F(of, bootstrap), kept.TooEarly(of.Parts.Layers, bootstrap))),
            ],
            Measures = 0,
            MeasuresTunes = 0,
            Reset = null,
            PutBack = none,
            HeldBack = none,
            Steps = 0,
            StepsTunes = 0,
            Boundary = null,
            HandedOn = none,
        };
    }

    /// <summary>What a set of layers carries.</summary>
    /// <param name="layers">From 1, ascending.</param>
    public CarriedShare Set(IReadOnlyList<int> layers) => Sets.First(of => of.Layers.SequenceEqual(layers));
}
