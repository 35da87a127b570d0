#pragma warning disable
using Lilt.Spectra;
using Lilt.Studio.Contracts;
using Lilt.Studio.Storage;
using Lilt.Studio.Runs;
namespace Lilt.Studio.Storage { 
internal sealed class SessionStore { 
 public IReadOnlyList<SessionSummary> Sessions()=>throw Not.Yet; public SessionView CreateSession(string n)=>throw Not.Yet; public SessionView Session(string s)=>throw Not.Yet;
 public SessionView RenameSession(string s,string n)=>throw Not.Yet; public IReadOnlyList<string> DeleteSession(string s)=>throw Not.Yet; public SessionFile Export(string s)=>throw Not.Yet;
 public StoredTune Tune(string t)=>throw Not.Yet; public TuneSummary ChangeTune(string t,string? n,bool? s)=>throw Not.Yet; public void DeleteTune(string t)=>throw Not.Yet; }
internal static class Not { public static StudioException Yet => new(501,"Not yet."); }
}
namespace Lilt.Studio.Runs {
internal sealed class RunningJobs { public bool Cancel(string j)=>throw Not.Yet; }
internal sealed class TuneWriting { public Task<object> PrepareAsync(string s, WriteRequest r, CancellationToken c)=>throw Not.Yet; }
internal sealed class EventStream(object o) : IResult { public Task ExecuteAsync(HttpContext c)=>throw Not.Yet; }
internal sealed class TuneReading { public Task<TuneSummary> ReadAsync(string s, GivenRequest r, CancellationToken c)=>throw Not.Yet; }
}
namespace Lilt.Studio {
internal sealed class StudioModels { public IReadOnlyList<ModelSummary> List()=>throw Not.Yet; public Task<ModelView> ViewAsync(string m,CancellationToken c)=>throw Not.Yet; public Task<Network.Model> ReadAsync(string m, CancellationToken c)=>throw Not.Yet; }
internal static class TypedText { public static CheckResult Check(string t, Notation.Vocabulary v)=>throw Not.Yet; }
internal sealed class StudioPlans { public Task<PlanView> CheckAsync(System.Text.Json.Nodes.JsonNode? p, Network.Model m, CancellationToken c)=>throw Not.Yet; }
internal sealed class RecordingCache { public void Remove(string t)=>throw Not.Yet; }
internal sealed class SessionImport { public Task<SessionView> ReadAsync(HttpRequest r, CancellationToken c)=>throw Not.Yet; }
internal sealed class HandoutPage { public Task<Handout> MakeAsync(string s,string t,CancellationToken c)=>throw Not.Yet; public string Fill(Handout h)=>throw Not.Yet; }
internal static class TuneViews { public static TuneView Of(StoredTune t)=>throw Not.Yet; }
internal sealed class RecordedMatrices { public Task<IResult> GetAsync(string t,string s,int l,string? b,CancellationToken c)=>throw Not.Yet; }
internal sealed class TuneExports { public Task<IResult> MakeAsync(string t, ExportFormat f,string? k,string? tempo,HttpResponse r,CancellationToken c)=>throw Not.Yet; }
internal sealed class Analyses { 
 public Task<PosteriorView> PosteriorAsync(string t,int s,CancellationToken c)=>throw Not.Yet;
 public Task<UnitOrderView> OrderAsync(string t,string s,int l,UnitOrderKind k,Band? b,BoundEvent e,CancellationToken c)=>throw Not.Yet;
 public Task<SpectraView> SpectraAsync(string t,string s,WindowShape w,CancellationToken c)=>throw Not.Yet;
 public Task<BandView> BandAsync(string t,string s,WindowShape w,Band? b,double? a,double? top,CancellationToken c)=>throw Not.Yet;
 public Task<UnitView> UnitAsync(string t,string s,int l,int u,WindowShape w,CancellationToken c)=>throw Not.Yet;
 public Task<MatchView> MatchesAsync(string t,MatchRequest r,CancellationToken c)=>throw Not.Yet; }
}
