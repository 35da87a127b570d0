namespace Lilt.Studies.Control;

/// <summary>How far a control has come.</summary>
/// <param name="Stage">What is under way.</param>
/// <param name="Tunes">Tunes done, over all networks.</param>
/// <param name="Of">Tunes to do in this stage.</param>
/// <param name="Tokens">Tokens of those done.</param>
public readonly record struct ControlProgress(ControlStage Stage, int Tunes, int Of, long Tokens);
