using System.Globalization;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Cli;

/// <summary>What went into a corpus, what was left out and why.</summary>
internal sealed class CorpusReport
{
    private readonly SortedDictionary<string, List<string>> reasons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> passedOver = new(StringComparer.Ordinal);
    private readonly HashSet<string> vocabulary = [];
    private long tokens;

    /// <summary>The tunes taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Counts a tune that is taken, and what of it has no tokens.</summary>
    public void Take(Tune tune, IReadOnlyList<string> taken)
    {
        Taken++;
        tokens += taken.Count;
        vocabulary.UnionWith(taken);
        HashSet<string> kinds = [];
        foreach (TuneElement element in tune.Voices[0].Elements)
        {
            string? kind = element switch
            {
                ChordSymbol => "chord symbols",
                GraceNotes => "grace notes",
                Decoration => "decorations",
                Slur => "slurs",
                Annotation => "annotations",
                Note { IsTied: true } or Chord { IsTied: true } => "ties (v2 has no token for them)",
                PartStart => "part names",
                TempoChange => "tempo changes",
                _ => null,
            };
            if (kind is not null)
            {
                kinds.Add(kind);
            }
        }

        foreach (string kind in kinds)
        {
            passedOver[kind] = passedOver.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>Counts a tune that is left out.</summary>
    public void LeaveOut(Tune tune, string file, TokenizedTune why)
    {
        if (!reasons.TryGetValue(why.Reason!, out List<string>? tunes))
        {
            reasons[why.Reason!] = tunes = [];
        }

        tunes.Add(
            string.Create(CultureInfo.InvariantCulture, $"{file}:{tune.Position.Line}: {tune.Title}")
                + (why.Detail is null ? string.Empty : $" ({why.Detail})")
        );
    }

    /// <summary>Writes the report.</summary>
    public void Write(TextWriter error, bool everyTune)
    {
        int left = reasons.Values.Sum(tunes => tunes.Count);
        error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Taken} of {Taken + left} tunes taken: {tokens} tokens, {vocabulary.Count} different ones."
            )
        );
        foreach ((string reason, List<string> tunes) in reasons.OrderByDescending(pair => pair.Value.Count))
        {
            error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{tunes.Count, 6} left out: {reason}")
                    + (everyTune ? ":" : $", e.g. {tunes[0]}")
            );
            foreach (string tune in everyTune ? tunes : [])
            {
                error.WriteLine("         " + tune);
            }
        }

        foreach ((string kind, int count) in passedOver)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count, 6} tunes taken without their {kind}"));
        }
    }
}
