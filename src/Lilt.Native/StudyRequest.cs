using System.Diagnostics;
using System.Globalization;
using Lilt.Files;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Control;
using Lilt.Studies.Look;
using Lilt.Studies.Part7;

namespace Lilt.Native;

/// <summary>A study that was asked for, with the options of <c>lilt study</c>: it makes the same folder, to the byte.</summary>
internal sealed class StudyRequest
{
    private const int MostSets = 9_999;
    private const string LedgerSuffix = ".control";

    private readonly Model model;
    private readonly string folder;
    private readonly bool force;
    private readonly bool resume;
    private readonly string command;
    private readonly string? remark;
    private readonly Func<string, ControlLedger?, Action<double, string>, CancellationToken, Study> make;
    private readonly Part7Options? part7;

    /// <param name="kind">The kind of study.</param>
    /// <param name="model">The network.</param>
    /// <param name="modelName">How the command line names it; null for the shipped one.</param>
    /// <param name="options">As the command line has them, without the dashes.</param>
    /// <exception cref="InputException">An option is outside its range.</exception>
    public StudyRequest(StudyKind kind, Model model, string? modelName, NamedOptions options)
    {
        this.model = model;
        folder = options.Find("out") is { Length: > 0 } given ? given : throw new InputException("out is missing: the folder to make.");
        force = options.Flag("force");
        GenerationOptions tune = GenerationSettings.Read(Tune(options), model.Vocabulary, out remark);
        command = Command(kind, modelName, options);
        string generate = Generate(modelName, options);
        string prime = options.Find("prime") ?? string.Empty;
        TOptions Common<TOptions>(TOptions of, string study)
            where TOptions : StudyOptions =>
            (TOptions)(
                of with
                {
                    Seed = tune.Seed,
                    Prime = tune.Prime,
                    Temperature = tune.Temperature,
                    Mode = tune.Mode,
                    Limit = tune.Limit,
                    Threads = tune.Threads,
                    Commands = new StudyCommands(study, $"lilt verify {ShellWord.Of(folder)}", generate, prime),
                }
            );

        if (kind == Part7Study.Kind)
        {
            resume = options.Flag("resume");
            part7 = Part7(options, Common(new Part7Options(), command));
            make = (text, ledger, progress, cancellation) =>
                Part7Study.Run(model, part7 with { Commands = part7.Commands with { Study = text } }, ledger, progress, cancellation);
        }
        else if (kind == CausesStudy.Kind)
        {
            CausesOptions causes = Causes(options, Common(new CausesOptions(), command));
            make = (_, _, progress, cancellation) => CausesStudy.Run(model, causes, progress, cancellation);
        }
        else
        {
            LookOptions look = Common(new LookOptions(), command);
            make = (_, _, progress, cancellation) => LookStudy.Run(model, look, progress, cancellation);
        }

        options.ThrowIfUnread();
    }

    /// <summary>Makes the study and puts it in its folder.</summary>
    /// <param name="job">Told how far it is.</param>
    /// <param name="form">The page's; null to leave the page out.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="StoppedException">It was stopped; the message says what is kept.</exception>
    public object Make(Job job, string? form)
    {
        if (remark is not null)
        {
            job.Remark(remark);
        }

        using PlaceLock held = StudyFolder.Take(folder, force);
        using ResumableFile? kept = part7 is null ? null : Kept(part7);
        if (kept is { ThrownAway: > 0 })
        {
            job.Remark("begun again from the start, without what a study that did not end had made; --resume goes on with such a study.");
        }

