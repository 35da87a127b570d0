using Lilt.Gradients.Kernels;
using Lilt.Network.Kernels;

namespace Lilt.Gradients;

/// <summary>
/// Takes tunes forward through a network, whole and side by side, and backward: the gradient of a loss with respect to the weights, or
/// to the state that each tune begins with.
/// </summary>
/// <remarks>
/// Layer by layer: the sums over what a layer reads are one product for all steps, and only the recurrent part goes step by
/// step; backward the same the other way round, and each weight gradient is one outer product over all rows. A row's sums run
/// in the order of docs/model.md (bias, input terms, recurrent terms), so the loss is the network's own to the bit.
/// Source: P. J. Werbos, Backpropagation through time, Proc. IEEE 78(10), 1990; S. Hochreiter and J. Schmidhuber, Long
/// short-term memory, Neural Computation 9(8), 1997.
/// </remarks>
internal sealed unsafe partial class TunePass
{
    /// <summary>Rows of one call of the product, so that they stay in the second cache while panel after panel goes over them.</summary>
    public const int ProductRows = 192;

    private readonly ParameterLayout layout;
    private readonly FloatMemory weights;
    private readonly PackedParameters packed;
    private readonly LstmKernels products;
    private readonly GradientKernels kernels;
    private readonly float gateLimit;
    private readonly int units;
    private readonly int gates;

    /// <param name="layout">The network's layout.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="packed">The same, packed.</param>
    /// <param name="gateLimit">The largest gradient of a gate's sum at one step; +∞ for no limit.</param>
    /// <param name="products">The kernels of the network.</param>
    /// <param name="kernels">The kernels of gradients, of the same width.</param>
    public TunePass(
        ParameterLayout layout,
        FloatMemory weights,
        PackedParameters packed,
        float gateLimit,
        LstmKernels products,
        GradientKernels kernels
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

    /// <summary>The loss alone, summed over all rows, of tunes that begin with the learned state.</summary>
    /// <param name="steps">The tunes.</param>
    /// <param name="work">Working memory.</param>
    /// <param name="loss">What is asked of a row.</param>
    public double Loss<TLoss>(PackedSteps steps, PassWorkspace work, TLoss loss)
        where TLoss : struct, IRowLoss
    {
        Setting setting = new(steps, work, default, false, null);
        Begin(setting);
        Forward(setting, null);
        return Losses(setting, loss);
    }

    /// <summary>The loss alone, summed over all rows, of tunes that begin with states of their own.</summary>
    /// <param name="steps">The tunes.</param>
    /// <param name="work">Working memory.</param>
    /// <param name="states">c and h before the first step, of the layers from <see cref="TuneStates.First"/> on.</param>
    /// <param name="below">[R] rows of [4U], from <see cref="InputSums"/>: bias and input terms of the lowest of those layers. Not read, and
    /// may be null, where it is layer 1.</param>
    /// <param name="loss">What is asked of a row.</param>
    public double Loss<TLoss>(PackedSteps steps, PassWorkspace work, TuneStates states, float** below, TLoss loss)
        where TLoss : struct, IRowLoss
    {
        Setting setting = new(steps, work, default, false, states);
        Begin(setting);
        Forward(setting, below);
        return Losses(setting, loss);
    }

    /// <summary>The loss, summed over all rows, and its gradient with respect to all weights and the learned state.</summary>
    /// <param name="steps">The tunes.</param>
    /// <param name="work">Working memory, made for a backward pass.</param>
    /// <param name="dropout">What is dropped.</param>
    /// <param name="dropOutput">Whether the last layer drops too.</param>
    /// <param name="loss">What is asked of a row.</param>
    /// <param name="gradient">Receives the gradient; the layout's floats.</param>
    public double Gradient<TLoss>(PackedSteps steps, PassWorkspace work, Dropout dropout, bool dropOutput, TLoss loss, FloatMemory gradient)
        where TLoss : struct, IRowLoss
    {
        gradient.Clear();
        Setting setting = new(steps, work, dropout, dropOutput, null);
        Begin(setting);
        Forward(setting, null);
        double sum = Losses(setting, loss);
        Backward(setting, gradient, null);
        return sum;
    }

    /// <summary>
    /// The loss, summed over all rows, of tunes that begin with states of their own, and its gradient with respect to these. No weight's
    /// gradient is taken: it costs as much as the rest.
    /// </summary>
    /// <param name="steps">The tunes.</param>
    /// <param name="work">Working memory, made for a backward pass.</param>
    /// <param name="states">c and h before the first step, of the layers from <see cref="TuneStates.First"/> on.</param>
    /// <param name="below">As <see cref="Loss{TLoss}(PackedSteps, PassWorkspace, TuneStates, float**, TLoss)"/>.</param>
    /// <param name="loss">What is asked of a row.</param>
    /// <param name="gradients">Receives the gradients; of the same layers.</param>
    public double StateGradient<TLoss>(
        PackedSteps steps,
        PassWorkspace work,
        TuneStates states,
        float** below,
        TLoss loss,
        TuneStates gradients
    )
        where TLoss : struct, IRowLoss
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(gradients.First, states.First);
        gradients.Reserve(steps.Count);
        Setting setting = new(steps, work, default, false, states);
        Begin(setting);
        Forward(setting, below);
        double sum = Losses(setting, loss);
        Backward(setting, null, gradients);
        return sum;
    }

