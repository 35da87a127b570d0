using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;

namespace Lilt.Sweeping.Tests;

/// <summary>A folder with a small network, and sweeps of it.</summary>
public sealed class SweepPlace : IDisposable
{
    /// <summary>Two headers, two temperatures, four plans of which one draws: 16 conditions of seven tunes, in shards of about ten.</summary>
    public const string Grid = """
        {"task":"assess","models":["model.safetensors"],
         "plans":["none",
                  {"name":"drawn","operations":[{"op":"stimulate","weights":[0.7,0.3],"seed":3}]},
                  {"cut":"random sets","layer":1,"units":5,"sets":2,"seed":9}],
         "seeds":{"from":40,"count":7},"temperatures":[1,0.7],"headers":["M:4/4 K:Cmaj","M:6/8 K:Cmaj"],"limit":80,"tunesAShard":10}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-sweep-").FullName;

    public SweepPlace() => WriteModel("model.safetensors", -3);

    public string this[string name] => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Writes a network; another end bias is another network.</summary>
    public void WriteModel(string name, float end) =>
        ModelFile.Write(WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj"], 2, 24, WanderingModel.Bars, end), this[name]);

    public SweepPlan Read(string json) => SweepPlanReader.Read(json, folder, _ => null, "plan.json");

    public SweepFolder Begin(string name, string json = Grid, string? store = null) => SweepFolder.Begin(this[name], Read(json), store);

    /// <summary>The bytes of every table of a sweep, by name.</summary>
    public static Dictionary<string, byte[]> Tables(SweepFolder sweep) =>
        sweep.Shards.All().Where(sweep.Store.Has).ToDictionary(shard => shard.Name, shard => File.ReadAllBytes(sweep.Store.PathOf(shard)));

    /// <summary>The answer to a question, a line a row.</summary>
    public static List<object?[]> Ask(SweepFolder sweep, string sql)
    {
        List<object?[]> answer = [];
        TableQuestion.Ask(sweep, sql, (_, rows) => answer.AddRange(rows));
        return answer;
    }
}
