using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Cli;

/// <summary><c>--key</c>: a tonic, as <c>D</c> or <c>Bb</c>, or a whole key, as <c>D dorian</c> or <c>Ddor</c>.</summary>
/// <param name="Tonic">The tonic.</param>
/// <param name="Mode">The mode; null where none is named.</param>
internal readonly record struct KeyOption(Tonic Tonic, Mode? Mode)
{
    /// <summary>The key that is asked for; null where none is.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static KeyOption? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (Tonic.TryParse(text, out Tonic tonic))
        {
            return new KeyOption(tonic, null);
        }

        return
            Key.TryParse(text, out Key? key)
            && key is { Tonic: { } named, HasExplicitAccidentals: false } and not { Mode: Notation.Mode.None }
            ? new KeyOption(named, key.Mode)
            : throw new InputException($"--key is '{text}': give a note such as G, F#, Bb, or a key such as D dorian.");
    }

    /// <summary>Throws where a mode is named that a tune does not have: tunes are moved, and their mode is kept.</summary>
    /// <param name="of">The tune's key.</param>
    /// <exception cref="InputException">The modes differ.</exception>
    public void ThrowUnlessIn(Key of)
    {
        if (Mode is { } mode && mode != of.Mode)
        {
            throw new InputException(
                $"--key is '{new Key(Tonic, mode)}' and the tune is in {of}: a tune is moved, its mode is kept. Give {Tonic} alone."
            );
        }
    }

    /// <summary>The prime of tunes that are to be written in this key: the mode is asked for where neither it nor another is.</summary>
    /// <param name="prime">The tokens that they begin with.</param>
    /// <param name="vocabulary">The model's.</param>
    /// <exception cref="InputException">The prime names another mode, or the model has no such key.</exception>
    public IReadOnlyList<Token?> Prime(IReadOnlyList<Token?> prime, Vocabulary vocabulary)
    {
        if (Mode is not { } mode)
        {
            return prime;
        }

        if (!Find(vocabulary, mode, out Token wanted))
        {
            throw new InputException($"--key is '{new Key(Tonic, mode)}': the model has no token for this mode.");
        }

        for (int place = 0; place < prime.Count; place++)
        {
            if (prime[place] is { } token && TokenKinds.Of(vocabulary, token) == TokenKind.Key)
            {
                return token == wanted
                    ? prime
                    : throw new InputException(
                        $"--key is '{new Key(Tonic, mode)}' and word {place + 1} of --prime is '{vocabulary[token]}': name one mode, or give --key {Tonic} alone."
                    );
            }
        }

        bool leads = prime is [{ } first, ..] && TokenKinds.Of(vocabulary, first) == TokenKind.Meter || prime is [null];
        return leads ? [prime[0], wanted, .. prime.Skip(1)] : [null, wanted, .. prime];
    }

    private static bool Find(Vocabulary vocabulary, Mode mode, out Token token) =>
        vocabulary.TryFind($"K:{new Key(Key.CMajor.Tonic, mode)}", out token) || vocabulary.TryFind($"K:{new Key(null, mode)}", out token);
}
