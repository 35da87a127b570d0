namespace Lilt.Studio.Analyses;

/// <summary>What chosen units and steps are exported as.</summary>
public enum ChosenFormat
{
    /// <summary>A table of their values, a row a step.</summary>
    Csv,

    /// <summary>The same for NumPy.</summary>
    Npz,

    /// <summary>The plan that holds them at 0.</summary>
    Plan,

    /// <summary>The command line that makes the table again.</summary>
    Command,
}
