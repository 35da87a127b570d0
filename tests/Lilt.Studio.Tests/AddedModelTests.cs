using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Models that are put in by the page.</summary>
public sealed class AddedModelTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-added").FullName;
    private RunningStudio studio = null!;

    private string Added => Path.Combine(folder, "data", "models");

    public async ValueTask InitializeAsync() => studio = await StartAsync(new StudioBounds());

    public async ValueTask DisposeAsync()
    {
        await studio.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Add_File_IsListedWritesAndIsThereAfterARestart()
    {
        JsonNode made = await AddAsync("../../My net (2).safetensors", FileOf(RunningStudio.Network(7)));

        Assert.Equal("My-net--2", made["model"]!["id"]!.GetValue<string>());
        Assert.Equal(("ready", true), (made["model"]!["state"]!.GetValue<string>(), made["model"]!["isAdded"]!.GetValue<bool>()));
        Assert.False(made["isKnown"]!.GetValue<bool>());
        Assert.Equal(["My-net--2.safetensors"], FilesOf(Added));
        Assert.Empty(Directory.GetFiles(folder, "My*", SearchOption.TopDirectoryOnly));

        await studio.DisposeAsync();
        studio = await StartAsync(new StudioBounds());
        Assert.Equal([RunningStudio.Model, "My-net--2", "broken"], await IdsAsync());
        string session = await studio.NewSessionAsync();
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(
            session,
            new JsonObject { ["model"] = "My-net--2", ["limit"] = 20 }
        );
        JsonNode tune = events.Single(of => of.Name == "tune").Data;
        Assert.Equal(RunningStudio.Network(7).Hash, tune["modelHash"]!.GetValue<string>());
        Assert.Contains(Path.Combine(Added, "My-net--2.safetensors"), tune["command"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_DamagedFile_IsToldInTheReadersWordsAndLeavesNothing()
    {
        byte[] whole = FileOf(RunningStudio.Network(7));
        foreach (
            byte[] file in (byte[][])
                [
                    [],
                    whole[..(whole.Length / 2)],
                    "no model at all"u8.ToArray(),
                    [0x80, 2, .. "garbage."u8],
                ]
        )
        {
            using HttpResponseMessage answer = await SendAsync("cut.pkl", file);
            string said = (await BodyAsync(answer))["detail"]!.GetValue<string>();

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.StartsWith("The file cannot be read as a model. cut.pkl, byte ", said, StringComparison.Ordinal);
            Assert.Contains("expected ", said, StringComparison.Ordinal);
        }

        Assert.Equal([RunningStudio.Model, "broken"], await IdsAsync());
        Assert.Empty(Directory.EnumerateFiles(Added, "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Added, "coming")));
        Assert.True((await studio.GetAsync("/api/models"))[0]!["isDefault"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Add_SameFileOrSameWeightsAgain_IsOneEntry()
    {
        byte[] file = FileOf(RunningStudio.Network(7));
        Model other = RunningStudio.Network(7);
        byte[] renamed = FileOf(new Model(other.Vocabulary, other.Weights.Copy(), ModelProvenance.Named("another name")));
        Assert.NotEqual(file, renamed);
        await AddAsync("one.safetensors", file);
        JsonNode again = await AddAsync("two.safetensors", file);
        JsonNode sameWeights = await AddAsync("three.safetensors", renamed);
        JsonNode shipped = await AddAsync("mine.safetensors", await File.ReadAllBytesAsync(studio.ModelFile, Cancellation));

        Assert.Equal(("one", true), Known(again));
        Assert.Equal(("one", true), Known(sameWeights));
        Assert.Equal((RunningStudio.Model, true), Known(shipped));
        Assert.Equal(["one.safetensors"], FilesOf(Added));
    }

    [Fact]
    public async Task Add_PickleAndPackedPickle_AreTheModelThatTheyHold()
    {
        Model model = RunningStudio.Network(7);
        byte[] pickle = PickleWriter.FolkRnn(model, PickleDialect.Python2).ToArray();
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(pickle);
        }

        JsonNode first = await AddAsync("folkrnn_v2.pkl.gz", packed.ToArray());
        JsonNode plain = await AddAsync("plain.pickle", pickle);
        JsonNode written = await AddAsync("written.safetensors", FileOf(model));

        Assert.Equal(("folkrnn_v2", false), Known(first));
        Assert.Equal(model.Hash, first["model"]!["hash"]!.GetValue<string>());
        Assert.Equal(("folkrnn_v2", true), Known(plain));
        Assert.Equal(("folkrnn_v2", true), Known(written));
        Assert.Equal(["folkrnn_v2.pkl.gz"], FilesOf(Added));
    }

    [Fact]
    public async Task Add_AnotherFileOfOneName_HasANameOfItsOwn()
    {
        await AddAsync("net.safetensors", FileOf(RunningStudio.Network(7)));
        JsonNode second = await AddAsync("NET.safetensors", FileOf(RunningStudio.Network(8)));
        JsonNode third = await AddAsync("default.safetensors", FileOf(RunningStudio.Network(9)));

        Assert.Equal(("NET-2", false), Known(second));
        Assert.Equal(("default-2", false), Known(third));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Add_FileOverTheBound_IsRefusedWithASentence(bool isChunked)
    {
        await studio.DisposeAsync();
        studio = await StartAsync(new StudioBounds { ModelFileBytes = 8 << 10, BodyBytes = 1 << 10 });
        using HttpRequestMessage request = Request("net.safetensors", FileOf(RunningStudio.Network(30)));
        request.Headers.TransferEncodingChunked = isChunked;
        using HttpResponseMessage answer = await studio.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.StartsWith(
            "The file is larger than the 8 KiB that the page takes: ",
            (await BodyAsync(answer))["detail"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
        Assert.Equal([RunningStudio.Model, "broken"], await IdsAsync());

        // What is under it is taken, though it is over what other requests may have.
        byte[] small = FileOf(RunningStudio.Network(4));
        Assert.InRange(small.Length, (1 << 10) + 1, 8 << 10);
        await AddAsync("small.safetensors", small);
    }

    [Fact]
    public async Task Remove_AddedModel_GoesAndIsHadBack()
    {
        byte[] file = FileOf(RunningStudio.Network(7));
        await AddAsync("net.safetensors", file);
        using HttpResponseMessage removed = await studio.Client.DeleteAsync("/api/models/net", Cancellation);
        using HttpResponseMessage read = await studio.Client.GetAsync("/api/models/net", Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Equal([RunningStudio.Model, "broken"], await IdsAsync());
        Assert.Contains("net", await TakenAsync());
        await studio.PostAsync("/api/models/net/restore", new JsonObject());
        Assert.DoesNotContain("net", await TakenAsync());
        Assert.Equal([RunningStudio.Model, "broken", "net"], await IdsAsync());
        Assert.Equal(file, await File.ReadAllBytesAsync(Path.Combine(Added, "net.safetensors"), Cancellation));

        // Put in again after it was taken away, it is the one that it was.
        using HttpResponseMessage again = await studio.Client.DeleteAsync("/api/models/net", Cancellation);
        Assert.Equal(("net", false), Known(await AddAsync("other.safetensors", file)));
        using HttpResponseMessage nothing = await studio.Client.PostAsync("/api/models/net/restore", null, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task Deleted_Emptied_TakesWhatWasTakenAwayForGood()
    {
        await using RunningStudio own = new();
        await own.InitializeAsync();
        HttpContent file = new ByteArrayContent(FileOf(RunningStudio.Network(8)));
        using HttpResponseMessage added = await own.Client.PostAsync("/api/models?name=gone.safetensors", file, Cancellation);
        using HttpResponseMessage removed = await own.Client.DeleteAsync("/api/models/gone", Cancellation);
        using HttpResponseMessage emptied = await own.Client.DeleteAsync("/api/deleted", Cancellation);
        using HttpResponseMessage back = await own.Client.PostAsync("/api/models/gone/restore", null, Cancellation);

        Assert.True(added.IsSuccessStatusCode);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (removed.StatusCode, emptied.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, back.StatusCode);
    }

    [Fact]
    public async Task Remove_ModelThatNoPagePutIn_IsRefusedAndStays()
    {
        using HttpResponseMessage answer = await studio.Client.DeleteAsync($"/api/models/{RunningStudio.Model}", Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("was not put in by the page", (await BodyAsync(answer))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(File.Exists(studio.ModelFile));
    }

    [Fact]
    public async Task Add_OtherVocabulary_IsToldAndWritesTokensAllTheSame()
    {
        JsonNode made = await AddAsync("words.safetensors", FileOf(RandomModels.Create(new NetworkShape(1, 6, 9))));

        Assert.Equal(
            "7 of its 9 tokens are none of folk-rnn's (“t2”, “t3”, “t4”, …): what it writes with them is shown as tokens and not as music. It has no tokens for notes, bars, meters, keys.",
            made["model"]!["remark"]!.GetValue<string>()
        );
        string session = await studio.NewSessionAsync();
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(
            session,
            new JsonObject { ["model"] = "words", ["limit"] = 12 }
        );
        string id = events.Single(of => of.Name == "tune").Data["id"]!.GetValue<string>();
        Assert.NotEmpty((await studio.GetAsync($"/api/tunes/{id}"))["tune"]!["tokens"]!.AsArray());
        Assert.Null((await studio.GetAsync($"/api/models/{RunningStudio.Model}"))["remark"]);
    }

    [Theory]
    [InlineData(null, "model", "model")]
    [InlineData("", "model", "model")]
    [InlineData("folkrnn_v2.pkl.gz", "folkrnn_v2", "folkrnn_v2.pkl.gz")]
    [InlineData("../../etc/passwd", "etc-passwd", "etc-passwd")]
    [InlineData("..", "model", "model")]
    [InlineData("CON.pickle", "model-CON", "model-CON.pickle")]
    [InlineData("a\0b.PKL", "a-b", "a-b.PKL")]
    public void ModelName_OfAnyFile_IsNoPath(string? file, string name, string withEnding)
    {
        Assert.Equal(name, Models.ModelName.Of(file));
        Assert.Equal(withEnding, Models.ModelName.FileOf(file));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static (string, bool) Known(JsonNode made) => (made["model"]!["id"]!.GetValue<string>(), made["isKnown"]!.GetValue<bool>());

    private static string[] FilesOf(string folder) => [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file))];

    private byte[] FileOf(Model model)
    {
        string path = Path.Combine(folder, $"{Guid.NewGuid():N}.safetensors");
        WeightFiles.ModelFile.Write(model, path);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static HttpRequestMessage Request(string name, byte[] file)
    {
        HttpRequestMessage request = new(HttpMethod.Post, $"/api/models?name={Uri.EscapeDataString(name)}")
        {
            Content = new ByteArrayContent(file),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] file)
    {
        using HttpRequestMessage request = Request(name, file);
        return await studio.Client.SendAsync(request, Cancellation);
    }

    private async Task<JsonNode> AddAsync(string name, byte[] file)
    {
        using HttpResponseMessage answer = await SendAsync(name, file);
        JsonNode body = await BodyAsync(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, body.ToJsonString());
        return body;
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;

    private async Task<string[]> IdsAsync() =>
        [.. (await studio.GetAsync("/api/models")).AsArray().Select(model => model!["id"]!.GetValue<string>())];

    private async Task<string[]> TakenAsync() =>
        [.. (await studio.GetAsync("/api/deleted"))["models"]!.AsArray().Select(model => model!["id"]!.GetValue<string>())];

    private async Task<RunningStudio> StartAsync(StudioBounds bounds)
    {
        RunningStudio started = new(folder, bounds);
        await started.InitializeAsync();
        return started;
    }
}
