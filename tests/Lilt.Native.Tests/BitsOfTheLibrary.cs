using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Lilt.Alignment;
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Selection;
using Lilt.Spectra;
using Lilt.WeightFiles;

namespace Lilt.Native.Tests;

/// <summary>What bits.py prints, made by the library in this process.</summary>
internal static class BitsOfTheLibrary
{
    private const int Limit = 60;

    /// <summary>The numbers of a model's file, in the order of the script.</summary>
    /// <param name="path">The model.</param>
    /// <param name="plan">JSON.</param>
    public static JsonObject Of(string path, string plan)
    {
        Model model = ModelFile.Read(path);
        OperationPlan cutting = OperationPlan.Parse(plan);
        GeneratedTune tune = Written(model, new() { Seed = 7, Limit = Limit })[0];
        IReadOnlyList<Token?> four = PrimeText.Parse("M:4/4", model.Vocabulary).Tokens;
        TuneRecording read = model.Read(tune.Tokens);
        TuneRecording source = TuneRecordings.Record(model, new() { Seed = 5, Limit = Limit }).Single();
        float[] added = new float[model.Shape.Units];
        Array.Fill(added, 0.25f);
        OperationPlan patch = new(
            Patch.State(source, 6, 1, 9),
            new Adjust
            {
                How = Adjustment.Add,
                Site = Site.H(2),
                Units = UnitSet.All,
                From = new SiteValues(added, added.Length),
            }
        );
        return new JsonObject
        {
            ["shape"] = new JsonArray(model.Shape.Layers, model.Shape.Units, model.Shape.Tokens),
            ["hash"] = model.Hash,
            ["name"] = model.Provenance.Name,
            ["vocabulary"] = Texts(model.Vocabulary.Texts),
            ["kinds"] = Texts(model.Vocabulary.Texts.Select(text => TokenKinds.Of(text).ToString())),
            ["tune"] = Numbers(tune.Tokens.Select(token => token.Index)),
            ["abc"] = Abc(model, tune, null),
            ["moved"] = Abc(model, tune, new Tonic(Letter.D, 0)),
            ["many"] = new JsonArray([
                .. Written(
                        model,
                        new()
                        {
                            Seed = 11,
                            Tunes = 9,
                            Temperature = 0.8f,
                            Prime = four,
                            Limit = Limit,
                        }
                    )
                    .Select(one => new JsonArray(one.Index, (long)one.Seed.Value, one.EndsAtLimit, one.NearDraws, Text(model, one))),
            ]),
            ["webapp"] = Texts(
                Written(
                        model,
                        new()
                        {
                            Seed = 3,
                            Tunes = 2,
                            Mode = DrawMode.Webapp,
                            Prime = [.. four, null],
                            Limit = 40,
                        }
                    )
                    .Select(one => Text(model, one))
            ),
            ["stream"] = Texts(
                Written(
                        model,
                        new()
                        {
                            Seed = 3,
                            Tunes = 2,
                            Mode = DrawMode.Stream,
                            Limit = 40,
                        }
                    )
                    .Select(one => Text(model, one))
            ),
            ["count"] = Counted(MeasureCounter.Count(model.Vocabulary, tune.Tokens)),
            ["read"] = Recorded(read),
            ["text"] = Recorded(model.Read("M:4/4 K:Cmaj C 2 D 2 E F | G 2 c 2 |")),
            ["recorded"] = new JsonArray([
                .. TuneRecordings
                    .Record(
                        model,
                        new()
                        {
                            Seed = 11,
                            Tunes = 2,
                            Prime = four,
                            Limit = Limit,
                        }
                    )
                    .Select(Recorded),
            ]),
            ["cut"] = new JsonArray(
                Text(model, TuneGenerator.Generate(model.With(cutting), new() { Seed = 7, Limit = Limit }).Single()),
                Recorded(model.With(cutting).Read(tune.Tokens))
            ),
            ["patched"] = Recorded(model.With(patch).Read(tune.Tokens)),
            ["band"] = Numbers(UnitOrder.ByBand(read, Site.H(1), new Band(2.5, 6)).Units),
        };
    }

    private static GeneratedTune[] Written(Model model, GenerationOptions options) => [.. TuneGenerator.Generate(model, options)];

    private static string Text(Model model, GeneratedTune tune) => string.Join(' ', tune.Tokens.Select(token => model.Vocabulary[token]));

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonArray Numbers(IEnumerable<int> numbers) => new([.. numbers.Select(number => JsonValue.Create(number))]);

    private static JsonArray Counted(TuneCount count) => new(count.Total, count.Full, count.Counted, count.StrictlyCounted);

    // As `lilt generate --format abc` writes it.
    private static string Abc(Model model, GeneratedTune tune, Tonic? tonic)
    {
        Tune read = TuneReader.Read(Text(model, tune)).Tunes[0];
        string remark = string.Empty;
        if (tonic is { } to)
        {
            TransposedTune moved = Transposer.To(read, to);
            read = moved.Tune ?? read;
            remark = moved.Reason is { } reason ? $"% not moved to {to}: {reason}\n" : string.Empty;
        }

        AbcHeading heading = new() { Number = "1", Title = $"{model.Provenance.Name}, seed {tune.Seed}" };
        return remark + AbcWriter.Write(read, heading) + "\n";
    }

    private static JsonNode Recorded(TuneRecording of)
    {
        JsonObject sites = new()
        {
            ["input"] = Sha(of.Input.Select(token => token.Index).ToArray()),
            ["output"] = Sha(of.Output.Select(token => token.Index).ToArray()),
        };
        foreach (SiteKind kind in of.Kinds)
        {
            sites[RecordedSites.Name(kind)] = Sha(of.Values(kind).ToArray());
        }

        for (int layer = 1; layer <= of.Facts.Layers; layer++)
        {
            for (SiteKind kind = SiteKind.InputGate; kind <= SiteKind.Hidden; kind++)
            {
                Site site = new(kind, layer);
                sites[site.ToString()] = Sha(of[site].ToArray());
            }
        }

        return new JsonObject
        {
            ["steps"] = of.Steps,
            ["text"] = of.Text,
            ["surprise"] = Sha(of.Surprise()),
            ["bar"] = Sha(of.LogProbabilities(TokenKind.Measure)),
            ["places"] = new JsonArray([.. of.Places().Select(Placed)]),
            ["sites"] = sites,
            ["shapes"] = new JsonArray(
                new JsonArray(of.Steps, of.Facts.Units),
                "float32",
                new JsonArray(of.Steps, of.Facts.Vocabulary.Count)
            ),
            ["writable"] = false,
        };
    }

    private static JsonNode Placed(StepPlace place) => new JsonArray(place.Step, place.Measure, place.Onset.ToString(), place.IsBar);

    private static string Sha<T>(T[] values)
        where T : unmanaged => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan())));
}
