using System.Globalization;
using System.Runtime.InteropServices;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Recordings;

/// <summary>Sites of a recording as bytes: float32, little endian, a row a step.</summary>
internal sealed class RecordedMatrices(TuneReplay replay)
{
    /// <summary>The header with the number of steps.</summary>
    public const string RowsHeader = "X-Lilt-Rows";

    /// <summary>The header with the number of units, or of tokens.</summary>
    public const string ColumnsHeader = "X-Lilt-Columns";

    /// <summary>A site of a tune, or what it differs by from the same site of a baseline over the steps that both have.</summary>
    public async Task<IResult> GetAsync(string tune, string site, int layer, string? baseline, CancellationToken cancellation)
    {
        TuneRecording recording = await replay.GetAsync(tune, cancellation);
        SiteKind kind = RecordedSite.Kind(site, layer, recording);
        int columns = kind == SiteKind.Posterior ? recording.Facts.Vocabulary.Count : recording.Facts.Units;
        int rows = recording.Steps;
        TuneRecording? other = baseline is null ? null : await replay.GetAsync(baseline, cancellation);
        if (other is not null)
        {
            if (other.Facts.Shape != recording.Facts.Shape)
            {
                throw StudioException.Unreadable(
                    $"The two tunes are of networks of unlike shapes ({recording.Facts.Shape} and {other.Facts.Shape}): there is no difference to show."
                );
            }

            rows = Math.Min(rows, other.Steps);
        }

        byte[] bytes = new byte[rows * columns * sizeof(float)];
        Fill(MemoryMarshal.Cast<byte, float>(bytes.AsSpan()), recording, other, kind, layer, rows, columns);
        return new Matrix(bytes, rows, columns);
    }

    private static void Fill(
        Span<float> values,
        TuneRecording recording,
        TuneRecording? other,
        SiteKind kind,
        int layer,
        int rows,
        int columns
    )
    {
        int stride = kind == SiteKind.Posterior ? columns : recording.Facts.Layers * columns;
        int offset = kind == SiteKind.Posterior ? 0 : (layer - 1) * columns;
        ReadOnlySpan<float> all = recording.Values(kind);
        for (int row = 0; row < rows; row++)
        {
            all.Slice((row * stride) + offset, columns).CopyTo(values[(row * columns)..]);
        }

        if (other is null)
        {
            return;
        }

        ReadOnlySpan<float> theirs = other.Values(kind);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                values[(row * columns) + column] -= theirs[(row * stride) + offset + column];
            }
        }
    }

    private sealed class Matrix(byte[] bytes, int rows, int columns) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            HttpResponse response = httpContext.Response;
            response.ContentType = "application/octet-stream";
            response.ContentLength = bytes.Length;
            response.Headers[RowsHeader] = rows.ToString(CultureInfo.InvariantCulture);
            response.Headers[ColumnsHeader] = columns.ToString(CultureInfo.InvariantCulture);
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
