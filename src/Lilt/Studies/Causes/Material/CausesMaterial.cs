using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Studies.Causes.Material;

/// <summary>Writes or takes the tunes that a study of causes is made on.</summary>
internal static class CausesMaterial
{
    /// <summary>Where a tune is ended: one that runs on says nothing more of its header.</summary>
    public const int Limit = 400;

    private static readonly string[] UsualMeters = ["4/4", "6/8"];

    /// <summary>The material, one a meter, in the order of the headers.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">What is studied.</param>
    /// <param name="cancellation">Ends the work within a step.</param>
    /// <exception cref="StudyRefusedException">There is no header to write under, or none of the tunes has full measures.</exception>
    public static IReadOnlyList<MeterMaterial> Make(Model model, CausesOptions options, CancellationToken cancellation)
    {
        IReadOnlyList<MeterMaterial> made = options.Given is { } given
            ? Given(model, given)
            : [.. Headers(model.Vocabulary, options).Select(header => Written(model, options, header, cancellation))];
        if (made.All(of => of.Tunes.Count < 2))
        {
            throw new StudyRefusedException(
                made.Count == 0
                    ? "none of the given tunes is in a meter of a fixed measure: give tunes with M: and bars."
                    : $"interchanges need tunes of at least {MeterMaterial.FewestMeasures} full inner measures, and of {made.Sum(of => of.Written)} tunes in {NumberText.List(made.Select(of => of.Meter))} {made.Sum(of => of.Tunes.Count)} has that many ({made.Sum(of => of.FullMeasures)} of {made.Sum(of => of.Measures)} measures are full and inner): take a model that counts measures, or other tunes."
            );
        }

        return [.. made.Where(of => of.Tunes.Count >= 2)];
    }

    /// <summary>The headers that are written under.</summary>
    /// <exception cref="StudyRefusedException">One has no meter of a fixed measure, or the vocabulary has no usual one.</exception>
    public static IReadOnlyList<IReadOnlyList<Token>> Headers(Vocabulary vocabulary, CausesOptions options)
    {
        if (options.Headers.Count > 0)
        {
            foreach (IReadOnlyList<Token> header in options.Headers)
            {
                if (MeterOf(vocabulary, header)?.Measure is null)
                {
                    throw new StudyRefusedException(
                        $"the header '{string.Join(' ', header.Select(token => vocabulary[token]))}' has no meter of a fixed measure: give one with a meter, such as M:4/4."
                    );
                }
            }

            return options.Headers;
        }

        List<IReadOnlyList<Token>> headers = [];
        foreach (string meter in UsualMeters)
        {
            Token[] of = [.. TokenKinds.Select(vocabulary, TokenKind.Meter).Where(token => MeterOf(vocabulary, [token])?.Text == meter)];
            if (of.Length > 0)
            {
                headers.Add([of[0], .. Key(vocabulary)]);
            }
        }

        return headers.Count > 0
            ? headers
            : throw new StudyRefusedException(
                "the model's vocabulary has neither the meter 4/4 nor 6/8: give a header of another meter with --header."
            );
    }

    // A major key on C where there is one: what most networks know best; else none, and the network writes its own.
    private static IEnumerable<Token> Key(Vocabulary vocabulary) =>
        TokenKinds
            .Select(vocabulary, TokenKind.Key)
            .Where(token => vocabulary[token].Trim('[', ']') is "K:Cmaj" or "K:maj" or "K:CMaj" or "K:C")
            .Take(1);

    private static Meter? MeterOf(Vocabulary vocabulary, IReadOnlyList<Token> header) =>
        header
            .Where(token => TokenKinds.Of(vocabulary, token) == TokenKind.Meter)
            .Select(token => Meter.Parse(vocabulary[token].Trim('[', ']')[2..]))
            .FirstOrDefault();

    private static MeterMaterial Written(Model model, CausesOptions options, IReadOnlyList<Token> header, CancellationToken cancellation)
    {
        GenerationOptions generation = new()
        {
            Seed = options.Seed,
            Tunes = options.Tunes,
            Temperature = options.Temperature,
            Prime = [.. header.Select(token => (Token?)token)],
            Limit = Math.Min(Limit, options.Limit),
            Threads = options.Threads,
        };
        Meter meter = MeterOf(model.Vocabulary, header)!;
        return new MeterMaterial(
            meter.Text,
            meter.Measure!.Value,
            [.. TuneGenerator.Generate(model, generation, cancellation).Select(tune => ((Seed?)tune.Seed, new GivenTune(tune.Tokens)))],
            model
        )
        {
            Header = header,
        };
    }

    private static IReadOnlyList<MeterMaterial> Given(Model model, IReadOnlyList<GivenTune> given)
    {
        const int Meters = 2;
        return
        [
            .. given
                .Select(tune => (Tune: tune, Meter: MeterOf(model.Vocabulary, tune.Tokens)))
                .Where(of => of.Meter?.Measure is not null)
                .GroupBy(of => of.Meter!.Text)
                .OrderByDescending(of => of.Count())
                .ThenBy(of => of.Key, StringComparer.Ordinal)
                .Take(Meters)
                .Select(of => new MeterMaterial(
                    of.Key,
                    of.First().Meter!.Measure!.Value,
                    [.. of.Select(one => ((Seed?)null, WithStart(model.Vocabulary, one.Tune)))],
                    model
                )),
        ];
    }

    private static GivenTune WithStart(Vocabulary vocabulary, GivenTune tune) =>
        tune.Tokens.Count > 0 && tune.Tokens[0] == vocabulary.Start ? tune : tune with { Tokens = [vocabulary.Start, .. tune.Tokens] };
}
