using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Selection;
using Lilt.Spectra;
using Lilt.Studies;

namespace Lilt.Native.Exports;

/// <summary>Recordings: what they hold, and files of them.</summary>
internal static unsafe class RecordingExports
{
    /// <summary>Where a recording came from: its <c>meta.json</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_recording_facts")]
    public static int Facts(nint recording, nint* result) =>
        Call.For(
            result,
            () =>
            {
                using MemoryStream stream = new();
                RecordingJson.Write(stream, Of(recording).Facts);
                return Text.Given(Encoding.UTF8.GetString(stream.ToArray()));
            }
        );

    /// <summary>The sites that were kept, commas between.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_recording_sites")]
    public static int Sites(nint recording, nint* result) =>
        Call.For(result, () => Text.Given(string.Join(',', Of(recording).Kinds.Select(RecordedSites.Name))));

    /// <summary>
    /// The values of a site where the recording has them, float32 [T, S, H] or [T, V]; of <c>input</c> and <c>output</c> a copy, int32 [T].
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_recording_array")]
    public static int Array(nint recording, byte* site, nint* result) =>
        Call.For(
            result,
            () =>
            {
                TuneRecording of = Of(recording);
                string name = Text.Needed(site, "site");
                return Handle.Of(
                    name switch
                    {
                        "input" => PinnedArray.Of(Numbers(of.Input)),
                        "output" => PinnedArray.Of(Numbers(of.Output)),
                        _ => PinnedArray.Of(Laid(of, RecordedSites.Parse(name)[0])),
                    }
                );
            }
        );

    /// <summary>How unexpected each token written was, bits, float64 [T].</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_recording_surprise")]
    public static int Surprise(nint recording, nint* result) => Call.For(result, () => Handle.Of(PinnedArray.Of(Of(recording).Surprise())));

    /// <summary>The logarithm of the probability that a step writes a token of a kind, nats, float64 [T].</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_recording_log_probabilities")]
    public static int LogProbabilities(nint recording, byte* kind, nint* result) =>
        Call.For(
            result,
            () =>
            {
                string name = Text.Needed(kind, "kind");
                return Enum.TryParse(name, out TokenKind of)
                    ? Handle.Of(PinnedArray.Of(Of(recording).LogProbabilities(of)))
                    : throw new InputException($"'{name}' is no kind of token: there are {string.Join(", ", Enum.GetNames<TokenKind>())}.");
            }
        );

    /// <summary>Where what the steps write stands in the measures, as JSON.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_recording_places")]
    public static int Places(nint recording, nint* result) =>
        Call.For(
            result,
            () =>
                Text.Given(JsonSerializer.Serialize([.. Of(recording).Places().Select(PlaceFacts.Of)], OptionJson.Default.PlaceFactsArray))
        );

    /// <summary>The band in which the tune's measures beat, its ends in steps; false with fewer than four measures.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_recording_band")]
    public static int BandOf(nint recording, double* ends, nint* result) =>
        Call.For(
            result,
            () =>
            {
                if (MeasureBand.Of(Of(recording)) is not { } band)
                {
                    return 0;
                }

                (ends[0], ends[1]) = (band.Shortest.Steps, band.Longest.Steps);
                return 1;
            }
        );

    /// <summary>The units of a site by their share of power in a band, the largest first, int32 [H].</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_recording_by_band")]
    public static int ByBand(nint recording, byte* site, double shortest, double longest, nint* result) =>
        Call.For(
            result,
            () =>
            {
                string name = Text.Needed(site, "site");
                return Site.TryParse(name, out Site of)
                    ? Handle.Of(PinnedArray.Of<int>([.. UnitOrder.ByBand(Of(recording), of, new Band(shortest, longest)).Units]))
                    : throw new InputException($"'{name}' is no site of a layer: give one such as L1.h.");
            }
        );

    /// <summary>Writes recordings to an .npz file: one as it stands, several in folders.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_recording_write")]
    public static int Write(nint* recordings, int count, int many, byte* path, nint* result) =>
        Call.For(
            result,
            () =>
            {
                using RecordingWriter writer = new(Text.Needed(path, "path"), many != 0);
                for (int n = 0; n < count; n++)
                {
                    writer.Write(Of(recordings[n]));
                }

                writer.Complete();
                return 0;
            }
        );

    [UnmanagedCallersOnly(EntryPoint = "lilt_recordings_open")]
    public static int Open(byte* path, long* count, nint* result) =>
        Call.For(
            result,
            () =>
            {
                RecordingReader reader = new(Text.Needed(path, "path"));
                *count = reader.Count;
                return Handle.Of(reader);
            }
        );

    [UnmanagedCallersOnly(EntryPoint = "lilt_recordings_read")]
    public static int Read(nint reader, int index, nint* result) =>
        Call.For(
            result,
            () =>
            {
                RecordingReader of = Handle.Get<RecordingReader>(reader);
                lock (of)
                {
                    return Handle.Of(of.Read(index));
                }
            }
        );

    private static TuneRecording Of(nint recording) => Handle.Get<TuneRecording>(recording);

    private static int[] Numbers(IReadOnlyList<Token> tokens) => [.. tokens.Select(token => token.Index)];

    // A recording keeps each site in one array of its own, so nothing is copied.
    private static float[] Laid(TuneRecording recording, SiteKind kind) =>
        MemoryMarshal.TryGetArray(recording.Memory(kind), out ArraySegment<float> values)
        && values.Offset == 0
        && values.Count == values.Array!.Length
            ? values.Array
            : recording.Memory(kind).ToArray();
}
