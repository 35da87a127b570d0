using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lilt.Studio.Writing;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>A studio with a network so wide that a run of many long tunes cannot be over before it is stopped.</summary>
internal static class SlowStudio
{
    public static async Task<RunningStudio> StartAsync(StudioBounds? bounds = null, TimeSpan? stopping = null)
    {
        RunningStudio slow = new(null, bounds ?? new StudioBounds()) { Stopping = stopping ?? TimeSpan.FromSeconds(2) };
        Directory.CreateDirectory(Path.Combine(slow.Folder, "models"));
        await slow.InitializeAsync();
        WeightFiles.ModelFile.Write(RunningStudio.Network(256), Path.Combine(slow.Folder, "models", "slow.safetensors"));
        return slow;
    }

    /// <summary>Begins a long run, and gives its job.</summary>
    public static async Task<string> BegunAsync(RunningStudio slow, string session)
    {
        using HttpResponseMessage answer = await BeginAsync(slow, session);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["job"]!.GetValue<string>();
    }

    /// <summary>Asks for a long run, and gives the answer as it is.</summary>
    public static Task<HttpResponseMessage> BeginAsync(RunningStudio slow, string session) =>
        slow.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"/api/sessions/{session}/tunes")
            {
                Content = JsonContent.Create(
                    JsonNode.Parse("""{"model":"slow","tunes":64,"limit":2000,"plan":{"operations":[{"op":"forbid","tokens":["</s>"]}]}}""")
                ),
            }
        );

    /// <summary>
    /// Waits for runs to end. One that is through, and was not stopped, has kept its tunes: under a plan it keeps all or none.
    /// </summary>
    public static async Task EndedAsync(RunningStudio slow, int left = 0)
    {
        while (slow.Part<RunningJobs>().Running > left)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
