using System.CommandLine;
using System.Globalization;
using Lilt.Files;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;

namespace Lilt.Cli;

/// <summary>
/// A file of tunes that a verb writes tune by tune, and with <c>--resume</c> goes on with where a run was stopped or killed.
/// </summary>
internal sealed class TunesFile : IDisposable
{
    private readonly string path;
    private readonly GenerationOptions options;
    private readonly CompiledPlan? plan;
    private long drawn;

    /// <param name="path">Where the tunes go.</param>
    /// <param name="resume">Whether to go on with an unfinished file.</param>
    /// <param name="model">Who writes.</param>
    /// <param name="options">What is written in all.</param>
    /// <param name="plan">What is done to the network meanwhile.</param>
    /// <param name="command">The command line.</param>
    /// <param name="own">What else decides the file's bytes, by name.</param>
    public TunesFile(
        string path,
        bool resume,
        Model model,
        GenerationOptions options,
        CompiledPlan? plan,
        string command,
        params (string Name, string Value)[] own
    )
    {
        this.path = path;
        this.options = options;
        this.plan = plan;
        File = new ResumableFile(
            path,
            [.. Settings(model, options, plan), .. own.Select(of => KeyValuePair.Create(of.Name, of.Value))],
            command,
            resume
        );
        if (File.Note.Split(' ') is [{ } draws, { } touched])
        {
            drawn = long.Parse(draws, CultureInfo.InvariantCulture);
            plan?.Recall(
                touched.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(place => int.Parse(place, CultureInfo.InvariantCulture))
            );
        }

        Left = options with
        {
            First = options.First + Whole,
            Tunes = options.Tunes - Whole,
            Drawn = options.Mode == DrawMode.Stream ? drawn : null,
        };
    }

    /// <summary><c>--resume</c>.</summary>
    public static Option<bool> Resume() =>
        new("--resume") { Description = "Go on with the file of a run that was stopped or killed; the other options must be the same." };

    /// <summary>The file.</summary>
    public ResumableFile File { get; }

    /// <summary>How many whole tunes are in it.</summary>
    public int Whole => File.Parts;

    /// <summary>What is left to write, where <see cref="IsWhole"/> is false.</summary>
    public GenerationOptions Left { get; }

    /// <summary>Whether nothing was left to write from the start.</summary>
    public bool IsWhole => Left.Tunes == 0;

    /// <summary>A line about an unfinished file that is not gone on with; empty where there was none.</summary>
    public string ThrownAway =>
        File.ThrownAway == 0
            ? string.Empty
            : string.Create(
                CultureInfo.InvariantCulture,
                $"lilt: begun again from the start, without the {File.ThrownAway} tune(s) of a run of {path} that did not end; --resume goes on with such a run."
            );

    /// <summary>A tune is whole in the file.</summary>
    /// <param name="tokens">Its tokens, the start token left out.</param>
    public void Keep(int tokens)
    {
        drawn += options.DrawnOf(tokens);
        File.Keep(string.Create(CultureInfo.InvariantCulture, $"{drawn} {string.Join(',', plan?.Touched ?? [])}"));
    }

    /// <summary>What a stopped run ends with.</summary>
    public StoppedException Stopped() =>
        new(
            Whole == 0
                ? "stopped before the first tune was whole: nothing is kept."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"stopped after {Whole} of {options.Tunes} tunes. They are kept: go on with the same command and --resume."
                )
        );

    /// <summary>Lets the file go.</summary>
    public void Dispose() => File.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Settings(Model model, GenerationOptions options, CompiledPlan? plan)
    {
        string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
        return
        [
            new("version", CommandText.Version),
            new("model hash", model.Hash),
            new("model name", model.Provenance.Name),
            new("seed", options.Seed.ToString()),
            new("first tune", Text(options.First)),
            new("number of tunes", Text(options.Tunes)),
            new("temperature", Text(options.Temperature)),
            new("prime", PrimeText.Of(options.Prime, model.Vocabulary)),
            new("rng", JsonText.Name(options.Mode)),
            new("limit", Text(options.Limit)),
            new("plan", plan?.Plan.ToJson() ?? string.Empty),
        ];
    }
}
