// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/reader.h"

#include "contract/health_session/draft.h"
#include "contract/token/reader.h"
#include "kaspa/abi/codec.h"

#include <algorithm>

namespace bt::contract::session {
namespace {

using kaspa::abi::Call;
using kaspa::abi::payToKey;
using kaspa::abi::Value;

tl::unexpected<Error> unreadable(const char* what) { return fail("contract.unreadable", what); }

//! What the transaction did, read in the order in which the program counts outputs.
class Reader
{
public:
    Reader(const Session& before, const Version& version, const kaspa::Transaction& tx, const kaspa::TxId& id)
        : m_before(before), m_version(version), m_tx(tx), m_id(id)
    {}

    Result<Transition> continued(Step step, Phase phase)
    {
        if (m_tx.outputs.empty()) return unreadable("no output");
        Session next = m_before;
        next.state.phase = phase;
        next.outpoint = {m_id, 0};
        next.value = m_tx.outputs[0].value;
        next.daaScore = 0;
        m_out.step = step;
        m_out.outcome.locked = next.value;
        if (step == Step::Accept && m_before.state.asset) BT_CHECK(readEscrow(next));
        m_out.next = std::move(next);
        return m_out;
    }

    //! One output of `settle`. \returns its value.
    Result<Sompi> take(const kaspa::ScriptPublicKey& expected, std::vector<kaspa::Outpoint>* list)
    {
        if (m_n >= m_tx.outputs.size() || m_tx.outputs[m_n].spk != expected) return unreadable("an output is not where it must be");
        if (list != nullptr) list->push_back({m_id, m_n});
        return m_tx.outputs[m_n++].value;
    }

    Result<Transition> settled(Step step, const Split& split)
    {
        m_out.step = step;
        if (m_before.state.asset) return settledTokens(split);
        Outcome& o = m_out.outcome;
        const Sompi stake = split.stake.value_or(Sompi{});
        if (split.stake) {
            BT_TRY(o.toArbiters, take(payToKey(split.arbiterPayout.view()), nullptr));
        }
        if (split.share.value > 0) {
            BT_TRY(o.toTherapist, take(payToKey(m_before.state.therapist.view()), &m_out.toTherapist));
        }
        if (split.share.value + stake.value > m_before.value.value) return unreadable("share above the value");
        const std::uint64_t rest = m_before.value.value - split.share.value - stake.value;
        const auto home = payToKey(m_before.state.patient.view());
        if (!split.holder || rest >= 2 * kDeposit.value) {
            BT_TRY(o.toPatient, take(home, &m_out.toPatient));
        }
        if (split.holder) BT_CHECK(readTicket(*split.holder, split.record, m_n));
        return finished();
    }

    //! No rules bind an agreement: whatever pays the two keys counts.
    Result<Transition> agreed(const std::optional<XOnlyKey>& holder)
    {
        m_out.step = Step::Agree;
        if (m_before.state.asset) {
            for (std::uint32_t i = 0; i < m_tx.outputs.size(); ++i) BT_CHECK(readToken(i));
        }
        const auto patient = payToKey(m_before.state.patient.view());
        const auto therapist = payToKey(m_before.state.therapist.view());
        for (std::uint32_t i = 0; i < m_tx.outputs.size(); ++i) {
            const kaspa::Output& output = m_tx.outputs[i];
            if (m_before.state.asset && output.covenant && output.covenant->id == m_before.state.asset->token) {
                continue; // read above
            } else if (output.covenant && output.covenant->id == m_before.id) {
                if (!holder || !readTicket(*holder, noRecord(), i))
                    (void)readTicket(m_before.state.patient, noRecord(), i); // unknown holder: no ticket of hers
            } else if (output.spk == patient) {
                m_out.outcome.toPatient.value += output.value.value;
                m_out.toPatient.push_back({m_id, i});
            } else if (output.spk == therapist) {
                m_out.outcome.toTherapist.value += output.value.value;
                m_out.toTherapist.push_back({m_id, i});
            }
        }
        return finished();
    }

