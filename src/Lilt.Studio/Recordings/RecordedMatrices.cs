using System.Globalization;
using System.IO.Pipelines;
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

        return new Matrix(recording, other, kind, layer, rows, columns);
    }

    // Row by row into the answer: a copy of the whole would be garbage of some hundred kilobytes at each of a page's eighteen requests a tune.
    private sealed class Matrix(TuneRecording recording, TuneRecording? other, SiteKind kind, int layer, int rows, int columns) : IResult
    {
        private const int RowsAtOnce = 32;

        private readonly int stride = kind == SiteKind.Posterior ? columns : recording.Facts.Layers * columns;
        private readonly int offset = kind == SiteKind.Posterior ? 0 : (layer - 1) * columns;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            HttpResponse response = httpContext.Response;
            response.ContentType = "application/octet-stream";
            response.ContentLength = (long)rows * columns * sizeof(float);
            response.Headers[RowsHeader] = rows.ToString(CultureInfo.InvariantCulture);
            response.Headers[ColumnsHeader] = columns.ToString(CultureInfo.InvariantCulture);
            for (int from = 0; from < rows; from += RowsAtOnce)
            {
                Write(response.BodyWriter, from, Math.Min(rows, from + RowsAtOnce));
                await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            }
        }

        private void Write(PipeWriter answer, int from, int to)
        {
            int bytes = columns * sizeof(float);
            for (int row = from; row < to; row++)
            {
                Span<float> values = MemoryMarshal.Cast<byte, float>(answer.GetSpan(bytes)[..bytes]);
                Row(recording, row).CopyTo(values);
                if (other is not null)
                {
                    ReadOnlySpan<float> theirs = Row(other, row);
                    for (int column = 0; column < columns; column++)
                    {
                        values[column] -= theirs[column];
                    }
                }

                answer.Advance(bytes);
            }
        }

        private ReadOnlySpan<float> Row(TuneRecording of, int row) => of.Values(kind).Slice((row * stride) + offset, columns);
    }
}
