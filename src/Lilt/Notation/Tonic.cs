namespace Lilt.Notation;

/// <summary>The note that a key is named after.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Alteration">−1, 0 or 1.</param>
public readonly record struct Tonic(Letter Letter, int Alteration)
{
    /// <summary>0 for C to 11 for B, whatever the spelling.</summary>
    public int PitchClass => (Pitch.SemitonesOf(Letter) + Alteration + 12) % 12;

    /// <summary>Reads a tonic as a person types it: <c>G</c>, <c>Bb</c>, <c>F#</c>.</summary>
    /// <param name="text">The text; blanks around it don't matter.</param>
    /// <param name="tonic">The tonic.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string text, out Tonic tonic)
    {
        ArgumentNullException.ThrowIfNull(text);
        tonic = default;
        text = text.Trim();
        if (text.Length is 0 or > 2 || !Enum.TryParse(text[..1], ignoreCase: true, out Letter letter) || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        int alteration =
            text.Length == 1
                ? 0
                : text[1] switch
                {
                    '#' or '♯' => 1,
                    'b' or '♭' => -1,
                    _ => 9,
                };
        tonic = new Tonic(letter, alteration);
        return alteration != 9;
    }

    /// <summary>The name, as <c>Bb</c>.</summary>
    public override string ToString() =>
        Letter
        + Alteration switch
        {
            1 => "#",
            -1 => "b",
            _ => string.Empty,
        };
}
