using System.Globalization;
using Lilt.Files;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>
/// What a study's control has made so far, kept in a file beside the study's folder until the study is whole: one that was stopped or killed
/// is gone on with, wherever it was begun.
/// </summary>
public sealed class Part7Ledger : IDisposable
{
    private const string Suffix = ".control";

    private readonly ResumableFile file;

    /// <param name="folder">The study's folder.</param>
    /// <param name="resume">Whether to go on with a study that was stopped or killed; else what is kept of one is thrown away.</param>
    /// <param name="model">The network.</param>
    /// <param name="options">What is asked for: but for threads it must be what the study was begun with.</param>
    /// <exception cref="FormatException">There is nothing to go on with, or it is of other options.</exception>
    public Part7Ledger(string folder, bool resume, Model model, Part7Options options)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Suffix;
        file = new ResumableFile(path, Settings(model, options), options.Commands.Study, resume);
        Ledger = new ControlLedger(file);
        Options = options with { Commands = options.Commands with { Study = file.Origin } };
    }

    /// <summary>What the control keeps.</summary>
    public ControlLedger Ledger { get; }

    /// <summary>
    /// What is asked for, by the command line that began it: a study that was gone on with holds the same bits as one that never ended.
    /// </summary>
    public Part7Options Options { get; }

    /// <summary>A sentence about a study that is not gone on with; null where there was none.</summary>
    public string? ThrownAway =>
        file.ThrownAway == 0
            ? null
            : "begun again from the start, without what a study that did not end had made; --resume goes on with such a study.";

    /// <summary>A sentence about what is kept, for who stopped the study.</summary>
    public string Kept =>
        Ledger.Count == 0
            ? "Nothing is kept: the same command makes it from the start."
            : FormattableString.Invariant($"{Ledger.Count} readings of the control are kept: go on with the same command and --resume.");

    /// <summary>The study is whole: what was kept for it is of no more use.</summary>
    public void Discard() => file.Discard();

    /// <summary>Lets the file go.</summary>
    public void Dispose() => file.Dispose();

    // Threads change no bit, and so may change when a study is gone on with.
    private static KeyValuePair<string, string>[] Settings(Model model, Part7Options options)
    {
        static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
        return
        [
            new("version", options.Version),
            new("model hash", model.Hash),
            new("seed", options.Seed.ToString()),
            new("temperature", Text(options.Temperature)),
            new("prime", PrimeText.Of(options.Prime, model.Vocabulary)),
            new("rng", options.Mode.ToString().ToLowerInvariant()),
            new("limit", Text(options.Limit)),
            new("band", options.Band?.ToString() ?? string.Empty),
            new("control", Text(options.ControlSets)),
            new("tunes", Text(options.ControlTunes)),
        ];
    }
}
