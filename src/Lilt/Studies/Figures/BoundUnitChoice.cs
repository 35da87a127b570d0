using System.Text.Json.Serialization;
using Lilt.Binding;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>Why a unit is shown beside the transcription.</summary>
public enum BoundUnitChoice
{
    /// <summary>Of its layer it is the most bound to a measure token that is read.</summary>
    Read,

    /// <summary>Of its layer it is the most bound to a measure token that is written.</summary>
    Written,

    /// <summary>Of its layer it has the most power at the measure period.</summary>
    Power,
}
