using Xunit.Sdk;
using Xunit.v3;

// Each test runs programs of its own; two at a time would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
