using System.Text;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>Gathers the verses under a line of music.</summary>
internal sealed class VerseLines
{
    private readonly SortedDictionary<int, List<string>> verses = [];
    private int notes;

    /// <summary>A note that a syllable may stand under, and those that do.</summary>
    public void Take(XElement note)
    {
        notes += note.Element("rest") is null ? 1 : 0;
        foreach (XElement lyric in note.Elements("lyric"))
        {
            int verse = Verse((string?)lyric.Attribute("number") ?? string.Empty);
            string text = string.Concat(lyric.Elements("text").Select(of => of.Value))
                .Trim()
                .Replace("-", "\\-", StringComparison.Ordinal)
                .Replace(' ', '~');
            if (text.Length == 0)
            {
                continue;
            }

            if (!verses.TryGetValue(verse, out List<string>? line))
            {
                verses[verse] = line = [];
            }

            while (line.Count < notes - 1)
            {
                line.Add("*");
            }

            line.Add(text + ((string?)lyric.Element("syllabic") is "begin" or "middle" ? "-" : " "));
        }
    }

    /// <summary>Writes the verses, and begins anew.</summary>
    public void Write(StringBuilder abc)
    {
        foreach (List<string> line in verses.Values)
        {
            abc.Append("w: ").Append(string.Concat(line).TrimEnd()).Append('\n');
        }

        verses.Clear();
        notes = 0;
    }

    // Verses are numbered, or named with a number at the end: part1verse2.
    private static int Verse(string name) =>
        int.TryParse(name.AsSpan(name.AsSpan().TrimEnd("0123456789").Length), out int number) ? number : 1;
}
