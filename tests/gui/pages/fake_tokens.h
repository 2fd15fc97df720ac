// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! BTAI as a test hands it out: a door that writes down what it was asked, and a view with requests of every state.
#pragma once

#include "fake_engine.h"
#include "samples.h"
#include "service/tokens/tokens_door.h"

namespace bt::test {

class FakeTokens final : public service::TokensDoor
{
public:
    explicit FakeTokens(FakeEngine& engine) : m_engine(engine) { engine.own.tokens = this; }
    service::TokenQuote quoted;
    std::optional<Error> refused; //!< what quotes answer
    service::TokenPayment paid;

    service::Future<service::TokenQuote> quote(service::TokenPayment payment) override
    {
        return priced("quote", payment.threadId + payment.address, payment.units);
    }
    service::Future<> send(service::TokenPayment payment) override
    {
        paid = payment;
        return done("send " + payment.threadId + payment.address + " " + std::to_string(payment.units));
    }
    service::Future<> request(std::string threadId, std::uint64_t units, std::string note) override
    {
        return done("request " + threadId + " " + std::to_string(units) + " " + note);
    }
    service::Future<service::TokenQuote> quoteRequest(std::string id) override { return priced("quoteRequest", id, 0); }
    service::Future<> payRequest(std::string id) override { return done("payRequest " + id); }
    service::Future<> declineRequest(std::string id) override { return done("declineRequest " + id); }

private:
    template <typename T> service::Future<T> ready(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }
    service::Future<> done(const std::string& call)
    {
        m_engine.calls << QString::fromStdString(call);
        return ready<void>(m_engine.answer ? Result<void>(tl::unexpected(*m_engine.answer)) : Result<void>());
    }
    service::Future<service::TokenQuote> priced(const std::string& call, const std::string& whom, std::uint64_t units)
    {
        m_engine.calls << QString::fromStdString(call + " " + whom + " " + std::to_string(units));
        return ready<service::TokenQuote>(refused ? Result<service::TokenQuote>(tl::unexpected(*refused))
                                                  : Result<service::TokenQuote>(quoted));
    }
    FakeEngine& m_engine;
};

inline constexpr std::uint64_t kBtai = 100'000'000;

//! 960 BTAI at 0.50 EUR, a few payments, and a request in each state with the first contact.
inline std::shared_ptr<service::TokensView> tokensView()
{
    using service::RequestState;
    auto t = std::make_shared<service::TokensView>();
    t->tokenId = std::string(64, 'f');
    t->available = 960 * kBtai;
    t->microsPerToken = 500'000;
    t->under = {50'000'000};
    t->address = "btaisim:qq0123456789";
    t->ownerKey = std::string(64, 'e');
    t->kasWanted = {102'000'000};
    const auto row = [](const char* id, const char* kind, const char* peer, std::int64_t units, Millis when) {
        service::TokenRow r;
        r.id = id;
        r.kind = kind;
        r.peerName = peer;
        r.units = units;
        r.at = when;
        r.state = service::PaymentState::Settled;
        r.txid = std::string(64, '9');
        return r;
    };
    t->rows = {row("a", "sent", "Dr. Mariam Okonjo", -25 * static_cast<std::int64_t>(kBtai), kNow.plus(-kHour)),
               row("b", "request_received", "Tomasz Wiśniewski", 5 * static_cast<std::int64_t>(kBtai), kNow.plus(-kDay)),
               row("c", "play_money", "", 1'000 * static_cast<std::int64_t>(kBtai), kNow.plus(-5 * kDay))};
    t->rows[1].note = "Book";
    auto waiting = row("d", "sent", "Dr. Mariam Okonjo", -static_cast<std::int64_t>(kBtai), kNow);
    waiting.state = service::PaymentState::Waiting;
    waiting.asksAddress = true;
    waiting.txid.clear();
    t->rows.insert(t->rows.begin(), waiting);
    const auto request = [&](const char* id, bool mine, RequestState state) {
        t->requests.emplace(
            id,
            service::PayRequestView{
                id, "t1", mine, 25 * kBtai, mine ? "" : "Room, last week", kNow.plus(-kHour), state, service::PaymentState::Settled, {}});
    };
    request("r-open", false, RequestState::Open);
    request("r-paying", false, RequestState::Paying);
    request("r-paid", false, RequestState::Paid);
    request("r-mine", true, RequestState::Open);
    request("r-no", true, RequestState::Declined);
    return t;
}

inline std::shared_ptr<service::Snapshot> withTokens()
{
    auto s = patient();
    s->tokens = tokensView();
    return s;
}
inline std::shared_ptr<service::Snapshot> shortOfKas()
{
    auto s = withTokens();
    auto t = tokensView();
    t->kasShort = true;
    s->tokens = t;
    return s;
}

inline std::vector<service::MessageView> asking()
{
    std::vector<service::MessageView> out;
    std::int64_t id = 0;
    for (const char* request : {"r-open", "r-paying", "r-paid", "r-mine", "r-no"}) {
        auto m = message(++id, std::string_view(request) == "r-mine" || std::string_view(request) == "r-no", "Room, last week",
                         kNow.plus(-kHour));
        m.kind = service::MessageKind::PayRequest;
        m.visitId = request;
        out.push_back(m);
    }
    return out;
}

} // namespace bt::test
