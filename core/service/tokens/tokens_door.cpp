// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/calls.h"
#include "service/tokens/local_tokens.h"
#include "service/tokens/tokens.h"

namespace bt::service {
namespace {

class LocalTokens final : public TokensDoor
{
public:
    explicit LocalTokens(const Calls& calls) : m_calls(&calls) {}
    Future<TokenQuote> quote(TokenPayment payment) override
    {
        return m_calls->asking<TokenQuote>(access::Use::QuoteTokens, [payment](Persona& p) { return p.feature<Tokens>().quote(payment); });
    }
    Future<> send(TokenPayment payment) override
    {
        return m_calls->spending<void>(access::Use::SendTokens, [payment](Persona& p) { return p.feature<Tokens>().send(payment); });
    }
    Future<> request(std::string threadId, std::uint64_t units, std::string note) override
    {
        return m_calls->spending<void>(access::Use::RequestTokens,
                                       [=](Persona& p) { return p.feature<Tokens>().request(threadId, units, note); });
    }
    Future<TokenQuote> quoteRequest(std::string id) override
    {
        return m_calls->asking<TokenQuote>(access::Use::QuoteTokenRequest,
                                           [id](Persona& p) { return p.feature<Tokens>().quoteRequest(id); });
    }
    Future<> payRequest(std::string id) override
    {
        return m_calls->spending<void>(access::Use::PayTokenRequest, [id](Persona& p) { return p.feature<Tokens>().payRequest(id); });
    }
    Future<> declineRequest(std::string id) override
    {
        return m_calls->spending<void>(access::Use::DeclineTokenRequest,
                                       [id](Persona& p) { return p.feature<Tokens>().declineRequest(id); });
    }

private:
    const Calls* m_calls;
};

} // namespace

std::unique_ptr<TokensDoor> localTokens(const Calls& calls) { return std::make_unique<LocalTokens>(calls); }

} // namespace bt::service
