using Lilt.Gradients;
using Lilt.Gradients.Kernels;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Subspaces;

/// <summary>
/// The loss of interchanges in one layer along a basis, and its gradient with respect to the basis. The network is run from the
/// interchange on and from that layer up: what the layers below hand up stays as it is and is made once.
/// </summary>
/// <remarks>
/// The state that is read on is s = x + Rᵀ R (y − x), x the target's and y the donor's (c, h) of the layer. With v = y − x and g the
/// gradient of the loss with respect to s, that of R is (R v) gᵀ + (R g) vᵀ, summed over the pairs in their order, whatever the threads.
/// </remarks>
internal sealed unsafe class InterchangePass : IDisposable
{
    private const int PairsTogether = 64;
    private readonly IReadOnlyList<SubspacePair> pairs;
    private readonly int layer;
    private readonly int threads;
    private readonly bool[] isEvent;
    private readonly ModelPass model;
    private readonly InterchangeShard[] shards;
    private readonly int[] firstRows;
    private readonly FloatMemory? below;
    private double[] moves = [];
    private double[] pulls = [];

    /// <param name="model">The network.</param>
    /// <param name="layer">The layer that is changed, from 1.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="events">The event's tokens.</param>
    /// <param name="threads">Threads, at least 1.</param>
    public InterchangePass(Model model, int layer, IReadOnlyList<SubspacePair> pairs, IReadOnlyList<Token> events, int threads)
    {
        this.pairs = pairs;
        this.layer = layer;
        this.threads = threads;
        isEvent = new bool[model.Shape.Tokens];
        foreach (Token token in events)
        {
            isEvent[token.Index] = true;
        }

        this.model = new ModelPass(model, threads);
        shards = [.. Enumerable.Range(0, threads).Select(_ => new InterchangeShard(Layout, layer))];
        firstRows = new int[pairs.Count + 1];
        for (int pair = 0; pair < pairs.Count; pair++)
        {
            firstRows[pair + 1] = checked(firstRows[pair] + pairs[pair].StepsRead);
        }

        if (layer > 1)
        {
            below = new FloatMemory((long)firstRows[^1] * Layout.GateColumns);
            FillBelow();
        }
    }

    /// <summary>2H.</summary>
    public int Width => 2 * Layout.Shape.Units;

    private ParameterLayout Layout => model.Layout;

    /// <summary>The mean loss of some pairs, nats a pair.</summary>
    /// <param name="batch">Which pairs.</param>
    /// <param name="basis">[K, 2H], orthonormal rows.</param>
    /// <param name="gradient">[K, 2H]; receives the mean's gradient with respect to the basis.</param>
    public double Take(IReadOnlyList<int> batch, double[] basis, double[] gradient)
    {
        if (moves.Length < batch.Count * Width)
        {
            moves = new double[batch.Count * Width];
            pulls = new double[batch.Count * Width];
        }

        // The longest first and dealt in turn, so that the shards weigh alike.
        int[] order = [.. Enumerable.Range(0, batch.Count).OrderByDescending(n => pairs[batch[n]].StepsRead)];
        double[] losses = new double[batch.Count];
        Parallel.For(
            0,
            threads,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            shard =>
            {
                int[] own = [.. order.Where((_, place) => place % threads == shard)];
                if (own.Length > 0)
                {
                    TakeShard(shards[shard], own, batch, basis, losses);
                }
            }
        );
        Array.Clear(gradient);
        double loss = 0.0;
        for (int n = 0; n < batch.Count; n++)
        {
            loss += losses[n];
            Span<double> move = RowArithmetic.Row(moves, n, Width);
            Span<double> pull = RowArithmetic.Row(pulls, n, Width);
            for (int k = 0; k < basis.Length / Width; k++)
            {
                Span<double> direction = RowArithmetic.Row(basis, k, Width);
                Span<double> row = RowArithmetic.Row(gradient, k, Width);
                RowArithmetic.Add(row, pull, RowArithmetic.Product(direction, move));
                RowArithmetic.Add(row, move, RowArithmetic.Product(direction, pull));
            }
        }

        return loss / batch.Count;
    }

    public void Dispose()
    {
        foreach (InterchangeShard shard in shards)
        {
            shard.Dispose();
        }

        below?.Dispose();
        model.Dispose();
    }

