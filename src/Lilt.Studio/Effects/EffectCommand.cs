using System.Globalization;
using Lilt.Studies;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Effects;

/// <summary>The command line that makes an effect again.</summary>
internal static class EffectCommand
{
    /// <summary>The command, the plan lying beside it as <see cref="TuneCommand.PlanFile"/>.</summary>
    /// <param name="effect">What was asked for.</param>
    /// <param name="prime">Its beginning as tokens.</param>
    /// <param name="model">The model's name or file; null for the one that is taken unless told otherwise.</param>
    public static string Of(EffectRequest effect, string prime, string? model) =>
        "lilt effect"
        + (model is null ? "" : $" --model {ShellWord.Of(model)}")
        + string.Create(CultureInfo.InvariantCulture, $" --plan {TuneCommand.PlanFile} --seed {effect.Seed} --tunes {effect.Tunes}")
        + TuneCommand.Drawing(effect.Temperature, prime, effect.Generator, effect.Limit);
}
