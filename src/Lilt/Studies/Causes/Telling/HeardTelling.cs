using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Recording;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figure 10: one tune with its clock pushed on.</summary>
internal static class HeardTelling
{
    private const int PushedMeasure = 5;

    /// <summary>The plan of the push, and the recording that it takes the state from.</summary>
    public static (HeardFigure Figure, OperationPlan Plan, TuneRecording Donor)? Make(
        Model model,
        MeterQuestions asked,
        CausesOptions options,
        int layer,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<SwapPair> pairs = asked.Draw.Draw(
            "heard",
            int.MaxValue,
            (tune, place) => asked.Draw.IsMiddle(place.Distance) && Number(tune, place) == PushedMeasure ? place.Step : null,
            place => place.Distance + new Fraction(KeptWhere.MainDose, 8) is var further && further < asked.Material.Full ? further : null,
            (_, _) => true
        );
        foreach (SwapPair pair in pairs.OrderBy(of => of.Target.Tune))
        {
            ReadTune tune = asked.Material.Tunes[pair.Target.Tune];
            _ = tune.Places.TryFind(pair.Target.Step, out OpenPlace place);
            int measure = Number(tune, place);
            if (tune.Seed is not { } seed)
            {
                continue;
            }

            ReadTune donor = asked.Material.Tunes[pair.Donor.Tune];
            TuneRecording recording = model.Read([.. donor.All, donor[donor.Steps - 1]], SiteKind.Cell, SiteKind.Hidden);
            OperationPlan plan = new(Patch.State(recording, pair.Donor.Step, layer, pair.Target.Step, Edge.Recurrent));
            StudyTune own = Read(model, "as the network writes it", [.. Enumerable.Range(0, tune.Steps).Select(step => tune[step])]);
            StudyTune pushed = Write(model, plan, seed, tune, options, cancellation);
            return (
                new HeardFigure
                {
                    Layer = layer,
                    Step = pair.Target.Step,
                    Measure = measure,
                    Dose = KeptWhere.MainDose,
                    FirstDivergence = pushed.FirstDivergence(own),
                    Tune = own,
                    Pushed = pushed,
                    Article = null,
                    Here =
                        $"After step {pair.Target.Step} of tune {seed}, in measure {measure}, layer {layer} took the state of another tune two eighths further on: the tune as it is has {own.CountInWords()}, the pushed one {pushed.CountInWords()}.",
                    Caption =
                        "First the tune as the network writes it, then the same random numbers, but in one step the layer's memory takes the state of another tune two eighths further on. The mark is the step. Each measure has its verdict. One tune is an example, no evidence.",
                    Command = options.Commands.Study,
                    Files = ["heard.abc"],
                },
                plan,
                recording
            );
        }

        return null;
    }

    /// <summary>The figure; null where no tune can be pushed there.</summary>
    public static HeardFigure? Of(Model model, MeterQuestions asked, CausesOptions options, int layer, CancellationToken cancellation) =>
        Make(model, asked, options, layer, cancellation)?.Figure;

    // A measure's number as a player counts: empty ones and a pickup left out.
    private static int Number(ReadTune tune, OpenPlace place) =>
        tune.Places.Measures.Take(place.Measure + 1).Count(of => of.Tokens > 0 && (of.Index > 1 || of.IsFull));

    private static StudyTune Read(Model model, string name, IReadOnlyList<Token> tokens) =>
        StudyTuneReader.Read(
            name,
            [.. tokens.Select(token => model.Vocabulary[token])],
            tokens.Count == 0 || tokens[^1] != model.Vocabulary.End
        );

    private static StudyTune Write(
        Model model,
        OperationPlan plan,
        Seed seed,
        ReadTune tune,
        CausesOptions options,
        CancellationToken cancellation
    )
    {
        int header = tune.Places.Measures[0].First;
        GenerationOptions generation = new()
        {
            Seed = seed,
            Temperature = options.Temperature,
            Prime = [.. Enumerable.Range(0, header).Select(step => (Token?)tune[step])],
            Limit = Math.Min(CausesMaterial.Limit, options.Limit),
            Threads = options.Threads,
        };
        GeneratedTune written = TuneGenerator.Generate(new OperatedModel(model, plan.Compile(model)), generation, cancellation).Single();
        return Read(model, "with its clock pushed on", [.. written.Tokens.Skip(1)]);
    }
}