        ControlLedger? ledger = kept is null ? null : new ControlLedger(kept);
        long began = Stopwatch.GetTimestamp();
        string stage = "its beginning";
        try
        {
            // A study that was gone on with holds the command that began it, and so the same bits.
            Study study = make(kept?.Origin ?? command, ledger, (share, what) => job.Progress = (share, stage = what), job.Cancellation);
            StudyFolder.Write(study, held, form);
            kept?.Discard();
            return folder;
        }
        catch (Exception e) when (e is AggregateException or OperationCanceledException && job.Cancellation.IsCancellationRequested)
        {
            string rest =
                ledger is null ? string.Empty
                : ledger.Count == 0 ? " Nothing is kept: the same command makes it from the start."
                : $" {ledger.Count} readings of the control are kept: go on with the same command and --resume.";
            throw new StoppedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"stopped after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, at {stage}.{rest}"
                )
            );
        }
    }

    // Beside the folder, as the command line has it: either goes on with what the other began.
    private ResumableFile Kept(Part7Options options)
    {
        static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
        return new ResumableFile(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + LedgerSuffix,
            [
                new("version", options.Version),
                new("model hash", model.Hash),
                new("seed", options.Seed.ToString()),
                new("temperature", Text(options.Temperature)),
                new("prime", string.Join(' ', options.Prime.Select(token => token is { } given ? model.Vocabulary[given] : "*"))),
                new("rng", Name(options.Mode)),
                new("limit", Text(options.Limit)),
                new("band", options.Band?.ToString() ?? string.Empty),
                new("control", Text(options.ControlSets)),
                new("tunes", Text(options.ControlTunes)),
            ],
            command,
            resume
        );
    }

    private static string Name(DrawMode mode) => mode.ToString().ToLowerInvariant();

    /// <summary>The options of the one tune: a study's own 'tunes' are others.</summary>
    private static NamedOptions Tune(NamedOptions options) => options.Only("seed", "prime", "temperature", "rng", "limit", "threads");

    private static Part7Options Part7(NamedOptions options, Part7Options of)
    {
        Band? band = null;
        if (options.Find("band") is { } text)
        {
            double[] ends =
            [
                .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(end =>
                        double.TryParse(end, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN
                    ),
            ];
            band =
                ends.Length == 2 && ends[0] >= 2 && ends[1] >= ends[0] && double.IsFinite(ends[1])
                    ? new Band(ends[0], ends[1])
                    : throw new InputException($"band {text}: give the shortest and the longest period, both 2 steps or more.");
        }

        return of with
        {
            Band = band,
            ControlSets = (int)options.Whole("control", new ControlOptions().Sets, 0, MostSets),
            ControlTunes = (int)options.Whole("tunes", new ControlOptions().Tunes, 2, MostSets),
        };
    }

    private static CausesOptions Causes(NamedOptions options, CausesOptions of)
    {
        Token[] header =
        [
            .. of.Prime.Select(token => token ?? throw new InputException("prime is the tunes' header here, and has no '*'.")),
        ];
        return of with
        {
            Headers = header.Length > 0 ? [header] : [],
            Tunes = (int)options.Whole("tunes", of.Tunes, 1, int.MaxValue),
            Pairs = (int)options.Whole("pairs", of.Pairs, 1, int.MaxValue),
            Quick = options.Flag("quick"),
        };
    }

    /// <summary>The command line that asks for the same.</summary>
    private static string Command(StudyKind kind, string? modelName, NamedOptions options)
    {
        List<string> words = ["lilt", "study", kind.Name];
        if (modelName is not null)
        {
            words.AddRange(["--model", modelName]);
        }

        foreach ((string name, string value) in options.All)
        {
            if (value is "False" or "false")
            {
                continue;
            }

            words.Add("--" + name);
            words.AddRange(
                value is "True" or "true" ? []
                : name == "band" ? value.Split(' ')
                : [value]
            );
        }

        return string.Join(' ', words.Select(ShellWord.Of));
    }

    /// <summary>The command line that writes the studied tune again.</summary>
    private static string Generate(string? modelName, NamedOptions options)
    {
        List<string> words = ["lilt", "generate"];
        if (modelName is not null)
        {
            words.AddRange(["--model", modelName]);
        }

        words.AddRange(["--seed", options.Find("seed") ?? "42"]);
        if (options.Find("prime") is { Length: > 0 } prime)
        {
            words.AddRange(["--prime", prime]);
        }

        if (options.Number("temperature", 1) is var temperature and not 1)
        {
            words.AddRange(["--temperature", temperature.ToString(CultureInfo.InvariantCulture)]);
        }

        if (options.Whole("limit", GenerationOptions.DefaultLimit, 1, int.MaxValue - 1) is var limit and not GenerationOptions.DefaultLimit)
        {
            words.AddRange(["--limit", limit.ToString(CultureInfo.InvariantCulture)]);
        }

        if (options.Choice("rng", DrawMode.Independent) is var mode and not DrawMode.Independent)
        {
            words.AddRange(["--rng", Name(mode)]);
        }

        return string.Join(' ', words.Select(ShellWord.Of));
    }
}
