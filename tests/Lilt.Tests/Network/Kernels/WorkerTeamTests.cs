using Lilt.Network.Kernels;
using Xunit;

namespace Lilt.Tests.Network.Kernels;

public sealed class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Run_EveryMember_DoesItsPartOnce(int size)
    {
        using WorkerTeam team = new(size);
        int[] done = new int[size];

        for (int round = 0; round < 100; round++)
        {
            team.Run(member => done[member]++);
        }

        Assert.All(done, count => Assert.Equal(100, count));
    }

    [Fact]
    public void Run_MoreMembersThanProcessors_EveryPartOfEveryRoundIsDoneOnce()
    {
        int size = (4 * Environment.ProcessorCount) + 1;
        using WorkerTeam team = new(size);
        int[] done = new int[size];
        int round = 0;

        for (; round < 5000; round++)
        {
            int expected = round;
            team.Run(part => _ = done[part]++ == expected ? 0 : throw new InvalidOperationException($"part {part} of round {expected}"));
        }

        Assert.All(done, count => Assert.Equal(round, count));
    }

    [Fact]
    public void Run_TheCallersPartFails_WaitsForTheOthersFirst()
    {
        using WorkerTeam team = new(3);
        int done = 0;

        ArithmeticException thrown = Assert.Throws<ArithmeticException>(() =>
            team.Run(member =>
            {
                if (member == 0)
                {
                    throw new ArithmeticException("the caller's");
                }

                // So that a team that doesn't wait is caught; one that does passes however long this takes.
                Thread.Sleep(50);
                Interlocked.Increment(ref done);
            })
        );

        Assert.Equal(2, done);
        Assert.Equal("the caller's", thrown.Message);
    }

    [Fact]
    public void Run_AWorkersPartFails_ThrowsWhatItThrewAndTheNextRunIsWell()
    {
        using WorkerTeam team = new(2);
        int done = 0;

        Assert.Throws<ArithmeticException>(() => team.Run(member => _ = member == 1 ? throw new ArithmeticException() : member));
        team.Run(_ => Interlocked.Increment(ref done));

        Assert.Equal(2, done);
    }

    [Fact]
    public void Run_AllPartsFail_LeavesNothingForTheNextRun()
    {
        using WorkerTeam team = new(2);

        Assert.Throws<ArithmeticException>(() => team.Run(_ => throw new ArithmeticException()));

        team.Run(_ => { });
    }
}
