using System.Security.Cryptography;
using Lilt.Notation.Tokens;
using Lilt.WeightFiles;

namespace Lilt.Training;

/// <summary>Tunes to train on, as folk-rnn's files hold them: tokens parted by white space.</summary>
/// <remarks>
/// A blank line ends a tune; so does a line that begins with a meter, a key or a unit (<c>M:6/8</c>, <c>[L:1/8]</c>) or the start token
/// after music has come, so that a file of one tune a line is read as well. A start token before a tune and an end token after it may stand
/// or not.
/// </remarks>
public sealed class TrainingCorpus
{
    private const int LeastTokens = 2;

    private TrainingCorpus(Vocabulary vocabulary, IReadOnlyList<CorpusTune> tunes, string hash)
    {
        Vocabulary = vocabulary;
        Tunes = tunes;
        Hash = hash;
    }

    /// <summary>The tokens.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The tunes in the file's order.</summary>
    public IReadOnlyList<CorpusTune> Tunes { get; }

    /// <summary>SHA-256 of the file's bytes, in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Reads a corpus.</summary>
    /// <param name="path">The file.</param>
    /// <param name="vocabularyPath">A JSON list of the tokens in index order; without it, the corpus's own tokens in ordinal order after
    /// the start and end tokens.</param>
    /// <exception cref="FormatException">There is no tune, a tune has one token, or a token stands outside the vocabulary.</exception>
    public static TrainingCorpus Read(string path, string? vocabularyPath = null) =>
        Tokens(path, vocabularyPath is null ? null : VocabularyFile.Read(vocabularyPath));

    /// <summary>Reads a corpus in tokens that are known, those of a model that is trained on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="vocabulary">The tokens.</param>
    /// <exception cref="FormatException">There is no tune, a tune has one token, or a token stands outside the vocabulary.</exception>
    public static TrainingCorpus Read(string path, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return Tokens(path, vocabulary);
    }

    private static TrainingCorpus Tokens(string path, Vocabulary? vocabulary)
    {
        byte[] bytes = File.ReadAllBytes(path);
        List<(int Line, List<(string Text, int Line)> Tokens)> tunes = Split(bytes);
        if (tunes.Count == 0)
        {
            throw new FormatException(
                $"{path}: no tune in it. A corpus holds tunes of tokens parted by spaces, with a blank line between tunes."
            );
        }

        vocabulary ??= OwnVocabulary(tunes);
        List<CorpusTune> read = [];
        foreach ((int line, List<(string Text, int Line)> texts) in tunes)
        {
            if (texts.Count < LeastTokens)
            {
                string found = texts.Count == 0 ? "no token" : $"one token, '{texts[0].Text}'";
                throw new FormatException(
                    $"{path}({line}): the tune is {found}. A tune has at least {LeastTokens}; take it out, or the blank line after it."
                );
            }

            List<Token> tokens = [vocabulary.Start];
            foreach ((string text, int at) in texts)
            {
                if (!vocabulary.TryFind(text, out Token token) || token == vocabulary.Start || token == vocabulary.End)
                {
                    throw new FormatException(
                        $"{path}({at}): the token '{text}' is not one of the vocabulary's {vocabulary.Count} that a tune may hold. Take the tune out, or train with a vocabulary that has it."
                    );
                }

                tokens.Add(token);
            }

            tokens.Add(vocabulary.End);
            read.Add(new CorpusTune(read.Count, tokens));
        }

        return new TrainingCorpus(vocabulary, read, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>The first tunes for training and the last for validation: by position, since settings of one tune stand together.</summary>
    /// <param name="validationShare">The share for validation, rounded to whole tunes; at least one tune where it is over 0.</param>
    /// <exception cref="FormatException">No tune would be left for training.</exception>
    public (IReadOnlyList<CorpusTune> Training, IReadOnlyList<CorpusTune> Validation) Divide(double validationShare)
    {
        int validation =
            validationShare > 0 ? Math.Max(1, (int)Math.Round(validationShare * Tunes.Count, MidpointRounding.AwayFromZero)) : 0;
        if (validation >= Tunes.Count)
        {
            throw new FormatException(
                $"The corpus has {Tunes.Count} tunes, of which {validation} would be for validation and none for training."
            );
        }

        return ([.. Tunes.Take(Tunes.Count - validation)], [.. Tunes.Skip(Tunes.Count - validation)]);
    }

    private static List<(int Line, List<(string Text, int Line)> Tokens)> Split(byte[] bytes)
    {
        List<(int Line, List<(string Text, int Line)> Tokens)> tunes = [];
        List<(string Text, int Line)> current = [];
        bool music = false;
        int number = 0;
        using StreamReader reader = new(new MemoryStream(bytes));
        while (reader.ReadLine() is { } line)
        {
            number++;
            string[] texts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (texts.Length == 0 || (music && (IsField(texts[0]) || texts[0] == Vocabulary.StartText)))
            {
                End();
            }

            foreach (string text in texts)
            {
                current.Add((text, number));
                music = music || !(IsField(text) || text == Vocabulary.StartText);
            }
        }

        End();
        return tunes;

        void End()
        {
            if (current.Count > 0)
            {
                int line = current[0].Line;
                int first = current[0].Text == Vocabulary.StartText ? 1 : 0;
                int last = current[^1].Text == Vocabulary.EndText ? current.Count - 1 : current.Count;
                tunes.Add((line, current[first..Math.Max(first, last)]));
            }

            current = [];
            music = false;
        }
    }

    private static bool IsField(string text) => TokenKinds.Of(text) is TokenKind.Meter or TokenKind.Key or TokenKind.Unit;

    private static Vocabulary OwnVocabulary(List<(int Line, List<(string Text, int Line)> Tokens)> tunes)
    {
        SortedSet<string> texts = new(StringComparer.Ordinal);
        foreach ((_, List<(string Text, int Line)> tokens) in tunes)
        {
            texts.UnionWith(tokens.Select(token => token.Text));
        }

        texts.Remove(Vocabulary.StartText);
        texts.Remove(Vocabulary.EndText);
        return new Vocabulary([Vocabulary.StartText, Vocabulary.EndText, .. texts]);
    }
}
