using Lilt.Studio.Recordings;
using Lilt.Studio.Writing;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class RehearsalTests
{
    [Fact]
    public async Task Begin_ToItsEnd_LeavesNothingInTheStudio()
    {
        await using RunningStudio studio = new();
        await studio.InitializeAsync();

        Assert.True(await studio.Part<Rehearsal>().Ended);

        Assert.Empty((await studio.GetAsync("/api/sessions")).AsArray());
        Assert.Empty((await studio.GetAsync("/api/deleted"))["sessions"]!.AsArray());
        Assert.Equal(0, studio.Part<RecordingCache>().Bytes);
        Assert.Equal(0, studio.Part<RunningJobs>().Running);
    }

    [Fact]
    public async Task Stop_ATuneIsAskedForMeanwhile_IsTheTuneOfAStudioThatHasRehearsed()
    {
        await using RunningStudio early = new();
        await early.InitializeAsync();
        await using RunningStudio late = new();
        await late.InitializeAsync();
        await late.Part<Rehearsal>().Ended;

        string first = await early.TuneAsync(await early.NewSessionAsync());
        string second = await late.TuneAsync(await late.NewSessionAsync());

        Assert.Equal(
            (await late.GetAsync($"/api/tunes/{second}"))["tune"]!.ToJsonString(),
            (await early.GetAsync($"/api/tunes/{first}"))["tune"]!.ToJsonString()
        );
        Assert.Equal(
            await late.Client.GetByteArrayAsync($"/api/tunes/{second}/recording/h/1", TestContext.Current.CancellationToken),
            await early.Client.GetByteArrayAsync($"/api/tunes/{first}/recording/h/1", TestContext.Current.CancellationToken)
        );
    }
}
