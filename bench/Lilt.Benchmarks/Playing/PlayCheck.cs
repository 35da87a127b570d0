using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Playing;
using Lilt.Tests.Reference;

namespace Lilt.Benchmarks.Playing;

/// <summary>Plays every tune of given folders by Lilt and by abc2midi and tells what differs, by kind, with who is right.</summary>
/// <remarks>
/// What is read in more than one way on purpose is off on both sides: grace notes, chord symbols, fermatas, ornaments, staccato, jumps that
/// abc2midi does not know. A kind is told by a rule: the tune written another way that ABC 2.1 says means the same, played by abc2midi,
/// sounds as Lilt plays the tune as it stands.
/// </remarks>
internal static class PlayCheck
{
    private const int Batch = 400;
    private const string Nothing = "abc2midi plays nothing";

    private static readonly TimelineOptions Plain = new()
    {
        GraceNotes = false,
        Rolls = false,
        Trills = false,
        Jumps = false,
    };

    /// <summary>
    /// Checks files and folders; <c>show</c> lists every tune that differs, or with <c>null</c> that does not; <c>null</c> gives abc2midi every tune with its middle note
    /// changed (tunes of nothing but chords left out), so that no tune may be equal and no rule tell why it is not.
    /// </summary>
    public static void Run(string[] arguments)
    {
        bool show = arguments.Contains("show");
        bool spoil = arguments.Contains("null");
        SortedDictionary<string, int> all = new(StringComparer.Ordinal);
        foreach (string path in arguments.Where(argument => argument is not ("show" or "null")))
        {
            SortedDictionary<string, int> kinds = new(StringComparer.Ordinal);
            IEnumerable<string> tunes = TuneTexts.In(path).Where(text => !spoil || WrittenNotes.Spoiled(text) != text);
            foreach (string[] texts in tunes.Chunk(Batch))
            {
                foreach ((string text, string kind, string difference) in Judge(texts, spoil))
                {
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                    all[kind] = all.GetValueOrDefault(kind) + 1;
                    if (show && spoil == (kind == Kind.Equal))
                    {
                        Console.WriteLine($"## {kind}: {difference}\n{text}\n");
                    }
                }
            }

            Table(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), kinds);
        }

        Table("all", all);
    }

    private static IEnumerable<(string Text, string Kind, string Difference)> Judge(string[] texts, bool spoil)
    {
        string?[] found = Differences(texts, texts, spoil);
        string[] kinds = new string[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            kinds[i] =
                found[i] is null ? Kind.Equal
                : found[i] == Nothing && Timeline.Of(Read(texts[i]), Plain).Notes.Count == 0 ? Kind.Silent
                : Kind.Unexplained;
        }

        foreach (Kind kind in Kind.All)
        {
            int[] left =
            [
                .. Enumerable.Range(0, texts.Length).Where(i => kinds[i] == Kind.Unexplained && kind.Rewrite(texts[i]) is not null),
            ];
            string[] ours = [.. left.Select(i => kind.ChangesBoth ? kind.Rewrite(texts[i])! : texts[i])];
            string[] theirs = [.. left.Select(i => kind.Rewrite(texts[i])!)];
            string?[] again = Differences(ours, theirs, spoil);
            for (int i = 0; i < left.Length; i++)
            {
                kinds[left[i]] = again[i] is null ? kind.Name : kinds[left[i]];
            }
        }

        for (int i = 0; i < texts.Length; i++)
        {
            if (kinds[i] == Kind.Unexplained && Read(texts[i]).Findings.Any(finding => !finding.IsHarmless))
            {
                kinds[i] = Kind.Said;
            }
        }

        return texts.Select((text, i) => (text, kinds[i], found[i] ?? string.Empty));
    }

    private static Tune Read(string text) => TuneReader.Read(text).Tunes[0];

    private static string?[] Differences(string[] ours, string[] theirs, bool spoil)
    {
        if (ours.Length == 0)
        {
            return [];
        }

        string[] plain = [.. theirs.Select(PlainText.Of).Select(text => spoil ? WrittenNotes.Spoiled(text) : text)];
        List<MidiReader.Note>[] played = Abc2MidiProgram.Play(plain);
        for (int i = 0; i < played.Length && played.Length > 1; i++)
        {
            // A tune on which the program gives up takes those behind it along.
            played[i] = played[i].Count > 0 ? played[i] : Abc2MidiProgram.Play([plain[i]])[0];
        }

        return [.. ours.Select((text, i) => played[i].Count == 0 ? Nothing : PlayedComparison.Difference(Read(text), played[i], Plain))];
    }

    private static void Table(string name, SortedDictionary<string, int> kinds)
    {
        int total = kinds.Values.Sum() - kinds.GetValueOrDefault(Kind.Silent);
        Console.WriteLine($"{name}: {total} tunes");
        foreach ((string kind, int count) in kinds.OrderByDescending(pair => pair.Value))
        {
            Console.WriteLine(FormattableString.Invariant($"  {count, 6}  {100.0 * count / total, 6:F2} %  {kind}"));
        }
    }
}
