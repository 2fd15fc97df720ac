// SPDX-License-Identifier: GPL-3.0-or-later
// Random lives of a visit: random terms, random steps by random people at random times, legal and not. After each step:
// money is conserved to the sompi, the reader agrees with the builder, relays would take the transaction, and everyone
// still has a way out without the other side. BT_LONG=1 asks for the full count.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;

namespace {

//! What happened in all lives, so that the test can say that it has been everywhere.
struct Tally {
    std::map<Step, int> taken;
    int refusedByBuilder = 0, tooEarly = 0, forged = 0, ended = 0;
};

class Life
{
public:
    Life(std::uint64_t seed, Tally& tally) : w(seed), m_tally(tally)
    {
        auto& r = w.random;
        const auto amount = [&](std::uint64_t least, std::uint64_t most) {
            switch (r.below(4)) { // the edges more often than chance would
            case 0: return Sompi{least};
            case 1: return Sompi{most};
            default: return Sompi{least + r.below(most - least + 1)};
            }
        };
        const auto age = [&] { return static_cast<std::uint32_t>(kMinAge + r.below(r.below(2) ? 10'000 : kMaxAge - kMinAge)); };
        m_price = amount(kShareFloor.value, 100'000 * kSompiPerKas);
        m_bond = r.below(3) == 0 ? Sompi{} : amount(kShareFloor.value, 10'000 * kSompiPerKas);
        Terms& t = w.terms;
        t.request.acceptBy = kNow.plus(static_cast<std::int64_t>(r.below(3 * kDay)));
        t.ladder = {t.request.acceptBy.plus(static_cast<std::int64_t>(r.below(3) ? r.below(5 * kDay) : 0)),
                    age(),
                    r.below(3) == 0 ? Sompi{} : amount(kShareFloor.value, m_price.value),
                    {}};
        t.visit.startsAt = t.ladder.freeUntil.plus(static_cast<std::int64_t>(r.below(5 * kDay)));
        t.visit.endsAt = t.visit.startsAt.plus(1 + static_cast<std::int64_t>(r.below(3 * kHour)));
        t.visit.claimAge = age();
        t.dispute.stake = amount(kInTokens ? kTokenStakeFloor.value : std::max(m_bond, kShareFloor).value, 20'000 * kSompiPerKas);
        t.dispute.lapseAge = age();
        t.dispute.lapseShare = r.below(3) == 0 ? Sompi{} : amount(kShareFloor.value, m_price.value + m_bond.value);
        t.salt(r);
        if (w.asset) {
            w.asset->levy = r.below(3) == 0 ? Sompi{} : amount(1, m_price.value - 1);
            w.bondCoin = w.bondOf({m_bond.value + (r.below(2) ? r.below(kBond.value) : 0)});
        }
        m_session = w.booked(must(makeState(t, w.patient.key, w.therapist.key, m_price, m_bond, w.asset)));
        m_session.daaScore = m_daa;
        m_in = kasOf(m_session);
        m_tokensIn = tokensOf(m_session);
    }

    //! \returns what is wrong, or an empty text.
    std::string run()
    {
        for (int i = 0; i < 60 && !m_over; ++i) {
            // Mostly forward, or few lives would see a visit; otherwise anything at all.
            static const std::vector<int> early{0, 0, 5, 6, 7, 12, 13}, late{8, 9, 10, 11, 12, 13}, disputes{15, 16, 17};
            const Phase phase = m_session.state.phase;
            const auto& forward = disputed(phase) ? disputes : phase == Phase::InSession ? late : early;
            const int choice = w.random.below(6) != 0 ? forward[w.random.below(forward.size())] : static_cast<int>(w.random.below(18));
            std::string wrong = w.random.below(3) == 0 ? passTime() : tryStep(choice);
            if (wrong.empty() && !m_over) wrong = waysOut();
            if (!wrong.empty()) return wrong;
        }
        if (!m_over) return {};
        ++m_tally.ended;
        if (m_tokensPaid != m_tokensIn) return "tokens in " + std::to_string(m_tokensIn) + ", out " + std::to_string(m_tokensPaid);
        return m_paid == m_in ? "" : "money in " + std::to_string(m_in) + ", out " + std::to_string(m_paid);
    }

private:
    std::string passTime()
    {
        static constexpr std::uint64_t spans[] = {3'600, 400'000, 20'000'000}; // an hour, days, most of a year
        const std::uint64_t seconds = w.random.below(spans[w.random.below(m_session.state.phase >= Phase::InSession ? 3 : 2)]);
        m_time = m_time.plus(static_cast<std::int64_t>(seconds) * kSecond);
        m_daa += seconds * kDaaPerSecond;
        return {};
    }

    Result<Plan> planFor(int choice)
    {
        const Session& s = m_session;
        const Sompi fee = w.random.below(2) ? Sompi{w.random.below(kCap.value + 1)} : Sompi{};
        const auto attendance = w.attendance(s);
        const Hash256 record = w.random.fixed<Hash256>();
        const Sompi all{m_price.value + m_bond.value};
        const Sompi split = w.random.below(2) ? Sompi{} : Sompi{w.random.below(all.value + 2)};
        switch (choice) {
        case 0: return w.tryAccept(s);
        case 1: return decline(s, {});
        case 2: return expireRequest(s, w.terms);
        case 3: return cancelByPatient(s, w.terms, fee);
        case 4: return cancelByTherapist(s, m_session.state.phase == Phase::Accepted ? fee : Sompi{});
        case 5: return commit(s, w.terms);
        case 6: return begin(s, w.terms);
        case 7: return beginAttended(s, attendance);
        case 8: return complete(s, record, w.recordBy(w.therapist, s, record), w.holder.key, fee);
        case 9: return claim(s, w.terms, attendance, fee);
        case 10: return claim(s, w.terms, std::nullopt, fee);
        case 11: return claimForTherapist(s, w.terms);
        case 12: return dispute(s, w.terms, Signer::Patient);
        case 13: return dispute(s, w.terms, Signer::Therapist);
        case 14: return agree(s, split, w.holder.key, fee);
        case 15: {
            const std::size_t first = w.random.below(2);
            return resolve(s, w.terms, split, first, first + 1 + w.random.below(2 - first));
        }
        case 16: return lapse(s, w.terms, attendance);
        default: return lapse(s, w.terms, std::nullopt);
        }
    }
    bool dueNow(const Plan& plan) const { return plan.notBefore < m_time && m_daa - m_session.daaScore >= plan.minAge; }

    std::string tryStep(int choice)
    {
        const auto plan = planFor(choice);
        if (!plan) {
            ++m_tally.refusedByBuilder;
            return {};
        }
        const std::string name(stepName(plan->step));
        if (!dueNow(*plan)) { // consensus would hold it back; shortening the waits breaks the script
            ++m_tally.tooEarly;
            const auto early = w.attacked(*plan, [&](Populated& t) {
                t.tx.lockTime =
                    plan->notBefore.value == 0 ? 0 : static_cast<std::uint64_t>(std::min(m_time.value - 1, plan->notBefore.value));
                t.tx.inputs[0].sequence = std::min<std::uint64_t>(m_daa - m_session.daaScore, plan->minAge);
            });
            return early ? name + " accepted too early" : "";
        }
        if (std::string wrong = forge(*plan); !wrong.empty()) return name + ": " + wrong;
        Populated tx = w.dress(*plan);
        w.sign(*plan, tx);
        if (const auto ok = World::run(*plan, tx); !ok) return name + " refused: " + ok.error().detail;
        if (std::string wrong = relayed(tx); !wrong.empty()) return name + ": " + wrong;
        return applied(*plan, tx);
    }

    //! One random change of one field that must break the step.
    std::string forge(const Plan& plan)
    {
        ++m_tally.forged;
        auto& r = w.random;
        // At accept in BTAI a third output is the therapist's change, his to shape.
        const std::size_t i = r.below(kInTokens && plan.step == Step::Accept ? 2 : plan.tx.outputs.size());
        const bool free = plan.step == Step::Agree;
        Result<kaspa::ScriptCost> result = fail("none");
        switch (r.below(free ? 2 : 4)) {
        case 0:
            if (plan.wanted.empty()) return {};
            result = w.attacked(plan, {}, &w.stranger);
            break;
        case 1:
            result = w.attacked(plan, [&](Populated& t) {
                t.tx.outputs.push_back({kDeposit, kaspa::payToPublicKey(w.stranger.key.view()), kaspa::CovenantBinding{0, m_session.id}});
                if (free && plan.outcome.ticket.value == 0) t.tx.outputs.push_back(t.tx.outputs.back());
            });
            break;
        case 2:
            result = w.attacked(plan, [&](Populated& t) { t.tx.outputs[i].value.value += 1 + (plan.surplus.value > 0 ? kCap.value : 0); });
            break;
        default:
            result = w.attacked(plan, [&](Populated& t) { t.tx.outputs[i].spk = kaspa::payToPublicKey(w.stranger.key.view()); });
            break;
        }
        return result ? "a forged step was accepted" : "";
    }

    //! Limits of blocks and relays: no step may be stuck by its mass.
    std::string relayed(const Populated& tx)
    {
        const auto masses = kaspa::masses(tx);
        if (!masses || !masses->withinLimits()) return "mass beyond the limits";
        return {};
    }

    std::string applied(const Plan& plan, const Populated& tx)
    {
        std::uint64_t in = 0, out = 0;
        for (const auto& utxo : tx.utxos) in += utxo.amount.value;
        for (const auto& output : tx.tx.outputs) out += output.value.value;
        if (in - out != 1'000'000) return "the transaction loses money";
        const auto read = readSpend(m_session, tx.tx, kaspa::transactionId(tx.tx), w.holder.key);
        if (!read || read->step != plan.step || read->outcome != plan.outcome)
            return "the reader disagrees about " + std::string(stepName(plan.step));
        ++m_tally.taken[plan.step];
        if (kInTokens && plan.step == Step::Accept) {
            m_in += m_bond.value > 0 ? token::kCarrier.value : 0; // the rest is under the therapist's change
            m_tokensIn += m_bond.value;
        } else {
            m_in += plan.toAdd.value;
        }
        if (read->next) {
            m_session = *read->next;
            m_session.daaScore = m_daa;
            return kasOf(m_session) == m_in && tokensOf(m_session) == m_tokensIn ? "" : "value differs from what was paid in";
        }
        const Outcome& o = read->outcome;
        m_paid = o.toPatient.value + o.toTherapist.value + o.toArbiters.value + o.ticket.value + o.fee.value + o.tokens.carriers.value;
        m_tokensPaid = o.tokens.toPatient.value + o.tokens.toTherapist.value + o.tokens.toPool.value;
        if (read->ticket && read->ticket->weight != o.tokens.toPool) return "a weight that nobody paid";
        m_over = true;
        if (!read->ticket) return {};
        const Plan drop = must(dropTicket(*read->ticket, kaspa::payToPublicKey(w.patient.key.view()), {}));
        Populated dropped = w.dress(drop);
        w.sign(drop, dropped);
        return World::run(dropped) ? "" : "the ticket cannot be dropped";
    }

    //! Whether each side alone, and nobody's key at all, still ends the visit in a known time.
    std::string waysOut()
    {
        const Session& s = m_session;
        const auto out = [&](const char* who, const Result<Plan>& plan, const Person* only) -> std::string {
            if (!plan) return std::string(who) + " has no way out: " + std::string(plan.error().code);
            for (const SignatureWanted& wanted : plan->wanted)
                if (only == nullptr || wanted.key != only->key) return std::string(who) + " needs someone else";
            Populated tx = w.dress(*plan);
            w.sign(*plan, tx);
            if (!World::run(*plan, tx)) return std::string(who) + " is refused: " + std::string(stepName(plan->step));
            return relayed(tx);
        };
        std::string wrong;
        const auto check = [&](std::string found) {
            if (wrong.empty()) wrong = std::move(found);
        };
        switch (s.state.phase) {
        case Phase::Requested:
            check(out("patient", cancelByPatient(s, w.terms), &w.patient));
            check(out("therapist", decline(s), &w.therapist));
            check(out("anyone", expireRequest(s, w.terms), nullptr));
            break;
        case Phase::Accepted:
            check(out("patient", cancelByPatient(s, w.terms), &w.patient));
            check(out("therapist", cancelByTherapist(s), &w.therapist));
            check(out("anyone", commit(s, w.terms), nullptr));
            break;
        case Phase::Committed:
            check(out("patient", cancelByPatient(s, w.terms), &w.patient));
            check(out("therapist", cancelByTherapist(s), &w.therapist));
            check(out("anyone", begin(s, w.terms), nullptr));
            break;
        case Phase::InSession:
            check(out("therapist", cancelByTherapist(s), &w.therapist));
            check(out("therapist", claim(s, w.terms, std::nullopt), &w.therapist));
            check(out("anyone", claimForTherapist(s, w.terms), nullptr));
            break;
        case Phase::DisputedByPatient:
        case Phase::DisputedByTherapist: check(out("anyone", lapse(s, w.terms, std::nullopt), nullptr)); break;
        }
        return wrong;
    }

    World w;
    Tally& m_tally;
    Session m_session;
    Sompi m_price, m_bond;
    Millis m_time = kNow;
    std::uint64_t m_daa = 5'000'000;
    static std::uint64_t kasOf(const Session& s) { return s.value.value + (s.escrow ? s.escrow->carrier.value : 0); }
    static std::uint64_t tokensOf(const Session& s) { return s.escrow ? s.escrow->held.value : 0; }
    std::uint64_t m_in = 0, m_paid = 0, m_tokensIn = 0, m_tokensPaid = 0;
    bool m_over = false;
};

} // namespace

class TestContractLives : public QObject
{
    Q_OBJECT
private slots:
    void random_lives_conserve_money_and_always_end()
    {
        const std::uint64_t lives = longRun() ? 5'000 : kInTokens ? 600 : 250; // so that every step is seen
        Tally tally;
        for (std::uint64_t seed = 1; seed <= lives; ++seed) {
            const std::string wrong = Life(seed, tally).run();
            QVERIFY2(wrong.empty(), ("seed " + std::to_string(seed) + ": " + wrong).c_str());
        }
        std::string seen;
        for (const auto& [step, count] : tally.taken) seen += " " + std::string(stepName(step)) + " " + std::to_string(count);
        qInfo("%d lives, %d ended, steps:%s; %d refused by builders, %d too early, %d forged", int(lives), tally.ended, seen.c_str(),
              tally.refusedByBuilder, tally.tooEarly, tally.forged);
        QCOMPARE(tally.taken.size(), 17U); // every step was taken by someone
    }
};
BT_CONTRACT_MAIN(TestContractLives)
#include "tst_contract_lives.moc"
