using System.Globalization;
using System.Text;
using System.Text.Json;
using Lilt.Generation;
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
    public static string Of(EffectRequest effect, string prime, string? model)
    {
        StringBuilder command = new("lilt effect");
        if (model is not null)
        {
            command.Append($" --model {ShellWord.Of(model)}");
        }

        command.Append(CultureInfo.InvariantCulture, $" --plan {TuneCommand.PlanFile} --seed {effect.Seed} --tunes {effect.Tunes}");
        if (effect.Temperature != 1)
        {
            command.Append(CultureInfo.InvariantCulture, $" --temperature {effect.Temperature}");
        }

        if (prime.Length > 0)
        {
            command.Append($" --prime {ShellWord.Of(prime)}");
        }

        if (effect.Generator != DrawMode.Independent)
        {
            command.Append($" --rng {JsonNamingPolicy.CamelCase.ConvertName(effect.Generator.ToString())}");
        }

        if (effect.Limit != GenerationOptions.DefaultLimit)
        {
            command.Append(CultureInfo.InvariantCulture, $" --limit {effect.Limit}");
        }

        return command.ToString();
    }
}
