using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Planting.Causes;
using Lilt.Randomness;
using Lilt.Recording;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>Sections of given tunes: two of eight measures each, in some with a pickup, in some of six.</summary>
public sealed class SectionCountTests
{
    private const int Eights = 24;
    private const int Sixes = 5;

    private static readonly Model Model = CausalNetwork.Make(CausalKind.Durations, 2, 32, 3).Model;
    private static readonly MeterMaterial Material = CausesMaterial.Make(
        Model,
        new CausesOptions { Given = [.. Enumerable.Range(0, Eights + Sixes).Select(n => Tune(n, n < Eights ? 8 : 6))] },
        CancellationToken.None
    )[0];
    private static readonly SectionCount Count = Made();

    [Fact]
    public void Of_GivenTunes_FindsTheSectionsOfTheCommonLength_APickupIsNoMeasure()
    {
        Assert.Equal(8, Count.Length);
        Assert.Equal(2 * Eights, Count.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-2)]
    public void Pairs_AreMiddlesOfTheThirdMeasureAndOfOneSoMuchFurther_OfTwoTunes(int dose)
    {
        IReadOnlyList<SwapPair> pairs = Count.Results.First(of => of.Dose == dose).Pairs;

        Assert.Equal(30, pairs.Count);
        foreach (SwapPair pair in pairs)
        {
            Assert.NotEqual(pair.Target.Tune, pair.Donor.Tune);
            (int measure, OpenPlace target) = Find(pair.Target);
            (int donorMeasure, OpenPlace donor) = Find(pair.Donor);
            Assert.Equal((3, 3 + dose), (measure, donorMeasure));
            Assert.Equal((new Fraction(1, 2), new Fraction(1, 2)), (target.Distance, donor.Distance));
            Assert.Equal(":|", Model.Vocabulary[Material.Tunes[pair.Target.Tune][pair.Own]]);
            Assert.Equal(dose > 0 ? "|" : ":|", Model.Vocabulary[Material.Tunes[pair.Target.Tune][pair.Moved]]);
        }
    }

    [Fact]
    public void R_Untouched_IsTheShareOfTheRepeatAmongMeasureTokens()
    {
        IReadOnlyList<SwapPair> pairs = Count.Results.First(of => of.Dose == 2).Pairs;
        double[] r = Count.R(2, null, 8);
        for (int n = 0; n < pairs.Count; n += 7)
        {
            ReadTune tune = Material.Tunes[pairs[n].Target.Tune];
            TuneRecording recording = Model.Read([.. Enumerable.Range(0, tune.Steps).Select(step => tune[step])]);
            ReadOnlySpan<float> posterior = recording[Site.Posterior][pairs[n].Own];
            double ends = 0;
            double bars = 0;
            foreach (Token token in TokenKinds.Select(Model.Vocabulary, TokenKind.Measure))
            {
                bars += posterior[token.Index];
                ends += Model.Vocabulary[token].StartsWith(":|", StringComparison.Ordinal) ? posterior[token.Index] : 0;
            }

            Assert.Equal(ends / bars, r[n], 1e-12);
        }
    }

    [Fact]
    public void R_OfShams_IsOfTheRunThatWasInterchanged()
    {
        SwappedParts all = SwappedParts.All(Model.Shape);

        Assert.Equal(30, Count.R(0, all, 8).Length);
        Assert.NotEqual(Count.R(0, null, 4), Count.R(0, all, 4));
        Assert.All(Count.R(0, all, 8), r => Assert.InRange(r, 0, 1));
    }

    private static SectionCount Made()
    {
        Clock measure = Clock.Measure(Model.Vocabulary);
        Clock section = Clock.Section(Model.Vocabulary)!;
        CausesOptions options = new() { Quick = true, Pairs = 20 };
        SectionCount count = new(new MeterQuestions(Material, Model, measure, options, 0.05), section, Model.Shape, 30, 8);
        TrialRunner runner = new(Model, [measure.Events, section.Events], 1, 2, CancellationToken.None);
        runner.Run(Material.Readings());
        runner.Run([.. count.Trials]);
        return count;
    }

    // Which measure of its section a place is in, from 1: those since the last token that begins a repeat, short ones before a whole one
    // left out.
    private static (int Measure, OpenPlace Place) Find(PlaceOfTune of)
    {
        ReadTune tune = Material.Tunes[of.Tune];
        Assert.True(tune.Places.TryFind(of.Step, out OpenPlace place));
        int count = 0;
        for (int measure = place.Measure; ; measure--)
        {
            BarredMeasure at = tune.Places.Measures[measure];
            count += at.IsFull ? 1 : 0;
            if (Model.Vocabulary[tune[at.First - 1]] == "|:")
            {
                return (count, place);
            }
        }
    }

    private static GivenTune Tune(int number, int measures)
    {
        SplitMix64 random = new(((Seed)1u).Derive("given tune", number));
        bool hasPickup = number % 3 == 0;
        List<string> texts = ["M:4/4", "K:Cmaj"];
        for (int section = 0; section < 2; section++)
        {
            texts.Add("|:");
            if (hasPickup)
            {
                texts.AddRange(["G,", "|"]);
            }

            for (int measure = 1; measure <= measures; measure++)
            {
                bool isShort = hasPickup && measure == measures;
                for (int eighths = isShort ? 7 : 8; eighths > 0; )
                {
                    texts.Add("CDEFGAB"[random.Below(7)].ToString());
                    bool isLong = eighths is not (5 or 1) && random.Below(4) == 0;
                    if (isLong)
                    {
                        texts.Add("2");
                    }

                    eighths -= isLong ? 2 : 1;
                }

                texts.Add(measure < measures ? "|" : ":|");
            }
        }

        return new GivenTune([
            .. texts
                .Append(Vocabulary.EndText)
                .Select(text => Model.Vocabulary.TryFind(text, out Token token) ? token : throw new InvalidOperationException(text)),
        ]);
    }
}
