using Lilt.Notation.Elements;

namespace Lilt.Notation;

/// <summary>
/// How long the notes of a voice last: unit, tuplets, broken rhythm. Every length is exact and within <see cref="ReaderLimits"/>.
/// </summary>
internal sealed class VoiceLengths(FindingList findings, Meter meter, Fraction unit)
{
    private Fraction tupletRatio = Fraction.One;
    private int tupletLeft;
    private SourcePosition tupletPosition;
    private bool tupletCrossed;

    private Fraction lastBase;
    private BrokenRhythm? broken;
    private Fraction brokenBase;
    private bool lastIsBroken;

    /// <summary>L here.</summary>
    public Fraction Unit => unit;

    /// <summary>Whether broken rhythm waits for its second note.</summary>
    public bool IsBroken => broken is not null;

    /// <summary>Another meter.</summary>
    public void ChangeMeter(Meter changed) => meter = changed;

    /// <summary>Another unit note length.</summary>
    public void ChangeUnit(Fraction changed) => unit = changed;

    /// <summary>The length of the next note, rest or chord of the music: tuplet and broken rhythm are applied.</summary>
    public Fraction Next(SourcePosition position, Fraction multiplier)
    {
        Fraction duration = multiplier * unit;
        if (tupletLeft > 0)
        {
            duration *= tupletRatio;
            tupletLeft--;
        }

        duration = Limited(position, duration);
        lastBase = duration;
        lastIsBroken = broken is not null;
        if (broken is not null)
        {
            if (brokenBase != duration)
            {
                findings.Add(broken.Position, "Broken rhythm stands between notes of different length; each is multiplied.");
            }

            duration = Limited(position, duration * Factor(broken.Depth, !broken.IsFirstLonger));
            broken = null;
        }

        return duration;
    }

    /// <summary>The length of a rest of whole measures.</summary>
    public Fraction OfMeasures(SourcePosition position, Fraction measures)
    {
        if (meter.Measure is not { } measure)
        {
            findings.Add(position, "A rest of whole measures in free meter has no length; each measure is taken as a whole note.");
            measure = Fraction.One;
        }

        lastIsBroken = false;
        return lastBase = Limited(position, measure * measures);
    }

    /// <summary>The length of a grace note, which takes no time of its own.</summary>
    public Fraction OfGrace(SourcePosition position, Fraction multiplier) => Limited(position, multiplier * unit);

    /// <summary>A length as it is, or the unit note where it cannot be kept.</summary>
    public Fraction Limited(SourcePosition position, Fraction duration)
    {
        if (ReaderLimits.Accepts(duration))
        {
            return duration;
        }

        findings.Add(position, $"A length of {duration} whole notes is too long or too fine to keep; the unit note is taken.");
        return unit;
    }

    /// <summary>Starts a tuplet; q and r of 0 are ABC's defaults.</summary>
    /// <returns>The tuplet; null where its numbers are left out.</returns>
    public TupletStart? Tuplet(SourcePosition position, int p, int q, int r, bool isPlain)
    {
        if (tupletLeft > 0)
        {
            findings.Add(position, "A tuplet starts before the last one has all its notes; the new one takes over.");
        }

        if (q == 0)
        {
            q = p switch
            {
                2 => 3,
                3 => 2,
                4 => 3,
                6 => 2,
                8 => 3,
                _ => meter.IsCompound ? 3 : 2,
            };
        }

        if (r == 0)
        {
            r = p;
        }

        if (p is < 2 or > ReaderLimits.LargestTuplet || q > ReaderLimits.LargestTuplet || r > ReaderLimits.LargestTuplet)
        {
            findings.Add(position, $"A tuplet's numbers are 2 to {ReaderLimits.LargestTuplet}; this one is left out.");
            return null;
        }

        tupletRatio = new Fraction(q, p);
        tupletLeft = r;
        tupletPosition = position;
        tupletCrossed = false;
        return new TupletStart(position, p, q, r, isPlain);
    }

    /// <summary>Broken rhythm between the last length and the next.</summary>
    /// <returns>What the last length is multiplied by.</returns>
    public Fraction Break(BrokenRhythm rhythm)
    {
        if (lastIsBroken)
        {
            findings.Add(rhythm.Position, "Broken rhythm stands on both sides of a note; its length is changed twice.", isHarmless: true);
        }

        broken = rhythm;
        brokenBase = lastBase;
        return Factor(rhythm.Depth, rhythm.IsFirstLonger);
    }

    /// <summary>What is under way goes on after a bar, with a finding.</summary>
    public void CrossBar()
    {
        if (tupletLeft > 0 && !tupletCrossed)
        {
            tupletCrossed = true;
            findings.Add(tupletPosition, "A tuplet has too few notes before the bar; it goes on after it.");
        }

        if (broken is not null)
        {
            findings.Add(broken.Position, "Broken rhythm has no second note before the bar; the first note after it is taken.");
        }
    }

    /// <summary>What is under way at the end of the music is a finding.</summary>
    public void End()
    {
        if (tupletLeft > 0 && !tupletCrossed)
        {
            findings.Add(tupletPosition, "A tuplet has too few notes before the music ends.");
        }

        if (broken is not null)
        {
            findings.Add(broken.Position, "Broken rhythm has no second note before the music ends.");
        }
    }

    private static Fraction Factor(int depth, bool isLonger)
    {
        Fraction shorter = new(1, 1L << depth);
        return isLonger ? new Fraction(2) - shorter : shorter;
    }
}
