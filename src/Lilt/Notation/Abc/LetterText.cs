namespace Lilt.Notation.Abc;

/// <summary>The letters of notes as ABC writes them: capitals from middle C up, small ones an octave higher.</summary>
internal static class LetterText
{
    /// <summary>Reads one character; <paramref name="octave"/> is 0 for a capital, 1 for a small letter.</summary>
    public static bool TryRead(char character, out Letter letter, out int octave)
    {
        octave = character >= 'a' ? 1 : 0;
        int index = octave == 1 ? character - 'a' : character - 'A';
        letter = (Letter)((index + 5) % 7);
        return index is >= 0 and < 7;
    }
}
