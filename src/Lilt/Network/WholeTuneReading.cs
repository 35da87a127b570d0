using Lilt.Network.Kernels;
using Lilt.Notation.Tokens;

namespace Lilt.Network;

/// <summary>
/// Lets a network read a tune all of whose tokens are known, layer by layer: all steps of a layer, then all of the next. To the bit what
/// <see cref="StepBatch"/> makes of it step by step, and sooner.
/// </summary>
/// <remarks>
/// Step by step every weight is read at every step and used once. Where the layer below is known at all steps, the terms of a layer's input
/// are one product of many rows, and so are the logits; what is left to read at a step are the recurrent weights of one layer, of which a
/// processor's own cache holds a good part. What is summed in which order stays: bias, input's terms, recurrent terms, each ascending.
/// </remarks>
internal sealed unsafe class WholeTuneReading : IDisposable
{
    private const int GateCount = 4;

    /// <summary>Steps whose input terms are added together: whole blocks of rows for each of up to eight threads, some hundred kB of sums.</summary>
    private const int StepsAtOnce = 96;

    private readonly PackedNetwork network;
    private readonly LstmKernels kernels = LstmKernels.Best;
    private readonly IReadOnlyList<Token> tokens;
    private readonly float temperature;
    private readonly IReadOnlyDictionary<SiteKind, float[]> kept;
    private readonly WorkerTeam? team;
    private readonly int workers;
    private readonly FloatBlock sums;
    private readonly FloatBlock scaled;
    private readonly FloatBlock start;
    private readonly FloatBlock cell;
    private readonly Action<int> inputWork;
    private readonly Action<int> unitWork;
    private readonly Action<int> tokenWork;
    private FloatBlock below;
    private FloatBlock hidden;
    private int layer;
    private int from;
    private int count;
    private int step;

    private WholeTuneReading(
        Model model,
        IReadOnlyList<Token> tokens,
        float temperature,
        int threads,
        IReadOnlyDictionary<SiteKind, float[]> kept
    )
    {
        network = model.Packed;
        this.tokens = tokens;
        this.temperature = temperature;
        this.kept = kept;
        int units = network.Layers[0].PaddedUnits;
        sums = new FloatBlock(Math.Min(StepsAtOnce, tokens.Count), Math.Max(GateCount * units, network.Output.PaddedColumns));
        scaled = new FloatBlock(threads, Math.Max(units, Shape.Tokens));
        start = new FloatBlock(1, units);
        cell = new FloatBlock(1, units);
        below = new FloatBlock(tokens.Count, units);
        hidden = new FloatBlock(tokens.Count, units);
        workers = threads;
        team = threads > 1 ? new WorkerTeam(threads) : null;
        inputWork = InputWork;
        unitWork = UnitWork;
        tokenWork = TokenWork;
    }

    private NetworkShape Shape => network.Shape;

    /// <summary>Reads a tune from the learned c and h on.</summary>
    /// <param name="model">The network.</param>
    /// <param name="tokens">x_t, what each step reads, [T], at least one.</param>
    /// <param name="temperature">Divides the logits; over 0.</param>
    /// <param name="threads">Threads; changes speed alone.</param>
    /// <param name="kept">Where the values of sites go: [T, S, H], or [T, V] for logits and posterior; those that are missing go
    /// nowhere.</param>
    /// <param name="cancellation">Ends the reading within some steps.</param>
    public static void Read(
        Model model,
        IReadOnlyList<Token> tokens,
        float temperature,
        int threads,
        IReadOnlyDictionary<SiteKind, float[]> kept,
        CancellationToken cancellation
    )
    {
        using WholeTuneReading reading = new(model, tokens, temperature, threads, kept);
        reading.Read(cancellation);
    }

    public void Dispose()
    {
        team?.Dispose();
        foreach (FloatBlock block in (FloatBlock[])[sums, scaled, start, cell, below, hidden])
        {
            block.Dispose();
        }
    }

    private void Read(CancellationToken cancellation)
    {
        for (layer = 1; layer <= Shape.Layers; layer++)
        {
            PackedLayer packed = network.Layers[layer - 1];
            packed.InitialCell.CopyTo(cell.Span(0, packed.PaddedUnits));
            packed.InitialHidden.CopyTo(start.Span(0, packed.PaddedUnits));
            for (from = 0; from < tokens.Count; from += StepsAtOnce)
            {
                cancellation.ThrowIfCancellationRequested();
                count = Math.Min(StepsAtOnce, tokens.Count - from);
                Together(inputWork);
                for (step = from; step < from + count; step++)
                {
                    Together(unitWork);
                }
            }

            (below, hidden) = (hidden, below);
        }

        for (from = 0; from < tokens.Count; from += StepsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            count = Math.Min(StepsAtOnce, tokens.Count - from);
            Together(tokenWork);
        }
    }

