using Lilt.Training;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class TrainDisplayTests
{
    private static readonly EpochRecord Second = new(2, 20, 0.001, 2, 300, 1.9, 290, 1.8, 0.5, 1000, 60);

    [Fact]
    public void Present_WithinAnEpoch_SaysTheTimeLeft()
    {
        string line = TrainDisplay.Present(new TrainingStatus(3, 14, 5, 10, 1.75, 0.001, 2000, 5000, Second));

        Assert.Equal("epoch 3 of 14, batch 5 of 10: 1.7500 nats a token, rate 0.001, 2000 tokens a second, 1:23 h left", line);
    }

    [Fact]
    public void Present_LastBatch_SaysThatItValidates()
    {
        string line = TrainDisplay.Present(new TrainingStatus(3, 3, 10, 10, 1.75, 0.001, 2000, 0, Second));

        Assert.EndsWith(", validating", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Present_BetweenEpochs_SaysNoRateThatIsNone()
    {
        string line = TrainDisplay.Present(new TrainingStatus(3, 14, 0, 10, double.NaN, 0.001, double.NaN, double.NaN, Second));

        Assert.Equal("epoch 2 of 14 is whole", line);
    }
}
