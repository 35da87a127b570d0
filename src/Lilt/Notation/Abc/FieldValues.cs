namespace Lilt.Notation.Abc;

/// <summary>Reads the values of fields; what cannot be read is a finding at the field.</summary>
internal sealed class FieldValues(FindingList findings)
{
    /// <summary>A meter; null where the text is none.</summary>
    public Meter? MeterOf(TuneField field)
    {
        Meter? read = Meter.Parse(field.Text);
        if (read is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no meter; it is left out.");
        }

        return read;
    }

    /// <summary>A unit note length; null where the text is none.</summary>
    public Fraction? UnitOf(TuneField field)
    {
        Fraction? read = UnitText.Parse(field.Text);
        if (read is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no unit note length; it is left out.");
        }

        return read;
    }

    /// <summary>A tempo; null where the text is none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="lengthUnit">L where it stands.</param>
    public Tempo? TempoOf(TuneField field, Fraction lengthUnit)
    {
        Tempo? read = TempoText.Parse(field.Text, lengthUnit);
        if (read is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no tempo; it is left out.", isHarmless: true);
        }

        return read;
    }

    /// <summary>A key and what stands beside it.</summary>
    public KeyText KeyOf(TuneField field)
    {
        KeyText read = KeyText.Parse(field.Text);
        if (read.Key is null && read.Staff is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no key; it is left out.");
        }
        else if (read.Unread.Count > 0)
        {
            findings.Add(field.Position, $"'{Shown(string.Join(' ', read.Unread))}' means nothing in a key; it is left out.");
        }
        else if (read.StaffFault is { } fault)
        {
            findings.Add(field.Position, fault);
        }

        return read;
    }

    /// <summary>The parts in their order; null where the text is none.</summary>
    public IReadOnlyList<string>? PartOrderOf(TuneField field)
    {
        IReadOnlyList<string>? read = PartOrderText.Parse(field.Text);
        if (read is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no order of parts; it is left out.");
        }

        return read;
    }

    /// <summary>What a voice's field says of its staff; null where it says nothing.</summary>
    public StaffText? StaffOf(TuneField field)
    {
        StaffText? staff = null;
        foreach (string word in StaffText.Words(field.Text).Skip(1))
        {
            staff = (staff ?? default).With(word, out string? fault) ?? staff;
            if (fault is not null)
            {
                findings.Add(field.Position, fault);
            }
        }

        return staff;
    }

    /// <summary>A macro; null where the text is none.</summary>
    public Macro? MacroOf(TuneField field)
    {
        Macro? read = Macro.Parse(field.Text);
        if (read is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no macro; it is left out.", isHarmless: true);
        }

        return read;
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