    private void Together(Action<int> work)
    {
        if (team is null)
        {
            work(0);
        }
        else
        {
            team.Run(work);
        }
    }

    /// <summary>Bias and input's terms of some steps of the layer.</summary>
    private void InputWork(int worker)
    {
        PackedLayer packed = network.Layers[layer - 1];
        (int first, int end) = (count * worker / workers, count * (worker + 1) / workers);
        for (int row = first; row < end; row++)
        {
            packed.Bias.CopyTo(sums.Span(row, packed.Bias.Length));
            if (packed.TokenRows is { } rows)
            {
                kernels.AddScaled(1f, rows.Row(tokens[from + row].Index), sums.Row(row), packed.Bias.Length);
            }
        }

        if (packed.Inputs is { } inputs)
        {
            Add(inputs, first, end);
        }
    }

    /// <summary>Some units of one step of the layer: recurrent terms, gates, c, h.</summary>
    private void UnitWork(int worker)
    {
        PackedLayer packed = network.Layers[layer - 1];
        int units = packed.PaddedUnits;
        int pieces = units / PackedMatrix.PanelWidth;
        int first = pieces * worker / workers * PackedMatrix.PanelWidth;
        int end = pieces * (worker + 1) / workers * PackedMatrix.PanelWidth;
        if (first == end)
        {
            return;
        }

        float* before = step == 0 ? start.Row(0) : hidden.Row(step - 1);
        float* gates = sums.Row(step - from);
        NarrowMatrix? narrow = packed.Recurrent.Narrow;
        bool isScaled = narrow is not null && kernels.Scale(before, narrow, scaled.Row(worker));
        for (int column = 0; column < GateCount * units; column += units)
        {
            if (narrow is null)
            {
                kernels.AccumulateRow(before, gates, packed.Recurrent.Packed, column + first, column + end);
            }
            else
            {
                kernels.AccumulateRow(isScaled ? scaled.Row(worker) : before, isScaled, gates, narrow, column + first, column + end);
            }
        }

        kernels.Gates(gates, units, first, end);
        kernels.Cell(gates, cell.Row(0), units, first, end);
        kernels.Hidden(gates, cell.Row(0), hidden.Row(step), units, first, end);
        for (int gate = 0; gate < GateCount; gate++)
        {
            Keep(SiteKind.InputGate + gate, gates + (gate * units), first, end);
        }

        Keep(SiteKind.Cell, cell.Row(0), first, end);
        Keep(SiteKind.Hidden, hidden.Row(step), first, end);
    }

    /// <summary>Logits and posterior of some steps.</summary>
    private void TokenWork(int worker)
    {
        (int first, int end) = (count * worker / workers, count * (worker + 1) / workers);
        for (int row = first; row < end; row++)
        {
            network.OutputBias.CopyTo(sums.Span(row, network.OutputBias.Length));
        }

        Add(network.Output, first, end);
        float* p = scaled.Row(worker);
        for (int row = first; row < end; row++)
        {
            Keep(SiteKind.Logits, from + row, sums.Row(row));
            StepBatch.Probabilities(kernels, sums.Row(row), temperature, p, Shape.Tokens);
            Keep(SiteKind.Posterior, from + row, p);
        }
    }

    /// <summary>Adds the terms of the layer below to the sums of some steps.</summary>
    private void Add(ProductMatrix matrix, int first, int end)
    {
        int rows = end - first;
        if (rows == 0)
        {
            return;
        }

        float** inputs = stackalloc float*[rows];
        float** destinations = stackalloc float*[rows];
        for (int row = 0; row < rows; row++)
        {
            inputs[row] = below.Row(from + first + row);
            destinations[row] = sums.Row(first + row);
        }

        kernels.Accumulate(inputs, destinations, rows, matrix.Packed);
    }

    /// <summary>Keeps a site of the step, of units from a first on, padding left out.</summary>
    private void Keep(SiteKind kind, float* values, int first, int end)
    {
        if (kept.TryGetValue(kind, out float[]? whole) && first < Shape.Units)
        {
            int row = ((step * Shape.Layers) + layer - 1) * Shape.Units;
            int length = Math.Min(end, Shape.Units) - first;
            new ReadOnlySpan<float>(values + first, length).CopyTo(whole.AsSpan(row + first, length));
        }
    }

    private void Keep(SiteKind kind, int at, float* values)
    {
        if (kept.TryGetValue(kind, out float[]? whole))
        {
            new ReadOnlySpan<float>(values, Shape.Tokens).CopyTo(whole.AsSpan(at * Shape.Tokens, Shape.Tokens));
        }
    }
}
