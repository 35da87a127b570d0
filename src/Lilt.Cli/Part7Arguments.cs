using System.CommandLine;
using System.Globalization;
using Lilt.Network;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Studies.Part7;

namespace Lilt.Cli;

/// <summary>The options of <c>lilt study part7</c>, and what they ask for.</summary>
internal sealed class Part7Arguments : StudyArguments
{
    private const int MostSets = 9_999;

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

    private readonly Option<bool> resume = StudyLedger.Resume();

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

        StudyLedger ledger = new(parsed.GetValue(Folder)!, parsed.GetValue(resume), options.Commands.Study, Settings(model, options));
        if (ledger.ThrownAway.Length > 0)
        {
            messages.WriteLine(ledger.ThrownAway);
        }

        // A study that was gone on with holds the command that began it, and so the same bits.
        return Work(model, Options(parsed, model, ledger.Command), ledger);
    }

    /// <inheritdoc/>
    public override StudyWork Again(ParseResult recorded, Model model, string command) =>
        Work(model, Options(recorded, model, command), ledger: null);

    private static StudyWork Work(Model model, Part7Options options, StudyLedger? ledger) =>
        new((progress, cancellation) => Part7Study.Run(model, options, ledger?.Ledger, progress, cancellation), ledger);

    // Threads change no bit, and so may change when a study is gone on with.
    private static KeyValuePair<string, string>[] Settings(Model model, Part7Options options)
    {
        string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
        return
        [
            new("version", options.Version),
            new("model hash", model.Hash),
            new("seed", options.Seed.ToString()),
            new("temperature", Text(options.Temperature)),
            new("prime", string.Join(' ', options.Prime.Select(token => token is { } given ? model.Vocabulary[given] : "*"))),
            new("rng", JsonText.Name(options.Mode)),
            new("limit", Text(options.Limit)),
            new("band", options.Band?.ToString() ?? string.Empty),
            new("control", Text(options.ControlSets)),
            new("tunes", Text(options.ControlTunes)),
        ];
    }

    private Part7Options Options(ParseResult parsed, Model model, string command)
    {
        Part7Options options = OfTuneOf(new Part7Options(), parsed, model, command);
        int sets = (int)WholeNumber.InRange("--control", parsed.GetValue(control), 0, MostSets);
        int many = (int)WholeNumber.InRange("--tunes", parsed.GetValue(tunes), 2, MostSets);
        Band? range = null;
        if (parsed.GetValue(band) is { Length: 2 } ends)
        {
            range =
                ends[0] >= 2 && ends[1] >= ends[0] && double.IsFinite(ends[1])
                    ? new Band(ends[0], ends[1])
                    : throw new InputException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"--band {ends[0]} {ends[1]}: give the shortest and the longest period, both 2 steps or more."
                        )
                    );
        }

        return options with
        {
            Band = range,
            ControlSets = sets,
            ControlTunes = many,
        };
    }
}
