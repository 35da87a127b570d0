using System.Globalization;
using System.Text.RegularExpressions;
using Lilt.Notation;
using Lilt.Notation.Abc;

namespace Lilt.Benchmarks.Playing;

/// <summary>The tunes of files, a text each.</summary>
internal static class TuneTexts
{
    /// <summary>The tunes of a file, or of all ABC files in a folder and below; folk-rnn's token text (.txt) is written as ABC.</summary>
    public static IEnumerable<string> In(string path)
    {
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.GetFiles(path, "*.abc", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [path];
        foreach (string file in files)
        {
            string text = TuneReader.Decode(File.ReadAllBytes(file)).ReplaceLineEndings("\n");
            foreach (string tune in file.EndsWith(".txt", StringComparison.Ordinal) ? FromTokens(text) : FromAbc(text))
            {
                yield return tune;
            }
        }
    }

    private static IEnumerable<string> FromTokens(string text) =>
        TuneReader
            .Read(text)
            .Tunes.Select((tune, i) => AbcWriter.Write(tune, new AbcHeading { Number = (i + 1).ToString(CultureInfo.InvariantCulture) }));

    // A tune ends at the first blank line. Source: ABC 2.1, 2.2.1.
    private static IEnumerable<string> FromAbc(string text) =>
        Regex
            .Split("\n" + text, @"\n(?=[ \t]*X:)")
            .Skip(1)
            .Select(tune => Regex.Split(tune, @"\n[ \t]*(\n|$)")[0])
            .Where(tune => tune.Contains("K:", StringComparison.Ordinal));
}
