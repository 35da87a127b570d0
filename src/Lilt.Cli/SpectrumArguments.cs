using System.CommandLine;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studies;

namespace Lilt.Cli;

/// <summary>What the verbs that analyse a recording have in common: which tune of which file, and the spectra's conventions.</summary>
internal sealed class SpectrumArguments
{
    public Argument<string> Recording { get; } = new("REC") { Description = "A recording that 'lilt record' made (.npz)." };

    public Option<int> Tune { get; } = new("--tune") { Description = "Which tune of a recording of many, from 0.", HelpName = "N" };

    public Option<WindowShape> Window { get; } =
        ChoiceOption.Create<WindowShape>("--window", "The window: hann (default), rectangular, hamming or blackman.");

    public Option<SpectralPoints> Points { get; } =
        ChoiceOption.Create<SpectralPoints>(
            "--points",
            "padded (default): a power of two from 8 times the steps; native: as many as steps."
        );

    public Option<DirectCurrent> DirectCurrent { get; } =
        ChoiceOption.Create<DirectCurrent>("--dc", "Whether frequency 0 counts in a band fraction's sum: include (default) or exclude.");

    public Option<Detrending> Detrending { get; } =
        ChoiceOption.Create<Detrending>("--detrend", "What is taken off first: none (default) or mean.");

    public Option<bool> Rectify { get; } = new("--rectify") { Description = "Analyse |h|." };

    public SpectrumOptions Options(ParseResult parsed) =>
        new()
        {
            Window = parsed.GetValue(Window),
            Points = parsed.GetValue(Points),
            DirectCurrent = parsed.GetValue(DirectCurrent),
            Detrending = parsed.GetValue(Detrending),
            Rectify = parsed.GetValue(Rectify),
        };

    /// <summary>The tune; a sentence if it is not there, has no h, or is too short.</summary>
    public TuneRecording Read(ParseResult parsed)
    {
        string path = parsed.GetRequiredValue(Recording);
        int index = parsed.GetValue(Tune);
        using RecordingReader reader = new(path);
        if (index < 0 || index >= reader.Count)
        {
            throw new InputException($"--tune {index}: {path} holds {reader.Count} tune(s), counted from 0.");
        }

        if (reader.Count > 1 && parsed.GetResult(Tune) is null or { Implicit: true })
        {
            parsed.InvocationConfiguration.Error.WriteLine($"The first of {reader.Count} tunes is taken; --tune N takes another, from 0.");
        }

        TuneRecording tune = reader.Read(index);
        if (!tune.Kinds.Contains(SiteKind.Hidden))
        {
            throw new InputException($"{path} does not hold h: record it with --sites all, or with h among the sites.");
        }

        return tune.Steps >= Lilt.Spectra.Window.MinimumLength
            ? tune
            : throw new InputException($"the tune has {tune.Steps} steps: a spectrum needs at least {Lilt.Spectra.Window.MinimumLength}.");
    }

    /// <summary>h of one layer.</summary>
    public static UnitSequences Hidden(TuneRecording tune, int layer) =>
        UnitSequences.OfLayer(tune.Memory(SiteKind.Hidden), tune.Facts.Layers, tune.Facts.Units, layer);

    /// <summary>The tune's measure interval, or null with fewer than four measures.</summary>
    public static Period? MeasureInterval(TuneRecording tune) =>
        MeasureBand.Interval([.. tune.Output.Select(token => TokenKinds.Of(tune.Facts.Vocabulary[token.Index]) == TokenKind.Measure)]);
}