    Transition& out() { return m_out; }

private:
    //! Output `index`, if it is one of the session's tokens: whose it is by its script, which says the amount too where
    //! the amount is known; agreements say amounts in the call of the escrow's input.
    Result<void> readToken(std::uint32_t index)
    {
        const kaspa::Output& output = m_tx.outputs[index];
        if (!output.covenant || output.covenant->id != m_before.state.asset->token) return {};
        BT_TRY(const token::Holding made, token::readReceived(m_before.state.asset->token, m_tx, m_id, index));
        TokenOutcome& o = m_out.outcome.tokens;
        const Sompi amount{made.state.amount.value};
        if (made.state.owner == token::Owner::key(m_before.state.therapist)) {
            o.toTherapist.value += amount.value;
            m_out.toTherapist.push_back({m_id, index});
        } else if (made.state.owner == token::Owner::key(m_before.state.patient)) {
            o.toPatient.value += amount.value;
            m_out.toPatient.push_back({m_id, index});
        } else if (made.state.owner == token::Owner::covenant(m_before.state.asset->pool)) {
            o.toPool.value += amount.value;
        }
        o.carriers.value += output.value.value;
        return {};
    }

    //! The program has fixed number, order and amounts of the token outputs: they are the first, up to whatever is not one.
    Result<Transition> settledTokens(const Split& split)
    {
        Outcome& o = m_out.outcome;
        const auto isToken = [&](const kaspa::Output& output) {
            return output.covenant && output.covenant->id == m_before.state.asset->token;
        };
        while (m_n < m_tx.outputs.size() && isToken(m_tx.outputs[m_n])) BT_CHECK(readToken(m_n++));
        if (split.stake && split.stake->value > 0) {
            const bool his = split.arbiterPayout == m_before.state.therapist;
            BT_TRY(const Sompi paid, take(payToKey(split.arbiterPayout.view()), his ? &m_out.toTherapist : nullptr));
            (his ? o.toTherapist : o.toArbiters) = paid;
        }
        if (split.holder) {
            BT_CHECK(readTicket(*split.holder, split.record, m_n, o.tokens.toPool));
        } else {
            BT_TRY(o.toPatient, take(payToKey(m_before.state.patient.view()), &m_out.toPatient));
        }
        return finished();
    }

    //! After accept: output 1 holds the price and the bond.
    Result<void> readEscrow(Session& next)
    {
        if (!m_before.escrow) return fail("contract.bad_escrow", "the escrow of the request is not known");
        BT_TRY(const token::Holding made, token::readReceived(m_before.state.asset->token, m_tx, m_id, 1));
        if (made.state.owner != token::Owner::covenant(m_before.id)) return unreadable("the escrow is not at output 1");
        next.escrow = Escrow{made.outpoint, made.carrier, {made.state.amount.value}, made.state.borrow, made.program};
        m_out.outcome.tokens.locked = next.escrow->held;
        m_out.outcome.tokens.carriers = made.carrier;
        return {};
    }

    Result<void> readTicket(const XOnlyKey& holder, const Hash256& record, std::uint32_t index, Sompi weight = {})
    {
        BT_TRY(const Bytes redeem, redeemOf(m_version, holder, m_before.state.terms, record, weight));
        if (index >= m_tx.outputs.size() || m_tx.outputs[index].spk != kaspa::abi::scriptHashOf(redeem))
            return unreadable("no ticket where it must be");
        m_out.ticket = Ticket{m_version.ticket.templateHash(),
                              m_before.id,
                              {m_id, index},
                              m_tx.outputs[index].value,
                              holder,
                              m_before.state.terms,
                              record,
                              0,
                              weight};
        m_out.outcome.ticket = m_out.ticket->value;
        return {};
    }

    Result<Transition> finished()
    {
        Outcome& o = m_out.outcome;
        const std::uint64_t paid = o.toPatient.value + o.toTherapist.value + o.toArbiters.value + o.ticket.value + o.tokens.carriers.value;
        const std::uint64_t there = m_before.value.value + (m_before.escrow ? m_before.escrow->carrier.value : 0);
        o.fee = {there > paid ? there - paid : 0};
        return std::move(m_out);
    }

