using System.Runtime.InteropServices;
using System.Text.Json;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;

namespace Lilt.Native.Exports;

/// <summary>Writing and reading tunes, with what happens inside meanwhile or without.</summary>
internal static unsafe class GenerationExports
{
    /// <summary>Tunes that may wait for the caller: a whole batch of every thread.</summary>
    private const int TunesAhead = 1024;

    /// <summary>A recording holds some megabytes, so few wait.</summary>
    private const int RecordingsAhead = 2;

    /// <summary>A job that gives tunes.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_generate")]
    public static int Generate(nint model, byte* options, nint* result) =>
        Call.For(
            result,
            () =>
            {
                OpenModel of = Handle.Get<OpenModel>(model);
                GenerationOptions asked = Settings(options, of.Model, out string? remark);
                CompiledPlan? plan = of.Compile();
                return Begin(
                    TunesAhead,
                    remark,
                    job =>
                        (
                            plan is null
                                ? TuneGenerator.Generate(of.Model, asked, job.Cancellation)
                                : TuneGenerator.Generate(new OperatedModel(of.Model, plan), asked, job.Cancellation)
                        ).Select(tune => new HeldTune(tune))
                );
            }
        );

    /// <summary>A job that gives recordings of tunes that the network writes.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_record")]
    public static int Record(nint model, byte* options, byte* sites, nint* result) =>
        Call.For(
            result,
            () =>
            {
                OpenModel of = Handle.Get<OpenModel>(model);
                GenerationOptions asked = Settings(options, of.Model, out string? remark);
                IReadOnlyList<SiteKind> kinds = Kinds(sites);
                CompiledPlan? plan = of.Compile();
                return Begin(
                    RecordingsAhead,
                    remark,
                    job => TuneRecordings.Record(of.Model, asked, plan, kinds, cancellation: job.Cancellation)
                );
            }
        );

    /// <summary>A job that gives recordings of tunes that the network reads: tokens of all, one tune behind the other.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_read")]
    public static int Read(nint model, int* tokens, int* lengths, int tunes, byte* options, byte* sites, nint* result) =>
        Call.For(
            result,
            () =>
            {
                OpenModel of = Handle.Get<OpenModel>(model);
                List<IReadOnlyList<Token>> given = GivenTokens.Of(tokens, lengths, tunes, of.Model.Vocabulary);
                NamedOptions asked = new(Text.Needed(options, "options"));
                (float temperature, int threads) = (AskedGeneration.Temperature(asked), AskedGeneration.Threads(asked));
                asked.ThrowIfUnread();
                IReadOnlyList<SiteKind> kinds = Kinds(sites);
                CompiledPlan? plan = of.Compile();
                return Begin(RecordingsAhead, null, job => of.Model.ReadAll(given, plan, kinds, temperature, threads, job.Cancellation));
            }
        );

    /// <summary>The tokens of a tune as a person writes it, the end token behind them; a whole tune in ABC is moved to C.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_tokens_of")]
    public static int TokensOf(nint model, byte* text, nint* result) =>
        Call.For(
            result,
            () =>
                Handle.Of(
                    PinnedArray.Of([
                        .. TuneReadings
                            .Tokens(Text.Needed(text, "text"), Handle.Get<OpenModel>(model).Model.Vocabulary)
                            .Select(token => token.Index),
                    ])
                )
        );

    /// <summary>What there is to say of a tune, and where its tokens lie for as long as it is held.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_tune")]
    public static int Tune(nint tune, long* facts, nint* result) =>
        Call.For(
            result,
            () =>
            {
                HeldTune held = Handle.Get<HeldTune>(tune);
                facts[0] = held.Tune.Index;
                facts[1] = (long)held.Tune.Seed.Value;
                facts[2] = held.Tune.EndsAtLimit ? 1 : 0;
                facts[3] = held.Tune.NearDraws;
                facts[4] = held.Tokens.Length;
                return (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(held.Tokens));
            }
        );

    /// <summary>Tokens in ABC; the key may be a null pointer.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_abc")]
    public static int Abc(nint model, int* tokens, int count, byte* key, byte* number, byte* title, nint* result) =>
        Call.For(
            result,
            () =>
                Text.Given(
                    HeldTune.Abc(
                        Handle.Get<OpenModel>(model).Model,
                        new ReadOnlySpan<int>(tokens, count),
                        Text.Of(key),
                        Text.Needed(number, "number"),
                        Text.Needed(title, "title")
                    )
                )
        );

    private static GenerationOptions Settings(byte* options, Model model, out string? remark)
    {
        NamedOptions given = new(Text.Needed(options, "options"));
        GenerationOptions asked = AskedGeneration.Read(given, model.Vocabulary);
        remark = given.Said;
        given.ThrowIfUnread();
        return asked;
    }

    private static IReadOnlyList<SiteKind> Kinds(byte* sites) => RecordedSites.Parse(Text.Needed(sites, "sites"));

    private static nint Begin(int ahead, string? remark, Func<Job, IEnumerable<object>> work)
    {
        Job job = new(ahead, work);
        if (remark is not null)
        {
            job.Remark(remark);
        }

        return Handle.Of(job);
    }
}
