using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Assessment;

/// <summary>Gives every measure its verdict. Source: docs/definitions/counting.md.</summary>
public static class MeasureCounter
{
    /// <summary>Counts a tune, voice by voice.</summary>
    public static TuneCount Count(Tune tune)
    {
        ArgumentNullException.ThrowIfNull(tune);
        List<Finding> findings = [];
        List<IReadOnlyList<CountedMeasure>> voices = [];
        foreach (Voice voice in tune.Voices)
        {
            IReadOnlyList<Measure> measures = voice.Measures(tune.Meter);
            Verdict[] verdicts = Verdicts(measures, findings);
            CountedMeasure[] counted = new CountedMeasure[verdicts.Length];
            for (int i = 0; i < counted.Length; i++)
            {
                counted[i] = new CountedMeasure(measures[i], verdicts[i]);
            }

            voices.Add(counted);
        }

        if (findings.Count == 0)
        {
            return new TuneCount(tune, voices, tune.Findings);
        }

        findings.InsertRange(0, tune.Findings);
        return new TuneCount(tune, voices, [.. findings.OrderBy(finding => (finding.Line, finding.Column))]);
    }

    /// <summary>Counts a tune that stands in a network's tokens, as a network writes it.</summary>
    /// <param name="vocabulary">The tokens' texts.</param>
    /// <param name="tokens">The tune's tokens; start and end token may be there or not. Without music it has no measures.</param>
    public static TuneCount Count(Vocabulary vocabulary, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tokens);

        // Behind a start token any text is one tune.
        IEnumerable<string> texts = tokens
            .Skip(tokens.Count > 0 && tokens[0] == vocabulary.Start ? 1 : 0)
            .Select(token => vocabulary[token]);
        return Count(TuneReader.Read($"{Vocabulary.StartText} {string.Join(' ', texts)}").Tunes[0]);
    }

    private static Verdict[] Verdicts(IReadOnlyList<Measure> measures, List<Finding> findings)
    {
        Verdict[] verdicts = new Verdict[measures.Count];
        bool someShort = false;
        for (int i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = Alone(measures[i], i == 0);
            someShort |= verdicts[i] is Verdict.Short or Verdict.Pickup;
        }

        if (!someShort)
        {
            return verdicts;
        }

        List<Junction> junctions = Junctions.Find(measures);
        foreach (Junction junction in junctions)
        {
            Measure first = measures[junction.First];
            Measure second = measures[junction.Second];
            if (Completes(first, second) && junction.First != junction.Second)
            {
                bool split = junction.Kind == JunctionKind.Ending;
                Settle(ref verdicts[junction.First], split ? Verdict.Split : Verdict.Complement);
                Settle(ref verdicts[junction.Second], split ? Verdict.Split : Verdict.Pickup);
            }
        }

        List<int> neighbours = [];
        for (int i = 0; i + 1 < verdicts.Length; i++)
        {
            if (
                !measures[i].After.IsStructural
                && Completes(measures[i], measures[i + 1])
                && (verdicts[i] == Verdict.Short || verdicts[i + 1] == Verdict.Short)
            )
            {
                neighbours.Add(i);
                neighbours.Add(i + 1);
            }
        }

        foreach (int i in neighbours)
        {
            Settle(ref verdicts[i], Verdict.Split);
        }

        Doubts(measures, verdicts, junctions, findings);
        return verdicts;
    }

    private static Verdict Alone(Measure measure, bool isFirst)
    {
        if (measure.IsEmpty)
        {
            return measure.Meter.Measure is null ? Verdict.Free : Verdict.Empty;
        }

        if (measure.Meter.Measure is not { } whole)
        {
            return Verdict.Free;
        }

        int order = measure.Duration.CompareTo(whole);
        return order == 0 ? Verdict.Full
            : order > 0 ? Verdict.Long
            : isFirst ? Verdict.Pickup
            : Verdict.Short;
    }

    private static bool IsFragment(Measure measure) => !measure.IsEmpty && measure.Meter.Measure is { } whole && measure.Duration < whole;

    private static bool Completes(Measure first, Measure second) =>
        IsFragment(first) && IsFragment(second) && first.Duration + second.Duration == first.Meter.Measure;

    private static void Settle(ref Verdict verdict, Verdict settled)
    {
        if (verdict == Verdict.Short)
        {
            verdict = settled;
        }
    }

    // A fragment that one junction makes whole and another does not: a complement by what follows it, a pickup by what comes before it.
    private static void Doubts(IReadOnlyList<Measure> measures, Verdict[] verdicts, List<Junction> junctions, List<Finding> findings)
    {
        bool[] holds = new bool[2 * measures.Count];
        foreach (Junction junction in junctions)
        {
            if (Completes(measures[junction.First], measures[junction.Second]))
            {
                holds[2 * junction.First] = true;
                holds[(2 * junction.Second) + 1] = true;
            }
        }

        foreach (Junction junction in junctions)
        {
            Measure first = measures[junction.First];
            Measure second = measures[junction.Second];
            bool firstFails = verdicts[junction.First] is Verdict.Complement or Verdict.Split && holds[2 * junction.First];
            bool secondFails = verdicts[junction.Second] is Verdict.Pickup or Verdict.Split && holds[(2 * junction.Second) + 1];
            if (
                Completes(first, second)
                || !(firstFails || secondFails)
                || (junction.Kind == JunctionKind.End && !(IsFragment(first) && IsFragment(second)))
                || first.Meter.Measure is not { } whole
            )
            {
                continue;
            }

            Measure at = firstFails ? first : second;
            Fraction played = (IsFragment(first) ? first.Duration : Fraction.Zero) + (IsFragment(second) ? second.Duration : Fraction.Zero);
            Fraction lacking = whole - played;
            string where = junction.Kind switch
            {
                JunctionKind.Repeat => firstFails ? "its repeat" : "the repeat into it",
                JunctionKind.Ending => firstFails ? "its way into an ending" : "the way into this ending",
                JunctionKind.End => "the tune played again",
                _ => firstFails ? "the way on from it" : "the way into it",
            };
            findings.Add(
                new Finding(
                    at.Position.Line,
                    at.Position.Column,
                    FormattableString.Invariant(
                        $"Measure {at.Index + 1}: {where} {(lacking.Sign > 0 ? "lacks" : "has too much by")} {LengthNames.InBeats(lacking.Sign > 0 ? lacking : -lacking, first.Meter)}."
                    )
                )
            );
        }
    }
}
