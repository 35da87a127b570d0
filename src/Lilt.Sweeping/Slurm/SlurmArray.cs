using System.Globalization;

namespace Lilt.Sweeping.Slurm;

/// <summary>One job array: tasks that make some shards each.</summary>
/// <param name="Number">Its place among the sweep's arrays, from 1.</param>
/// <param name="FirstShard">The first shard of task 0.</param>
/// <param name="LastShard">The last shard of the array's last task.</param>
/// <param name="ShardsATask">Shards of a task.</param>
/// <param name="Tasks">The tasks that have something to make, ascending, from 0.</param>
internal sealed record SlurmArray(int Number, long FirstShard, long LastShard, int ShardsATask, IReadOnlyList<int> Tasks)
{
    // Slurm takes a line of so many characters and more; past it all tasks are named, and those with nothing to do end at once.
    private const int LongestList = 4000;

    /// <summary>The tasks as <c>--array</c> has them, such as <c>0-3,7</c>.</summary>
    public string TaskList
    {
        get
        {
            List<string> runs = [];
            for (int from = 0, to; from < Tasks.Count; from = to)
            {
                for (to = from + 1; to < Tasks.Count && Tasks[to] == Tasks[to - 1] + 1; to++) { }

                runs.Add(Run(Tasks[from], Tasks[to - 1]));
            }

            string list = string.Join(',', runs);
            return list.Length <= LongestList ? list : Run(0, Tasks[^1]);
        }
    }

    /// <summary>Cuts a sweep's shards into tasks and the tasks into arrays; an array of which all is made is left out.</summary>
    /// <param name="shards">How many shards.</param>
    /// <param name="isMade">Whether a shard is settled.</param>
    /// <param name="shardsATask">Shards of a task, at least 1.</param>
    /// <param name="maxArraySize">The site's: a task's index is under it.</param>
    public static IReadOnlyList<SlurmArray> Of(long shards, Func<long, bool> isMade, int shardsATask, int maxArraySize)
    {
        List<SlurmArray> arrays = [];
        long ofArray = (long)shardsATask * maxArraySize;
        for (long first = 0; first < shards; first += ofArray)
        {
            long last = Math.Min(shards, first + ofArray) - 1;
            List<int> tasks = [];
            for (long from = first; from <= last; from += shardsATask)
            {
                bool isLeft = false;
                for (long shard = from; shard <= Math.Min(last, from + shardsATask - 1) && !isLeft; shard++)
                {
                    isLeft = !isMade(shard);
                }

                if (isLeft)
                {
                    tasks.Add((int)((from - first) / shardsATask));
                }
            }

            if (tasks.Count > 0)
            {
                arrays.Add(new SlurmArray((int)(first / ofArray) + 1, first, last, shardsATask, tasks));
            }
        }

        return arrays;
    }

    private static string Run(int first, int last) =>
        last == first
            ? string.Create(CultureInfo.InvariantCulture, $"{first}")
            : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");
}
