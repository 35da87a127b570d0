using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Lilt.Assessment;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Results;

/// <summary>A sweep's page: its form with the effects in it. What it holds, <c>web/sweep/data.ts</c> says.</summary>
public static class SweepPage
{
    private const string TitlePlace = "{{LILT_TITLE}}";
    private const string SweepPlace = "{{LILT_SWEEP}}";

    /// <summary>The form, filled.</summary>
    /// <param name="form">With one place for the title and one for the sweep.</param>
    /// <param name="folder">The sweep.</param>
    /// <param name="effects">Its effects.</param>
    /// <exception cref="ArgumentException">The form has not these places.</exception>
    public static string Fill(string form, SweepFolder folder, IReadOnlyList<ConditionEffect> effects)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(effects);
        string[] parts = form.Split(SweepPlace);
        if (parts.Length != 2 || !parts[0].Contains(TitlePlace, StringComparison.Ordinal))
        {
            throw new ArgumentException("The form of a sweep's page has not one place for the title and one for the sweep.", nameof(form));
        }

        string title = string.Create(
            CultureInfo.InvariantCulture,
            $"A sweep of {effects.Count:N0} plans and networks, {folder.Plan.Seeds:N0} seeds"
        );

        // The writer's default encoder leaves no '<' as it is, which could end the script element.
        return parts[0].Replace(TitlePlace, WebUtility.HtmlEncode(title), StringComparison.Ordinal)
            + Json(title, folder.Plan, effects)
            + parts[1];
    }

    private static string Json(string title, SweepPlan sweep, IReadOnlyList<ConditionEffect> effects)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.WriteNumber("seeds", sweep.Seeds);
            json.WriteStartArray("headers");
            foreach (string header in sweep.Headers)
            {
                json.WriteStringValue(header);
            }

            json.WriteEndArray();
            json.WriteNumber("missing", Math.Max(0, Expected(sweep) - effects.Count));
            json.WriteStartArray("figures");
            foreach ((string name, string label, FigureUnit unit) in PairedTunes.Figures)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("label", label);
                json.WriteString("unit", SweepPlanText.Word(unit));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("conditions");
            foreach (ConditionEffect effect in effects)
            {
                Write(effect, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Every plan but that of the network as it is.
    private static long Expected(SweepPlan sweep) => sweep.Models.Sum(model => (sweep.PlansFor(model) - 1) * sweep.Temperatures.Count);

    private static void Write(ConditionEffect effect, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("model", effect.Model);
        json.WriteNumber("temperature", PointColumns.AsWritten(effect.Temperature));
        json.WriteString("plan", effect.Plan);
        json.WriteStartArray("effects");
        foreach ((int place, EffectFigure of) in effect.Effect.Figures.Index())
        {
            json.WriteStartArray();
            foreach (
                double value in (ReadOnlySpan<double>)
                    [of.Baseline, of.Operated, of.Difference.Value, of.Difference.Low, of.Difference.High, effect.P[place], effect.Q[place]]
            )
            {
                if (double.IsFinite(value))
                {
                    // Six digits are more than a picture shows.
                    json.WriteRawValue(value.ToString("G6", CultureInfo.InvariantCulture));
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
