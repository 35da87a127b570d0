using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>Resolves a plan's names against a model; every name that is not there is an error that names the operation.</summary>
internal sealed class PlanCompiler
{
    private readonly Model model;
    private readonly Func<string, TuneRecording>? recordings;
    private readonly Func<string, SiteValues>? directions;
    private readonly Dictionary<Site, List<SiteAction>> actions = [];
    private readonly List<MemoryAction> between = [];
    private readonly List<Seed?> seeds = [];
    private readonly List<ReadCondition> conditions = [];
    private string where = string.Empty;
    private int index;

    private PlanCompiler(Model model, Func<string, TuneRecording>? recordings, Func<string, SiteValues>? directions)
    {
        this.model = model;
        this.recordings = recordings;
        this.directions = directions;
    }

    /// <summary>The plan with its actions by site, each site's in the plan's order.</summary>
    public static CompiledPlan Compile(
        OperationPlan plan,
        Model model,
        Func<string, TuneRecording>? recordings,
        Func<string, SiteValues>? directions
    )
    {
        PlanCompiler compiler = new(model, recordings, directions);
        for (int index = 0; index < plan.Operations.Count; index++)
        {
            compiler.index = index;
            compiler.where = $"operation {index + 1} of the plan ({plan.Operations[index].Name})";
            compiler.seeds.Add(null);
            compiler.Add(plan.Operations[index]);
        }

        return new CompiledPlan(
            plan,
            compiler.actions.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()),
            compiler.between,
            compiler.seeds,
            compiler.conditions
        );
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
        Site site = Checked(Site.H(excise.Layer));
        int[] units = Units(excise.Units, site);
        SiteAction action = Filled(excise, site, units);
        ReadCondition[] when = [.. Condition(excise.Reading, none: false), .. Condition(excise.NotReading, none: true)];
        Put(site, when.Length == 0 ? action : new ConditionalAction(action, when), excise.Edge);
    }

    private SiteAction Filled(Excise excise, Site site, int[] units)
    {
        if (excise.Fill == ExciseFill.Zero)
        {
            string? unread =
                excise.From is not null ? "has values from memory"
                : excise.Recording is { } name ? $"names the recording '{name}'"
                : null;
            if (unread is not null)
            {
                throw Fault($"{unread} and fills with zero: set Fill to mean, resample or freeze.");
            }

            return new HoldAction(index, units, new float[units.Length]);
        }

        float[] recorded = Columns(Recorded(excise.Recording, excise.From, null, site), units);
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

            Put(site, new AdjustAction(index, adjust.How, units, Columns(Wide(from, site), units), units.Length, adjust.Steps));
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
        Site[] sites = [.. patch.Site.Sites.Select(Checked)];
        CheckSteps(patch.Steps);
        CheckEdge(patch.Edge, sites);
        if (sites.Length > 1 && sites.FirstOrDefault(site => !site.IsOfLayer) is { IsOfLayer: false } other && sites.Contains(other))
        {
            throw Fault($"names {other} with other sites: several together are sites of layers.");
        }

        if (patch.From is not null && sites.Length > 1)
        {
            throw Fault($"has values of one site from memory for {patch.Site}: give a recording as Source.");
        }

        SiteValues[] recorded = [.. sites.Select(site => Recorded(patch.Recording, patch.From, patch.Source, site))];
        int first = patch.AtStep ?? patch.Steps.First;
        int steps = recorded[0].Steps;
        if (first < 0 || first >= steps)
        {
            throw Fault($"begins at step {first} of a recording of {steps} steps, 0 to {steps - 1}.");
        }

        RecordedSteps taken = new(patch.Steps, first - patch.Steps.First, steps);
        if (BasisOf(patch, sites) is { } basis)
        {
            AddAlong(patch, basis, sites, recorded, taken);
            return;
        }

        for (int n = 0; n < sites.Length; n++)
        {
            Put(sites[n], new PatchAction(index, Units(patch.Units, sites[n]), recorded[n], taken), patch.Edge);
        }
    }

    private void AddAlong(Patch patch, Directions basis, Site[] sites, SiteValues[] recorded, RecordedSteps taken)
    {
        if (patch.Units.Units is not null || patch.Units.Tokens is not null)
        {
            throw Fault("moves along directions and names units: directions are of all units.");
        }

        if (sites.Length == 1)
        {
            Put(sites[0], new AlongAction(index, basis, recorded[0], taken), patch.Edge);
        }
        else if (patch.Edge == Edge.Recurrent)
        {
            between.Add(new AlongMemoryAction(index, basis, sites, recorded, taken));
        }
        else
        {
            throw Fault(
                "moves several sites along directions that they share, which can be done at a step's end alone: give it the edge recurrent."
            );
        }
    }

    private Directions? BasisOf(Patch patch, Site[] sites)
    {
        if (patch.Directions is null && patch.Along is null)
        {
            return null;
        }

        if (patch.Directions is not null && patch.Along is not null)
        {
            throw Fault($"names the directions '{patch.Directions}' and has directions from memory: give one of them.");
        }

        SiteValues rows =
            patch.Along
            ?? directions?.Invoke(patch.Directions!)
            ?? throw Fault($"names the directions '{patch.Directions}', and there are none here.");
        int width = sites.Sum(UnitsOf);
        if (rows.Width != width)
        {
            throw Fault(
                $"has directions of {rows.Width} values for {patch.Site}, which {(sites.Length == 1 ? "has" : "have together")} {width}."
            );
        }

        try
        {
            return new Directions(rows);
        }
        catch (FormatException e)
        {
            throw Fault(e.Message);
        }
    }

    private void CheckEdge(Edge edge, Site[] sites)
    {
        if (edge == Edge.Both)
        {
            return;
        }

        foreach (Site site in sites)
        {
            if (site.Kind != SiteKind.Hidden && !(site.Kind == SiteKind.Cell && edge == Edge.Recurrent))
            {
                throw Fault(
                    $"acts at {site} along the edge {(edge == Edge.Up ? "up: only h of a layer goes up" : "recurrent: only c and h of a layer go on to the next step")}."
                );
            }
        }
    }

    /// <summary>What a site held in a recording that is named or handed over, or the values given for it, [T, W].</summary>
    private SiteValues Recorded(string? name, SiteValues? from, TuneRecording? source, Site site)
    {
        if ((name is null ? 0 : 1) + (from is null ? 0 : 1) + (source is null ? 0 : 1) > 1)
        {
            throw Fault(
                name is null
                    ? "has a recording and values from memory: give one of them."
                    : $"names the recording '{name}' and has values from memory: give one of them."
            );
        }

        if (from is not null)
        {
            return Wide(from, site);
        }

        if (name is null && source is null)
        {
            throw Fault("names no recording.");
        }

        TuneRecording recording =
            source ?? recordings?.Invoke(name!) ?? throw Fault($"names the recording '{name}', and there are none here.");
        string what = name is null ? "has a recording" : $"names the recording '{name}'";
        if (recording.Facts.Shape != model.Shape)
        {
            throw Fault($"{what} of a network of {recording.Facts.Shape}; this one has {model.Shape}.");
        }

        if (site == Site.Input)
        {
            float[] values = new float[recording.Steps * model.Shape.Tokens];
            for (int step = 0; step < recording.Steps; step++)
            {
                values[(step * model.Shape.Tokens) + recording.Input[step].Index] = 1;
            }

            return new SiteValues(values, model.Shape.Tokens);
        }

        return recording.Kinds.Contains(site.Kind)
            ? recording[site]
            : throw Fault($"{what}, which does not hold {site}: record it again with --sites all.");
    }

    private SiteValues Wide(SiteValues from, Site site) =>
        from.Width == UnitsOf(site)
            ? from
            : throw Fault($"has values of {from.Width} units from memory for {site}, which has {UnitsOf(site)}.");

    /// <summary>The values of some units, [T, units].</summary>
    private static float[] Columns(SiteValues from, int[] units)
    {
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

    private Site Checked(Site site) =>
        !site.IsOfLayer || (site.Layer >= 1 && site.Layer <= model.Shape.Layers)
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
            return site.IsOfLayer
                ? throw Fault($"names tokens at {site}, which has units: give their numbers.")
                : [.. tokens.Select(TokenIndex)];
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

    private int TokenIndex(string text) =>
        model.Vocabulary.TryFind(text, out Token token) ? token.Index : throw Fault($"names '{text}', which is no token of the model.");

    private void Put(Site site, SiteAction action, Edge edge = Edge.Both)
    {
        seeds[index] = action.Seed ?? seeds[index];
        if (edge == Edge.Recurrent)
        {
            between.Add(new SiteMemoryAction(site, action));
            return;
        }

        if (!actions.TryGetValue(site, out List<SiteAction>? of))
        {
            actions[site] = of = [];
        }

        of.Add(edge == Edge.Up ? new UpAction(action) : action);
    }

    private PlanFormatException Fault(string what) => new(index, $"{where} {what}");
}
