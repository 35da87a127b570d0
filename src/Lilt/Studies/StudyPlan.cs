using Lilt.Operations;

namespace Lilt.Studies;

/// <summary>A plan under which the studied network was run.</summary>
public sealed record StudyPlan : StudyContent
{
    /// <param name="name">The file, such as <c>plans/cut-layer-1.json</c>.</param>
    /// <param name="what">What it does, in words.</param>
    /// <param name="plan">The plan.</param>
    public StudyPlan(string name, string what, OperationPlan plan)
        : base(name, what)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
    }

    /// <summary>The plan.</summary>
    public OperationPlan Plan { get; }

    internal override void Write(string path) => WriteText(path, Plan.ToJson() + "\n");

    /// <summary>Reads one.</summary>
    internal static StudyPlan Read(string path, StudyFile file) => new(file.Name, file.What, OperationPlan.Parse(File.ReadAllText(path)));
}
