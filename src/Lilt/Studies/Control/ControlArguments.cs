using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Studies.Control;

/// <summary>Checks what a control is asked for, before any work.</summary>
internal static class ControlArguments
{
    public static void Check(Model model, ControlOptions options, IReadOnlyList<ControlTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Tunes, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ClosedTunes, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Sets, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ClosedSets, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Resamples, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Limit, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        if (!(options.Temperature > 0) || !float.IsFinite(options.Temperature))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Temperature, "A temperature is over 0.");
        }

        if (TokenKinds.Select(model.Vocabulary, TokenKind.Measure).Count == 0)
        {
            throw new ArgumentException("The model has no measure tokens: there is no counting to control.", nameof(model));
        }

        Token? strange = options
            .Header.Cast<Token?>()
            .FirstOrDefault(token => token!.Value.Index < 0 || token.Value.Index >= model.Vocabulary.Count);
        if (strange is { } outside)
        {
            throw new ArgumentException(
                $"The header holds token {outside}, and the model has {model.Vocabulary.Count} tokens.",
                nameof(options)
            );
        }

        if (targets.Count == 0)
        {
            throw new ArgumentException("There is no target: nothing was cut.", nameof(targets));
        }

        HashSet<int> layers = [];
        foreach (ControlTarget target in targets)
        {
            Check(target, model.Shape);
            if (!layers.Add(target.Layer))
            {
                throw new ArgumentException($"Layer {target.Layer} has two targets.", nameof(targets));
            }
        }
    }

    private static void Check(ControlTarget target, NetworkShape shape)
    {
        if (target.Layer < 1 || target.Layer > shape.Layers)
        {
            throw new ArgumentException(
                $"A target is in layer {target.Layer}, and the model has layers 1 to {shape.Layers}.",
                nameof(target)
            );
        }

        if (target.Units.Count == 0)
        {
            throw new ArgumentException($"The target in layer {target.Layer} holds no unit.", nameof(target));
        }

        HashSet<int> units = [];
        foreach (int unit in target.Units)
        {
            if (unit < 0 || unit >= shape.Units || !units.Add(unit))
            {
                throw new ArgumentException(
                    $"The target in layer {target.Layer} holds unit {unit}, which it holds twice or the layer lacks: units are 0 to {shape.Units - 1}.",
                    nameof(target)
                );
            }
        }
    }
}