    const Session& m_before;
    const Version& m_version;
    const kaspa::Transaction& m_tx;
    kaspa::TxId m_id;
    std::uint32_t m_n = 0;
    Transition m_out;
};

const Bytes& bytesAt(const Call& call, std::size_t i)
{
    static const Bytes none;
    const Bytes* bytes = i < call.arguments.size() ? std::get_if<Bytes>(&call.arguments[i].v) : nullptr;
    return bytes != nullptr ? *bytes : none;
}

//! The k-th number of an opened part; 0 if it is not there.
Sompi numberAt(ByteView part, std::size_t k)
{
    if (part.size() < 8 * (k + 1)) return {};
    const auto value = kaspa::abi::decodePayload({kaspa::abi::Kind::Int, "", {}}, part.subspan(8 * k, 8));
    const auto* number = value ? std::get_if<std::int64_t>(&value->v) : nullptr;
    return {number != nullptr && *number > 0 ? static_cast<std::uint64_t>(*number) : 0};
}

Result<Transition> readMove(Reader& reader, const Call& call)
{
    const auto* to = std::get_if<std::uint8_t>(&call.arguments[0].v);
    if (to == nullptr || *to < 2 || *to > 5) return unreadable("phase");
    const auto phase = static_cast<Phase>(*to);
    if (phase == Phase::Committed) return reader.continued(Step::Commit, phase);
    if (phase != Phase::InSession) return reader.continued(Step::Dispute, phase);
    if (!bytesAt(call, 2).empty()) return reader.continued(Step::Begin, phase);
    if (const auto shown = crypto::Signature64::from(bytesAt(call, 1))) reader.out().attendance = *shown;
    return reader.continued(Step::BeginAttended, phase);
}

Result<Transition> readSettle(Reader& reader, const Session& before, const Call& call)
{
    const auto* reason = std::get_if<std::int64_t>(&call.arguments[0].v);
    if (reason == nullptr || *reason < 0 || *reason > 7) return unreadable("reason");
    const auto why = static_cast<Why>(*reason);
    const Bytes& proof = bytesAt(call, 2);
    const Bytes& part = bytesAt(call, 3);
    const Bytes& more = bytesAt(call, 6);
    const bool shown = proof.size() == crypto::Signature64::size;
    const State& state = before.state;
    const Sompi all{state.price.value + state.bond.value};

    Split split;
    split.record = noRecord();
    if (state.phase >= Phase::InSession || why == Why::Complete) split.holder = state.patient;
    if (shown && why != Why::Complete) reader.out().attendance = *crypto::Signature64::from(proof);
    switch (why) {
    case Why::Expire: return reader.settled(Step::ExpireRequest, split);
    case Why::CancelByPatient:
        if (state.phase != Phase::Requested) split.share.value = state.bond.value + numberAt(part, 2).value;
        return reader.settled(Step::CancelByPatient, split);
    case Why::CancelByTherapist:
        if (state.phase == Phase::Accepted) split.share = state.bond;
        return reader.settled(state.phase == Phase::Requested ? Step::Decline : Step::CancelByTherapist, split);
    case Why::Complete: {
        if (more.size() < 64) return unreadable("ticket");
        split.share = all;
        split.holder = *XOnlyKey::from(ByteView(more).first(32));
        split.record = *Hash256::from(ByteView(more).subspan(32, 32));
        reader.out().record = split.record;
        return reader.settled(Step::Complete, split);
    }
    case Why::Claim: split.share = all; return reader.settled(shown ? Step::ClaimAttended : Step::Claim, split);
    case Why::ClaimForTherapist: split.share = all; return reader.settled(Step::ClaimForTherapist, split);
    case Why::Resolve: {
        if (part.size() < 152) return unreadable("dispute part");
        split.share = numberAt(more, 0);
        split.stake = numberAt(part, 0);
        split.arbiterPayout = *XOnlyKey::from(ByteView(part).subspan(120, 32));
        return reader.settled(Step::Resolve, split);
    }
    case Why::Lapse:
        if (shown) split.share = numberAt(part, 2);
        if (state.phase == Phase::DisputedByPatient && state.asset) {
            split.stake = numberAt(part, 0);
            split.arbiterPayout = state.therapist;
        } else if (state.phase == Phase::DisputedByPatient) {
            split.share.value += numberAt(part, 0).value;
        }
        return reader.settled(shown ? Step::LapseAttended : Step::Lapse, split);
    }
    return unreadable("reason");
}

} // namespace

Result<Transition> readSpend(const Session& before, const kaspa::Transaction& tx, const kaspa::TxId& spendingId,
                             const std::optional<XOnlyKey>& holder)
{
    const auto input = std::ranges::find(tx.inputs, before.outpoint, &kaspa::Input::previous);
    if (input == tx.inputs.end()) return fail("contract.not_a_spend", "the transaction does not spend the session");
    BT_TRY(const Version* version, versionOf(before.program));
    const auto call = version->session.readCall(input->signatureScript);
    if (!call) return unreadable("not a call of the program");
    Reader reader(before, *version, tx, spendingId);
    if (call->entry == "accept") return reader.continued(Step::Accept, Phase::Accepted);
    if (call->entry == "move") return readMove(reader, *call);
    if (call->entry == "agree") {
        const auto named = XOnlyKey::from(bytesAt(*call, 2)); // whose the ticket is, if there is one
        return reader.agreed(named ? *named : holder);
    }
    return readSettle(reader, before, *call);
}

} // namespace bt::contract::session
