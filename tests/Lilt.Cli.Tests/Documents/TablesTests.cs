using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Planting.Causes;
using Lilt.Tests;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests.Documents;

/// <summary>
/// Every table of options, columns and members in the documents, beside what the program has or writes: none too many, none missing.
/// </summary>
public sealed partial class TablesTests(Specimens specimens) : IClassFixture<Specimens>
{
    /// <summary>Members whose own members are named by the data.</summary>
    private static readonly string[] NamedByData = ["provenance", "conventions"];

    private static readonly string[] Fills = ["zero", "mean", "resample", "freeze"];

    /// <summary>An operation of each name that a plan may hold, as short as it may be.</summary>
    private static readonly Dictionary<string, string> Shortest = new()
    {
        ["excise"] = """ "layer":1,"units":"all" """,
        ["clamp"] = """ "site":"L1.h","units":"all","value":0 """,
        ["add"] = """ "site":"L1.h","units":"all","value":0 """,
        ["scale"] = """ "site":"L1.h","units":"all","value":0 """,
        ["stimulate"] = "",
        ["bias"] = """ "tokens":{"|":1} """,
        ["forbid"] = """ "tokens":["|"] """,
        ["patch"] = """ "site":"L1.h","units":"all","recording":"tune.npz" """,
    };

    [Fact]
    public void Verbs_OfReadme_AreThoseOfTheCommandLine() =>
        AssertSame(
            "README.md",
            Leaves(CommandLine.Root(), []),
            new Document("README.md").Table("verb", "does").SelectMany(row => Document.Codes(row[0]))
        );

    [Fact]
    public void Options_OfTheStudio_AreThoseOfServe() =>
        AssertSame(
            "docs/studio.md",
            CommandLine.Root().Subcommands.Single(verb => verb.Name == "serve").Options.Select(option => option.Name),
            new Document("docs/studio.md")
                .Table("option", "means")
                .SelectMany(row => Document.Codes(row[0]))
                .Select(code => code.Split(' ')[0])
        );

