using Lilt.Network.Kernels;

namespace Lilt.Gradients;

/// <content>Forward: from tokens and states to logits.</content>
internal sealed unsafe partial class TunePass
{
    private void Forward(in Setting setting, float** below)
    {
        int rows = setting.Steps.Rows;
        float** read = setting.Work.Pointers(0);
        float** sums = setting.Work.Pointers(1);
        int first = setting.States?.First ?? 1;
        for (int layer = first; layer <= layout.Shape.Layers; layer++)
        {
            FillRows(sums, setting.Work.Gates(layer), gates, rows);
            if (layer == first && first > 1)
            {
                for (int row = 0; row < rows; row++)
                {
                    Copy(below[row], sums[row], gates);
                }
            }
            else
            {
                Read(setting, layer, sums);
            }

            ThroughSteps(setting, layer);
            if (Drops(setting, layer))
            {
                Drop(setting, layer);
            }
        }

        FillRows(read, Above(setting, layout.Shape.Layers), units, rows);
        FillRows(sums, setting.Work.Logits, layout.PaddedTokens, rows);
        for (int row = 0; row < rows; row++)
        {
            Copy(weights.Start + layout.OutputBias, sums[row], layout.PaddedTokens);
        }

        Product(read, sums, rows, packed.Output);
    }

    /// <summary>Bias and input terms of all steps.</summary>
    private void Read(in Setting setting, int layer, float** sums)
    {
        int rows = setting.Steps.Rows;
        float* bias = weights.Start + layout.Bias(layer);
        for (int row = 0; row < rows; row++)
        {
            Copy(bias, sums[row], gates);
        }

        if (layer == 1)
        {
            float* inputs = weights.Start + layout.Inputs(1);
            for (int row = 0; row < rows; row++)
            {
                kernels.Add(inputs + ((nint)setting.Steps.Inputs[row] * gates), sums[row], gates);
            }
        }
        else
        {
            float** read = setting.Work.Pointers(0);
            FillRows(read, Above(setting, layer - 1), units, rows);
            Product(read, sums, rows, packed.Inputs[layer - 1]!);
        }
    }

    /// <summary>Recurrent terms, gates, cells and hidden values, step by step.</summary>
    private void ThroughSteps(in Setting setting, int layer)
    {
        PackedSteps steps = setting.Steps;
        float** sums = setting.Work.Pointers(1);
        float** before = setting.Work.Pointers(2);
        float* cells = setting.Work.Cells(layer);
        float* hidden = setting.Work.Hidden(layer);
        FillBefore(setting, layer, before);
        (nint initialCell, nint stride) = Initial(setting, layer, isCell: true);
        for (int step = 0; step < steps.Steps; step++)
        {
            int first = steps.Offset(step);
            int active = steps.Active(step);
            Product(before + first, sums + first, active, packed.Recurrent[layer - 1]);
            for (int tune = 0; tune < active; tune++)
            {
                nint row = first + tune;
                float* cell = cells + (row * units);
                float* cellBefore =
                    step == 0 ? (float*)initialCell + (tune * stride) : cells + ((nint)(steps.Offset(step - 1) + tune) * units);
                Copy(cellBefore, cell, units);
                products.Gates(sums[row], units, 0, units);
                products.Cell(sums[row], cell, units, 0, units);
                products.Hidden(sums[row], cell, hidden + (row * units), units, 0, units);
            }
        }
    }

    private void Drop(in Setting setting, int layer)
    {
        PackedSteps steps = setting.Steps;
        PassWorkspace work = setting.Work;
        for (int step = 0; step < steps.Steps; step++)
        {
            for (int tune = 0; tune < steps.Active(step); tune++)
            {
                nint at = (nint)(steps.Offset(step) + tune) * units;
                setting.Dropout.Apply(
                    steps.Addresses[tune],
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
}
