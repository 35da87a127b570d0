using System.Text;
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.MusicXml;
using Lilt.Notation.Playing;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Lilt.Training;
using Lilt.WeightFiles;

namespace Lilt.Robustness.Damaged;

/// <summary>Reads a file of a kind, uses what was read, and says whether it was taken; what is taken wrongly is thrown.</summary>
internal static class FileReaders
{
    public static bool Weights(byte[] file)
    {
        Model read;
        try
        {
            using MemoryStream stream = new(file, writable: false);
            read = ModelFile.Read(
                stream,
                "file",
                TorchFileHasNoVocabulary(file) ? RandomModels.Vocabulary(WholeFiles.Model.Shape.Tokens) : null
            );
        }
        catch (WeightFormatException)
        {
            return false;
        }

        if (
            read.Vocabulary.Count != read.Shape.Tokens
            || read.Vocabulary.Texts.Distinct(StringComparer.Ordinal).Count() != read.Shape.Tokens
        )
        {
            throw new WronglyTakenException($"{read.Vocabulary.Count} tokens for {read.Shape}");
        }

        // What was taken is a network: it writes, and every probability is one.
        GeneratedTune tune = TuneGenerator.Generate(read, new GenerationOptions { Seed = new(1), Limit = 4 }).Single();
        if (tune.Tokens.Any(token => token.Index < 0 || token.Index >= read.Shape.Tokens))
        {
            throw new WronglyTakenException("a token outside of the vocabulary");
        }

        return true;
    }

    private static bool TorchFileHasNoVocabulary(byte[] file) => file.AsSpan().IndexOf("lstm.weight_ih"u8) >= 0;

    public static bool Recording(byte[] file)
    {
        string path = Path.Combine(WholeFiles.Scratch, "recording.npz");
        File.WriteAllBytes(path, file);
        try
        {
            using RecordingReader reader = new(path);
            for (int index = 0; index < reader.Count; index++)
            {
                TuneRecording tune = reader.Read(index);
                if (
                    tune.Input.Count != tune.Output.Count
                    || tune.Input.Concat(tune.Output).Any(token => token.Index < 0 || token.Index >= tune.Facts.Vocabulary.Count)
                )
                {
                    throw new WronglyTakenException("a recording of tokens that it has not");
                }
            }

            return true;
        }
        catch (RecordingFormatException)
        {
            return false;
        }
    }

    public static bool Plan(byte[] file)
    {
        try
        {
            OperationPlan plan = OperationPlan.Parse(Encoding.UTF8.GetString(file));
            string written = plan.ToJson();
            if (OperationPlan.Parse(written).ToJson() != written)
            {
                throw new WronglyTakenException("a plan that is another when it was written and read");
            }

            plan.Compile(WholeFiles.Model, _ => WholeFiles.Recorded.Value);
            return true;
        }
        catch (PlanFormatException)
        {
            return false;
        }
    }

    public static bool Abc(byte[] file)
    {
        TuneBook book = TuneReader.Read(file);
        foreach (Tune tune in book.Tunes)
        {
            MeasureCounter.Count(tune);
            Timeline.Of(tune);
            TuneReader.Read(AbcWriter.Write(tune));
        }

        TranscriptionText.Parse(Encoding.UTF8.GetString(file), WholeFiles.Model.Vocabulary);
        return book.Tunes.Count > 0;
    }

    public static bool MusicXml(byte[] file)
    {
        try
        {
            string abc = MusicXmlReader.Read(file).Abc;
            TuneReader.Read(abc);
            return true;
        }
        catch (MusicXmlFormatException)
        {
            return false;
        }
    }

    public static bool Recipe(byte[] file)
    {
        try
        {
            TrainingConfig config = TrainingConfig.Parse(Encoding.UTF8.GetString(file), "recipe");
            if (TrainingConfig.Parse(config.ToJson(), "recipe") != config)
            {
                throw new WronglyTakenException("a recipe that is another when it was written and read");
            }

            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static bool Words(byte[] file)
    {
        try
        {
            Vocabulary read = VocabularyFile.Parse("file", file);
            if (read.Texts.Distinct(StringComparer.Ordinal).Count() != read.Count)
            {
                throw new WronglyTakenException("a vocabulary that has a token twice");
            }

            return true;
        }
        catch (WeightFormatException)
        {
            return false;
        }
    }
}
