using Lilt.Network.Kernels;
using Lilt.Training.Kernels;

namespace Lilt.Training;

/// <summary>Takes one shard of a batch forward through whole tunes and, in training, backward.</summary>
/// <remarks>
/// Layer by layer: the sums over what a layer reads are one product for all steps, and only the recurrent part goes step by
/// step; backward the same the other way round, and each weight gradient is one outer product over all rows. A row's sums run
/// in the order of docs/model.md (bias, input terms, recurrent terms), so the loss is the network's own to the bit.
/// Source: P. J. Werbos, Backpropagation through time, Proc. IEEE 78(10), 1990; S. Hochreiter and J. Schmidhuber, Long
/// short-term memory, Neural Computation 9(8), 1997.
/// </remarks>
internal sealed unsafe class ShardPass
{
    /// <summary>Rows of one call of the product, so that they stay in the second cache while panel after panel goes over them.</summary>
    public const int ProductRows = 192;

    private const int GateCount = 4;
    private readonly ParameterLayout layout;
    private readonly FloatMemory weights;
    private readonly PackedParameters packed;
    private readonly LstmKernels products;
    private readonly TrainingKernels kernels;
    private readonly float gateLimit;
    private readonly int units;
    private readonly int gates;

    /// <param name="layout">The network's layout.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="packed">The same, packed.</param>
    /// <param name="gateLimit">The largest gradient of a gate's sum at one step; +∞ for no limit.</param>
    /// <param name="products">The kernels of the network.</param>
    /// <param name="kernels">The kernels of training, of the same width.</param>
    public ShardPass(
        ParameterLayout layout,
        FloatMemory weights,
        PackedParameters packed,
        float gateLimit,
        LstmKernels products,
        TrainingKernels kernels
    )
    {
        this.layout = layout;
        this.weights = weights;
        this.packed = packed;
        this.gateLimit = gateLimit;
        this.products = products;
        this.kernels = kernels;
        units = layout.PaddedUnits;
        gates = layout.GateColumns;
    }

    /// <summary>The loss alone: nats summed over all rows.</summary>
    public double Loss(PackedTunes tunes, ShardWorkspace work)
    {
        work.Reserve(tunes.Rows, tunes.Tunes.Count);
        Forward(tunes, work, default, false);
        return Softmax(tunes, work, 0f);
    }

    /// <summary>The loss, nats summed over all rows, and its gradient times <paramref name="scale"/>.</summary>
    /// <param name="tunes">The shard.</param>
    /// <param name="work">Working memory.</param>
    /// <param name="dropout">What is dropped.</param>
    /// <param name="dropOutput">Whether the last layer drops too.</param>
    /// <param name="scale">One over the tokens, or over the tunes, of the whole batch.</param>
    /// <param name="gradient">Receives the gradient; the layout's floats.</param>
    public double Gradient(PackedTunes tunes, ShardWorkspace work, Dropout dropout, bool dropOutput, float scale, FloatMemory gradient)
    {
        gradient.Clear();
        work.Reserve(tunes.Rows, tunes.Tunes.Count);
        Forward(tunes, work, dropout, dropOutput);
        double loss = Softmax(tunes, work, scale);
        Backward(tunes, work, dropout, dropOutput, gradient);
        return loss;
    }

    private void Forward(PackedTunes tunes, ShardWorkspace work, Dropout dropout, bool dropOutput)
    {
        int rows = tunes.Rows;
        float** read = work.Pointers(0);
        float** sums = work.Pointers(1);
        float** before = work.Pointers(2);
        for (int layer = 1; layer <= layout.Shape.Layers; layer++)
        {
            float* gateRows = work.Gates(layer);
            float* cells = work.Cells(layer);
            float* hidden = work.Hidden(layer);
            float* bias = weights.Start + layout.Bias(layer);
            FillRows(sums, gateRows, gates, rows);
            for (int row = 0; row < rows; row++)
            {
                Copy(bias, sums[row], gates);
            }

            if (layer == 1)
            {
                float* inputs = weights.Start + layout.Inputs(1);
                for (int row = 0; row < rows; row++)
                {
                    kernels.Add(inputs + ((nint)tunes.Inputs[row] * gates), sums[row], gates);
                }
            }
            else
            {
                FillRows(read, Above(work, layer - 1, dropout, dropOutput), units, rows);
                Product(read, sums, rows, packed.Inputs[layer - 1]!);
            }

            FillBefore(tunes, before, hidden, weights.Start + layout.InitialHidden(layer));
            float* initialCell = weights.Start + layout.InitialCell(layer);
            for (int step = 0; step < tunes.Steps; step++)
            {
                int first = tunes.Offset(step);
                int active = tunes.Active(step);
                Product(before + first, sums + first, active, packed.Recurrent[layer - 1]);
                for (int tune = 0; tune < active; tune++)
                {
                    nint row = first + tune;
                    float* cell = cells + (row * units);
                    Copy(step == 0 ? initialCell : cells + ((nint)(tunes.Offset(step - 1) + tune) * units), cell, units);
                    products.Gates(sums[row], units, 0, units);
                    products.Cell(sums[row], cell, units, 0, units);
                    products.Hidden(sums[row], cell, hidden + (row * units), units, 0, units);
                }
            }

            if (Drops(layer, dropout, dropOutput))
            {
                Drop(tunes, work, layer, dropout);
            }
        }

        float* logits = work.Logits;
        FillRows(read, Above(work, layout.Shape.Layers, dropout, dropOutput), units, rows);
        FillRows(sums, logits, layout.PaddedTokens, rows);
        for (int row = 0; row < rows; row++)
        {
            Copy(weights.Start + layout.OutputBias, sums[row], layout.PaddedTokens);
        }

        Product(read, sums, rows, packed.Output);
    }

