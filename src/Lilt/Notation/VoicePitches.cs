using Lilt.Notation.Abc;

namespace Lilt.Notation;

/// <summary>What a written note of a voice sounds: the signature, accidentals to the bar's end, ties over it.</summary>
/// <param name="key">The signature that holds.</param>
/// <param name="reach">Whether accidentals hold for the letter in every octave (ABC's default), in their own octave, or not at all.</param>
internal sealed class VoicePitches(Key key, AccidentalReach reach)
{
    private readonly int?[] measureAlterations = new int?[7];
    private readonly Dictionary<int, int> octaveAlterations = [];
    private readonly Dictionary<int, int> tied = [];

    /// <summary>Another signature.</summary>
    public void ChangeKey(Key changed) => key = changed;

    /// <summary>The accidentals end, the signature holds again.</summary>
    public void EndMeasure()
    {
        Array.Clear(measureAlterations);
        octaveAlterations.Clear();
    }

    /// <summary>The next note of this staff place keeps the pitch.</summary>
    public void Tie(Pitch pitch) => tied[pitch.Staff] = pitch.Alteration;

    /// <summary>No tie waits any longer.</summary>
    public void EndTies() => tied.Clear();

    /// <summary>Semitones up from the letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="octave">The octave.</param>
    /// <param name="written">The accidental before the note, which holds from now on; null for none.</param>
    /// <param name="isGrace">Whether it is a grace note: no tie leads to it.</param>
    public int Alteration(Letter letter, int octave, int? written, bool isGrace)
    {
        int staff = (7 * octave) + (int)letter;
        if (written is { } alteration)
        {
            if (reach == AccidentalReach.Pitch)
            {
                measureAlterations[(int)letter] = alteration;
            }
            else if (reach == AccidentalReach.Octave)
            {
                octaveAlterations[staff] = alteration;
            }

            return alteration;
        }

        if (!isGrace && tied.TryGetValue(staff, out int kept))
        {
            return kept;
        }

        return reach == AccidentalReach.Octave && octaveAlterations.TryGetValue(staff, out int inOctave)
            ? inOctave
            : measureAlterations[(int)letter] ?? key.Alteration(letter);
    }
}
