using Xunit;

namespace Lilt.Training.Tests;

public sealed class LearningRateScheduleTests
{
    private const double Exact = 1e-15;

    [Fact]
    public void Rate_Cosine_RisesFallsAndEndsAtItsShare()
    {
        TrainingConfig config = new()
        {
            LearningRate = 2,
            WarmupShare = 0.1,
            FinalShare = 0.25,
        };
        Assert.Equal(2.0 / 11, LearningRateSchedule.Rate(config, 0, 0, 100), Exact);
        Assert.Equal(2.0, LearningRateSchedule.Rate(config, 0, 10, 100), Exact);
        Assert.Equal(0.5, LearningRateSchedule.Rate(config, 0, 99, 100), Exact);
        double[] rates = [.. Enumerable.Range(10, 90).Select(update => LearningRateSchedule.Rate(config, 0, update, 100))];
        Assert.Equal(rates.OrderDescending(), rates);
    }

    [Theory]
    [InlineData(ScheduleKind.FolkRnnAsRun, 99, 1.0)]
    [InlineData(ScheduleKind.FolkRnnAsPrinted, 21, 1.0)]
    [InlineData(ScheduleKind.FolkRnnAsPrinted, 22, 0.97)]
    [InlineData(ScheduleKind.FolkRnnAsPrinted, 23, 0.97 * 0.97)]
    [InlineData(ScheduleKind.StepDecay, 19, 1.0)]
    [InlineData(ScheduleKind.StepDecay, 20, 0.97)]
    [InlineData(ScheduleKind.Constant, 50, 1.0)]
    public void Rate_ByEpoch_IsTheNamedBehaviour(ScheduleKind schedule, int epoch, double expected)
    {
        TrainingConfig config = new()
        {
            LearningRate = 1,
            Schedule = schedule,
            Decay = 0.97,
            DecayAfterEpoch = 20,
        };
        Assert.Equal(expected, LearningRateSchedule.Rate(config, epoch, 1000, 5000), Exact);
    }
}