    /// <summary>Nats summed over the rows, ascending; with a scale, the logits become their gradients.</summary>
    private double Softmax(PackedTunes tunes, ShardWorkspace work, float scale)
    {
        int tokens = layout.Shape.Tokens;
        double loss = 0.0;
        float* posterior = stackalloc float[tokens];
        for (int row = 0; row < tunes.Rows; row++)
        {
            float* logits = work.Logits + ((nint)row * layout.PaddedTokens);
            int target = tunes.Targets[row];
            float largest = logits[0];
            for (int token = 1; token < tokens; token++)
            {
                largest = logits[token] > largest ? logits[token] : largest;
            }

            products.Exponentials(logits, largest, 1f, posterior, tokens);
            double sum = 0.0;
            for (int token = 0; token < tokens; token++)
            {
                sum += posterior[token];
            }

            loss += Math.Log(sum) - ((double)logits[target] - largest);
            if (scale != 0f)
            {
                float factor = (float)(scale / sum);
                for (int token = 0; token < tokens; token++)
                {
                    logits[token] = posterior[token] * factor;
                }

                logits[target] -= scale;
            }
        }

        return loss;
    }

    private void Backward(PackedTunes tunes, ShardWorkspace work, Dropout dropout, bool dropOutput, FloatMemory gradient)
    {
        int rows = tunes.Rows;
        int layers = layout.Shape.Layers;
        float** read = work.Pointers(0);
        float** sums = work.Pointers(1);
        float** before = work.Pointers(2);
        float** passed = work.Pointers(3);
        float* scratch = work.OuterScratch.Start;
        FillRows(passed, work.PassedGradients, units, rows);

        // The output layer: its logits' gradients stand where the logits stood.
        FillRows(read, Above(work, layers, dropout, dropOutput), units, rows);
        FillRows(sums, work.Logits, layout.PaddedTokens, rows);
        kernels.Outer(read, layout.Shape.Units, sums, layout.PaddedTokens, rows, gradient.Start + layout.Output, scratch);
        SumRows(sums, rows, gradient.Start + layout.OutputBias, layout.PaddedTokens);
        ClearRows(work.PassedGradients, rows);
        Product(sums, passed, rows, packed.OutputTransposed);

        for (int layer = layers; layer >= 1; layer--)
        {
            if (Drops(layer, dropout, dropOutput))
            {
                dropout.Backward(work.Kept(layer), work.PassedGradients, (long)rows * units);
            }

            FillRows(sums, work.Gates(layer), gates, rows);
            FillBefore(tunes, before, work.Hidden(layer), weights.Start + layout.InitialHidden(layer));
            ThroughTime(tunes, work, layer, sums, passed, gradient);
            kernels.Outer(before, layout.Shape.Units, sums, gates, rows, gradient.Start + layout.Recurrent(layer), scratch);
            SumRows(sums, rows, gradient.Start + layout.Bias(layer), gates);
            if (layer == 1)
            {
                float* inputs = gradient.Start + layout.Inputs(1);
                for (int row = 0; row < rows; row++)
                {
                    kernels.Add(sums[row], inputs + ((nint)tunes.Inputs[row] * gates), gates);
                }
            }
            else
            {
                FillRows(read, Above(work, layer - 1, dropout, dropOutput), units, rows);
                kernels.Outer(read, layout.Shape.Units, sums, gates, rows, gradient.Start + layout.Inputs(layer), scratch);
                ClearRows(work.PassedGradients, rows);
                Product(sums, passed, rows, packed.InputsTransposed[layer - 1]!);
            }
        }
    }

