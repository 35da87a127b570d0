using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class MemoryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(StudioBounds.LeastMemoryBytes)]
    [InlineData(StudioBounds.DefaultMemoryBytes)]
    [InlineData(1L << 40)]
    public void Bounds_OfAnyMemory_KeepNoMoreThanAllOfIt(long bytes)
    {
        StudioBounds bounds = new(bytes);
        long[] kept = [bounds.RecordingBytes, bounds.ModelBytes, bounds.SpectraBytes, bounds.SearchBytes];

        Assert.All(kept, share => Assert.InRange(share, 0, bytes));
        Assert.InRange(kept.Sum(), 0, bytes);
        Assert.Equal(bytes, bounds.MemoryBytes);
    }

    [Fact]
    public void Bounds_OfTheLeastMemory_KeepTheRecordingOfATune()
    {
        // Two hundred steps of folk-rnn v2's shape, every site.
        const long Tune = 200 * ((6 * 3 * 512) + 137) * sizeof(float);

        Assert.InRange(new StudioBounds(StudioBounds.LeastMemoryBytes).RecordingBytes, Tune, long.MaxValue);
    }

    [Fact]
    public void Put_MoreThanTheBound_KeepsTheLeastNumber()
    {
        BoundedCache<int, string> cache = new(0, _ => 1, least: 1);
        cache.Put(1, "one");
        cache.Put(2, "two");

        Assert.Null(cache.Find(1));
        Assert.Equal("two", cache.Find(2));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1L << 40, 0)]
    public void Look_ProcessOverOrUnderItsBound_GivesBackOrDoesNot(long bytes, int times)
    {
        using ProcessMemory memory = new(new StudioBounds(bytes), new StudioPauses { Idle = TimeSpan.FromDays(1) });

        memory.Look();

        Assert.Equal(times, memory.Times);
    }

    [Theory]
    [InlineData(340, 0, false)]
    [InlineData(360, 0, true)]
    [InlineData(360, 340, false)]
    [InlineData(380, 340, true)]
    [InlineData(900, 890, false)]
    public void IsTooMuch_OfABoundOf400_IsSevenEighthsAndASixteenthMoreThanWasLeft(long taken, long left, bool expected) =>
        Assert.Equal(expected, ProcessMemory.IsTooMuch(taken, left, 400));

    [Fact]
    public async Task Get_BoundOfOneByte_AnswersAndGivesBack()
    {
        await using RunningStudio small = new(null, new StudioBounds(1));
        await small.InitializeAsync();

        string answer = await small.Client.GetStringAsync("api/models", TestContext.Current.CancellationToken);

        Assert.Contains(RunningStudio.Model, answer, StringComparison.Ordinal);

        // The answer is sent before that.
        await small.Part<ProcessMemory>().First.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(small.Part<ProcessMemory>().Times > 0);
    }

    [Fact]
    public async Task Look_NothingAskedForAfterIt_GivesBack()
    {
        using ProcessMemory memory = new(new StudioBounds(1L << 40), new StudioPauses { Idle = TimeSpan.Zero });

        memory.Look();

        await memory.First.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, memory.Times);
    }
}
