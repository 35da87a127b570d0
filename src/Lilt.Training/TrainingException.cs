namespace Lilt.Training;

/// <summary>Training cannot go on: the loss is no number or has exploded. The message says where, and what to do.</summary>
public sealed class TrainingException(string message) : Exception(message);
