using Lilt.Alignment;
using Lilt.Notation;
using Xunit;

namespace Lilt.Tests.Alignment;

public sealed class ClockPushTests
{
    /// <summary>Full measures are those of steps 5–13, 14–18 and 19–27; the header is two steps.</summary>
    private static readonly OpenPlaces Tune = OpenPlaces.Of(
        "M:4/4 K:Cmaj C 2 | C D E F G A B c | C 4 D 4 | C D E F G A B c | E </s>".Split(' ')
    );

    // Step 8 writes the fourth note of the first full measure: 3 eighths are gone.
    private const int Target = 8;

    [Fact]
    public void Of_TargetAndDose_KnowsBothBoundaries()
    {
        ClockPush push = ClockPush.Of(Tune, Target, Eighths(2));

        Assert.Equal((Eighths(3), Eighths(5)), (push.Target.Distance, push.DonorDistance));
        Assert.Equal((13, 11), (push.OwnBoundary, push.MovedBoundary));
    }

    [Fact]
    public void MovedBoundary_PutBackOrSham_IsNone()
    {
        Assert.Null(ClockPush.Of(Tune, Target, Eighths(-2)).MovedBoundary);
        Assert.Null(ClockPush.Of(Tune, Target, Eighths(0)).MovedBoundary);
    }

    [Fact]
    public void MovedBoundary_WhereNoBarCouldStand_IsNone() => Assert.Null(ClockPush.Of(Tune, 14, Eighths(3)).MovedBoundary);

    [Theory]
    [InlineData(Target, 5, "3 eighths into a measure of 8: 5 more")]
    [InlineData(Target, -4, "3 eighths into a measure of 8: −4 more")]
    [InlineData(13, -1, "writes the bar itself")]
    [InlineData(2, 1, "not full")]
    [InlineData(28, 1, "not full, or not between two bars")]
    [InlineData(15, 1, "No bar could stand at step 15")]
    [InlineData(99, 1, "No bar could stand at step 99")]
    public void Refusal_PlaceOrDoseThatIsNone_SaysWhy(int step, int by, string expected)
    {
        Assert.Contains(expected, ClockPush.Refusal(Tune, step, Eighths(by))!, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ClockPush.Of(Tune, step, Eighths(by)));
    }

    [Fact]
    public void Refusal_AfterTheLastBar_SaysWhy() =>
        Assert.Contains(
            "not between two bars",
            ClockPush.Refusal(OpenPlaces.Of("M:4/4 K:Cmaj C | </s>".Split(' ')), 4, Eighths(1))!,
            StringComparison.Ordinal
        );

    [Fact]
    public void Refusal_NoMeter_SaysSo() =>
        Assert.Contains(
            "no meter",
            ClockPush.Refusal(OpenPlaces.Of("M:none K:Cmaj C | D | E </s>".Split(' ')), 4, Eighths(1))!,
            StringComparison.Ordinal
        );

    [Fact]
    public void Donors_OfTheOwnTune_AreInOtherFullMeasuresNearestFirst()
    {
        Assert.Equal([24], ClockPush.Of(Tune, Target, Eighths(2)).Donors(Tune, isOwn: true).Select(place => place.Step));
        Assert.Equal([16, 23], ClockPush.Of(Tune, Target, Eighths(1)).Donors(Tune, isOwn: true).Select(place => place.Step));
    }

    [Fact]
    public void Donors_OfAnotherTune_MayStandInTheMeasureOfTheSameNumber() =>
        Assert.Equal([10, 24], ClockPush.Of(Tune, Target, Eighths(2)).Donors(Tune, isOwn: false).Select(place => place.Step));

    [Theory]
    [InlineData(2, -9, -0.1, true)]
    [InlineData(2, -9, -5, false)]
    [InlineData(2, -0.1, -0.1, null)]
    public void IsDue_PushedOn_GoesByTheMovedBoundary(int by, double untouched, double pushed, bool? expected) =>
        Assert.Equal(expected, ClockPush.Of(Tune, Target, Eighths(by)).IsDue(At(11, untouched), At(11, pushed)));

    [Theory]
    [InlineData(-2, -0.1, -4, true)]
    [InlineData(-2, -0.1, -0.1, false)]
    [InlineData(-2, -4, -4, null)]
    [InlineData(0, -0.1, -0.1, true)]
    [InlineData(0, -0.1, -4, false)]
    public void IsDue_PutBackOrSham_GoesByTheOwnBoundary(int by, double untouched, double pushed, bool? expected) =>
        Assert.Equal(expected, ClockPush.Of(Tune, Target, Eighths(by)).IsDue(At(13, untouched), At(13, pushed)));

    [Fact]
    public void IsDue_NoPlaceToLookAt_IsNotTold() => Assert.Null(ClockPush.Of(Tune, 14, Eighths(3)).IsDue(At(16, -9), At(16, -0.1)));

    [Theory]
    [InlineData("C 2 | C D E F G A | C 4 D 4 | E </s>", 6)]
    [InlineData("C 2 | C D E F G A B c d | E </s>", 9)]
    [InlineData("C 2 | C D E F G A B c d </s>", null)]
    public void LengthIn_TuneWrittenOn_IsThatOfTheTargetsMeasure(string music, int? expected)
    {
        OpenPlaces written = OpenPlaces.Of($"M:4/4 K:Cmaj {music}".Split(' '));

        Assert.Equal(expected is { } eighths ? Eighths(eighths) : null, ClockPush.Of(Tune, Target, Eighths(2)).LengthIn(written));
    }

    private static Fraction Eighths(int count) => new(count, 8);

    private static double[] At(int step, double value)
    {
        double[] boundary = [.. Enumerable.Repeat(-20.0, 40)];
        boundary[step] = value;
        return boundary;
    }
}
