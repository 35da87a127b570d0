using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Lilt.Robustness.Damaged;

/// <summary>
/// Damaged files by the hundred thousand: each is taken or refused, in time, in bounded memory, and never taken for what it is not. The same
/// seed makes the same files.
/// </summary>
internal static class DamagedFiles
{
    /// <summary>The longest that one may take before it is called a hang.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>What reading one may allocate, in bytes.</summary>
    private const long MostBytes = 1L << 30;

    /// <summary>Reads so many files and prints a table; a fault ends it with the file kept beside.</summary>
    /// <param name="kinds">What is read.</param>
    /// <param name="files">Files in all, parted by the kinds' shares.</param>
    /// <param name="seed">Where the generators begin.</param>
    /// <returns>Whether there was no fault.</returns>
    public static bool Run(IReadOnlyList<FileKind> kinds, int files, ulong seed)
    {
        int shares = kinds.Sum(kind => kind.Share);
        bool good = true;
        long all = 0;
        Console.WriteLine($"seed {seed}");
        Console.WriteLine("| kind | files | taken | refused | slowest, ms | most allocated, MB | faults |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (FileKind kind in kinds)
        {
            int count = (int)((long)files * kind.Share / shares);
            foreach (byte[] whole in kind.Whole)
            {
                if (!kind.Read(whole))
                {
                    throw new InvalidOperationException($"A whole file of the kind {kind.Name} is refused.");
                }
            }

            Outcome outcome = Run(kind, count, seed);
            Console.WriteLine(
                $"| {kind.Name} | {outcome.Files} | {outcome.Taken} | {outcome.Files - outcome.Taken - (outcome.Fault is null ? 0 : 1)} | {outcome.Slowest.TotalMilliseconds:F0} | {outcome.Most / 1e6:F1} | {outcome.Fault ?? "0"} |"
            );
            good &= outcome.Fault is null;
            all += outcome.Files;
        }

        Console.WriteLine(
            $"{all} files, {(good ? "no fault" : "faults")}, largest working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"
        );
        return good;
    }

    private static Outcome Run(FileKind kind, int count, ulong seed)
    {
        Outcome outcome = new();
        using Watch watch = new(Longest);
        Property reading = Prop.ForAll(
            Files(kind).ToArbitrary(),
            file =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                long begun = Stopwatch.GetTimestamp();
                watch.Begin(kind.Name, file.Bytes);
                try
                {
                    outcome.Taken += kind.Read(file.Bytes) ? 1 : 0;
                }
                catch (Exception e)
                {
                    outcome.Fault = $"{e.GetType().Name}: {e.Message.Split('\n')[0]} ({Keep(kind.Name, file.Bytes)})";
                    Console.Error.WriteLine(e);
                    throw;
                }
                finally
                {
                    watch.End();
                    outcome.Files++;
                    TimeSpan taken = Stopwatch.GetElapsedTime(begun);
                    outcome.Slowest = taken > outcome.Slowest ? taken : outcome.Slowest;
                    outcome.Most = Math.Max(outcome.Most, kind.ReadsInItsThread ? GC.GetAllocatedBytesForCurrentThread() - before : 0);
                }

                if (outcome.Most > MostBytes)
                {
                    outcome.Fault = $"{outcome.Most} bytes ({Keep(kind.Name, file.Bytes)})";
                    throw new InvalidOperationException(outcome.Fault);
                }
            }
        );
        try
        {
            Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(seed, 7).WithQuietOnSuccess(true), reading);
        }
        catch (Exception e) when (outcome.Fault is not null)
        {
            Console.Error.WriteLine(e.Message);
        }

        return outcome;
    }

    private static Gen<DamagedFile> Files(FileKind kind)
    {
        Gen<Hurt> hurts =
            from what in Gen.Elements(Enum.GetValues<HurtKind>())
            from at in Gen.Choose(0, 1 << 20)
            from span in Gen.Frequency((7, Gen.Choose(0, 15)), (1, Gen.Choose(0, 400)))
            from value in Gen.Choose(0, 1 << 16)
            select new Hurt(what, at, span, value);
        return from place in Gen.Choose(0, kind.Whole.Count - 1)
            from other in Gen.Choose(0, kind.Whole.Count - 1)
            from times in Gen.Frequency((5, Gen.Constant(1)), (3, Gen.Constant(2)), (2, Gen.Choose(3, 8)))
            from done in Gen.ArrayOf(hurts, times)
            from inside in Gen.Choose(0, 3)
            from member in Gen.Choose(0, 1 << 16)
            select new DamagedFile(Hurt(kind, kind.Whole[place], kind.Whole[other], done, inside != 0, member));
    }

    private static byte[] Hurt(FileKind kind, byte[] file, byte[] other, Hurt[] hurts, bool inside, int member) =>
        inside && kind.Inside is { } within
            ? within(file, bytes => hurts.Aggregate(bytes, (done, hurt) => hurt.Do(done, kind.Words, bytes)), member)
            : hurts.Aggregate(file, (done, hurt) => hurt.Do(done, kind.Words, other));

    private static string Keep(string kind, byte[] file)
    {
        string path = Path.Combine(
            Path.GetTempPath(),
            $"lilt-{kind}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))[..12]}"
        );
        File.WriteAllBytes(path, file);
        return path;
    }

    // FsCheck prints what it found at fault: a length, not the bytes.
    private sealed record DamagedFile(byte[] Bytes)
    {
        public override string ToString() => $"{Bytes.Length} bytes";
    }

    private sealed class Outcome
    {
        public int Files { get; set; }

        public int Taken { get; set; }

        public TimeSpan Slowest { get; set; }

        public long Most { get; set; }

        public string? Fault { get; set; }
    }

    /// <summary>Ends the program where one file takes too long, and keeps the file.</summary>
    private sealed class Watch : IDisposable
    {
        private readonly Timer timer;
        private readonly Lock gate = new();
        private (string Kind, byte[] File, long Begun)? now;

        public Watch(TimeSpan longest) =>
            timer = new Timer(
                _ =>
                {
                    lock (gate)
                    {
                        if (now is { } reading && Stopwatch.GetElapsedTime(reading.Begun) > longest)
                        {
                            Console.WriteLine(
                                $"hang: a file of the kind {reading.Kind} takes more than {longest.TotalSeconds} s ({Keep(reading.Kind, reading.File)})"
                            );
                            Environment.Exit(1);
                        }
                    }
                },
                null,
                TimeSpan.FromSeconds(1),
                TimeSpan.FromSeconds(1)
            );

        public void Begin(string kind, byte[] file)
        {
            lock (gate)
            {
                now = (kind, file, Stopwatch.GetTimestamp());
            }
        }

        public void End()
        {
            lock (gate)
            {
                now = null;
            }
        }

        public void Dispose() => timer.Dispose();
    }
}
