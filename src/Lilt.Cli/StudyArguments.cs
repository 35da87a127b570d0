using System.CommandLine;
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Spectra;
using Lilt.Studies.Control;
using Lilt.Studies.Part7;

namespace Lilt.Cli;

/// <summary>The options of <c>lilt study part7</c>, and what they ask for.</summary>
internal sealed class StudyArguments
{
    private const int MostSets = 9_999;
    private readonly GenerationArguments generation = new();

    private readonly Option<int> control = new("--control")
    {
        Description = "The most random sets a layer in the control (999 for a paper; under 59 no verdict on three layers is possible); 0 leaves the control out.",
        DefaultValueFactory = _ => new ControlOptions().Sets,
        HelpName = "K",
    };

    private readonly Option<int> tunes = new("--tunes") { Description = "Tunes that the control feeds to every network.", DefaultValueFactory = _ => new ControlOptions().Tunes, HelpName = "N" };

    private readonly Option<double[]> band = new("--band")
    {
        Description = "The band in steps that the cut goes by. Default: 3.5 % to either side of the tune's measure interval.",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
        HelpName = "SHORTEST LONGEST",
    };

    /// <summary><c>--out</c>.</summary>
    public Option<string> Folder { get; } = new("--out") { Description = "The folder to make.", Required = true, HelpName = "DIR" };

    /// <summary><c>--force</c>.</summary>
    public Option<bool> Force { get; } = new("--force") { Description = "Replace the study that stands in the folder." };

    /// <summary><c>--resume</c>.</summary>
    public Option<bool> Resume { get; } = StudyLedger.Resume();

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All =>
        [generation.Model, generation.Seed, generation.Prime, generation.Temperature, generation.Mode, generation.Limit, Folder, control, tunes, band, Force, Resume, generation.Threads];

    /// <summary>The model that was meant.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="instead">A model to take in its place; null for none.</param>
    public Model Model(ParseResult parsed, string? instead = null) => ModelOption.Read(instead ?? parsed.GetValue(generation.Model));

    /// <summary>What to study.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="network">The model.</param>
    /// <param name="command">The command line that stands in the study.</param>
    /// <exception cref="InputException">An option is outside its range.</exception>
    public Part7Options Options(ParseResult parsed, Model network, string command)
    {
        GenerationOptions of = generation.Options(parsed, network.Vocabulary, 1);
        int sets = (int)WholeNumber.InRange("--control", parsed.GetValue(control), 0, MostSets);
        int many = (int)WholeNumber.InRange("--tunes", parsed.GetValue(tunes), 2, MostSets);
        Band? range = null;
        if (parsed.GetValue(band) is { Length: 2 } ends)
        {
            range = ends[0] >= 2 && ends[1] >= ends[0] && double.IsFinite(ends[1])
                ? new Band(ends[0], ends[1])
                : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--band {ends[0]} {ends[1]}: give the shortest and the longest period, both 2 steps or more."));
        }

        return new Part7Options
        {
            Seed = of.Seed,
            Prime = of.Prime,
            Temperature = of.Temperature,
            Mode = of.Mode,
            Limit = of.Limit,
            Band = range,
            ControlSets = sets,
            ControlTunes = many,
            Threads = of.Threads,
            Version = CommandText.Version,
            Commands = new StudyCommands(
                command,
                $"lilt verify {CommandText.Word(parsed.GetValue(Folder)!)}",
                Generate(parsed),
                parsed.GetValue(generation.Prime)!),
        };
    }

    private string Generate(ParseResult parsed)
    {
        List<string> words = ["lilt", "generate"];
        if (parsed.GetValue(generation.Model) is { } given)
        {
            words.AddRange(["--model", given]);
        }

        words.AddRange(["--seed", parsed.GetValue(generation.Seed).ToString(CultureInfo.InvariantCulture)]);
        if (parsed.GetValue(generation.Prime) is { Length: > 0 } prime)
        {
            words.AddRange(["--prime", prime]);
        }

        if (parsed.GetValue(generation.Temperature) is var temperature and not 1)
        {
            words.AddRange(["--temperature", temperature.ToString(CultureInfo.InvariantCulture)]);
        }

        if (parsed.GetValue(generation.Limit) is var limit and not GenerationOptions.DefaultLimit)
        {
            words.AddRange(["--limit", limit.ToString(CultureInfo.InvariantCulture)]);
        }

        if (parsed.GetValue(generation.Mode) is var mode and not DrawMode.Independent)
        {
            words.AddRange(["--rng", JsonText.Name(mode)]);
        }

        return string.Join(' ', words.Select(CommandText.Word));
    }
}
