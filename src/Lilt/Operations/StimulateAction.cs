using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>Mixes another token into what is read.</summary>
internal sealed class StimulateAction(int operation, Stimulate stimulate, int[] others) : SiteAction(operation)
{
    public override Seed? Seed => stimulate.Seed;

    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        StepRange steps = stimulate.Steps ?? new StepRange(run.GivenTokens + 1, null);
        int place = step - steps.First;
        if (!steps.Holds(step) || (stimulate.InTurn && place >= others.Length))
        {
            return false;
        }

        int other = others[stimulate.InTurn ? place : run.RandomOf(Operation).NextBelow(others.Length)];
        for (int token = 0; token < values.Length; token++)
        {
            // In double, rounded once, so that 0.7 and 0.3 of one token is that token to the bit.
            double mixed = stimulate.Weight * values[token];
            values[token] = (float)(token == other ? mixed + stimulate.OtherWeight : mixed);
        }

        return true;
    }
}
