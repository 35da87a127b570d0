using System.Net;
using Lilt.Studio.Analyses;
using Lilt.Studio.Effects;
using Lilt.Studio.Following;
using Lilt.Studio.Models;
using Lilt.Studio.Pushing;
using Lilt.Studio.Recordings;
using Lilt.Studio.Rewriting;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Shelf;
using Lilt.Studio.Tunes;
using Lilt.Studio.Writing;

namespace Lilt.Studio;

/// <summary>The studio: a server on loopback that a browser on the same machine looks at.</summary>
public sealed class StudioServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private StudioServer(WebApplication app, int port)
    {
        this.app = app;
        Address = new Uri($"http://127.0.0.1:{port}/");
    }

    /// <summary>Where the page is.</summary>
    public Uri Address { get; }

    /// <summary>Whether there is a page to look at.</summary>
    public bool HasPage => app.Services.GetRequiredService<PageFiles>().IsBuilt;

    /// <summary>What is missing where there is no page.</summary>
    public static string PageIsMissing => PageFiles.NotBuilt;

    /// <summary>What the studio is made of, for tests.</summary>
    internal IServiceProvider Parts => app.Services;

    /// <summary>Starts a studio.</summary>
    /// <param name="options">How it is set up.</param>
    /// <param name="cancellation">Ends the starting.</param>
    /// <exception cref="IOException">The port is taken, or the store cannot be opened.</exception>
    public static async Task<StudioServer> StartAsync(StudioOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        int port = Loopback.Port(options.Port);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = options.Bounds.BodyBytes;
                kestrel.Limits.MaxRequestLineSize = RequestSize.LongestSeen;
                kestrel.Limits.MaxRequestHeadersTotalSize = RequestSize.LargestHeadersSeen;
                kestrel.Limits.MaxConcurrentConnections = 512;
                kestrel.Listen(IPAddress.Loopback, port);
                if (Loopback.HasSix(port))
                {
                    kestrel.Listen(IPAddress.IPv6Loopback, port);
                }
            });
        Add(builder.Services, options);
        WebApplication app = builder.Build();
        app.Use(EndWithTheStudio(app.Lifetime.ApplicationStopping));
        app.UseMiddleware<MemoryReturn>();
        app.UseMiddleware<Problems>();
        app.UseMiddleware<Guard>();
        app.UseMiddleware<RequestSize>();
        app.UseRouting();
        Api.Map(app);
        app.MapGet(
                ShelfFiles.Address + "/{study}/{**file}",
                (string study, string? file, ShelfFiles files, HttpContext context) => files.Get(study, file, context.Response)
            )
            .ExcludeFromDescription();
        app.MapGet(ReadingPage.Address, (ReadingPage page, HttpContext context) => page.Get(context.Response)).ExcludeFromDescription();
        app.MapGet("/{**file}", (string? file, PageFiles files, HttpContext context) => files.Get(file, context.Request, context.Response))
            .ExcludeFromDescription();
        try
        {
            // The store is opened, and made if it is missing, before anybody is told that the studio is there.
            app.Services.GetRequiredService<RecentlyDeleted>().Purge();
            await app.StartAsync(cancellation);
            Task read = app.Services.GetRequiredService<StudioModels>().ReadAhead();

            // Otherwise the first request would wait until all addresses are made.
            _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Count;
            app.Services.GetRequiredService<Rehearsal>().Begin(read);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new StudioServer(app, port);
    }

    /// <summary>Waits until the studio is told to stop, and stops it: runs end, what was announced is kept.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    /// <summary>Otherwise the studio would wait for its runs and searches before it ends.</summary>
    private static Func<HttpContext, RequestDelegate, Task> EndWithTheStudio(CancellationToken stopping) =>
        async (context, next) =>
        {
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            context.RequestAborted = either.Token;
            await next(context);
        };

    private static void Add(IServiceCollection services, StudioOptions options)
    {
        services.AddRoutingCore();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Stopping);
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => StudioJson.Configure(json.SerializerOptions));
        Api.AddText(services);
        services.AddSingleton(options);
        services.AddSingleton(options.Bounds);
        services.AddSingleton(options.Pauses);
        services.AddSingleton<PageToken>();
        services.AddSingleton<PageFiles>();
        services.AddSingleton<StudioModels>();
        services.AddSingleton<AddedModels>();
        services.AddSingleton<EventHub>();
        services.AddSingleton<StoreFile>();
        services.AddSingleton<SessionStore>();
        services.AddHostedService<StoreWatch>();
        services.AddSingleton<RecentlyDeleted>();
        services.AddSingleton<FilePlans>();
        services.AddSingleton<EffectImport>();
        services.AddSingleton<SessionImport>();
        services.AddSingleton<RecordingCache>();
        services.AddSingleton<SpectraCache>();
        services.AddSingleton<Workplaces>();
        services.AddSingleton<Looks>();
        services.AddSingleton<ProcessMemory>();
        services.AddSingleton<TuneReplay>();
        services.AddSingleton(provider => new Lazy<TuneReplay>(provider.GetRequiredService<TuneReplay>));
        services.AddSingleton<StudioPlans>();
        services.AddSingleton<TuneViews>();
        services.AddSingleton<RecordedMatrices>();
        services.AddSingleton<TuneAnalyses>();
        services.AddSingleton<ChosenExports>();
        services.AddSingleton<ManyTunes>();
        services.AddSingleton<MatchSearch>();
        services.AddSingleton<TuneExports>();
        services.AddSingleton<HandoutPage>();
        services.AddSingleton<ReadingPage>();
        services.AddSingleton<SessionTunes>();
        services.AddSingleton<RunningJobs>();
        services.AddSingleton<RunQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<RunQueue>());
        services.AddSingleton<EffectStore>();
        services.AddSingleton<EffectRuns>();
        services.AddHostedService(provider => provider.GetRequiredService<EffectRuns>());
        services.AddSingleton<TuneWriting>();
        services.AddSingleton<TuneReading>();
        services.AddSingleton<Rehearsal>();
        services.AddSingleton<TunePlaces>();
        services.AddSingleton<DonorSearch>();
        services.AddSingleton<ClockPusher>();
        services.AddSingleton<PushReading>();
        services.AddSingleton<TuneRewriting>();
        services.AddSingleton<StudyShelf>();
        services.AddSingleton<ShelfFiles>();
        services.AddSingleton<StudyMaking>();
        services.AddHostedService(provider => provider.GetRequiredService<StudyMaking>());
    }
}
