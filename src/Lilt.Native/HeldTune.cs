using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;

namespace Lilt.Native;

/// <summary>A tune that was written, its tokens where the caller can read them.</summary>
internal sealed class HeldTune(GeneratedTune tune)
{
    private readonly int[] tokens = Laid(tune.Tokens);

    /// <summary>The tune.</summary>
    public GeneratedTune Tune => tune;

    /// <summary>[T + 1] at a fixed place for as long as this is held.</summary>
    public int[] Tokens => tokens;

    /// <summary>The tune in ABC, an empty line after it, as the command line writes it.</summary>
    /// <param name="model">Who wrote it.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="key">The key to write in; null for the tune's own.</param>
    /// <param name="number">What follows <c>X:</c>.</param>
    /// <param name="title">What follows <c>T:</c>.</param>
    /// <exception cref="InputException">The key is none.</exception>
    public static string Abc(Model model, ReadOnlySpan<int> tokens, string? key, string number, string title)
    {
        List<string> texts = [];
        foreach (int token in tokens)
        {
            texts.Add(
                token >= 0 && token < model.Vocabulary.Count
                    ? model.Vocabulary.Texts[token]
                    : throw new InputException($"Token #{token} in a vocabulary of {model.Vocabulary.Count}.")
            );
        }

        Tune read = TuneReader.Read(string.Join(' ', texts)).Tunes[0];
        string remark = string.Empty;
        if (key is not null)
        {
            if (!Tonic.TryParse(key, out Tonic tonic))
            {
                throw new InputException($"key is '{key}': give a note such as G, F#, Bb.");
            }

            if (tonic != Key.CMajor.Tonic)
            {
                TransposedTune moved = Transposer.To(read, tonic);
                read = moved.Tune ?? read;
                remark = moved.Reason is { } reason ? $"% not moved to {tonic}: {reason}\n" : string.Empty;
            }
        }

        return remark + AbcWriter.Write(read, new AbcHeading { Number = number, Title = title }) + "\n";
    }

    // Laid down once where the collector never moves it.
    private static int[] Laid(IReadOnlyList<Token> tokens)
    {
        int[] laid = GC.AllocateUninitializedArray<int>(tokens.Count, pinned: true);
        for (int n = 0; n < laid.Length; n++)
        {
            laid[n] = tokens[n].Index;
        }

        return laid;
    }
}
