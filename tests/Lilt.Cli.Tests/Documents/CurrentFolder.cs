using Xunit;

namespace Lilt.Cli.Tests.Documents;

/// <summary>The tests that change the process's current folder: they run alone, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CurrentFolder
{
    /// <summary>What a test class names to be one of them.</summary>
    public const string Name = "current folder";
}
