namespace System.Threading.Tasks;

/// <summary>A completion without a value, as .NET 5 has it.</summary>
internal sealed class TaskCompletionSource : TaskCompletionSource<bool>
{
    public void SetResult() => SetResult(true);

    public bool TrySetResult() => TrySetResult(true);
}
