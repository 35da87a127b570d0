using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>Resolves a plan's names against a model; every name that is not there is an error that names the operation.</summary>
internal sealed class PlanCompiler
{
    private readonly Model model;
    private readonly Func<string, TuneRecording>? recordings;
    private readonly Dictionary<Site, List<SiteAction>> actions = [];
    private readonly List<ReadCondition> conditions = [];
    private string where = string.Empty;
    private int index;

    private PlanCompiler(Model model, Func<string, TuneRecording>? recordings)
    {
        this.model = model;
        this.recordings = recordings;
    }

    /// <summary>The plan with its actions by site, each site's in the plan's order.</summary>
    public static CompiledPlan Compile(OperationPlan plan, Model model, Func<string, TuneRecording>? recordings)
    {
        PlanCompiler compiler = new(model, recordings);
        for (int index = 0; index < plan.Operations.Count; index++)
        {
            compiler.index = index;
            compiler.where = $"operation {index + 1} of the plan ({plan.Operations[index].Name})";
            compiler.Add(plan.Operations[index]);
        }

        return new CompiledPlan(plan, compiler.actions.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), compiler.conditions);
    }

    private void Add(Operation operation)
    {
        switch (operation)
        {
            case Excise excise:
                AddExcise(excise);
                break;
            case Adjust adjust:
                AddAdjust(adjust);
                break;
            case Stimulate stimulate:
                AddStimulate(stimulate);
                break;
            case Bias bias:
                AddBias([.. bias.Tokens.Keys], [.. bias.Tokens.Values], bias.Steps);
                break;
            case Forbid forbid:
                AddBias(forbid.Tokens, [.. forbid.Tokens.Select(_ => double.NegativeInfinity)], forbid.Steps);
                break;
            case Patch patch:
                AddPatch(patch);
                break;
            default:
                throw Fault($"is of a kind that is not known ({operation.GetType().Name}).");
        }
    }

    private void AddExcise(Excise excise)
    {
        Site site = Checked(Site.Hidden(excise.Layer));
        int[] units = Units(excise.Units, site);
        SiteAction action = Filled(excise, site, units);
        ReadCondition[] when = [.. Condition(excise.Reading, none: false), .. Condition(excise.NotReading, none: true)];
        Put(site, when.Length == 0 ? action : new ConditionalAction(action, when));
    }

    private SiteAction Filled(Excise excise, Site site, int[] units)
    {
        if (excise.Fill == ExciseFill.Zero)
        {
            if (excise.From is not null)
            {
                throw Fault("has values from memory and fills with zero: set Fill to mean, resample or freeze.");
            }

            return new HoldAction(index, units, new float[units.Length]);
        }

        float[] recorded = Recorded(excise.Recording, excise.From, site, units);
        int steps = recorded.Length / units.Length;
        switch (excise.Fill)
        {
            case ExciseFill.Mean:
                return new HoldAction(index, units, Means(recorded, units.Length));
            case ExciseFill.Resample:
                return new ResampleAction(index, units, recorded, excise.Seed);
            default:
                return excise.AtStep >= 0 && excise.AtStep < steps
                    ? new HoldAction(index, units, recorded[(excise.AtStep * units.Length)..((excise.AtStep + 1) * units.Length)])
                    : throw Fault($"takes step {excise.AtStep} of a recording of {steps} steps, 0 to {steps - 1}.");
        }
    }

    private IEnumerable<ReadCondition> Condition(IReadOnlyList<string>? tokens, bool none)
    {
        if (tokens is null)
        {
            return [];
        }

        if (tokens.Count == 0)
        {
            throw Fault($"names no token in '{(none ? "notReading" : "reading")}': leave it out where it applies at every step.");
        }

        ReadCondition condition = new(conditions.Count, [.. tokens.Select(TokenIndex)], none);
        conditions.Add(condition);
        return [condition];
    }

    private void AddAdjust(Adjust adjust)
    {
        Site site = Checked(adjust.Site);
        CheckSteps(adjust.Steps);
        int[] units = Units(adjust.Units, site);
        if (adjust.From is { } from)
        {
            if (adjust.Values.Count > 0)
            {
                throw Fault("has numbers for all units and values for each: give one of them.");
            }

            Put(site, new AdjustAction(index, adjust.How, units, Columns(from, site, units), units.Length, adjust.Steps));
            return;
        }

        if (adjust.Values.Count == 0 || adjust.Values.Any(double.IsNaN))
        {
            throw Fault("has no value: give a number, or a list of one a step.");
        }

        Put(site, new AdjustAction(index, adjust.How, units, [.. adjust.Values.Select(value => (float)value)], 1, adjust.Steps));
    }

    private void AddStimulate(Stimulate stimulate)
    {
        if (stimulate.Steps is { } steps)
        {
            CheckSteps(steps);
        }

        if (!double.IsFinite(stimulate.Weight) || !double.IsFinite(stimulate.OtherWeight))
        {
            throw Fault("has a weight that is no number.");
        }

        int[] others = stimulate.Others is null
            ? [.. TokenKinds.Select(model.Vocabulary, TokenKind.Pitch).Select(token => token.Index)]
            : [.. stimulate.Others.Select(TokenIndex)];
        if (others.Length == 0)
        {
            throw Fault("has no other token: the model's vocabulary has no pitch tokens, so name them in 'other'.");
        }

        Put(Site.Input, new StimulateAction(index, stimulate, others));
    }

    private void AddBias(IReadOnlyList<string> tokens, IReadOnlyList<double> added, StepRange steps)
    {
        CheckSteps(steps);
        if (tokens.Count == 0)
        {
            throw Fault("names no token.");
        }

        if (added.Any(value => double.IsNaN(value) || double.IsPositiveInfinity(value)))
        {
            throw Fault("adds what is no number.");
        }

        if (added.Count(double.IsNegativeInfinity) >= model.Vocabulary.Count)
        {
            throw Fault("forbids every token of the model: nothing would be left to draw.");
        }

        Put(Site.Logits, new BiasAction(index, [.. tokens.Select(TokenIndex)], [.. added.Select(value => (float)value)], steps));
    }

    private void AddPatch(Patch patch)
    {
        Site site = Checked(patch.Site);
        CheckSteps(patch.Steps);
        int[] units = Units(patch.Units, site);
        float[] recorded = Recorded(patch.Recording, patch.From, site, units);
        int first = patch.AtStep ?? patch.Steps.First;
        int steps = recorded.Length / units.Length;
        if (first < 0 || first >= steps)
        {
            throw Fault($"begins at step {first} of a recording of {steps} steps, 0 to {steps - 1}.");
        }

        Put(site, new PatchAction(index, units, recorded, patch.Steps, first - patch.Steps.First));
    }

    /// <summary>The values of some units of a recording that is named or handed over, [T, units].</summary>
    private float[] Recorded(string? name, SiteValues? from, Site site, int[] units)
    {
        if (from is not null)
        {
            return name is null ? Columns(from, site, units) : throw Fault($"names the recording '{name}' and has values from memory: give one of them.");
        }

        if (name is null)
        {
            throw Fault("names no recording.");
        }

        TuneRecording recording = recordings?.Invoke(name) ?? throw Fault($"names the recording '{name}', and there are none here.");
        if (recording.Facts.Shape != model.Shape)
        {
            throw Fault($"names the recording '{name}' of a network of {recording.Facts.Shape}; this one has {model.Shape}.");
        }

        if (site == Site.Input)
        {
            float[] values = new float[recording.Steps * units.Length];
            for (int step = 0; step < recording.Steps; step++)
            {
                int place = Array.IndexOf(units, recording.Input[step].Index);
                if (place >= 0)
                {
                    values[(step * units.Length) + place] = 1;
                }
            }

            return values;
        }

        return recording.Kinds.Contains(site.Kind)
            ? Columns(recording[site], site, units)
            : throw Fault($"names the recording '{name}', which does not hold {site}: record it again with --sites all.");
    }

    /// <summary>The values of some units, [T, units].</summary>
    private float[] Columns(SiteValues from, Site site, int[] units)
    {
        int width = UnitsOf(site);
        if (from.Width != width)
        {
            throw Fault($"has values of {from.Width} units from memory for {site}, which has {width}.");
        }

        float[] values = new float[from.Steps * units.Length];
        for (int step = 0; step < from.Steps; step++)
        {
            ReadOnlySpan<float> row = from[step];
            for (int n = 0; n < units.Length; n++)
            {
                values[(step * units.Length) + n] = row[units[n]];
            }
        }

        return values;
    }

    private static float[] Means(float[] recorded, int units)
    {
        float[] means = new float[units];
        for (int n = 0; n < units; n++)
        {
            double sum = 0;
            for (int at = n; at < recorded.Length; at += units)
            {
                sum += recorded[at];
            }

            means[n] = (float)(sum / (recorded.Length / units));
        }

        return means;
    }

    private Site Checked(Site site) => !site.IsOfLayer || (site.Layer >= 1 && site.Layer <= model.Shape.Layers)
        ? site
        : throw Fault($"names {site}, and the model has layers 1 to {model.Shape.Layers}.");

    private void CheckSteps(StepRange steps)
    {
        if (steps.First < -1 || steps.Last < steps.First)
        {
            throw Fault($"applies at {steps}: steps count from 0 (−1 is before the first), and the last is not before the first.");
        }
    }

    private int[] Units(UnitSet selection, Site site)
    {
        int count = UnitsOf(site);
        if (selection.Tokens is { } tokens)
        {
            return site.IsOfLayer ? throw Fault($"names tokens at {site}, which has units: give their numbers.") : [.. tokens.Select(TokenIndex)];
        }

        int[] units = [.. selection.Units ?? Enumerable.Range(0, count)];
        if (units.Length == 0)
        {
            throw Fault("names no unit.");
        }

        int wrong = Array.FindIndex(units, unit => unit < 0 || unit >= count);
        return wrong < 0 ? units : throw Fault($"names unit {units[wrong]} of {site}, which has units 0 to {count - 1}.");
    }

    private int UnitsOf(Site site) => site.IsOfLayer ? model.Shape.Units : model.Shape.Tokens;

    private int TokenIndex(string text) => model.Vocabulary.TryFind(text, out Token token)
        ? token.Index
        : throw Fault($"names '{text}', which is no token of the model.");

    private void Put(Site site, SiteAction action)
    {
        if (!actions.TryGetValue(site, out List<SiteAction>? of))
        {
            actions[site] = of = [];
        }

        of.Add(action);
    }

    private PlanFormatException Fault(string what) => new(index, $"{where} {what}");
}
