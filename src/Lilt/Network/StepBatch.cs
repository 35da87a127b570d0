using System.Runtime.CompilerServices;
using Lilt.Network.Kernels;
using Lilt.Notation.Tokens;

namespace Lilt.Network;

/// <summary>
/// A network at work on up to B tunes at once: each slot holds one tune's c and h, what it reads next and what the last
/// step made of it.
/// </summary>
/// <remarks>
/// <para>
/// A step of a slot gives the same bits whatever the other slots do, however many threads work and whichever vector
/// instructions the machine has (docs/decisions/0001-one-result.md).
/// </para>
/// <para>Not safe for use by several threads at once; many batches may share one model.</para>
/// </remarks>
public sealed unsafe class StepBatch : IDisposable
{
    private const int GateCount = 4;

    private readonly PackedNetwork network;
    private readonly LstmKernels kernels;
    private readonly FloatBlock[] cells;
    private readonly FloatBlock[] hiddens;
    private readonly FloatBlock inputs;
    private readonly FloatBlock gates;
    private readonly FloatBlock logits;
    private readonly FloatBlock posteriors;
    private readonly FloatBlock scaled;
    private readonly FloatBlock fresh;
    private readonly WorkerTeam? team;
    private readonly Action<int> rowWork;
    private readonly int[] steps;
    private readonly float*[] productInputs;
    private readonly float*[] productSums;
    private int rowLayer;
    private int rowSlot;
    private bool rowsToHidden;

    /// <param name="model">The network.</param>
    /// <param name="slots">B, at least 1.</param>
    /// <param name="threads">Threads that share the products when a single slot is stepped; more slots are one thread's work.</param>
    public StepBatch(Model model, int slots, int threads = 1)
        : this(model, slots, threads, LstmKernels.Best) { }

