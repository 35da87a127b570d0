using Lilt.Gradients.Kernels;

namespace Lilt.Gradients;

/// <content>Backward: from the logits' gradients to those of the weights, or of the states before the first step.</content>
internal sealed unsafe partial class TunePass
{
    /// <param name="setting">What the pass is over.</param>
    /// <param name="gradient">Receives the weights' gradients; null for none.</param>
    /// <param name="states">Receives the gradients of the tunes' own states; null where they began with the learned one.</param>
    private void Backward(in Setting setting, FloatMemory? gradient, TuneStates? states)
    {
        PassWorkspace work = setting.Work;
        int rows = setting.Steps.Rows;
        int layers = layout.Shape.Layers;
        int lowest = states?.First ?? 1;
        float** read = work.Pointers(0);
        float** sums = work.Pointers(1);
        float** passed = work.Pointers(3);
        FillRows(passed, work.PassedGradients, units, rows);

        // The output layer: its logits' gradients stand where the logits stood.
        FillRows(sums, work.Logits, layout.PaddedTokens, rows);
        if (gradient is not null)
        {
            FillRows(read, Above(setting, layers), units, rows);
            float* scratch = work.OuterScratch.Start;
            kernels.Outer(read, layout.Shape.Units, sums, layout.PaddedTokens, rows, gradient.Start + layout.Output, scratch);
            SumRows(sums, rows, gradient.Start + layout.OutputBias, layout.PaddedTokens);
        }

        ClearRows(work.PassedGradients, rows);
        Product(sums, passed, rows, packed.OutputTransposed);

        for (int layer = layers; layer >= lowest; layer--)
        {
            if (Drops(setting, layer))
            {
                setting.Dropout.Backward(work.Kept(layer), work.PassedGradients, (long)rows * units);
            }

            FillRows(sums, work.Gates(layer), gates, rows);
            float* cellGradients = states is null ? work.CellGradients : states.Cells(layer);
            ThroughTime(setting, layer, passed, cellGradients);
            if (states is not null)
            {
                FillRows(read, states.Hidden(layer), units, setting.Steps.Count);
                Product(sums, read, setting.Steps.Count, packed.RecurrentTransposed[layer - 1]);
            }

            if (gradient is not null)
            {
                WeightGradients(setting, layer, cellGradients, gradient);
            }

            if (layer > lowest)
            {
                ClearRows(work.PassedGradients, rows);
                Product(sums, passed, rows, packed.InputsTransposed[layer - 1]!);
            }
        }
    }

    /// <summary>From the last step to the first: the gates become the gradients of their sums.</summary>
    private void ThroughTime(in Setting setting, int layer, float** passed, float* cellGradients)
    {
        PackedSteps steps = setting.Steps;
        float** sums = setting.Work.Pointers(1);
        float* cells = setting.Work.Cells(layer);
        (nint initialCell, nint stride) = Initial(setting, layer, isCell: true);
        new Span<float>(cellGradients, steps.Count * units).Clear();
        for (int step = steps.Steps - 1; step >= 0; step--)
        {
            int first = steps.Offset(step);
            if (step + 1 < steps.Steps)
            {
                int next = steps.Offset(step + 1);
                Product(sums + next, passed + first, steps.Active(step + 1), packed.RecurrentTransposed[layer - 1]);
            }

            for (int tune = 0; tune < steps.Active(step); tune++)
            {
                nint row = first + tune;
                float* cellBefore =
                    step == 0 ? (float*)initialCell + (tune * stride) : cells + ((nint)(steps.Offset(step - 1) + tune) * units);
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
    }

    /// <summary>A layer's weights, and the learned state: what the first step sends back, summed over the tunes.</summary>
    private void WeightGradients(in Setting setting, int layer, float* cellGradients, FloatMemory gradient)
    {
        PackedSteps steps = setting.Steps;
        PassWorkspace work = setting.Work;
        int rows = steps.Rows;
        float** read = work.Pointers(0);
        float** sums = work.Pointers(1);
        float** before = work.Pointers(2);
        float* scratch = work.OuterScratch.Start;
        float* gateSum = cellGradients + ((nint)steps.Count * units);
        new Span<float>(gateSum, gates).Clear();
        for (int tune = 0; tune < steps.Count; tune++)
        {
            kernels.Add(cellGradients + ((nint)tune * units), gradient.Start + layout.InitialCell(layer), units);
            kernels.Add(sums[tune], gateSum, gates);
        }

        float* initialHidden = gradient.Start + layout.InitialHidden(layer);
        Product(&gateSum, &initialHidden, 1, packed.RecurrentTransposed[layer - 1]);

        FillBefore(setting, layer, before);
        kernels.Outer(before, layout.Shape.Units, sums, gates, rows, gradient.Start + layout.Recurrent(layer), scratch);
        SumRows(sums, rows, gradient.Start + layout.Bias(layer), gates);
        if (layer == 1)
        {
            float* inputs = gradient.Start + layout.Inputs(1);
            for (int row = 0; row < rows; row++)
            {
                kernels.Add(sums[row], inputs + ((nint)steps.Inputs[row] * gates), gates);
            }
        }
        else
        {
            FillRows(read, Above(setting, layer - 1), units, rows);
            kernels.Outer(read, layout.Shape.Units, sums, gates, rows, gradient.Start + layout.Inputs(layer), scratch);
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
}
