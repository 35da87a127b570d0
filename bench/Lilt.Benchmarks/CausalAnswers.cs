using System.Diagnostics;
using Lilt.Planting.Causes;
using Lilt.Studies;
using Lilt.Studies.Causes.Known;
using Lilt.Tests.Studies.Causes;

namespace Lilt.Benchmarks;

/// <summary>The study of causes on networks of known answer: what was planted, what was found.</summary>
internal static class CausalAnswers
{
    private const int NullBuilds = 4;

    /// <summary>Runs it on every kind, keeper and direction, and prints a line each and a table a kind.</summary>
    /// <param name="builds">How many builds of each; of those that count nothing four times as many.</param>
    /// <param name="units">H.</param>
    /// <param name="only">One kind; null for all.</param>
    /// <param name="first">The first build's seed.</param>
    /// <param name="file">Where the table is written as JSON; null for nowhere.</param>
    public static void Run(int builds, int units, CausalKind? only, uint first, string? file)
    {
        Stopwatch clock = Stopwatch.StartNew();
        List<KnownNetwork> networks = [];
        foreach ((CausalKind kind, int keeper, CountDirection direction) in KnownNetworks.Shapes())
        {
            if (only is not null && kind != only)
            {
                continue;
            }

            uint all = (uint)(keeper == 0 ? NullBuilds * builds : builds);
            for (uint build = first; build < first + all; build++)
            {
                try
                {
                    (KnownNetwork found, Study study) = KnownNetworks.Judge(kind, keeper, direction, units, build);
                    networks.Add(found);
                    Console.WriteLine(
                        $"{found.Kind} {keeper} {found.Direction} build {build}: keeps {found.Keeps} sets {found.Sets} hands on {found.HandsOn}, {found.Right} right, {found.Undetermined} undetermined{(found.Wrong > 0 ? $", {found.Wrong} WRONG" : "")}. {study.Headline!.Answer}"
                    );
                }
                catch (StudyRefusedException e)
                {
                    Console.WriteLine($"{kind} {keeper} {direction} build {build}: REFUSED, {e.Message}");
                }
            }
        }

        KnownTable table = new(units, builds, NullBuilds * builds, networks);
        Console.WriteLine();
        foreach (string line in table.Lines())
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(
            $"\n{table.Nulls.Count} count nothing, {table.FalseKeepers} of them given a keeper: under {table.FalseKeepersUnder:P1} with 95 % confidence; {clock.Elapsed.TotalSeconds:0} s"
        );
        if (file is not null)
        {
            File.WriteAllText(file, table.Text());
        }
    }
}
