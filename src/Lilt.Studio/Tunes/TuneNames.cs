using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Studio.Tunes;

/// <summary>What pitch tokens sound along a tune, not its own alone: what the network expected in their place has a name there too.</summary>
/// <param name="Tables">A table for each signature with its accidentals that comes up: names by token, where the two differ.</param>
/// <param name="At">[T] The table that holds for a token at each step.</param>
internal sealed record TuneNames(IReadOnlyList<IReadOnlyDictionary<string, string>> Tables, IReadOnlyList<int> At)
{
    // Three octaves below middle C and as many above, and one more: over what any of the models writes.
    private static readonly string[] Pitches =
    [
        .. from accidental in (string[])["", "^", "_", "="]
        from octave in (string[])["C,,", "C,", "C", "c", "c'", "c''"]
        from letter in "CDEFGAB"
        select accidental + octave.Replace('C', letter).Replace('c', char.ToLowerInvariant(letter)),
    ];

    /// <summary>The names along a tune.</summary>
    /// <param name="tokens">[T]</param>
    /// <param name="tonic">The tonic that the tune is shown in; null for its own.</param>
    /// <param name="home">The tonic of a key that names none; null for C.</param>
    /// <param name="writtenIn">The tonic of the notation that the tokens were made of; null where a model wrote them.</param>
    public static TuneNames Of(IReadOnlyList<string> tokens, Tonic? tonic, Tonic? home, Tonic? writtenIn)
    {
        string[] pitches = [.. Pitches.Union(tokens.Where(token => TokenKinds.Of(token) == TokenKind.Pitch))];
        TokenNames names = new(tonic, home, writtenIn);
        Dictionary<string, int> places = [];
        List<IReadOnlyDictionary<string, string>> tables = [];
        int[] at = new int[tokens.Count];
        int now = -1;
        for (int step = 0; step < at.Length; step++)
        {
            if (now < 0)
            {
                string[] sounds = [.. pitches.Select(pitch => names.Of(pitch)!)];
                string all = string.Join(' ', sounds);
                if (!places.TryGetValue(all, out now))
                {
                    places[all] = now = tables.Count;
                    tables.Add(pitches.Zip(sounds).Where(pair => pair.First != pair.Second).ToDictionary());
                }
            }

            at[step] = now;
            names.Take(tokens[step]);
            now = Changes(tokens[step]) ? -1 : now;
        }

        return new TuneNames(tables, at);
    }

    // A bare letter and a length leave the names as they are.
    private static bool Changes(string token) =>
        TokenKinds.Of(token) is TokenKind.Key or TokenKind.Measure
        || (token[0] is '^' or '_' or '=' && TokenKinds.Of(token) == TokenKind.Pitch);
}
