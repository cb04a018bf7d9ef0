using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.IntegrationTests.Pages;

/// <summary>A page lives with what it describes, so pages move; the links to them must move along.</summary>
public class PageLinkTests
{
    public static TheoryData<string> Pages => [.. Page.FindAll()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file_and_a_heading_in_it(string path)
    {
        var page = new Page(path);

        Assert.All(page.RelativeLinks, link => Assert.True(page.HasTarget(link), link));
    }

    [Fact]
    public void The_front_page_links_to_every_page_about_the_client() =>
        Assert.Superset(
            Page.FindAll().Where(path => path.StartsWith("src/GenAuth.Sdk/", StringComparison.Ordinal)).ToHashSet(),
            new Page("README.md").RelativeLinks.ToHashSet());

    [Theory]
    [InlineData("src/GenAuth.Sdk/OUTCOMES.md", true)]
    [InlineData("src/GenAuth.Sdk/OUTCOMES.md#repeating-unknown-outcomes", true)]
    [InlineData("#status", true)]
    [InlineData("src/GenAuth.Sdk/OUTCOMES.md#no-such-heading", false)]
    [InlineData("OUTCOMES.md", false)]
    public void A_link_is_dead_without_its_file_or_its_heading(string link, bool expected) =>
        Assert.Equal(expected, new Page("README.md").HasTarget(link));
}