    /// <summary>One thread's pairs of a batch: their losses, moves v and pulls g.</summary>
    private void TakeShard(InterchangeShard shard, int[] own, IReadOnlyList<int> batch, double[] basis, double[] losses)
    {
        int units = Layout.Shape.Units;
        int[] chosen = [.. own.Select(n => batch[n])];
        PackedSteps steps = Pack(chosen, out nint[] rows);
        sbyte[] asked = new sbyte[steps.Rows];
        shard.States.Reserve(own.Length);
        double[] moved = new double[Width];
        for (int tune = 0; tune < own.Length; tune++)
        {
            SubspacePair pair = pairs[chosen[tune]];
            foreach (EventReading reading in pair.Readings)
            {
                asked[steps.Offset(reading.Step) + tune] = reading.IsDue ? (sbyte)1 : (sbyte)-1;
            }

            FillStates(shard.States, tune, pair);
            Span<double> move = RowArithmetic.Row(moves, own[tune], Width);
            ReadOnlySpan<float> target = pair.Target.Span.Slice(Width * (layer - 1), Width);
            ReadOnlySpan<float> donor = pair.Donor.Span.Slice(Width * (layer - 1), Width);
            for (int n = 0; n < Width; n++)
            {
                move[n] = (double)donor[n] - target[n];
            }

            Array.Clear(moved);
            for (int k = 0; k < basis.Length / Width; k++)
            {
                Span<double> direction = RowArithmetic.Row(basis, k, Width);
                RowArithmetic.Add(moved, direction, RowArithmetic.Product(direction, move));
            }

            Span<float> cell = shard.States.Cell(layer, tune);
            Span<float> hidden = shard.States.Hidden(layer, tune);
            for (int unit = 0; unit < units; unit++)
            {
                cell[unit] = (float)(target[unit] + moved[unit]);
                hidden[unit] = (float)(target[units + unit] + moved[units + unit]);
            }
        }

        double[] rowLosses = new double[steps.Rows];
        EventLoss loss = new(asked, isEvent, 1f / batch.Count, rowLosses);
        fixed (nint* below = rows)
        {
            model.Pass.StateGradient(steps, shard.Work, shard.States, (float**)below, loss, shard.Gradients);
        }

        for (int tune = 0; tune < own.Length; tune++)
        {
            for (int step = 0; step < pairs[chosen[tune]].StepsRead; step++)
            {
                losses[own[tune]] += rowLosses[steps.Offset(step) + tune];
            }

            Span<double> pull = RowArithmetic.Row(pulls, own[tune], Width);
            Span<float> cell = shard.Gradients.Cell(layer, tune);
            Span<float> hidden = shard.Gradients.Hidden(layer, tune);
            for (int unit = 0; unit < units; unit++)
            {
                pull[unit] = cell[unit];
                pull[units + unit] = hidden[unit];
            }
        }
    }

    /// <summary>What the layers below hand up at every step of every pair.</summary>
    private void FillBelow()
    {
        using PassWorkspace work = new(Layout, backward: false);
        using TuneStates states = new(Layout, 1);
        foreach (int[] chosen in Enumerable.Range(0, pairs.Count).OrderByDescending(pair => pairs[pair].StepsRead).Chunk(PairsTogether))
        {
            PackedSteps steps = Pack(chosen, out nint[] rows);
            states.Reserve(chosen.Length);
            for (int tune = 0; tune < chosen.Length; tune++)
            {
                FillStates(states, tune, pairs[chosen[tune]]);
            }

            fixed (nint* to = rows)
            {
                model.Pass.InputSums(steps, work, states, layer, (float**)to);
            }
        }
    }

    /// <summary>The layout of some pairs' steps, the longest pair first, and where the sums from below of each row stand.</summary>
    private PackedSteps Pack(int[] chosen, out nint[] rows)
    {
        PackedSteps steps = new([.. chosen.Select(pair => pairs[pair].StepsRead)]);
        rows = new nint[steps.Rows];
        for (int step = 0; step < steps.Steps; step++)
        {
            for (int tune = 0; tune < steps.Active(step); tune++)
            {
                int row = steps.Offset(step) + tune;
                steps.Inputs[row] = pairs[chosen[tune]].Tokens[step].Index;
                rows[row] = below is null ? 0 : (nint)(below.Start + ((long)(firstRows[chosen[tune]] + step) * Layout.GateColumns));
            }
        }

        return steps;
    }

    private void FillStates(TuneStates states, int tune, SubspacePair pair)
    {
        int units = Layout.Shape.Units;
        for (int of = states.First; of <= states.Last; of++)
        {
            ReadOnlySpan<float> target = pair.Target.Span.Slice(Width * (of - 1), Width);
            target[..units].CopyTo(states.Cell(of, tune));
            target[units..].CopyTo(states.Hidden(of, tune));
        }
    }
}
