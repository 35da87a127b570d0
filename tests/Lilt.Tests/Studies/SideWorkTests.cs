using Lilt.Studies;
using Xunit;

namespace Lilt.Tests.Studies;

/// <summary>What is computed beside a study's main line.</summary>
public sealed class SideWorkTests
{
    [Fact]
    public async Task Dispose_WorkUnderWay_WaitsUntilItHasEnded()
    {
        using ManualResetEventSlim begun = new();
        using ManualResetEventSlim mayEnd = new();
        SideWork side = new(CancellationToken.None);
        Task<int> work = side.Begin(() =>
        {
            begun.Set();
            mayEnd.Wait();
            return 7;
        });
        begun.Wait(TestContext.Current.CancellationToken);
        Task disposing = Task.Run(side.Dispose, TestContext.Current.CancellationToken);

        Assert.False(disposing.IsCompleted);
        mayEnd.Set();
        await disposing;
        Assert.True(work.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Dispose_WorkFailed_ThrowsNothingOfItsOwn()
    {
        using ManualResetEventSlim begun = new();
        Task<int> failed;
        using (SideWork side = new(CancellationToken.None))
        {
            failed = side.Begin<int>(() =>
            {
                begun.Set();
                throw new InvalidOperationException("a fault");
            });
            begun.Wait(TestContext.Current.CancellationToken);
        }

        Assert.Equal("a fault", (await Assert.ThrowsAsync<InvalidOperationException>(() => failed)).Message);
    }

    [Fact]
    public void Begin_StudyWasCancelled_BeginsNothing()
    {
        bool began = false;
        using (SideWork side = new(new CancellationToken(canceled: true)))
        {
            side.Begin(() => began = true);
        }

        Assert.False(began);
    }
}
