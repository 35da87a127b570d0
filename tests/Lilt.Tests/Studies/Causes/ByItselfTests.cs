using Lilt.Network;
using Lilt.Notation;
using Lilt.Planting.Causes;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

public sealed class ByItselfTests
{
    private static readonly Model Model = CausalNetwork.Make(CausalKind.Durations, 2, 32, 21).Model;

    [Fact]
    public void Run_CounterThatABarSets_ExpectsTheBarAtTheMeasureAndWritesOn()
    {
        ByItself of = Written(threads: 2);

        Assert.Equal(30, of.Count);
        Assert.True(Mean(of, 8) > -1, $"at the measure {Mean(of, 8)}");
        Assert.True(Mean(of, 5) < -4, $"before it {Mean(of, 5)}");
        Assert.All(of.Found, one => Assert.InRange(one.Distance.ToDouble(), 0.125, 3));
        Assert.Contains(of.Found, one => one.Distance > new Fraction(16, 8));
    }

    [Fact]
    public void Run_OnAnyNumberOfThreads_WritesTheSame() => Assert.Equal(Written(threads: 1).Found, Written(threads: 2).Found);

    private static double Mean(ByItself of, int eighths) =>
        of.Found.Where(one => one.Distance == new Fraction(eighths, 8)).Average(one => one.B);

    private static ByItself Written(int threads)
    {
        Clock clock = Clock.Measure(Model.Vocabulary);
        MeterMaterial material = CausesMaterial.Make(Model, new CausesOptions { Tunes = 20, Quick = true }, CancellationToken.None)[0];
        ByItself of = new(material, Model, clock, 1, 30, 12);
        new TrialRunner(Model, [clock.Events], 1, threads, CancellationToken.None).Run(material.Readings());
        of.Run(threads, TestContext.Current.CancellationToken);
        return of;
    }
}
