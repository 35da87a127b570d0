using System.Diagnostics;
using System.Globalization;
using Lilt.Files;
using Lilt.Network;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Look;
using Lilt.Studies.Part7;

namespace Lilt.Native;

/// <summary>A study that was asked for, with the options of <c>lilt study</c>: it makes the same folder, to the byte.</summary>
internal sealed class StudyRequest
{
    private readonly string folder;
    private readonly bool force;
    private readonly string? remark;
    private readonly Func<Part7Ledger?> keep = () => null;
    private readonly Func<Part7Ledger?, Action<double, string>, CancellationToken, Study> make;

    /// <param name="kind">The kind of study.</param>
    /// <param name="model">The network.</param>
    /// <param name="modelName">How the command line names it; null for the shipped one.</param>
    /// <param name="options">As the command line has them, without the dashes.</param>
    /// <exception cref="InputException">An option is outside its range.</exception>
    public StudyRequest(StudyKind kind, Model model, string? modelName, NamedOptions options)
    {
        folder = AskedStudy.Folder(options);
        force = options.Flag("force");
        TOptions Asked<TOptions>(TOptions of)
            where TOptions : StudyOptions => of.WithTune(options, model.Vocabulary, modelName, Command(kind, modelName, options));

        if (kind == Part7Study.Kind)
        {
            bool resume = options.Flag("resume");
            Part7Options part7 = Asked(new Part7Options()).With(options);
            keep = () => new Part7Ledger(folder, resume, model, part7);
            make = (kept, progress, cancellation) => Part7Study.Run(model, kept!.Options, kept.Ledger, progress, cancellation);
        }
        else if (kind == CausesStudy.Kind)
        {
            CausesOptions causes = Asked(new CausesOptions()).With(options);
            make = (_, progress, cancellation) => CausesStudy.Run(model, causes, progress, cancellation);
        }
        else
        {
            LookOptions look = Asked(new LookOptions());
            make = (_, progress, cancellation) => LookStudy.Run(model, look, progress, cancellation);
        }

        remark = options.Said;
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
        using Part7Ledger? kept = keep();
        if (kept?.ThrownAway is { } thrownAway)
        {
            job.Remark(thrownAway);
        }

        long began = Stopwatch.GetTimestamp();
        string stage = "its beginning";
        try
        {
            Study study = make(kept, (share, what) => job.Progress = (share, stage = what), job.Cancellation);
            StudyFolder.Write(study, held, form);
            kept?.Discard();
            return folder;
        }
        catch (Exception e) when (e is AggregateException or OperationCanceledException && job.Cancellation.IsCancellationRequested)
        {
            string rest = kept is null ? string.Empty : " " + kept.Kept;
            throw new StoppedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"stopped after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, at {stage}.{rest}"
                )
            );
        }
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
}
