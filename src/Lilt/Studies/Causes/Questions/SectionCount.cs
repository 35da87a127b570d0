using Lilt.Alignment;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>
/// Is there a longer count: states are interchanged between measures of sections, at the same place in the measure, and the repeat is looked
/// for at the ends of the measures that follow.
/// </summary>
internal sealed class SectionCount
{
    /// <summary>The measure that targets are in, from 1.</summary>
    public const int TargetMeasure = 3;

    private readonly MeterMaterial material;
    private readonly List<Section> sections = [];
    private readonly List<(int Dose, SwappedParts Parts, IReadOnlyList<SwapPair> Pairs, Trial[] Trials)> results = [];

    /// <param name="asked">The meter's tunes.</param>
    /// <param name="clock">The section's.</param>
    /// <param name="shape">The network's.</param>
    /// <param name="count">The most pairs.</param>
    /// <param name="seed">Of the draws.</param>
    public SectionCount(MeterQuestions asked, Clock clock, NetworkShape shape, int count, Seed seed)
    {
        Asked = asked;
        material = asked.Material;
        List<Section> all = [.. material.Tunes.SelectMany(tune => Find(tune, clock))];
        Length = all.GroupBy(section => section.Measures.Count).OrderByDescending(of => of.Count()).Select(of => of.Key).FirstOrDefault();
        sections.AddRange(all.Where(section => section.Measures.Count == Length && Length > TargetMeasure + 2));
        foreach (int dose in new[] { 0, 2, -2 })
        {
            IReadOnlyList<SwapPair> pairs = Draw(dose, count, seed);
            foreach (
                SwappedParts parts in SwappedParts
                    .Every(shape)
                    .Where(parts => dose != 0 || parts.Layers.Count is 1 || parts.Layers.Count == shape.Layers)
            )
            {
                results.Add((dose, parts, pairs, [.. pairs.Select(pair => TrialOf(pair, parts))]));
            }
        }
    }

    /// <summary>The meter's questions.</summary>
    public MeterQuestions Asked { get; }

    /// <summary>The most pairs of a dose.</summary>
    public int Pairs => results.Count == 0 ? 0 : results.Max(of => of.Pairs.Count);

    /// <summary>How many measures most sections have; 0 where there are none.</summary>
    public int Length { get; }

    /// <summary>How many sections of that many measures there are.</summary>
    public int Count => sections.Count;

    /// <summary>What makes it.</summary>
    public IEnumerable<Trial> Trials => results.SelectMany(of => of.Trials);

    /// <summary>What was interchanged, with its dose in measures.</summary>
    public IEnumerable<(int Dose, SwappedParts Parts, IReadOnlyList<SwapPair> Pairs)> Results =>
        results.Select(of => (of.Dose, of.Parts, of.Pairs));

    /// <summary>
    /// R at the end of a measure of the section, a pair each: the probability that the section ends, given that a measure token comes.
    /// </summary>
    /// <param name="dose">In measures.</param>
    /// <param name="parts">What was interchanged; null for nothing.</param>
    /// <param name="measure">From 1; at least the target's.</param>
    public double[] R(int dose, SwappedParts? parts, int measure)
    {
        (_, _, IReadOnlyList<SwapPair> pairs, Trial[] trials) = results.First(of =>
            of.Dose == dose && (parts is null || of.Parts.Layers.SequenceEqual(parts.Layers))
        );
        return
        [
            .. pairs.Select(
                (pair, n) =>
                {
                    ReadTune tune = material.Tunes[pair.Target.Tune];
                    int step = SectionOf(pair.Target).Measures[measure - 1].Bar;
                    int read = step - pair.Target.Step - 1;
                    double given = parts is null
                        ? tune.LogProbability(step, 1) - tune.LogProbability(step)
                        : trials[n].LogProbability(read, 1) - trials[n].LogProbability(read);
                    return Math.Exp(Math.Min(given, 0));
                }
            ),
        ];
    }

    // A section begins where a token sets the count; a pickup before its first whole measure does not count, and its last measure may lack
    // what the pickup has.
    private static IEnumerable<Section> Find(ReadTune tune, Clock clock)
    {
        List<BarredMeasure> open = [];
        bool isOpen = false;
        foreach (BarredMeasure measure in tune.Places.Measures)
        {
            if (measure.First > 0 && clock.SetBy.Contains(tune[measure.First - 1]))
            {
                open.Clear();
                isOpen = true;
            }

            bool ends = measure.Bar < tune.Steps && clock.Events.Contains(tune[measure.Bar]);
            bool isShort = measure.Duration < tune.Places.Full;
            if (isOpen && (measure.IsFull || (ends && isShort && open.Count > 0)))
            {
                open.Add(measure);
            }
            else if (open.Count > 0 || !isShort)
            {
                open.Clear();
                isOpen = false;
            }

            if (!ends)
            {
                continue;
            }

            if (isOpen && open.Count > 0)
            {
                yield return new Section(tune, [.. open]);
            }

            open.Clear();
            isOpen = false;
        }
    }

    private Section SectionOf(PlaceOfTune place) =>
        sections.First(section =>
            section.Tune.Index == place.Tune && section.Measures[0].First <= place.Step && section.Measures[^1].Bar >= place.Step
        );

    private List<SwapPair> Draw(int dose, int count, Seed seed)
    {
        SplitMix64 random = new(seed.Derive("sections", dose));
        Fraction middle = material.Full / new Fraction(2);
        List<SwapPair> pairs = [];
        Section[] order = [.. sections];
        random.Shuffle(order.AsSpan());
        foreach (Section target in order)
        {
            if (pairs.Count == count || At(target, TargetMeasure) is not { } at)
            {
                continue;
            }

            Section[] donors =
            [
                .. sections.Where(section => section.Tune.Index != target.Tune.Index && At(section, TargetMeasure + dose) is not null),
            ];
            if (donors.Length > 0)
            {
                Section donor = donors[random.Below(donors.Length)];
                pairs.Add(
                    new SwapPair(
                        new(target.Tune.Index, at.Step),
                        new(donor.Tune.Index, At(donor, TargetMeasure + dose)!.Value.Step),
                        target.Measures[Math.Min(Length - dose, Length) - 1].Bar,
                        target.Measures[^1].Bar
                    )
                );
            }
        }

        return pairs;

        OpenPlace? At(Section section, int measure) => section.Tune.At(section.Measures[measure - 1].Index, middle);
    }

    private Trial TrialOf(SwapPair pair, SwappedParts parts)
    {
        ReadTune tune = material.Tunes[pair.Target.Tune];
        return new Trial
        {
            Start = material.State(pair.Target),
            Tokens = tune.ReadAt(pair.Target.Step + 1, pair.Own),
            Swaps = [(0, parts, material.State(pair.Donor))],
        };
    }

    private sealed record Section(ReadTune Tune, IReadOnlyList<BarredMeasure> Measures);
}
