using Lilt.Network;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.WeightFiles;

public sealed class NumpyPickleTests
{
    [Fact]
    public void Read_WhatPythonAndNumpyWrite_GivesTheModelsHash()
    {
        const int Files = 4 * 4 * 2;
        NumpyPickles.Require();
        Model model = WeightReading.Small(layers: 3, units: 7, tokens: 11);

        IReadOnlyList<(string Name, byte[] File)> written = NumpyPickles.WrittenAgain(
            PickleWriter.FolkRnn(model, PickleDialect.Python2).ToArray()
        );

        Assert.Equal(Files, written.Count);
        Assert.All(
            written,
            file =>
            {
                Model read = WeightReading.Read(file.File);
                Assert.Equal(model.Hash, read.Hash);
                Assert.Equal("-3", read.Provenance.Facts["steps"]);
                Assert.Equal("true", read.Provenance.Facts["done"]);
                Assert.Equal("1099511627776", read.Provenance.Facts["large"]);
                Assert.Equal("[]", read.Provenance.Facts["empty"]);
            }
        );
    }
}
