using Lilt.Network;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Network;

public sealed class ModelTests
{
    [Fact]
    public void Parameters_ShapeOfFolkRnnV2_AreThosePublished()
    {
        NetworkShape shape = new(3, 512, 137);

        Assert.Equal(5_599_881, shape.Parameters);
        Assert.Equal(3_072, shape.InitialStateParameters);
    }

    [Fact]
    public void Hash_SameWeights_IsTheSame_AndOneChangedBitChangesIt()
    {
        Model model = RandomModels.Create(new NetworkShape(2, 8, 6));
        Model same = RandomModels.Create(new NetworkShape(2, 8, 6));
        Model other = RandomModels.Changed(
            model,
            weights => weights.Layers[1].InitialHidden[7] = MathF.BitIncrement(weights.Layers[1].InitialHidden[7])
        );

        Assert.Equal(model.Hash, same.Hash);
        Assert.NotEqual(model.Hash, other.Hash);
        Assert.Equal(64, model.Hash.Length);
    }

    [Fact]
    public void Weights_Copied_AreTheSameAndAnotherModels()
    {
        Model model = RandomModels.Create(new NetworkShape(3, 5, 6));
        string hash = model.Hash;

        NetworkWeights copy = model.Weights.Copy();
        Assert.Equal(hash, new Model(model.Vocabulary, model.Weights.Copy(), model.Provenance).Hash);
        copy.Layers[0].Biases[2][1]++;

        Assert.Equal(hash, new Model(model.Vocabulary, model.Weights.Copy(), model.Provenance).Hash);
        Assert.NotEqual(hash, new Model(model.Vocabulary, copy, model.Provenance).Hash);
    }
}
