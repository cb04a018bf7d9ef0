using System.Net;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>A limit is one limit, however many nodes there are.</summary>
public class SharedLimitTests
{
    private const string Number = "+1 555 0100";

    // A machine that is too slow for Redis refuses, which is another test's matter; a run counts when nothing was refused for that.
    private const int Runs = 5;

    [Fact]
    public async Task Sixty_four_sends_at_once_over_two_nodes_bring_five_messages()
    {
        for (int run = 1; ; run++)
        {
            await using Cluster cluster = await Cluster.StartAsync(configure: options => options.ResendWindow = TimeSpan.Zero);

            HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => SendAsync(cluster, i, Number)));

            if (answers.Contains(HttpStatusCode.ServiceUnavailable) && run < Runs)
                continue;
            Assert.Equal(5, CountMessages(cluster));
            Assert.Equal(5, answers.Count(answer => answer is HttpStatusCode.Accepted));
            Assert.Equal(59, answers.Count(answer => answer is HttpStatusCode.TooManyRequests));
            return;
        }
    }

    [Fact]
    public async Task Sixty_four_wrong_codes_at_once_over_two_nodes_reach_the_service_ten_times()
    {
        for (int run = 1; ; run++)
        {
            await using Cluster cluster = await Cluster.StartAsync();
            var visitor = new Visitor();
            await visitor.ReadCountdownAsync(cluster.Nodes[0], Number);
            string wrong = (await cluster.Emulator.Inbox.WaitForAsync("5550100")).Code == "000000" ? "000001" : "000000";
            int before = cluster.Emulator.RequestCount;

            HttpStatusCode[] answers =
                await Task.WhenAll(Enumerable.Range(0, 64).Select(i => visitor.MoveTo($"203.0.113.{i}").SignInAsync(cluster.Nodes[i % 2], Number, wrong)));

            // Where Redis is too slow, the nodes count by themselves.
            await cluster.StopNodesAsync();
            if (cluster.Nodes.Any(node => node.Output.Contains(" failed with ", StringComparison.Ordinal)) && run < Runs)
                continue;
            Assert.Equal(10, cluster.Emulator.RequestCount - before);
            Assert.Equal(10, answers.Count(answer => answer is HttpStatusCode.BadRequest));
            Assert.Equal(54, answers.Count(answer => answer is HttpStatusCode.TooManyRequests));
            return;
        }
    }

    [Theory]
    [InlineData("SendsPerNumber", 2, 400)]
    [InlineData("SendsPerAddress", 10, 500)]
    [InlineData("SendsPerCountry", 120, 120)]
    public async Task A_thousand_sends_over_two_nodes_bring_as_many_messages_as_one_limit_allows(string limit, int permits, int messages)
    {
        Dictionary<string, string> settings = new() { ["PhoneSignIn__MaxConcurrentCalls"] = "1000" };
        foreach (string other in (string[])["Sends", "SendsPerAddress", "SendsPerCountry", "SendsPerNumber"])
            settings[$"PhoneSignIn__{other}__PermitLimit"] = other == limit ? $"{permits}" : "100000";

        for (int run = 1; ; run++)
        {
            await using Cluster cluster = await Cluster.StartAsync(settings, options => options.ResendWindow = TimeSpan.Zero);

            // 50 addresses send 20 each, to 200 numbers, 5 to each.
            int slow = 0;
            await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) =>
            {
                if (await SendAsync(cluster, i % 50, GetNumber(i / 5)) is HttpStatusCode.ServiceUnavailable)
                    Interlocked.Increment(ref slow);
            });

            if (slow > 0 && run < Runs)
                continue;
            Assert.Equal((0, messages), (slow, CountMessages(cluster)));
            return;
        }
    }

    private static string GetNumber(int index) => $"+1 {(index < 100 ? 202 : 212)} 555 01{index % 100:00}";

    private static async Task<HttpStatusCode> SendAsync(Cluster cluster, int visitor, string number)
    {
        using HttpResponseMessage response = await new Visitor($"203.0.113.{visitor}").SendCodeAsync(cluster.Nodes[visitor % 2], number);
        return response.StatusCode;
    }

    private static int CountMessages(Cluster cluster) => cluster.Emulator.Inbox.Messages.Count(message => message.PhoneCountryCode == "+1");
}
