using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Xunit;

namespace Lilt.Tests.Recording;

public sealed class TuneRecorderTests
{
    private static readonly NetworkShape Shape = new(2, 3, 4);
    private static readonly RecordingFacts Facts = new()
    {
        Version = "0",
        ModelHash = "",
        Layers = Shape.Layers,
        Units = Shape.Units,
        Vocabulary = ["<s>", "</s>", "C", "D"],
    };

    [Theory]
    [InlineData(7, 7)]
    [InlineData(7, 9)]
    [InlineData(7, 3)]
    [InlineData(7, 1)]
    [InlineData(0, 5)]
    public void Expect_TunesOfAnyLength_HoldWhatWasRecorded(int steps, int expected)
    {
        TuneRecorder recorder = new(Shape, RecordedSites.All);

        recorder.Expect(expected);
        TuneRecording made = Record(recorder, steps, 1);
        TuneRecording next = Record(recorder, 4, 1000);

        AssertHolds(made, steps, 1);
        AssertHolds(next, 4, 1000);
    }

    private static TuneRecording Record(TuneRecorder recorder, int steps, int first)
    {
        for (int step = -1; step < steps; step++)
        {
            for (int layer = 1; layer <= Shape.Layers; layer++)
            {
                foreach (SiteKind kind in RecordedSites.All.Where(kind => kind is not (SiteKind.Logits or SiteKind.Posterior)))
                {
                    recorder.Record(step, new Site(kind, layer), Values(step, layer, Shape.Units, first));
                }
            }

            recorder.Record(step, Site.Logits, Values(step, 0, Shape.Tokens, first));
            recorder.Record(step, Site.Posterior, Values(step, 0, Shape.Tokens, first));
        }

        return recorder.Finish(Facts, [.. Enumerable.Repeat(new Token(2), steps + 1)]);
    }

    private static void AssertHolds(TuneRecording made, int steps, int first)
    {
        Assert.Equal(steps, made.Steps);
        foreach (SiteKind kind in RecordedSites.All)
        {
            float[] expected =
            [
                .. Enumerable
                    .Range(0, steps)
                    .SelectMany(step =>
                        kind is SiteKind.Logits or SiteKind.Posterior
                            ? Values(step, 0, Shape.Tokens, first)
                            : Enumerable.Range(1, Shape.Layers).SelectMany(layer => Values(step, layer, Shape.Units, first))
                    ),
            ];
            Assert.Equal(expected, made.Values(kind).ToArray());
        }
    }

    private static float[] Values(int step, int layer, int width, int first) =>
        [.. Enumerable.Range(0, width).Select(unit => first + (100f * step) + (10 * layer) + unit)];
}
