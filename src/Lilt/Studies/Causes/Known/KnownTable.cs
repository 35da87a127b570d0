using System.Globalization;
using System.Text.Json;
using Lilt.Studies.Causes.Figures;
using MathNet.Numerics.Distributions;

namespace Lilt.Studies.Causes.Known;

/// <summary>What the study said of networks of known answer when they were last tried: a table that the library carries.</summary>
/// <param name="Units">H of every network.</param>
/// <param name="Builds">How many builds of each shape that counts.</param>
/// <param name="NullBuilds">How many builds of each kind that counts nothing.</param>
/// <param name="Networks">What was found.</param>
internal sealed record KnownTable(int Units, int Builds, int NullBuilds, IReadOnlyList<KnownNetwork> Networks)
{
    private const string Resource = "Lilt.Studies.Causes.Known.known-answers.json";
    private const double Confidence = 0.95;

    /// <summary>The table that the library carries.</summary>
    public static KnownTable Carried()
    {
        using Stream stream =
            typeof(KnownTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without {Resource}.");
        return JsonSerializer.Deserialize(stream, KnownJson.Default.KnownTable)
            ?? throw new InvalidOperationException($"{Resource} holds nothing.");
    }

    /// <summary>As the file has it: a network a line.</summary>
    public string Text()
    {
        string text = JsonSerializer.Serialize(this, KnownJson.Default.KnownTable);
        return text.Replace("[{", "[\n{", StringComparison.Ordinal).Replace("},{", "},\n{", StringComparison.Ordinal) + "\n";
    }

    /// <summary>As docs/causes.md has it: a line a kind, those that count nothing too.</summary>
    public IEnumerable<string> Lines() =>
        [
            "| planted | networks | right | undetermined | wrong | given a keeper | what is undetermined |",
            "|---|---|---|---|---|---|---|",
            .. Rows()
                .Select(of =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {of.Kind} | {of.Networks} | {of.Right} | {of.Undetermined} | {of.Wrong} | {of.Keepers} | {of.Open} |"
                    )
                ),
        ];

    /// <summary>The networks that count nothing.</summary>
    public IReadOnlyList<KnownNetwork> Nulls => [.. Networks.Where(of => !of.Counts)];

    /// <summary>How many of those are given a layer that keeps a count.</summary>
    public int FalseKeepers => Nulls.Count(of => of.HasKeeper);

    /// <summary>What the share of false keepers is under, with 95 % confidence.</summary>
    /// <remarks>
    /// The one-sided exact bound of a binomial share; for none of n it is 1 − 0.05^(1/n). Source: C. Clopper and E. Pearson, "The use of
    /// confidence or fiducial limits", Biometrika 26(4), 1934.
    /// </remarks>
    public double FalseKeepersUnder =>
        Nulls.Count == 0 || FalseKeepers == Nulls.Count ? 1 : Beta.InvCDF(FalseKeepers + 1, Nulls.Count - FalseKeepers, Confidence);

    /// <summary>A kind each, in the order of the table.</summary>
    public IReadOnlyList<KnownAnswer> Rows() =>
        [
            .. Networks
                .GroupBy(of => of.Kind)
                .Select(of => new KnownAnswer(
                    of.Key,
                    of.First().Counts,
                    of.Count(),
                    of.Sum(one => one.Right),
                    of.Sum(one => one.Undetermined),
                    of.Sum(one => one.Wrong),
                    of.Count(one => one.HasKeeper),
                    Open([.. of])
                )),
        ];

    /// <summary>The figure.</summary>
    /// <param name="command">What makes the study.</param>
    public KnownAnswersFigure Figure(string command)
    {
        KnownNetwork[] counting = [.. Networks.Where(of => of.Counts)];
        return new KnownAnswersFigure
        {
            Rows = Rows(),
            Units = Units,
            Builds = Builds,
            NullBuilds = NullBuilds,
            Nulls = Nulls.Count,
            FalseKeepers = FalseKeepers,
            FalseKeepersUnder = FalseKeepersUnder,
            Article = null,
            Here =
                $"Of {NumberText.Number(counting.Length)} networks in which a count was planted, {NumberText.Number(counting.Sum(of => of.Right))} verdicts say what is true, {NumberText.Number(counting.Sum(of => of.Undetermined))} nothing and {NumberText.Number(counting.Sum(of => of.Wrong))} what is not; of {NumberText.Number(Nulls.Count)} that count nothing, {NumberText.Number(FalseKeepers)} are given a layer that keeps a count (under {NumberText.Share(FalseKeepersUnder)}, with 95 % confidence).",
            Caption =
                "What was planted, and what the quick study said of it when Lilt was made: three claims of each of three layers, and what is counted. Networks that count nothing read tunes of one that does. Undetermined is right where nothing can be told.",
            Command = command,
            Files = ["known-answers.csv"],
        };
    }

    // What of the verdicts says nothing, and how often.
    private static string Open(KnownNetwork[] of)
    {
        (string What, int Count)[] open =
        [
            ("keeps", of.Sum(one => one.Keeps.Count(letter => letter == 'u'))),
            ("sets", of.Sum(one => one.Sets.Count(letter => letter == 'u'))),
            ("hands on", of.Sum(one => one.HandsOn.Count(letter => letter == 'u'))),
            ("counted", of.Count(one => one.Counted == EnumWords.Of(CountedThing.Undetermined))),
        ];
        return string.Join(", ", open.Where(one => one.Count > 0).Select(one => $"{one.What} {NumberText.Number(one.Count)}"));
    }
}
