using GenAuth.Sdk.BrowserTests;

[assembly: AssemblyFixture(typeof(Browser))]
