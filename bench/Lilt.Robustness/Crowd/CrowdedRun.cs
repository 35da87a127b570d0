using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lilt.Robustness.Crowd;

/// <summary>
/// Presses on a studio in waves. After each it has to answer a plain request and write a tune; nothing may be answered with 500 or not at
/// all, its memory stays under its bound and a slack, and it complains of nothing.
/// </summary>
internal static partial class CrowdedRun
{
    private const int MemoryMebibytes = 400;

    // What takes longer is named in the table.
    private const int SlowMilliseconds = 10_000;

    /// <summary>What a crowd may take over the bound for as long as it is there, in MiB: answers under way, and each connection's own.</summary>
    private const int SlackMebibytes = 150;

    /// <summary>Runs all waves, prints a table.</summary>
    /// <param name="program">The program's <c>.dll</c>.</param>
    /// <param name="pages">Pages at once.</param>
    /// <param name="only">A word of the waves' names; null for all waves.</param>
    /// <returns>Whether nothing was wrong.</returns>
    public static async Task<bool> RunAsync(string program, int pages, string? only)
    {
        string folder = Directory.CreateTempSubdirectory("lilt-crowd-").FullName;
        string secret = Guid.NewGuid().ToString();
        await File.WriteAllTextAsync(Path.Combine(folder, "secret.txt"), secret);
        using CrowdedStudio studio = await CrowdedStudio.StartAsync(
            Path.GetFullPath(program),
            folder,
            "--memory",
            MemoryMebibytes.ToString(CultureInfo.InvariantCulture)
        );
        Console.WriteLine("| wave | answers by status | slowest, ms | seconds | most memory so far, MB | faults |");
        Console.WriteLine("|---|---|---|---|---|---|");
        bool good = true;
        foreach (
            (string name, Func<Tally, Task> wave) in new (string, Func<Tally, Task>)[]
            {
                ($"{pages} pages at once", tally => Pages.AtOnceAsync(studio, tally, pages)),
                ("300 clients that leave", tally => Pages.LeaversAsync(studio, tally, 300)),
                ("60 streams and files that nobody reads, 64 tunes written", tally => Pages.SlowReadersAsync(studio, tally, 60)),
                ("bodies too large or wrong", tally => Strangers.BodiesAsync(studio, tally, 3)),
                ("wrong hosts, origins, tokens, no HTTP", tally => Strangers.OutsidersAsync(studio, tally, 5)),
                ("paths that climb", tally => Strangers.ClimbersAsync(studio, tally, secret, "secret.txt")),
                ("10,000 sessions", tally => ManySessions.RunAsync(studio, tally, 10_000)),
            }
        )
        {
            if (only is not null && !name.Contains(only, StringComparison.Ordinal))
            {
                continue;
            }

            Tally tally = new();
            long began = Stopwatch.GetTimestamp();
            try
            {
                await wave(tally);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                tally.Faults.Enqueue($"the wave broke off: {e.Message}");
            }

            await PlainAsync(studio, tally);
            if (studio.PeakMegabytes is { } peak && peak > (MemoryMebibytes + SlackMebibytes) * 1.048576)
            {
                tally.Faults.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{peak:F0} MB"));
            }

            good &= tally.Faults.IsEmpty;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {tally.Text} | {tally.Slowest:N0} {(tally.Slowest > SlowMilliseconds ? $"({Shortened(tally.SlowestWhat)})" : "")} | {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} | {studio.PeakMegabytes:F0} | {(tally.Faults.IsEmpty ? "0" : $"{tally.Faults.Count}: {string.Join("; ", tally.Faults.Take(5))}")} |"
                )
            );
        }

        (int code, string said) = studio.End();
        Console.WriteLine($"It ended with {code} and said: {(said.Length == 0 ? "nothing" : said)}");
        Directory.Delete(folder, recursive: true);
        return good && code == 0 && said.Length == 0;
    }

    private static string Shortened(string what) => LongName().Replace(what, "…");

    [GeneratedRegex("[0-9a-f]{20,}")]
    private static partial Regex LongName();

    private static async Task PlainAsync(CrowdedStudio studio, Tally tally)
    {
        Tally own = new();
        if (await studio.AskAsync(own, "GET", "/api/models") is not (200, _))
        {
            tally.Faults.Enqueue("no plain answer after the wave");
        }

        (int status, JsonNode? checkedText) = await studio.JsonAsync(
            own,
            "POST",
            "/api/check",
            new JsonObject { ["model"] = studio.Model, ["text"] = "M:4/4" }
        );
        if (status != 200 || checkedText is null)
        {
            tally.Faults.Enqueue($"a beginning is not read after the wave: {status}");
        }
    }
}
