using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;

namespace Lilt.Native;

/// <summary>A member of an operation that takes what the caller holds in memory, in place of a file's name or of numbers.</summary>
/// <param name="Operation">Its place in the plan, from 0.</param>
/// <param name="Member">recording, directions or value.</param>
/// <param name="Handle">A recording, or values.</param>
internal sealed record PlanBinding(int Operation, string Member, long Handle)
{
    /// <summary>The plan with what is bound.</summary>
    /// <exception cref="PlanFormatException">The operation takes nothing of the kind there.</exception>
    public static OperationPlan Bind(OperationPlan plan, IReadOnlyList<PlanBinding> bindings)
    {
        Operation[] operations = [.. plan.Operations];
        foreach (PlanBinding binding in bindings)
        {
            operations[binding.Operation] = binding.Of(operations[binding.Operation]);
        }

        return new OperationPlan(operations);
    }

    private Operation Of(Operation operation)
    {
        object held = Native.Handle.Get<object>((nint)Handle);
        return (operation, Member, held) switch
        {
            (Patch patch, "recording", TuneRecording source) => patch with { Recording = null, Source = source },
            (Patch patch, "recording", SiteValues from) => patch with { Recording = null, From = from },
            (Patch patch, "directions", SiteValues along) => patch with { Directions = null, Along = along },
            (Excise excise, "recording", TuneRecording source) => excise with
            {
                Recording = null,
                From = source[Site.H(Math.Clamp(excise.Layer, 1, source.Facts.Layers))],
            },
            (Excise excise, "recording", SiteValues from) => excise with { Recording = null, From = from },
            (Adjust adjust, "value", SiteValues from) => adjust with { Values = [], From = from },
            _ => throw new PlanFormatException(
                Operation,
                $"operation {Operation + 1} of the plan ({operation.Name}) takes no {(held is TuneRecording ? "recording" : "array")} as its '{Member}'."
            ),
        };
    }
}
