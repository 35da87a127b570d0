using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Planting;

namespace Lilt.Tests.Planting;

/// <summary>Feeds a planted network its own tunes while units are silent, and reads how surely it tells when a bar comes.</summary>
internal static class OpenLoop
{
    private const int Tunes = 8;
    private const int Limit = 300;

    /// <summary>When units are silent.</summary>
    public enum When
    {
        Never,
        Always,
        BetweenBars,
        AtBars,
    }

    /// <summary>Some tunes of a network.</summary>
    public static IReadOnlyList<GeneratedTune> Write(PlantedNetwork network) =>
        [
            .. TuneGenerator.Generate(
                network.Model,
                new GenerationOptions
                {
                    Seed = 900,
                    Tunes = Tunes,
                    Limit = Limit,
                }
            ),
        ];

    /// <summary>The mean over bars, which follow a note, of log P(bar) there minus the same a step before.</summary>
    public static double Contrast(
        PlantedNetwork network,
        IReadOnlyList<GeneratedTune> tunes,
        int layer,
        IReadOnlyList<int> units,
        When when
    )
    {
        Token bar = BarOf(network);
        using StepBatch batch = new(network.Model, 1);
        double sum = 0;
        int bars = 0;
        foreach (GeneratedTune tune in tunes)
        {
            Silence probe = new(layer, units, when);
            batch.Reset(0, ref probe);
            double before = 0;
            for (int step = 0; step + 1 < tune.Tokens.Count; step++)
            {
                probe.ReadsBar = tune.Tokens[step] == bar;
                batch.SetInput(0, tune.Tokens[step]);
                batch.Step([0], 1, ref probe);
                double now = Math.Log(batch.Posterior(0)[bar.Index]);
                if (step > PlantedNetwork.Header.Count && tune.Tokens[step + 1] == bar && tune.Tokens[step] != bar)
                {
                    sum += now - before;
                    bars++;
                }

                before = now;
            }
        }

        Assert(bars > 20);
        return sum / bars;
    }

    /// <summary>The notes of each measure that a bar ends.</summary>
    public static List<int> Measures(PlantedNetwork network, IEnumerable<GeneratedTune> tunes)
    {
        Token bar = BarOf(network);
        List<int> measures = [];
        foreach (GeneratedTune tune in tunes)
        {
            int notes = 0;
            foreach (Token token in tune.Tokens)
            {
                if (token == bar)
                {
                    measures.Add(notes);
                }

                notes = TokenKinds.Of(network.Model.Vocabulary, token) == TokenKind.Pitch ? notes + 1 : 0;
            }
        }

        return measures;
    }

    private static Token BarOf(PlantedNetwork network) =>
        network.Model.Vocabulary.TryFind("|", out Token bar) ? bar : throw new InvalidOperationException("The network has no bar.");

    private static void Assert(bool holds) => Xunit.Assert.True(holds, "Too few bars to read a contrast from.");

    private struct Silence(int layer, IReadOnlyList<int> units, When when) : IStepProbe
    {
        public bool ReadsBar { get; set; }

        public static bool Watches => true;

        public readonly bool Visit(int slot, int step, Site site, Span<float> values)
        {
            bool silent = when == When.Always || (when == When.BetweenBars && !ReadsBar) || (when == When.AtBars && ReadsBar);
            if (!silent || site != Site.H(layer))
            {
                return false;
            }

            foreach (int unit in units)
            {
                values[unit] = 0;
            }

            return true;
        }
    }
}
