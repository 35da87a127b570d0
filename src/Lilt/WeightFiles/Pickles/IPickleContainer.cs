namespace Lilt.WeightFiles.Pickles;

/// <summary>A value that holds values.</summary>
internal interface IPickleContainer
{
    /// <summary>1 + the depth of the deepest value that it held when it was last added to.</summary>
    int Depth { get; set; }
}
