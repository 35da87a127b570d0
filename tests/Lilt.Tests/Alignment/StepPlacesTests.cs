using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Alignment;

public sealed class StepPlacesTests
{
    /// <summary>A tune, and for each token measure:onset, with a | behind it for a bar; - for no place.</summary>
    [Theory]
    [InlineData("M:4/4 K:Cmaj A 2 B | c", "- - 0:0 0:0 0:1/4 0:3/8| 1:0")]
    [InlineData("A | B", "0:0 0:1/8| 1:0")]
    [InlineData("A 4 > B 2 | c </s>", "0:0 0:0 0:3/4 0:3/4 0:3/4 0:7/8| 1:0 -")] // a dotted half, then an eighth
    [InlineData("A (3 B c d | e", "0:0 0:1/8 0:1/8 0:5/24 0:7/24 0:3/8| 1:0")]
    [InlineData("A | (3 B c d", "0:0 0:1/8| 1:0 1:0 1:1/12 1:1/6")]
    [InlineData("A [ B d ] 2 | z", "0:0 0:1/8 0:1/8 0:1/8 0:1/8 0:1/8 0:3/8| 1:0")]
    [InlineData("|: A B :| |: c :|", "0:0| 0:0 0:1/8 0:1/4| 0:1/4| 1:0 1:1/8|")]
    [InlineData("A | | B |", "0:0 0:1/8| 1:0| 2:0 2:1/8|")] // an empty measure between two plain bars
    [InlineData("M:4/4 K:Cmaj </s>", "- - -")]
    [InlineData("q A", "- 0:0")]
    public void Of_Tune_SaysWhereEachStepStands(string tune, string places)
    {
        string[] texts = tune.Split(' ');
        Dictionary<int, StepPlace> found = StepPlaces.Of(texts).ToDictionary(place => place.Step);

        Assert.Equal(
            places,
            string.Join(
                ' ',
                texts.Select(
                    (_, step) =>
                        found.TryGetValue(step, out StepPlace place) ? $"{place.Measure}:{place.Onset}{(place.IsBar ? "|" : "")}" : "-"
                )
            )
        );
    }

    [Fact]
    public void Of_TokensOfAVocabulary_WithTheStartTokenAndWithout_AreThoseOfTheirTexts()
    {
        Vocabulary vocabulary = ShippedNetwork.Model.Vocabulary;
        foreach (string text in ShippedNetwork.Tunes.Take(5))
        {
            Token[] tokens =
            [
                .. text.Split(' ').Select(word => vocabulary.TryFind(word, out Token token) ? token : throw new ArgumentException(word)),
            ];
            IReadOnlyList<StepPlace> expected = StepPlaces.Of(text.Split(' '));

            Assert.Equal(expected, StepPlaces.Of(vocabulary, tokens));
            Assert.Equal(expected, StepPlaces.Of(vocabulary, [vocabulary.Start, .. tokens]));
        }
    }

    /// <summary>What a reader of notation says of the same tunes: measures begin where its measures begin, and are as long.</summary>
    [Fact]
    public void Of_TunesOfANetwork_AgreeWithTheReadersMeasures()
    {
        int measures = 0;
        foreach (string text in ShippedNetwork.Tunes)
        {
            string[] texts = text.Split(' ');
            IReadOnlyList<StepPlace> places = StepPlaces.Of(texts);
            Tune tune = TuneReader.Read($"<s> {text}").Tunes.Single();
            TokenColumns columns = new(texts);
            IReadOnlyList<Measure> read = tune.Voices[0].Measures(tune.Meter);
            foreach (Measure measure in read.Where(measure => !measure.IsEmpty))
            {
                StepPlace first = places.Single(place => place.Step == columns.StepAt(measure.Position.Column));
                Assert.Equal((measure.Index, Fraction.Zero, false), (first.Measure, first.Onset, first.IsBar));
                if (places.FirstOrDefault(place => place.IsBar && place.Step > first.Step) is { IsBar: true } bar)
                {
                    Assert.Equal((measure.Index, measure.Duration), (bar.Measure, bar.Onset));
                    measures++;
                }
            }

            // Everything but meter, key and what no reader knows has a place.
            Assert.Equal(texts.Length - 2, places.Count);
        }

        Assert.True(measures > 1000, $"{measures}");
    }
}
