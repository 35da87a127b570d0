using System.CommandLine;
using Lilt.Network;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Studies.Part7;

namespace Lilt.Cli;

/// <summary>The options of <c>lilt study part7</c>, and what they ask for.</summary>
internal sealed class Part7Arguments : StudyArguments
{
    private readonly Option<int> control = new("--control")
    {
        Description =
            "The most random sets a layer in the control (999 for a paper; under 59 no verdict on three layers is possible); 0 leaves the control out.",
        DefaultValueFactory = _ => new ControlOptions().Sets,
        HelpName = "K",
    };

    private readonly Option<int> tunes = new("--tunes")
    {
        Description = "Tunes that the control feeds to every network.",
        DefaultValueFactory = _ => new ControlOptions().Tunes,
        HelpName = "N",
    };

    private readonly Option<double[]> band = new("--band")
    {
        Description = "The band in steps that the cut goes by. Default: 3.5 % to either side of the tune's measure interval.",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
        HelpName = "SHORTEST LONGEST",
    };

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Go on with a study that was stopped or killed; the other options must be the same.",
    };

    /// <inheritdoc/>
    public override StudyKind Kind => Part7Study.Kind;

    /// <inheritdoc/>
    public override string Description =>
        "Makes the network write a tune, looks inside while it does, cuts the units that beat with the measures, stimulates it,\n"
        + "holds the cuts against random ones, and leaves a folder with a page, numbers, tables, recordings, tunes and plans.\n"
        + "Example: lilt study part7 --seed 42 --out study";

    /// <inheritdoc/>
    public override string Heading => "Part 7";

    /// <inheritdoc/>
    public override IEnumerable<Option> All => [.. OfTune, Folder, control, tunes, band, Force, resume, Generation.Threads];

    /// <inheritdoc/>
    public override StudyWork Begin(ParseResult parsed, Model model, TextWriter messages)
    {
        Part7Options options = Options(parsed, model, CommandText.Of(parsed));
        if (options.ControlSets > 0 && options.ControlSets < ControlOptions.FewestSets(model.Shape.Layers))
        {
            messages.WriteLine(
                $"lilt: --control {options.ControlSets}: of {model.Shape.Layers} layer(s) at least {ControlOptions.FewestSets(model.Shape.Layers)} random sets are needed for a claim to be supported; with fewer the control describes."
            );
        }

        Part7Ledger ledger = new(parsed.GetValue(Folder)!, parsed.GetValue(resume), model, options);
        if (ledger.ThrownAway is { } thrownAway)
        {
            messages.WriteLine($"lilt: {thrownAway}");
        }

        return Work(model, ledger.Options, ledger);
    }

    /// <inheritdoc/>
    public override StudyWork Again(ParseResult recorded, Model model, string command) =>
        Work(model, Options(recorded, model, command), ledger: null);

    private static StudyWork Work(Model model, Part7Options options, Part7Ledger? ledger) =>
        new((progress, cancellation) => Part7Study.Run(model, options, ledger?.Ledger, progress, cancellation), ledger);

    private static Part7Options Options(ParseResult parsed, Model model, string command)
    {
        ParsedOptions asked = new(parsed);
        return OfTuneOf(new Part7Options(), asked, model, command).With(asked);
    }
}
