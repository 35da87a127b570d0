using System.Net;
using System.Text;
using System.Text.Json;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Tunes;

/// <summary>One page that shows tunes without the studio.</summary>
internal sealed class HandoutPage(StudioOptions options, SessionStore store, TuneViews views, TuneReplay replay, StudioPlans plans)
{
    /// <summary>The page's form, among the built page's files; it holds each of the places below once.</summary>
    public const string FormFile = "handout.html";

    /// <summary>Where the form takes a title.</summary>
    public const string Title = "{{LILT_TITLE}}";

    /// <summary>Where it takes tunes; <c>null</c> for none.</summary>
    public const string Data = "{{LILT_HANDOUT}}";

    private const string Schema = "lilt-handout/1";

    /// <summary>Gathers what the page shows.</summary>
    /// <param name="session">The session's id.</param>
    /// <param name="tunes">Ids of its tunes with commas between, in the order in which they are shown.</param>
    /// <param name="key">The tonic that they are shown in; null for each tune's.</param>
    /// <param name="cancellation">Ends the gathering.</param>
    public async Task<Handout> MakeAsync(string session, string tunes, string? key, CancellationToken cancellation)
    {
        SessionView of = store.Session(session);
        string[] ids = tunes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length == 0 || ids.Length > options.Bounds.TunesAHandout)
        {
            throw StudioException.Bad($"A handout has 1 to {options.Bounds.TunesAHandout} tunes: give their ids with commas between.");
        }

        List<(TuneView View, UnitSequences[] Layers)> read = [];
        foreach (string id in ids)
        {
            TuneView view = views.Of(id, key);
            if (view.Session != session)
            {
                throw StudioException.Bad("A tune of the handout is of another session: take tunes of one session.");
            }

            TuneRecording recording = await replay.GetAsync(id, cancellation);
            read.Add(
                (view, [.. Enumerable.Range(1, recording.Facts.Layers).Select(layer => RecordedSite.Sequences(recording, "h", layer))])
            );
        }

        // Pictures of a layer are held against each other: they have one scale.
        double[] ends =
        [
            .. Enumerable
                .Range(0, read.Max(tune => tune.Layers.Length))
                .Select(layer => Matrix8.End(read.Where(tune => layer < tune.Layers.Length).Max(tune => Largest(tune.Layers[layer])))),
        ];
        return new Handout(
            Schema,
            of.Name,
            options.Version,
            DateTime.UtcNow,
            [
                .. read.Select(tune => new HandoutTune(
                    tune.View,
                    read.Find(other => other.View.Id == tune.View.Baseline) is { View: { } baseline }
                        ? tune.View.Tune.FirstDivergence(baseline.Tune)
                        : null,
                    [.. tune.Layers.Select((h, layer) => Picture(h, layer + 1, ends[layer]))],
                    plans.Read(tune.View.Plan) is { } plan ? StudioPlans.Sentences(plan) : []
                )),
            ]
        );
    }

    /// <summary>The whole page.</summary>
    /// <exception cref="StudioException">The page was not built.</exception>
    public string Fill(Handout handout)
    {
        string path = Path.Combine(options.PageFolder, FormFile);
        if (!File.Exists(path))
        {
            throw new StudioException(StatusCodes.Status503ServiceUnavailable, PageFiles.NotBuilt);
        }

        string form = File.ReadAllText(path, Encoding.UTF8);
        string data = JsonSerializer.Serialize(handout, StudioJson.Options).Replace("<", "\\u003c", StringComparison.Ordinal);

        // The data last and at its one place: a text in it may look like a place.
        int at = form.IndexOf(Data, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"{path} does not hold {Data}.");
        }

        string title = WebUtility.HtmlEncode(handout.Title);
        return form[..at].Replace(Title, title, StringComparison.Ordinal)
            + data
            + form[(at + Data.Length)..].Replace(Title, title, StringComparison.Ordinal);
    }

    private static float Largest(UnitSequences h)
    {
        float largest = 0;
        for (int step = 0; step < h.Steps; step++)
        {
            foreach (float value in h.Step(step))
            {
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        return largest;
    }

    private static HandoutPicture Picture(UnitSequences h, int layer, double end) =>
        new("h", layer, Matrix8.Of(h.Units, h.Steps, -end, end, (unit, step) => h.Step(step)[unit], null));
}
