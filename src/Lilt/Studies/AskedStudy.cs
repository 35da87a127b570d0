using System.Globalization;
using Lilt.Generation;
using Lilt.Notation.Tokens;

namespace Lilt.Studies;

/// <summary>What every kind of study is asked in the same words.</summary>
public static class AskedStudy
{
    /// <summary><c>out</c>: the folder to make.</summary>
    /// <param name="asked">What was asked for.</param>
    public static string Folder(IAskedOptions asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.Text("out") is { Length: > 0 } folder
            ? folder
            : throw asked.Fault($"{asked.Spelling("out")} is missing: the folder to make.");
    }

    /// <summary>Options whose tune is one that is generated: its seed, prime, temperature, random numbers and limit, and the threads.</summary>
    /// <param name="options">Those of the kind.</param>
    /// <param name="tune">The tune.</param>
    public static TOptions WithTune<TOptions>(this TOptions options, GenerationOptions tune)
        where TOptions : StudyOptions
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tune);
        return (TOptions)(
            options with
            {
                Seed = tune.Seed,
                Prime = tune.Prime,
                Temperature = tune.Temperature,
                Mode = tune.Mode,
                Limit = tune.Limit,
                Threads = tune.Threads,
            }
        );
    }

    /// <summary>Options with the tune that was asked for, and the command lines that stand in the study.</summary>
    /// <param name="options">Those of the kind.</param>
    /// <param name="asked">What was asked for: <c>out</c> and the options of a tune.</param>
    /// <param name="vocabulary">The model's.</param>
    /// <param name="model">How the command line names the model; null for the one that it takes unless told otherwise.</param>
    /// <param name="command">The command line that makes the study.</param>
    public static TOptions WithTune<TOptions>(
        this TOptions options,
        IAskedOptions asked,
        Vocabulary vocabulary,
        string? model,
        string command
    )
        where TOptions : StudyOptions
    {
        ArgumentNullException.ThrowIfNull(asked);
        GenerationOptions tune = AskedGeneration.Read(asked, vocabulary, 1);
        string prime = asked.Text("prime") ?? string.Empty;
        return (TOptions)(
            options.WithTune(tune) with
            {
                Commands = new StudyCommands(
                    command,
                    $"lilt verify {ShellWord.Of(Folder(asked))}",
                    Generate(model, tune, asked.Number("temperature", 1), prime),
                    prime
                ),
            }
        );
    }

    private static string Generate(string? model, GenerationOptions tune, double temperature, string prime)
    {
        List<string> words = ["lilt", "generate"];
        void Add(bool isUnusual, string option, string value) => words.AddRange(isUnusual ? [option, value] : []);
        Add(model is not null, "--model", model!);
        Add(true, "--seed", tune.Seed.ToString());
        Add(prime.Length > 0, "--prime", prime);
        Add(temperature != 1, "--temperature", temperature.ToString(CultureInfo.InvariantCulture));
        Add(tune.Limit != GenerationOptions.DefaultLimit, "--limit", tune.Limit.ToString(CultureInfo.InvariantCulture));
        Add(tune.Mode != DrawMode.Independent, "--rng", tune.Mode.ToString().ToLowerInvariant());
        return string.Join(' ', words.Select(ShellWord.Of));
    }
}
