using System.Text.Json.Nodes;
using Lilt.Studio.Serving;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>What many at once must not do to the studio.</summary>
public sealed class CrowdTests
{
    [Fact]
    public async Task Write_InMoreSessionsThanMayBeAtWork_OneAfterAnother()
    {
        await using RunningStudio studio = new(null, new StudioBounds { RunsAtWork = 1 });
        await studio.InitializeAsync();
        using Stream stream = await studio.Client.GetStreamAsync("/api/events", TestContext.Current.CancellationToken);
        List<string> jobs = [];
        for (int n = 0; n < 4; n++)
        {
            JsonNode run = await studio.PostAsync(
                $"/api/sessions/{await studio.NewSessionAsync()}/tunes",
                new JsonObject
                {
                    ["model"] = RunningStudio.Model,
                    ["seed"] = n,
                    ["tunes"] = 8,
                    ["limit"] = 200,
                }
            );
            jobs.Add(run["job"]!.GetValue<string>());
        }

        List<string> turns = [];
        int done = 0;
        using StreamReader reader = new(stream);
        for (string name = ""; done < jobs.Count; )
        {
            string line = (await reader.ReadLineAsync(TestContext.Current.CancellationToken))!;
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && name is ("tokens" or "tune" or "done"))
            {
                // That a tune is kept is told of no run as well.
                string? job = JsonNode.Parse(line[6..])!["job"]?.GetValue<string>();
                if (job is not null && (turns.Count == 0 || turns[^1] != job))
                {
                    turns.Add(job);
                }

                done += name == "done" ? 1 : 0;
            }
        }

        Assert.Equal(jobs.Order(), turns.Order());
    }

    [Fact]
    public async Task Write_StoppedWhileItWaitsForItsTurn_EndsAndLeavesTheTurnToOthers()
    {
        await using RunningStudio studio = new(null, new StudioBounds { RunsAtWork = 1 });
        await studio.InitializeAsync();
        string[] jobs = new string[3];
        for (int n = 0; n < jobs.Length; n++)
        {
            JsonNode run = await studio.PostAsync(
                $"/api/sessions/{await studio.NewSessionAsync()}/tunes",
                new JsonObject
                {
                    ["model"] = RunningStudio.Model,
                    ["seed"] = n,
                    ["tunes"] = 16,
                    ["limit"] = 400,
                }
            );
            jobs[n] = run["job"]!.GetValue<string>();
        }

        // It has ended already where the machine is quick; then there is nothing to stop.
        using HttpResponseMessage stopped = await studio.Client.DeleteAsync(
            new Uri($"/api/jobs/{jobs[1]}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal("done", (await studio.FollowAsync(jobs[2]))[^1].Name);
        Assert.Equal(stopped.IsSuccessStatusCode ? "failed" : "done", (await studio.FollowAsync(jobs[1]))[^1].Name);
        Assert.Equal("done", (await studio.FollowAsync(jobs[0]))[^1].Name);
    }

    [Fact]
    public async Task Get_MoreLooksAtOnceThanHaveATurn_AllAreAnsweredAndATurnComesBackFromRefusals()
    {
        await using RunningStudio studio = new(null, new StudioBounds { Looks = 1, Analyses = 1 });
        await studio.InitializeAsync();
        string tune = await studio.TuneAsync(await studio.NewSessionAsync());
        string[] asked =
        [
            $"/api/tunes/{tune}/recording/h/1",
            $"/api/tunes/{tune}/recording/h/9",
            $"/api/tunes/{tune}/recording/posterior",
            $"/api/tunes/{tune}/posterior",
            $"/api/tunes/{tune}/posterior/100000",
            $"/api/tunes/{tune}/order?by=peak",
            $"/api/tunes/{tune}/spectra",
            $"/api/tunes/{tune}/band?low=2&high=9",
            $"/api/tunes/{tune}/units/1/2",
            $"/api/tunes/{tune}/units/1/99999",
            $"/api/tunes/{tune}/export?format=npz",
            "/api/tunes/none/spectra",
        ];

        HttpResponseMessage[] answers = await Task.WhenAll(
            asked.SelectMany(where => Enumerable.Repeat(where, 4)).Select(where => studio.Client.GetAsync(new Uri(where, UriKind.Relative)))
        );

        Assert.All(answers, answer => Assert.InRange((int)answer.StatusCode, 200, 499));
        Assert.Equal(4 * 8, answers.Count(answer => answer.IsSuccessStatusCode));
        foreach (HttpResponseMessage answer in answers)
        {
            answer.Dispose();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Invoke_RefusedWhileTheBodyIsStillComing_ReadsItToItsEndFirst(bool throws)
    {
        using MemoryStream body = new(new byte[300_000]);
        long readWhenAnswered = -1;
        using NotingStream answer = new(() => readWhenAnswered = readWhenAnswered < 0 ? body.Position : readWhenAnswered);
        DefaultHttpContext context = new()
        {
            Request =
            {
                Body = body,
                ContentLength = body.Length,
                Method = "POST",
            },
        };
        context.Response.Body = answer;
        Problems problems = new(
            new StudioOptions
            {
                DataFolder = "",
                Models = new WeightFiles.ModelFolders([]),
                PageFolder = "",
                Version = "0",
            },
            reached =>
            {
                reached.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return throws ? throw new StudioException(StatusCodes.Status415UnsupportedMediaType, "No.") : Task.CompletedTask;
            }
        );

        await problems.InvokeAsync(context);

        Assert.Equal(StatusCodes.Status415UnsupportedMediaType, context.Response.StatusCode);
        Assert.Equal(body.Length, readWhenAnswered);
    }

    private sealed class NotingStream(Action note) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            note();
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
