using System.CommandLine;
using Lilt.Notation;
using Lilt.Notation.MusicXml;

namespace Lilt.Cli;

/// <summary>Reads the tunes of files that a person names; <c>-</c> is standard input.</summary>
internal static class TuneFiles
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The argument that names them.</summary>
    public static Argument<string[]> Create() =>
        new("FILE")
        {
            Description = "ABC, folk-rnn token text, MusicXML or tunes of 'lilt generate', whichever it is; - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };

    /// <summary>
    /// Reads a file's tunes one after another; what stands outside them and could not be read goes to <paramref name="error"/>.
    /// </summary>
    /// <exception cref="InputException">There is no such file, or no tune in it.</exception>
    public static void Read(string path, TextWriter error, Action<Tune> take) => Read(Text(path, error), path, error, take);

    private static void Read(string text, string path, TextWriter error, Action<Tune> take)
    {
        int tunes = 0;
        foreach (
            Finding finding in TuneReader.Read(
                text,
                tune =>
                {
                    tunes++;
                    take(tune);
                }
            )
        )
        {
            error.WriteLine($"{path}:{finding}");
        }

        if (tunes == 0)
        {
            throw new InputException(
                $"{path}: no tune in it. A tune in ABC begins with X: or has a K: field; folk-rnn's text has its tokens parted by blanks."
            );
        }
    }

    // What is no text, such as MusicXML, in ABC or tokens.
    private static string Text(string path, TextWriter error)
    {
        byte[] bytes = path == StandardInput ? ReadInput() : File.ReadAllBytes(path);
        string text = MusicXmlReader.IsScore(bytes) ? OfScore(bytes, path, error) : TuneReader.Decode(bytes);
        return GeneratedJson.Begins(text) ? GeneratedJson.Tokens(text, path) : text;
    }

    /// <summary>All tunes of a file.</summary>
    /// <exception cref="InputException">There is no such file, or no tune in it.</exception>
    public static IReadOnlyList<Tune> ReadAll(string path, TextWriter error) => ReadAll(path, error, out _);

    /// <summary>The same, and the text that they were read from: of MusicXML and JSON, what was made of it.</summary>
    /// <exception cref="InputException">There is no such file, or no tune in it.</exception>
    public static IReadOnlyList<Tune> ReadAll(string path, TextWriter error, out string text)
    {
        List<Tune> tunes = [];
        text = Text(Existing([path])[0], error);
        Read(text, path, error, tunes.Add);
        return tunes;
    }

    /// <summary>Looks for every file before the first is read, so that a slip at the end spoils no output.</summary>
    /// <exception cref="InputException">A file is missing.</exception>
    public static string[] Existing(string[] paths)
    {
        foreach (string path in paths)
        {
            if (path != StandardInput && !File.Exists(path))
            {
                throw new InputException(
                    Directory.Exists(path) ? $"{path} is a folder; name the files in it." : $"{path}: there is no such file."
                );
            }
        }

        return paths;
    }

    private static string OfScore(byte[] bytes, string path, TextWriter error)
    {
        try
        {
            MusicXmlText read = MusicXmlReader.Read(bytes);
            foreach (string remark in read.Remarks)
            {
                error.WriteLine($"{path}: {remark}");
            }

            return read.Abc;
        }
        catch (MusicXmlFormatException e)
        {
            throw new InputException($"{path}: {e.Message}");
        }
    }

    private static byte[] ReadInput()
    {
        using Stream input = Console.OpenStandardInput();
        using MemoryStream all = new();
        input.CopyTo(all);
        return all.ToArray();
    }
}
