using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;
using Lilt.Studies.Causes.Telling;

namespace Lilt.Studies.Causes;

/// <summary>Which layer's memory carries the count, asked by itself: tunes of one header, the main dose and its shams.</summary>
/// <param name="Layers">What is said of each layer.</param>
/// <param name="Together">Of each layer, those that keep the count together with it; empty where it keeps it alone or not at all.</param>
/// <remarks>Source: docs/causes.md, question 2, with the tunes and pairs of <c>--quick</c>.</remarks>
internal sealed record KeptInBrief(IReadOnlyList<LayerClaim> Layers, IReadOnlyList<IReadOnlyList<int>> Together)
{
    /// <summary>Interchanges the layers of a network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">Whose seed, temperature and threads are taken; its seed is that of the tunes and draws.</param>
    /// <param name="header">Tokens that every tune begins with, a meter of a fixed measure among them.</param>
    /// <param name="cancellation">Ends the work within a step.</param>
    /// <exception cref="StudyRefusedException">The header has no such meter, or the tunes too few full measures.</exception>
    public static KeptInBrief Of(Model model, StudyOptions options, IReadOnlyList<Token> header, CancellationToken cancellation)
    {
        CausesOptions asked = new()
        {
            Seed = options.Seed,
            Temperature = options.Temperature,
            Threads = options.Threads,
            Headers = [header],
            Tunes = CausesStudy.QuickTunes,
        };
        int layers = model.Shape.Layers;
        MeterMaterial material = CausesMaterial.Make(model, asked, cancellation)[0];
        PairDraw draw = new(material, material, asked.Seed.Derive("pairs"));
        TuneBootstrap bootstrap = new(material.Tunes.Count, CausesStudy.Level / layers, asked.Seed.Derive("bootstrap"));
        KeptWhere kept = new(material, model.Shape, draw, CausesStudy.QuickPairs, [0, KeptWhere.MainDose], apart: false);
        TrialRunner runner = new(model, [Clock.Measure(model.Vocabulary).Events], asked.Temperature, asked.Threads, cancellation);
        runner.Run(material.Readings());
        runner.Run([.. kept.Trials]);
        IReadOnlyList<WiredLayer> judged = MeterJudgement.Of(MeterEvidence.OfKept(material, kept, bootstrap, layers));
        return new KeptInBrief([.. judged.Select(of => of.Keeps)], [.. judged.Select(of => of.Together)]);
    }
}
