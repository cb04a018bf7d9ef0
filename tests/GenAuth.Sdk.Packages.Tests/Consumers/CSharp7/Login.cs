using System.Threading.Tasks;

using GenAuth.Sdk;

namespace CSharp7
{
    public class Login
    {
        private readonly AuthenticationClient _genAuth;

        public Login(AuthenticationClient genAuth)
        {
            _genAuth = genAuth;
        }

        public async Task<string> SendCodeAsync(string phoneNumber)
        {
            try
            {
                SendSMSRespDto response = await _genAuth.SendSmsAsync(SmsChannel.Login, phoneNumber, "+86").ConfigureAwait(false);
                return response.IsSuccess ? "sent" : response.ErrorKind.ToString();
            }
            catch (GenAuthException exception) when (exception.Outcome == RequestOutcome.Unknown)
            {
                return "may have been sent";
            }
        }
    }
}
