using System.Text.Json;
using Lilt.Network;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Tests.WeightFiles;

/// <summary>The reference models, as folk-rnn, its server and PyTorch keep them.</summary>
public sealed class GoldenModelTests
{
    [Fact]
    public void Read_TheSameWeightsInBothPickleLayouts_GiveOneHash()
    {
        Model python2 = ModelFile.Read(SharedMaterial.Path("golden/tiny-folkrnn-v2.pkl"));
        Model server = ModelFile.Read(SharedMaterial.Path("golden/tiny-webapp.pickle"));

        Assert.Equal(new NetworkShape(3, 24, 137), python2.Shape);
        Assert.Equal(python2.Hash, server.Hash);
        Assert.Equal("tiny-golden", python2.Provenance.Name);
        Assert.Equal("99", python2.Provenance.Facts["epoch_since_start"]);
        Assert.Equal("[3.5, 2.25]", python2.Provenance.Facts["losses_train"]);
        Assert.Equal("0.003", python2.Provenance.Facts["learning_rate"]);
        Assert.Equal("tiny", server.Provenance.Name);
    }

    [Fact]
    public void Read_FolkRnnPickle_HasTheVocabularyInIndexOrder()
    {
        Model model = ModelFile.Read(SharedMaterial.Path("golden/tiny-folkrnn-v2.pkl"));
        string[] expected = JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedMaterial.Path("golden/vocabulary-v2.json")))!;

        Assert.Equal(expected, model.Vocabulary.Texts);
    }

    [Fact]
    public void Read_PyTorchState_HasThePickledWeightsAndZeroInitialStates()
    {
        Model pickle = ModelFile.Read(SharedMaterial.Path("golden/tiny-folkrnn-v2.pkl"));
        Model torch = ModelFile.Read(
            SharedMaterial.Path("golden/tiny-torch-lstm.safetensors"),
            SharedMaterial.Path("golden/vocabulary-v2.json")
        );

        Assert.Equal(pickle.Shape, torch.Shape);
        for (int layer = 0; layer < pickle.Shape.Layers; layer++)
        {
            ReadOnlyLayerWeights expected = pickle.Weights.Layers[layer];
            ReadOnlyLayerWeights actual = torch.Weights.Layers[layer];
            for (int gate = 0; gate < expected.Biases.Count; gate++)
            {
                Assert.True(expected.InputWeights[gate].Span.SequenceEqual(actual.InputWeights[gate].Span));
                Assert.True(expected.RecurrentWeights[gate].Span.SequenceEqual(actual.RecurrentWeights[gate].Span));
                Assert.True(expected.Biases[gate].Span.SequenceEqual(actual.Biases[gate].Span));
            }

            Assert.All(actual.InitialCell.ToArray(), value => Assert.Equal(0f, value));
            Assert.All(actual.InitialHidden.ToArray(), value => Assert.Equal(0f, value));
        }

        Assert.True(pickle.Weights.OutputWeights.Span.SequenceEqual(torch.Weights.OutputWeights.Span));
        Assert.True(pickle.Weights.OutputBias.Span.SequenceEqual(torch.Weights.OutputBias.Span));
    }

    [Fact]
    public void Write_TheSharedModel_KeepsHashNameAndFacts()
    {
        Model model = ModelFile.Read(SharedMaterial.Path("golden/tiny-folkrnn-v2.pkl"));
        string path = Path.Combine(Directory.CreateTempSubdirectory("lilt-").FullName, "tiny.safetensors");
        ModelFile.Write(model, path);
        Model again = ModelFile.Read(path);

        Assert.Equal(model.Hash, again.Hash);
        Assert.Equal(model.Provenance.Name, again.Provenance.Name);
        Assert.Equal(model.Provenance.Facts, again.Provenance.Facts);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