    internal StepBatch(Model model, int slots, int threads, LstmKernels kernels)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slots);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        Slots = slots;
        network = model.Packed;
        this.kernels = kernels;
        int units = network.Layers[0].PaddedUnits;
        cells = new FloatBlock[Shape.Layers];
        hiddens = new FloatBlock[Shape.Layers];
        for (int layer = 0; layer < Shape.Layers; layer++)
        {
            cells[layer] = new FloatBlock(slots, units);
            hiddens[layer] = new FloatBlock(slots, units);
        }

        inputs = new FloatBlock(slots, Shape.Tokens);
        gates = new FloatBlock(slots, GateCount * units);
        logits = new FloatBlock(slots, network.Output.PaddedColumns);
        posteriors = new FloatBlock(slots, Shape.Tokens);
        scaled = new FloatBlock(threads, units);
        fresh = new FloatBlock(1, units);
        steps = new int[slots];
        productInputs = new float*[slots];
        productSums = new float*[slots];
        team = threads > 1 ? new WorkerTeam(threads) : null;
        rowWork = RowWork;
    }

    /// <summary>B.</summary>
    public int Slots { get; }

    /// <summary>S, H and V.</summary>
    public NetworkShape Shape => network.Shape;

    /// <summary>Sets a slot to the state before the first step: the learned c and h, no input.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="probe">Sees c and h of every layer as step −1.</param>
    public void Reset<TProbe>(int slot, ref TProbe probe)
        where TProbe : struct, IStepProbe
    {
        CheckSlot(slot);
        steps[slot] = 0;
        inputs.Span(slot, Shape.Tokens).Clear();
        for (int layer = 1; layer <= Shape.Layers; layer++)
        {
            PackedLayer packed = network.Layers[layer - 1];
            packed.InitialCell.CopyTo(cells[layer - 1].Span(slot, packed.PaddedUnits));
            packed.InitialHidden.CopyTo(hiddens[layer - 1].Span(slot, packed.PaddedUnits));
            if (TProbe.Watches)
            {
                probe.Visit(slot, -1, new Site(SiteKind.Cell, layer), cells[layer - 1].Span(slot, Shape.Units));
                probe.Visit(slot, -1, new Site(SiteKind.Hidden, layer), hiddens[layer - 1].Span(slot, Shape.Units));
            }
        }

        if (TProbe.ActsBetween)
        {
            probe.Between(slot, -1, new SlotMemory(this, slot));
        }
    }

    /// <summary>What the slot reads at its next step: weights of token rows, [V], almost all of them zero.</summary>
    public Span<float> Input(int slot) => inputs.Span(CheckSlot(slot), Shape.Tokens);

    /// <summary>Lets the slot read one token at its next step.</summary>
    public void SetInput(int slot, Token token)
    {
        Span<float> input = Input(slot);
        input.Clear();
        input[token.Index] = 1f;
    }

    /// <summary>z of the slot's last step, [V], before the temperature.</summary>
    public ReadOnlySpan<float> Logits(int slot) => logits.Span(CheckSlot(slot), Shape.Tokens);

    /// <summary>p of the slot's last step, [V].</summary>
    public ReadOnlySpan<float> Posterior(int slot) => posteriors.Span(CheckSlot(slot), Shape.Tokens);

    /// <summary>h of a layer after the slot's last step, [H].</summary>
    public ReadOnlySpan<float> Hidden(int slot, int layer) => hiddens[layer - 1].Span(CheckSlot(slot), Shape.Units);

    /// <summary>c of a layer after the slot's last step, [H].</summary>
    public ReadOnlySpan<float> Cell(int slot, int layer) => cells[layer - 1].Span(CheckSlot(slot), Shape.Units);

    /// <summary>c or h of a layer of a slot, [H], to be changed in place.</summary>
    internal Span<float> Memory(int slot, Site site) =>
        site is { Kind: SiteKind.Cell or SiteKind.Hidden, Layer: >= 1 } && site.Layer <= Shape.Layers
            ? (site.Kind == SiteKind.Cell ? cells : hiddens)[site.Layer - 1].Span(CheckSlot(slot), Shape.Units)
            : throw new ArgumentException(
                $"A slot keeps c and h of layers 1 to {Shape.Layers} from step to step, and not {site}.",
                nameof(site)
            );

    /// <summary>One step of every slot in <paramref name="active"/>.</summary>
    /// <param name="active">Slots, each once; none is no step.</param>
    /// <param name="temperature">Divides the logits; over 0.</param>
    /// <param name="probe">Sees every site as it is made.</param>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not over 0, or a slot is not one of the batch's.</exception>
    public void Step<TProbe>(ReadOnlySpan<int> active, float temperature, ref TProbe probe)
        where TProbe : struct, IStepProbe
    {
        if (!(temperature > 0f) || !float.IsFinite(temperature))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "A temperature is over 0.");
        }

        if (active.IsEmpty)
        {
            return;
        }

        foreach (int slot in active)
        {
            CheckSlot(slot);
            if (TProbe.Watches)
            {
                probe.Visit(slot, steps[slot], Site.Input, inputs.Span(slot, Shape.Tokens));
            }
        }

        Through(active, 1, [], temperature, ref probe);
    }

    /// <summary>
    /// What a layer adds its recurrent terms to at a slot's last step: its bias and its input's terms. Networks that differ from this one
    /// from that layer on alone read the same there.
    /// </summary>
    /// <param name="slot">The slot.</param>
    /// <param name="layer">From 1.</param>
    /// <param name="sums">Where to, as many as <see cref="InputSumCount"/>.</param>
    internal void CopyInputSums(int slot, int layer, Span<float> sums)
    {
        PackedLayer packed = network.Layers[layer - 1];
        packed.Bias.CopyTo(sums);
        fixed (float* to = sums)
        {
            if (packed.TokenRows is { } rows)
            {
                AddTokenRows(CheckSlot(slot), rows, to, 0, packed.Bias.Length);
            }
            else
            {
                kernels.AccumulateRow(hiddens[layer - 2].Row(CheckSlot(slot)), to, packed.Inputs!.Packed, 0, packed.Bias.Length);
            }
        }
    }

    /// <summary>4U, the sums of a layer with its units rounded up.</summary>
    internal int InputSumCount => network.Layers[0].Bias.Length;

    /// <summary>
    /// One step of the layers from one on, of slots that all read the same below: to the bit what <see cref="Step"/> makes of them.
    /// </summary>
    /// <param name="active">Slots, each once.</param>
    /// <param name="layer">The first layer to step, from 1; the others' c and h stay as they are.</param>
    /// <param name="inputSums">What <see cref="CopyInputSums"/> gave for that layer at this step.</param>
    /// <param name="temperature">Divides the logits; over 0.</param>
    /// <param name="probe">Sees the sites of those layers, logits and posterior.</param>
    internal void StepFrom<TProbe>(ReadOnlySpan<int> active, int layer, ReadOnlySpan<float> inputSums, float temperature, ref TProbe probe)
        where TProbe : struct, IStepProbe => Through(active, layer, inputSums, temperature, ref probe);

    private void Through<TProbe>(ReadOnlySpan<int> active, int first, ReadOnlySpan<float> inputSums, float temperature, ref TProbe probe)
        where TProbe : struct, IStepProbe
    {
        for (int layer = first; layer <= Shape.Layers; layer++)
        {
            ReadOnlySpan<float> begin = layer == first ? inputSums : [];
            bool isRow = active.Length == 1 && begin.IsEmpty;
            if (isRow)
            {
                RowProducts(active[0], layer, toHidden: !TProbe.Watches);
            }
            else
            {
                Products(active, layer, begin);
            }

            if (!isRow || TProbe.Watches)
            {
                Units(active, layer, ref probe);
            }
        }

        if (active.Length == 1)
        {
            RowProducts(active[0], Shape.Layers + 1, toHidden: false);
        }
        else
        {
            Products(active, Shape.Layers + 1, []);
        }

        foreach (int slot in active)
        {
            Posterior(slot, temperature, ref probe);
            if (TProbe.ActsBetween)
            {
                probe.Between(slot, steps[slot], new SlotMemory(this, slot));
            }

            steps[slot]++;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        team?.Dispose();
        foreach (FloatBlock block in (FloatBlock[])[.. cells, .. hiddens, inputs, gates, logits, posteriors, scaled, fresh])
        {
            block.Dispose();
        }
    }

    /// <summary>The sums of a layer, or of the output layer (S + 1): bias, then the input's terms, then the recurrent ones.</summary>
    /// <param name="active">Slots.</param>
    /// <param name="layer">From 1.</param>
    /// <param name="inputSums">Bias and input's terms, where they are known and the same for all; else empty.</param>
    private void Products(ReadOnlySpan<int> active, int layer, ReadOnlySpan<float> inputSums)
    {
        bool isOutput = layer > Shape.Layers;
        PackedLayer? packed = isOutput ? null : network.Layers[layer - 1];
        ReadOnlySpan<float> begin = inputSums.IsEmpty ? packed?.Bias ?? network.OutputBias : inputSums;
        FloatBlock sums = isOutput ? logits : gates;
        for (int n = 0; n < active.Length; n++)
        {
            begin.CopyTo(sums.Span(active[n], begin.Length));
            productSums[n] = sums.Row(active[n]);
            if (packed?.TokenRows is { } rows && inputSums.IsEmpty)
            {
                AddTokenRows(active[n], rows, gates.Row(active[n]), 0, begin.Length);
            }
        }

        if (packed?.TokenRows is null && inputSums.IsEmpty)
        {
            Accumulate(active, hiddens[layer - 2], packed?.Inputs ?? network.Output);
        }

        if (packed is not null)
        {
            Accumulate(active, hiddens[layer - 1], packed.Recurrent);
        }
    }

    private void Accumulate(ReadOnlySpan<int> active, FloatBlock source, ProductMatrix matrix)
    {
        for (int n = 0; n < active.Length; n++)
        {
            productInputs[n] = source.Row(active[n]);
        }

        fixed (float** from = productInputs)
        fixed (float** to = productSums)
        {
            kernels.Accumulate(from, to, active.Length, matrix.Packed);
        }
    }

    /// <summary><see cref="Products"/> for one slot, shared by the team; on to c and h if nobody watches what is between.</summary>
    private void RowProducts(int slot, int layer, bool toHidden)
    {
        rowLayer = layer;
        rowSlot = slot;
        rowsToHidden = toHidden;
        if (team is null)
        {
            rowWork(0);
        }
        else
        {
            team.Run(rowWork);
        }

        if (toHidden)
        {
            int units = network.Layers[layer - 1].PaddedUnits;
            fresh.Span(0, units).CopyTo(hiddens[layer - 1].Span(slot, units));
        }
    }

    /// <summary>One worker's units, or tokens, of <see cref="RowProducts"/>.</summary>
    private void RowWork(int worker)
    {
        int workers = team?.Size ?? 1;
        if (rowLayer > Shape.Layers)
        {
            (int start, int stop) = Share(network.OutputBias.Length);
            Start(network.OutputBias, logits, start, stop);
            Add(hiddens[^1].Row(rowSlot), network.Output, logits, 1, 0, start, stop);
            return;
        }

        PackedLayer packed = network.Layers[rowLayer - 1];
        int units = packed.PaddedUnits;
        (int first, int end) = Share(units);
        float* gate = gates.Row(rowSlot);
        for (int column = 0; column < GateCount * units; column += units)
        {
            Start(packed.Bias, gates, column + first, column + end);
            if (packed.TokenRows is { } rows)
            {
                AddTokenRows(rowSlot, rows, gate, column + first, column + end);
            }
        }

        if (packed.Inputs is { } inputWeights)
        {
            Add(hiddens[rowLayer - 2].Row(rowSlot), inputWeights, gates, GateCount, units, first, end);
        }

        float* hidden = hiddens[rowLayer - 1].Row(rowSlot);
        Add(hidden, packed.Recurrent, gates, GateCount, units, first, end);
        if (rowsToHidden)
        {
            // The other workers may still be reading h.
            float* cell = cells[rowLayer - 1].Row(rowSlot);
            kernels.Gates(gate, units, first, end);
            kernels.Cell(gate, cell, units, first, end);
            kernels.Hidden(gate, cell, fresh.Row(0), units, first, end);
        }

        (int First, int End) Share(int columns)
        {
            int pieces = columns / PackedMatrix.PanelWidth;
            return (pieces * worker / workers * PackedMatrix.PanelWidth, pieces * (worker + 1) / workers * PackedMatrix.PanelWidth);
        }

        void Start(float[] bias, FloatBlock sums, int from, int to) =>
            bias.AsSpan(from, to - from).CopyTo(new Span<float>(sums.Row(rowSlot) + from, to - from));

        void Add(float* input, ProductMatrix matrix, FloatBlock sums, int parts, int stride, int from, int to)
        {
            // A batch of many slots has the other form in memory already, for the steps that more than one of them takes.
            NarrowMatrix? narrow = Slots == 1 ? matrix.Narrow : null;
            bool isScaled = narrow is not null && kernels.Scale(input, narrow, scaled.Row(worker));
            for (int part = 0; part < parts; part++)
            {
                int at = part * stride;
                if (narrow is null)
                {
                    kernels.AccumulateRow(input, sums.Row(rowSlot), matrix.Packed, at + from, at + to);
                }
                else
                {
                    kernels.AccumulateRow(isScaled ? scaled.Row(worker) : input, isScaled, sums.Row(rowSlot), narrow, at + from, at + to);
                }
            }
        }
    }

    private void AddTokenRows(int slot, FloatBlock rows, float* sums, int first, int end)
    {
        float* input = inputs.Row(slot);
        for (int token = 0; token < Shape.Tokens; token++)
        {
            if (input[token] != 0f)
            {
                kernels.AddScaled(input[token], rows.Row(token) + first, sums + first, end - first);
            }
        }
    }

    private void Units<TProbe>(ReadOnlySpan<int> active, int layer, ref TProbe probe)
        where TProbe : struct, IStepProbe
    {
        int units = network.Layers[layer - 1].PaddedUnits;
        FloatBlock cell = cells[layer - 1];
        FloatBlock hidden = hiddens[layer - 1];
        foreach (int slot in active)
        {
            kernels.Gates(gates.Row(slot), units, 0, units);
            if (TProbe.Watches)
            {
                Span<float> values = gates.Span(slot, GateCount * units);
                for (int gate = 0; gate < GateCount; gate++)
                {
                    probe.Visit(slot, steps[slot], new Site(SiteKind.InputGate + gate, layer), values.Slice(gate * units, Shape.Units));
                }
            }

            kernels.Cell(gates.Row(slot), cell.Row(slot), units, 0, units);
            if (TProbe.Watches)
            {
                probe.Visit(slot, steps[slot], new Site(SiteKind.Cell, layer), cell.Span(slot, Shape.Units));
            }

            kernels.Hidden(gates.Row(slot), cell.Row(slot), hidden.Row(slot), units, 0, units);
            if (TProbe.Watches)
            {
                probe.Visit(slot, steps[slot], Site.H(layer), hidden.Span(slot, Shape.Units));
            }
        }
    }

    private void Posterior<TProbe>(int slot, float temperature, ref TProbe probe)
        where TProbe : struct, IStepProbe
    {
        Span<float> z = logits.Span(slot, Shape.Tokens);
        Span<float> p = posteriors.Span(slot, Shape.Tokens);
        if (TProbe.Watches)
        {
            probe.Visit(slot, steps[slot], Site.Logits, z);
        }

        Probabilities(kernels, logits.Row(slot), temperature, posteriors.Row(slot), Shape.Tokens);
        if (TProbe.Watches && probe.Visit(slot, steps[slot], Site.Posterior, p))
        {
            Normalise(p);
        }
    }

    /// <summary>p = softmax(z / temperature).</summary>
    /// <param name="kernels">What computes.</param>
    /// <param name="z">[V].</param>
    /// <param name="temperature">Over 0.</param>
    /// <param name="p">[V]; not z.</param>
    /// <param name="count">V.</param>
    internal static void Probabilities(LstmKernels kernels, float* z, float temperature, float* p, int count)
    {
        float largest = z[0];
        foreach (float value in new ReadOnlySpan<float>(z, count))
        {
            largest = value > largest ? value : largest;
        }

        kernels.Exponentials(z, largest, temperature, p, count);
        Normalise(new Span<float>(p, count));
    }

    /// <summary>Divides by the sum, which runs in double, ascending.</summary>
    private static void Normalise(Span<float> p)
    {
        double sum = 0;
        foreach (float value in p)
        {
            sum += value;
        }

        for (int token = 0; token < p.Length; token++)
        {
            p[token] = (float)(p[token] / sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int CheckSlot(int slot) =>
        (uint)slot < (uint)Slots ? slot : throw new ArgumentOutOfRangeException(nameof(slot), slot, $"The batch has {Slots} slots.");
}
