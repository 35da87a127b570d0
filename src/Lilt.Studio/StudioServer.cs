namespace Lilt.Studio;

/// <summary>The studio: an HTTP server on loopback.</summary>
public sealed class StudioServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private StudioServer(WebApplication app) => this.app = app;
    public Uri Address => new(app.Urls.First());
    public static async Task<StudioServer> StartAsync(StudioOptions options, CancellationToken cancellation = default)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        builder.Services.ConfigureHttpJsonOptions(o => StudioJson.Configure(o.SerializerOptions));
        Api.AddText(builder.Services);
        builder.Services.AddSingleton(options.Bounds);
        foreach (Type t in new[]{typeof(StudioModels),typeof(StudioPlans),typeof(Storage.SessionStore),typeof(RecordingCache),typeof(SessionImport),typeof(HandoutPage),typeof(Runs.TuneWriting),typeof(Runs.TuneReading),typeof(Runs.RunningJobs),typeof(RecordedMatrices),typeof(TuneExports),typeof(Analyses)}) builder.Services.AddSingleton(t);
        WebApplication app = builder.Build();
        Api.Map(app);
        await app.StartAsync(cancellation);
        return new StudioServer(app);
    }
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
