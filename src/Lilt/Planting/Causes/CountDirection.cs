namespace Lilt.Planting.Causes;

/// <summary>What the state of the keeper says, as shows when it is put into a tune of another meter.</summary>
public enum CountDirection
{
    /// <summary>How much is to go: the bar comes when what the donor had to go is over. The meter is in the keeper's state.</summary>
    ToGo,

    /// <summary>How much has gone: the bar comes when the tune's own meter is full. The meter is remembered elsewhere.</summary>
    Gone,
}
