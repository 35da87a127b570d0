namespace Lilt.WeightFiles.Safetensors;

/// <summary>How a tensor's numbers are kept: the floating types of the format.</summary>
internal enum TensorType
{
    /// <summary>IEEE 754 binary16.</summary>
    F16,

    /// <summary>The upper half of a binary32.</summary>
    BF16,

    /// <summary>IEEE 754 binary32.</summary>
    F32,

    /// <summary>IEEE 754 binary64.</summary>
    F64,
}
