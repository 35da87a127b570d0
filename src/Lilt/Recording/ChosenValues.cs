using System.Globalization;
using System.IO.Compression;
using System.Text;
using Lilt.Files;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Recording;

/// <summary>What some units of a site did at some steps of a tune, as files.</summary>
public sealed class ChosenValues
{
    // The earliest date that a zip archive can hold: equal values are equal files.
    private static readonly DateTimeOffset FixedDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TuneRecording recording;
    private readonly int first;
    private readonly float[] values;

    private ChosenValues(TuneRecording recording, Site site, IReadOnlyList<int> units, int first, float[] values)
    {
        this.recording = recording;
        this.first = first;
        this.values = values;
        Site = site;
        Units = units;
    }

    /// <summary>The site.</summary>
    public Site Site { get; }

    /// <summary>The units, or tokens, ascending, from 0.</summary>
    public IReadOnlyList<int> Units { get; }

    /// <summary>How many steps.</summary>
    public int Steps => Units.Count == 0 ? 0 : values.Length / Units.Count;

    /// <summary>[steps, units] The values.</summary>
    public ReadOnlySpan<float> Values => values;

    /// <summary>Takes them out of a recording.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="site">A site that it holds.</param>
    /// <param name="units">Units of the site, ascending, from 0; null for all.</param>
    /// <param name="first">The first step, from 0.</param>
    /// <param name="last">The last step; null for the tune's last.</param>
    /// <exception cref="ArgumentException">The recording does not hold the site, or there is no such layer or unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such steps.</exception>
    public static ChosenValues Of(TuneRecording recording, Site site, IReadOnlyList<int>? units, int first = 0, int? last = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        int end = last ?? recording.Steps - 1;
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, first, nameof(last));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(end, recording.Steps, nameof(last));
        if (site.IsOfLayer && (site.Layer < 1 || site.Layer > recording.Facts.Layers))
        {
            throw new ArgumentException($"The recording has layers 1 to {recording.Facts.Layers}.", nameof(site));
        }

        ReadOnlySpan<float> all = recording.Values(site.Kind);
        int width = site.IsOfLayer ? recording.Facts.Units : recording.Facts.Vocabulary.Count;
        int row = site.IsOfLayer ? recording.Facts.Layers * width : width;
        int from = site.IsOfLayer ? (site.Layer - 1) * width : 0;
        IReadOnlyList<int> chosen = units ?? [.. Enumerable.Range(0, width)];
        if (chosen.FirstOrDefault(unit => unit < 0 || unit >= width, -1) is >= 0 and int wrong)
        {
            throw new ArgumentException($"There is no unit {wrong}: {site} has {width}, from 0.", nameof(units));
        }

        float[] values = new float[(end - first + 1) * chosen.Count];
        int at = 0;
        for (int step = first; step <= end; step++)
        {
            foreach (int unit in chosen)
            {
                values[at++] = all[(step * row) + from + unit];
            }
        }

        return new ChosenValues(recording, site, chosen, first, values);
    }

    /// <summary>
    /// A table in CSV, a row a step: <c>step</c>, the <c>token</c> that it wrote, then a unit a column, named as
    /// <c>L1.h[3]</c>; numbers as short as they can be to be read back the same.
    /// </summary>
    public string ToCsv()
    {
        StringBuilder table = new();
        CsvRow.Append(table, ["step", "token", .. Units.Select(unit => string.Create(CultureInfo.InvariantCulture, $"{Site}[{unit}]"))]);
        for (int step = 0; step < Steps; step++)
        {
            string[] row = new string[Units.Count + 2];
            row[0] = (first + step).ToString(CultureInfo.InvariantCulture);
            row[1] = recording.Facts.Vocabulary[recording.Output[first + step].Index];
            for (int unit = 0; unit < Units.Count; unit++)
            {
                row[unit + 2] = values[(step * Units.Count) + unit].ToString("R", CultureInfo.InvariantCulture);
            }

            CsvRow.Append(table, row);
        }

        return table.ToString();
    }

    /// <summary>
    /// An .npz file that NumPy opens: the values float32, [steps, units], under the site's name (<c>L1.h</c>), <c>units</c> and <c>steps</c>,
    /// what was read and written at these as <c>input</c> and <c>output</c>, int32, and where it all came from as <c>recording.json</c>.
    /// </summary>
    public void WriteNpz(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        using (Stream member = Member($"{Site}.npy"))
        {
            NumpyArray.Write<float>(member, NumpyArray.Float32, [Steps, Units.Count], values);
        }

        Write("units", [.. Units]);
        Write("steps", [.. Enumerable.Range(first, Steps)]);
        Write("input", Tokens(recording.Input));
        Write("output", Tokens(recording.Output));
        using (Stream member = Member("recording.json"))
        {
            RecordingJson.Write(member, recording.Facts);
        }

        int[] Tokens(IReadOnlyList<Token> tokens) => [.. tokens.Skip(first).Take(Steps).Select(token => token.Index)];

        void Write(string name, int[] numbers)
        {
            using Stream member = Member($"{name}.npy");
            NumpyArray.Write<int>(member, NumpyArray.Int32, [numbers.Length], numbers);
        }

        Stream Member(string name)
        {
            ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = FixedDate;
            return entry.Open();
        }
    }
}
