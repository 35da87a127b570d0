using Lilt.Network;
using Lilt.Operations;

namespace Lilt.Sweeping.Plans;

/// <summary>Holds a sweep's plan against its networks, before any work.</summary>
public static class SweepCheck
{
    /// <summary>Checks every network, header and plan; of a rule's plans the rule.</summary>
    /// <exception cref="SweepFormatException">A plan or a header names what a network lacks, or a control cannot be made of a plan.</exception>
    public static void Check(SweepPlan sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        foreach (SweptModel swept in sweep.Models)
        {
            Model model = swept.Read();
            foreach (string header in sweep.Headers)
            {
                Of(swept, () => HeaderText.Read(header, model.Vocabulary));
            }

            foreach (PlanEntry entry in sweep.Plans)
            {
                if (entry.Fault(swept) is { } fault)
                {
                    throw new SweepFormatException($"{fault}: name what the network has.");
                }

                SweptPlan first = entry.Plan(swept, 0);
                Of(swept, () => first.Compile(model));
                if (sweep.Task == SweepTask.Control)
                {
                    ControlTargets.Of(first);
                }
            }
        }
    }

    private static void Of<T>(SweptModel model, Func<T> check)
    {
        try
        {
            check();
        }
        catch (Exception e) when (e is PlanFormatException or SweepFormatException)
        {
            throw new SweepFormatException($"the network {model.Name}: {e.Message}", e);
        }
    }
}
