using System.CommandLine;
using System.Globalization;
using Lilt.Files;
using Lilt.Studies.Control;

namespace Lilt.Cli;

/// <summary>
/// What a study's control has made so far, kept beside the study's folder until the study is whole; with <c>--resume</c> it is gone on
/// with.
/// </summary>
internal sealed class StudyLedger : IDisposable
{
    private const string Suffix = ".control";

    private readonly ResumableFile file;

    /// <param name="folder">The study's folder.</param>
    /// <param name="resume">Whether to go on with a study that was stopped or killed.</param>
    /// <param name="command">The command line that asks for it.</param>
    /// <param name="settings">What must be the same for it to be gone on with.</param>
    /// <exception cref="FormatException">There is nothing to go on with, or it is of other options.</exception>
    public StudyLedger(string folder, bool resume, string command, KeyValuePair<string, string>[] settings)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Suffix;
        file = new ResumableFile(path, settings, command, resume);
        Ledger = new ControlLedger(file);
    }

    /// <summary><c>--resume</c>.</summary>
    public static Option<bool> Resume() =>
        new("--resume") { Description = "Go on with a study that was stopped or killed; the other options must be the same." };

    /// <summary>What is kept.</summary>
    public ControlLedger Ledger { get; }

    /// <summary>The command line of the run that began the study: the one that stands in it.</summary>
    public string Command => file.Origin;

    /// <summary>A line about a study that is not gone on with; empty where there was none.</summary>
    public string ThrownAway =>
        file.ThrownAway == 0
            ? string.Empty
            : "lilt: begun again from the start, without what a study that did not end had made; --resume goes on with such a study.";

    /// <summary>What a stopped study ends with.</summary>
    /// <param name="stage">Where it was stopped.</param>
    /// <param name="after">After how long.</param>
    public StoppedException Stopped(string stage, TimeSpan after) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"stopped after {after.TotalSeconds:0} s, at {stage}. {(Ledger.Count == 0 ? "Nothing is kept: the same command makes it from the start." : $"{Ledger.Count} readings of the control are kept: go on with the same command and --resume.")}"
            )
        );

    /// <summary>The study is whole: what was kept for it is of no more use.</summary>
    public void Discard() => file.Discard();

    /// <summary>Lets the file go.</summary>
    public void Dispose() => file.Dispose();
}
