using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Lilt.Robustness.Crowd;

/// <summary>What came of the requests of a wave.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> answers = [];
    private long slowest;

    /// <summary>What must not be: answers of 500 and over, and requests that were not answered in time.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>The slowest answer, in milliseconds.</summary>
    public long Slowest => Volatile.Read(ref slowest);

    /// <summary>Counts by what was answered, the commonest first.</summary>
    public string Text =>
        string.Join(
            ", ",
            answers
                .OrderByDescending(answer => answer.Value)
                .ThenBy(answer => answer.Key, StringComparer.Ordinal)
                .Select(answer => string.Create(CultureInfo.InvariantCulture, $"{answer.Key}: {answer.Value:N0}"))
        );

    /// <summary>All that were counted.</summary>
    public int Count => answers.Values.Sum();

    /// <summary>Counts one.</summary>
    public void Add(string answer) => answers.AddOrUpdate(answer, 1, (_, count) => count + 1);

    /// <summary>Counts an answer by its status.</summary>
    public void Add(int status, string what)
    {
        Add(status.ToString(CultureInfo.InvariantCulture));
        if (status >= 500)
        {
            Faults.Enqueue($"{what}: {status}");
        }
    }

    /// <summary>Counts an answer that has to have one of some statuses.</summary>
    public void Expect(int status, string what, params ReadOnlySpan<int> expected)
    {
        Add(status.ToString(CultureInfo.InvariantCulture));
        if (!expected.Contains(status))
        {
            Faults.Enqueue($"{what}: {status}");
        }
    }

    /// <summary>What the slowest answer was asked with.</summary>
    public string SlowestWhat { get; private set; } = "";

    /// <summary>Notes how long an answer took.</summary>
    public void Took(long began, string what)
    {
        long milliseconds = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        for (long before = Slowest; milliseconds > before; before = Slowest)
        {
            if (Interlocked.CompareExchange(ref slowest, milliseconds, before) == before)
            {
                SlowestWhat = what;
                return;
            }
        }
    }
}