    [Fact]
    public void Addresses_OfTheStudio_AreThoseOfItsApi()
    {
        using JsonDocument api = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Folder, "web/studio/api/openapi.json")));

        AssertSame(
            "docs/studio.md",
            api.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name),
            new Document("docs/studio.md")
                .Table("address", "what it is")
                .SelectMany(row => Document.Codes(row[0]))
                .Select(code => code.Split(' ')[^1])
                .Where(address => address.StartsWith("/api/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Columns_OfATrainingLog_AreThoseWritten() =>
        Assert.Equal(
            File.ReadLines(Path.Combine(specimens.Run, "log.csv")).First().Split(','),
            new Document("docs/file-formats.md").Table("column of `log.csv`", "holds").SelectMany(row => Document.Codes(row[0]))
        );

    [Fact]
    public void Sites_OfTheModel_AreThoseThatAProbeSeesInTheirOrder()
    {
        List<string> seen = [];
        SiteNames probe = new(seen);
        Model model = ModelFile.Read(Path.Combine(Checkout.Folder, "models", "default.safetensors"));
        using StepBatch batch = new(model, 1);
        batch.Reset(0, ref probe);
        batch.SetInput(0, model.Vocabulary.Start);
        batch.Step([0], 1f, ref probe);

        Assert.Equal(
            seen.Select(site => Layer().Replace(site, "L<n>")).Distinct(),
            new Document("docs/model.md").Table("site", "shape").SelectMany(row => Document.Codes(row[0]))
        );
    }

    private readonly struct SiteNames(List<string> seen) : IStepProbe
    {
        public static bool Watches => true;

        public bool Visit(int slot, int step, Site site, Span<float> values)
        {
            if (step >= 0)
            {
                seen.Add(site.ToString());
            }

            return false;
        }
    }

    [GeneratedRegex("^L[0-9]+")]
    private static partial Regex Layer();

    [Fact]
    public void Kinds_OfPlanting_AreThoseOfPlant()
    {
        IReadOnlyList<string[]> rows = new Document("docs/planting.md").Table("kind", "keeper");

        AssertSame(
            "docs/planting.md",
            Enum.GetNames<CausalKind>().Select(name => name.ToLowerInvariant()),
            rows.SelectMany(row => Document.Codes(row[0]))
        );
        Assert.All(
            rows,
            row =>
                Assert.Equal(
                    string.Join(", ", CausalKinds.Keepers(Enum.Parse<CausalKind>(Document.Codes(row[0]).Single(), ignoreCase: true)))
                        .Replace("0", "", StringComparison.Ordinal),
                    row[1]
                )
        );
    }

    [Fact]
    public void Facts_OfAPlantedNetwork_AreThoseOfItsFile() =>
        AssertSame(
            "docs/planting.md",
            CausalNetwork
                .Make(CausalKind.Durations, 2, CausalNetwork.FewestUnits, 1)
                .Model.Provenance.Facts.Keys.Select(name => NumberBetween().Replace(name, ".N."))
                .Distinct(),
            new Document("docs/planting.md").Table("fact", "holds").SelectMany(row => Document.Codes(row[0]))
        );

    [Fact]
    public void Columns_OfATable_AreThoseOfTheFile()
    {
        Dictionary<string, string> said = [];
        foreach (string[] row in new Document("docs/tables.md").Table("file", "columns"))
        {
            foreach ((string file, string columns) in Document.Codes(row[0]).Zip(row[1].Split("; ")))
            {
                said.Add(file, columns.Replace(", ", ",", StringComparison.Ordinal));
            }
        }

        Dictionary<string, string> written = Directory
            .GetFiles(specimens.Study, "*.csv")
            .ToDictionary(path => Path.GetFileName(path), path => File.ReadLines(path).First());
        AssertSame("docs/tables.md", written.Keys, said.Keys);
        Assert.All(written, table => Assert.Equal((table.Key, table.Value), (table.Key, said[table.Key])));
        Assert.All(
            Directory.GetFiles(specimens.Look, "*.csv"),
            path => Assert.Equal(File.ReadLines(path).First(), said[Path.GetFileName(path)])
        );
    }

    [Fact]
    public void Members_OfJson_AreThoseThatTheVerbWrites()
    {
        Dictionary<string, string[]> said = new Document("docs/tables.md")
            .Table("command", "document")
            .ToDictionary(
                row => Document.Codes(row[0])[0].Split(' ')[0],
                row => Document.Codes(row[1]).Where(code => MemberName().IsMatch(code)).ToArray()
            );
        AssertSame("docs/tables.md", specimens.Json.Keys, said.Keys);
        foreach ((string verb, string json) in specimens.Json)
        {
            using JsonDocument document = JsonDocument.Parse(json);
            AssertSame($"docs/tables.md, {verb} --json", Members(document.RootElement), said[verb]);
        }
    }

    [Fact]
    public void Files_OfAStudy_AreThoseOfItsFolder()
    {
        IReadOnlyList<string[]> rows = new Document("docs/study.md").Table("file", "what it holds");
        string[] patterns = [.. rows.SelectMany(row => Document.Codes(row[0]))];
        string[] files =
        [
            .. Directory
                .GetFiles(specimens.Study, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(specimens.Study, path).Replace('\\', '/')),
        ];
        bool Fits(string pattern, string file) =>
            Regex.IsMatch(file, $"^{Regex.Escape(pattern).Replace("\\*", "[^/]*", StringComparison.Ordinal)}$");

        Assert.All(files, file => Assert.True(patterns.Any(pattern => Fits(pattern, file)), $"docs/study.md: {file} is missing"));
        Assert.All(
            patterns.Where(pattern => pattern != "index.html"),
            pattern => Assert.True(files.Any(file => Fits(pattern, file)), $"docs/study.md: no study has {pattern}")
        );

        string tables = rows.Single(row => row[0] == "`*.csv`")[1];
        AssertSame(
            "docs/study.md, *.csv",
            files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)),
            TableName()
                .Matches(
                    Brackets()
                        .Replace(tables[(tables.IndexOf(": ", StringComparison.Ordinal) + 1)..], "")
                        .Replace("and with the control ", "", StringComparison.Ordinal)
                )
                .Select(match => match.Value)
        );
        AssertSame(
            "docs/study.md, spectra.npz",
            Arrays(Path.Combine(specimens.Study, "spectra.npz")),
            Document.Codes(rows.Single(row => row[0] == "`spectra.npz`")[1])
        );
    }

    [Fact]
    public void Members_OfARecording_AreThoseOfTheFile()
    {
        Document document = new("docs/file-formats.md");
        using ZipArchive archive = ZipFile.OpenRead(specimens.Recording);
        AssertSame(
            "docs/file-formats.md, recordings",
            archive.Entries.Select(entry => entry.FullName),
            document.Table("member", "shape, type").SelectMany(row => Document.Codes(row[0]))
        );

        using JsonDocument facts = JsonDocument.Parse(archive.GetEntry("meta.json")!.Open());
        AssertSame(
            "docs/file-formats.md, meta.json",
            facts.RootElement.EnumerateObject().Select(member => member.Name),
            document.Table("`meta.json`", "holds").SelectMany(row => Document.Codes(row[0]))
        );
    }

    [Fact]
    public void Tensors_OfSafetensors_AreThoseOfTheFile()
    {
        byte[] bytes = File.ReadAllBytes(specimens.Converted);
        using JsonDocument header = JsonDocument.Parse(Encoding.UTF8.GetString(bytes, sizeof(long), (int)BitConverter.ToInt64(bytes)));
        string[] tensors = [.. header.RootElement.EnumerateObject().Select(tensor => tensor.Name).Where(name => name != "__metadata__")];

        AssertSame(
            "docs/file-formats.md, safetensors",
            tensors.Select(AnyLayerAndGate).Distinct(),
            new Document("docs/file-formats.md")
                .Table("tensor", "shape")
                .SelectMany(row => Document.Codes(row[0]))
                .Where(code => code.Contains('.'))
        );
    }

    [Fact]
    public void Files_OfATrainingRun_AreThoseOfItsFolder() =>
        AssertSame(
            "docs/file-formats.md, a training run's folder",
            Directory.GetFiles(specimens.Run).Select(path => Path.GetFileName(path)),
            new Document("docs/file-formats.md").Table("file", "what").SelectMany(row => Document.Codes(row[0]))
        );

    [Fact]
    public void Members_OfOperations_AreThoseThatAPlanTakes()
    {
        Dictionary<string, string> said = [];
        foreach (string[] row in new Document("docs/operations.md").Table("operation", "members"))
        {
            // What stands in brackets is a default.
            Array.ForEach([.. Document.Codes(row[0])], name => said.Add(name, Brackets().Replace(row[1], "")));
        }

        AssertSame("docs/operations.md", Named(""" {"op":"no such"} """, "one of "), said.Keys);
        Assert.All(
            said,
            operation => AssertSame($"docs/operations.md, {operation.Key}", Taken(operation.Key), Document.Codes(operation.Value))
        );
    }

    [Fact]
    public void Members_OfTheSchemaOfPlans_AreThoseThatAPlanTakes()
    {
        CodeBlock schema = new Document("docs/operations.md").Blocks.Single(block =>
            block.Text.Contains("$schema", StringComparison.Ordinal)
        );
        using JsonDocument document = JsonDocument.Parse(schema.Text);
        Dictionary<string, string[]> said = [];
        foreach (
            JsonElement definition in document.RootElement.GetProperty("$defs").EnumerateObject().Select(definition => definition.Value)
        )
        {
            if (
                definition.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty("op", out JsonElement name)
            )
            {
                string[] members = [.. Properties(definition).Where(member => member != "op").Distinct()];
                string[] names = name.TryGetProperty("enum", out JsonElement several)
                    ? [.. several.EnumerateArray().Select(one => one.GetString()!)]
                    : [name.GetProperty("const").GetString()!];
                Array.ForEach(names, operation => said.Add(operation, members));
            }
        }

        AssertSame("docs/operations.md, schema", Shortest.Keys, said.Keys);
        Assert.All(said, operation => AssertSame($"docs/operations.md, schema of {operation.Key}", Taken(operation.Key), operation.Value));
    }

    private static void AssertSame(string where, IEnumerable<string> program, IEnumerable<string> document)
    {
        string[] has = [.. program.Distinct()];
        string[] says = [.. document.Distinct()];
        Assert.True(has.Length > 0, $"{where}: nothing to compare with");
        Assert.True(
            has.ToHashSet().SetEquals(says),
            $"{where}: missing are [{string.Join(", ", has.Except(says))}], too many are [{string.Join(", ", says.Except(has))}]"
        );
    }

    private static IEnumerable<string> Leaves(Command command, string[] names) =>
        command.Subcommands.Count == 0 ? [string.Join(' ', names)] : command.Subcommands.SelectMany(of => Leaves(of, [.. names, of.Name]));

    private static IEnumerable<string> Members(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => NamedByData.Contains(member.Name) ? [member.Name] : Members(member.Value).Prepend(member.Name)),
            _ => [],
        };

    private static IEnumerable<string> Properties(JsonElement definition) =>
        (definition.TryGetProperty("properties", out JsonElement own) ? own.EnumerateObject().Select(member => member.Name) : []).Concat(
            definition.TryGetProperty("oneOf", out JsonElement forms) ? forms.EnumerateArray().SelectMany(Properties) : []
        );

    private static string[] Arrays(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return [.. archive.Entries.Select(entry => Path.GetFileNameWithoutExtension(entry.FullName))];
    }

    private static string AnyLayerAndGate(string tensor) => LayerNumber().Replace(GateLetter().Replace(tensor, ".G."), "layer.N.");

    /// <summary>
    /// The members that an operation takes, as the error of one that it does not take names them; of <c>excise</c> those of every fill.
    /// </summary>
    private static IEnumerable<string> Taken(string operation)
    {
        string rest = Shortest[operation].Trim();
        string[] forms =
            operation == "excise"
                ?
                [
                    .. Fills.Select(fill =>
                        $"{rest},\"fill\":\"{fill}\"{(fill == "zero" ? "" : ",\"recording\":\"tune.npz\"")}{(fill == "freeze" ? ",\"at\":0" : "")}"
                    ),
                ]
                : [rest];
        return forms
            .SelectMany(form => Named($$"""{"op":"{{operation}}",{{(form.Length > 0 ? form + "," : "")}}"noSuchMember":1}""", "it takes "))
            .Where(member => member != "op");
    }

    private static string[] Named(string operation, string before)
    {
        string fault = Assert
            .Throws<PlanFormatException>(() =>
                OperationPlan.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"operations":[{{operation}}]}"""))
            )
            .Message;
        int from = fault.IndexOf(before, StringComparison.Ordinal);
        Assert.True(from >= 0, fault);
        return fault[(from + before.Length)..].TrimEnd('.').Split(", ");
    }

    [GeneratedRegex("^[a-z][A-Za-z]*$")]
    private static partial Regex MemberName();

    [GeneratedRegex("[a-z]+(-[a-z]+)*")]
    private static partial Regex TableName();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\.[ifgo]\.")]
    private static partial Regex GateLetter();

    [GeneratedRegex(@"^layer\.\d+\.")]
    private static partial Regex LayerNumber();

    [GeneratedRegex(@"\.\d+\.")]
    private static partial Regex NumberBetween();
}