    /// <summary>From the last step to the first: the gates become the gradients of their sums.</summary>
    private void ThroughTime(PackedTunes tunes, ShardWorkspace work, int layer, float** sums, float** passed, FloatMemory gradient)
    {
        float* cells = work.Cells(layer);
        float* cellGradients = work.CellGradients;
        float* initialCell = weights.Start + layout.InitialCell(layer);
        new Span<float>(cellGradients, tunes.Tunes.Count * units).Clear();
        for (int step = tunes.Steps - 1; step >= 0; step--)
        {
            int first = tunes.Offset(step);
            if (step + 1 < tunes.Steps)
            {
                int next = tunes.Offset(step + 1);
                Product(sums + next, passed + first, tunes.Active(step + 1), packed.RecurrentTransposed[layer - 1]);
            }

            for (int tune = 0; tune < tunes.Active(step); tune++)
            {
                nint row = first + tune;
                float* cellBefore = step == 0 ? initialCell : cells + ((nint)(tunes.Offset(step - 1) + tune) * units);
                kernels.UnitBackward(
                    sums[row],
                    cellBefore,
                    cells + (row * units),
                    passed[row],
                    cellGradients + ((nint)tune * units),
                    gateLimit,
                    units
                );
            }
        }

        // The initial states: what the first step sends back, summed over the tunes.
        float* gateSum = cellGradients + ((nint)tunes.Tunes.Count * units);
        new Span<float>(gateSum, gates).Clear();
        for (int tune = 0; tune < tunes.Tunes.Count; tune++)
        {
            kernels.Add(cellGradients + ((nint)tune * units), gradient.Start + layout.InitialCell(layer), units);
            kernels.Add(sums[tune], gateSum, gates);
        }

        float* initialHidden = gradient.Start + layout.InitialHidden(layer);
        Product(&gateSum, &initialHidden, 1, packed.RecurrentTransposed[layer - 1]);
    }

    private static bool Drops(int layer, int layers, Dropout dropout, bool dropOutput) => dropout.Drops && (layer < layers || dropOutput);

    private bool Drops(int layer, Dropout dropout, bool dropOutput) => Drops(layer, layout.Shape.Layers, dropout, dropOutput);

    private float* Above(ShardWorkspace work, int layer, Dropout dropout, bool dropOutput) =>
        Drops(layer, dropout, dropOutput) ? work.Passed(layer) : work.Hidden(layer);

    private void Drop(PackedTunes tunes, ShardWorkspace work, int layer, Dropout dropout)
    {
        for (int step = 0; step < tunes.Steps; step++)
        {
            for (int tune = 0; tune < tunes.Active(step); tune++)
            {
                nint at = (nint)(tunes.Offset(step) + tune) * units;
                dropout.Apply(
                    tunes.Tunes[tune].Position,
                    layer,
                    step,
                    work.Hidden(layer) + at,
                    work.Kept(layer) + at,
                    work.Passed(layer) + at,
                    units
                );
            }
        }
    }

    private void Product(float** inputs, float** destinations, int rows, PackedMatrix matrix)
    {
        for (int row = 0; row < rows; row += ProductRows)
        {
            products.Accumulate(inputs + row, destinations + row, Math.Min(ProductRows, rows - row), matrix);
        }
    }

    private void SumRows(float** rows, int count, float* destination, int columns)
    {
        for (int row = 0; row < count; row++)
        {
            kernels.Add(rows[row], destination, columns);
        }
    }

    private void ClearRows(float* rows, int count) => new Span<float>(rows, checked(count * units)).Clear();

    private void FillBefore(PackedTunes tunes, float** before, float* hidden, float* initial)
    {
        for (int tune = 0; tune < tunes.Active(0); tune++)
        {
            before[tune] = initial;
        }

        for (int step = 1; step < tunes.Steps; step++)
        {
            FillRows(before + tunes.Offset(step), hidden + ((nint)tunes.Offset(step - 1) * units), units, tunes.Active(step));
        }
    }

    private static void FillRows(float** pointers, float* start, int stride, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            pointers[row] = start + ((nint)row * stride);
        }
    }

    private static void Copy(float* source, float* destination, int count) =>
        Buffer.MemoryCopy(source, destination, (long)count * sizeof(float), (long)count * sizeof(float));
}
