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
        Model other = RandomModels.Create(new NetworkShape(2, 8, 6));
        other.Weights.Layers[1].InitialHidden[7] = MathF.BitIncrement(other.Weights.Layers[1].InitialHidden[7]);

        Assert.Equal(model.Hash, same.Hash);
        Assert.NotEqual(model.Hash, other.Hash);
        Assert.Equal(64, model.Hash.Length);
    }
}