    /// <summary>
    /// What a layer over layer 1 adds its recurrent terms to at every step: bias and input terms, where the layers below begin with states
    /// of the tunes' own. Whatever is done to the layer itself, they stay as they are.
    /// </summary>
    /// <param name="steps">The tunes.</param>
    /// <param name="work">Working memory.</param>
    /// <param name="states">c and h before the first step, of the layers from 1 on.</param>
    /// <param name="layer">From 2.</param>
    /// <param name="sums">[R] rows of [4U]; receives them.</param>
    public void InputSums(PackedSteps steps, PassWorkspace work, TuneStates states, int layer, float** sums)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(states.First, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(layer, 2);
        Setting setting = new(steps, work, default, false, states);
        Begin(setting);
        for (int lower = 1; lower < layer; lower++)
        {
            FillRows(work.Pointers(1), work.Gates(lower), gates, steps.Rows);
            Read(setting, lower, work.Pointers(1));
            ThroughSteps(setting, lower);
        }

        Read(setting, layer, sums);
    }

    private static void Begin(in Setting setting)
    {
        if (setting.States is { } states)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(states.Count, setting.Steps.Count);
        }

        setting.Work.Reserve(setting.Steps.Rows, setting.Steps.Count);
    }

    /// <summary>The sum over the rows, ascending; the logits become what the loss makes of them.</summary>
    private double Losses<TLoss>(in Setting setting, TLoss loss)
        where TLoss : struct, IRowLoss
    {
        int tokens = layout.Shape.Tokens;
        double sum = 0.0;
        float* scratch = stackalloc float[tokens];
        for (int row = 0; row < setting.Steps.Rows; row++)
        {
            sum += loss.Take(row, setting.Work.Logits + ((nint)row * layout.PaddedTokens), tokens, scratch, products);
        }

        return sum;
    }

    private bool Drops(in Setting setting, int layer) => setting.Dropout.Drops && (layer < layout.Shape.Layers || setting.DropOutput);

    private float* Above(in Setting setting, int layer) => Drops(setting, layer) ? setting.Work.Passed(layer) : setting.Work.Hidden(layer);

    /// <summary>c or h before a layer's first step: the first tune's, and how many floats further on the next tune's stands.</summary>
    private (nint First, nint Stride) Initial(in Setting setting, int layer, bool isCell)
    {
        if (setting.States is { } states)
        {
            return ((nint)(isCell ? states.Cells(layer) : states.Hidden(layer)), units);
        }

        return ((nint)(weights.Start + (isCell ? layout.InitialCell(layer) : layout.InitialHidden(layer))), 0);
    }

    private void Product(float** inputs, float** destinations, int rows, PackedMatrix matrix)
    {
        for (int row = 0; row < rows; row += ProductRows)
        {
            products.Accumulate(inputs + row, destinations + row, Math.Min(ProductRows, rows - row), matrix);
        }
    }

    /// <summary>Where each row finds the h of the step before it.</summary>
    private void FillBefore(in Setting setting, int layer, float** before)
    {
        PackedSteps steps = setting.Steps;
        float* hidden = setting.Work.Hidden(layer);
        (nint initial, nint stride) = Initial(setting, layer, isCell: false);
        for (int tune = 0; tune < steps.Count; tune++)
        {
            before[tune] = (float*)initial + (tune * stride);
        }

        for (int step = 1; step < steps.Steps; step++)
        {
            FillRows(before + steps.Offset(step), hidden + ((nint)steps.Offset(step - 1) * units), units, steps.Active(step));
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

    /// <summary>What one pass is over.</summary>
    /// <param name="Steps">The tunes.</param>
    /// <param name="Work">Working memory.</param>
    /// <param name="Dropout">What is dropped.</param>
    /// <param name="DropOutput">Whether the last layer drops too.</param>
    /// <param name="States">The tunes' own states before their first step; null for the learned one.</param>
    private readonly record struct Setting(PackedSteps Steps, PassWorkspace Work, Dropout Dropout, bool DropOutput, TuneStates? States);
}
