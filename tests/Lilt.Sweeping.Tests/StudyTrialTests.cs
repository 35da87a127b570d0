using Lilt.Studies;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Work;
using Xunit;

namespace Lilt.Sweeping.Tests;

public sealed class StudyTrialTests : IDisposable
{
    private readonly SweepPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Of_AStudyThatIsSoonDone_HasItsTable()
    {
        StudyTrial trial = Try("relay", TimeSpan.MaxValue);

        Assert.Equal(1, trial.Share);
        Assert.Equal(trial.Trial, trial.Seconds);
        Assert.True(trial.Bytes > 0);
    }

    [Fact]
    public void Of_AStudyThatIsNot_EndsWhenSomethingIsDone()
    {
        StudyTrial trial = Try("relay", TimeSpan.Zero);

        Assert.Null(trial.Bytes);
        Assert.InRange(trial.Share, 0.0001, 0.99);
        Assert.True(trial.Seconds > trial.Trial);
    }

    [Fact]
    public void Of_AStudyThatIsRefused_SaysSo() => Assert.Throws<StudyRefusedException>(() => Try("random", TimeSpan.Zero));

    private StudyTrial Try(string planted, TimeSpan most)
    {
        SweepPlan sweep = place.Read(
            """
            {"task":"study","models":[{"plant":"relay","units":64}],"seeds":{"from":1,"count":3},
             "study":{"kind":"causes","quick":true,"tunes":16,"pairs":20}}
            """.Replace("relay", planted, StringComparison.Ordinal)
        );
        return StudyTrial.Of(sweep, 2, most, TestContext.Current.CancellationToken);
    }
}
