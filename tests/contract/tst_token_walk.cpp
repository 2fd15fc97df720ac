// SPDX-License-Identifier: GPL-3.0-or-later
// A ledger of two tokens that walks at random: transfers, merges, borrowed receives, thefts, mints, in one set of UTXOs.
// After each step the sum of each token is what its genesis made, and nobody's balance fell without him.
// BT_LONG=1 walks 100,000 steps.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "token_world.h"
#endif

using namespace bt;
using namespace bt::test;

namespace {

constexpr OwnerScheme kKeyed[] = {OwnerScheme::Key, OwnerScheme::KeyHash, OwnerScheme::EcdsaHash};

class Ledger
{
public:
    explicit Ledger(std::uint64_t seed) : w(seed), m_other(freshLineage(w.random))
    {
        for (const auto& id : {w.id, m_other})
            for (int i = 0; i < 6; ++i) m_coins.push_back(fresh(id, 1'000'000));
    }

    //! One step. \returns what is wrong, or nothing.
    std::string step()
    {
        const kaspa::CovenantId id = w.random.below(2) ? w.id : m_other;
        std::vector<std::size_t> of;
        for (std::size_t i = 0; i < m_coins.size(); ++i)
            if (m_coins[i].holding.token == id) of.push_back(i);
        for (std::size_t i = of.size(); i > 1; --i) std::swap(of[i - 1], of[w.random.below(i)]);
        token::Transfer t;
        const std::size_t ins = 1 + w.random.below(std::min<std::size_t>(3, of.size()));
        std::vector<std::size_t> used;
        const bool borrow =
            w.random.below(3) == 0 && of.size() > ins && ins < 3 && m_coins[of[ins]].holding.state.borrow.scheme == BorrowScheme::Threshold;
        std::uint64_t there = 0;
        for (std::size_t i = 0; i < ins; ++i) {
            used.push_back(of[i]);
            t.from.push_back(sourceOf(m_coins[of[i]]));
            there += m_coins[of[i]].holding.state.amount.value;
        }
        std::uint64_t left = there;
        if (borrow && left > 0) {
            used.push_back(of[ins]);
            const std::uint64_t more = 1 + w.random.below(left);
            t.borrowed = {m_coins[of[ins]].holding, {more}, std::nullopt, std::nullopt};
            left -= more;
        }
        const std::size_t room = (t.borrowed ? 1U : 2U);
        for (std::size_t i = 0; i < w.random.below(room + 1) && left > 0; ++i) {
            const std::uint64_t amount = 1 + w.random.below(left);
            t.to.push_back({anyOwner(), {amount}, token::kCarrier, anyBorrow()});
            left -= amount;
        }
        t.change = {anyOwner(), token::kCarrier, anyBorrow()};
        const auto plan = token::transfer(t);
        if (!plan) {
            ++refusedByBuilder;
            return {};
        }
        Populated tx = dress(*plan);
        if (std::string wrong = attack(*plan, tx, id); !wrong.empty()) return wrong;
        sign(plan->calls, tx);
        if (const auto ok = runInputs(tx, plan->calls.size()); !ok) return "refused: " + ok.error().detail;
        const auto masses = kaspa::masses(tx);
        if (!masses || !masses->withinLimits()) return "mass beyond the limits";
        ++taken;
        borrowed += t.borrowed ? 1 : 0;
        const auto txid = kaspa::transactionId(tx.tx);
        const auto read = token::readTransfer(id, tx.tx, txid);
        if (!read) return "the reader does not understand it";
        return apply(used, *read, id);
    }

    int taken = 0, forged = 0, refusedByBuilder = 0, borrowed = 0;

private:
    struct Coin {
        Holding holding;
        const Person* owner;
        OwnerScheme scheme;
    };
    Coin fresh(const kaspa::CovenantId& id, std::uint64_t amount)
    {
        const Person* who = people()[w.random.below(3)];
        const OwnerScheme scheme = kKeyed[w.random.below(3)];
        Coin coin{w.holding(w.ownerOf(*who, scheme), amount, anyBorrow()), who, scheme};
        coin.holding.token = id;
        return coin;
    }
    std::vector<const Person*> people() const { return {&w.alice, &w.bob, &w.carol}; }
    Owner anyOwner() { return w.ownerOf(*people()[w.random.below(3)], kKeyed[w.random.below(3)]); }
    Borrow anyBorrow()
    {
        return w.random.below(2) ? Borrow::above({w.random.below(1'000)})
                                 : (w.random.below(2) ? Borrow::disabled() : Borrow::byKey(w.carol.key));
    }
    Source sourceOf(const Coin& coin) const
    {
        Source out{coin.holding, {}, 0};
        if (coin.scheme == OwnerScheme::KeyHash) out.shown = bytesOf(coin.owner->key.view());
        if (coin.scheme == OwnerScheme::EcdsaHash) out.shown = bytesOf(coin.owner->compressed.view());
        return out;
    }
    Populated dress(const token::Plan& plan)
    {
        Populated out{plan.tx, {}};
        for (const auto& call : plan.calls) out.utxos.push_back(call.spent);
        addFee(out, w.random, w.payer, plan.toAdd, plan.surplus);
        return out;
    }
    void sign(const std::vector<contract::Call>& calls, Populated& tx) { w.sign(calls, tx); }

    //! A change of one field that must break the step.
    std::string attack(const token::Plan& plan, Populated tx, const kaspa::CovenantId& id)
    {
        ++forged;
        auto& r = w.random;
        const std::size_t made = plan.made.size();
        auto calls = plan.calls;
        const std::size_t out = r.below(made);
        auto state = plan.made[out];
        const auto remake = [&](const Hash256& program) {
            tx.tx.outputs[out].spk = kaspa::abi::scriptHashOf(must(token::redeemScriptOf(program, state)));
        };
        const Hash256 program = plan.calls[0].program->templateHash();
        const Person* thief = nullptr;
        std::size_t only = 0;
        std::string what;
        switch (r.below(6)) {
        case 0:
            what = "one unit more in an output";
            state.amount.value += 1 + r.below(1'000);
            remake(program);
            break;
        case 1:
            what = "an output redirected";
            state.owner = w.ownerOf(w.stranger, OwnerScheme::Key);
            remake(program);
            break;
        case 2: {
            what = "minted beside";
            state.amount.value = 1 + r.below(1'000'000);
            tx.tx.outputs.push_back(
                {token::kCarrier, kaspa::abi::scriptHashOf(must(token::redeemScriptOf(program, state))), kaspa::CovenantBinding{0, id}});
            break;
        }
        case 3:
            what = "signed by a thief";
            only = r.below(calls.size());
            if (calls[only].wanted.empty()) return {};
            thief = &w.stranger;
            break;
        case 4: {
            what = "claimed and made one unit more";
            auto states = plan.made;
            states[out].amount.value += 1;
            state = states[out];
            kaspa::abi::List said;
            for (const auto& one : states) said.emplace_back(token::stateRecord(one));
            calls[0].arguments[0] = kaspa::abi::Value(std::move(said));
            remake(program);
            break;
        }
        default:
            what = "an output under the other token's id";
            tx.tx.outputs[out].covenant->id = id == w.id ? m_other : w.id;
            break;
        }
        for (std::size_t i = 0; i < calls.size(); ++i)
            signCall(tx, i, calls[i], w.people(), thief != nullptr && only == i ? thief : nullptr);
        if (runInputs(tx, calls.size())) return "a forged step was accepted: " + what;
        return {};
    }

    std::string apply(std::vector<std::size_t> used, const token::Movement& moved, const kaspa::CovenantId& id)
    {
        // Authority: whoever loses was among the spenders; a borrowed UTXO's owner does not lose.
        std::ranges::sort(used, std::greater<>{});
        for (const std::size_t i : used) m_coins.erase(m_coins.begin() + static_cast<std::ptrdiff_t>(i));
        for (const Holding& made : moved.made) {
            Coin coin{made, nullptr, made.state.owner.scheme};
            for (const Person* p : people())
                if (w.ownerOf(*p, made.state.owner.scheme) == made.state.owner) coin.owner = p;
            if (coin.owner == nullptr) return "a token for nobody";
            m_coins.push_back(std::move(coin));
        }
        std::uint64_t sum = 0;
        for (const Coin& coin : m_coins)
            if (coin.holding.token == id) sum += coin.holding.state.amount.value;
        if (sum != 6'000'000) return "the supply is " + std::to_string(sum);
        return {};
    }

    TokenWorld w;
    kaspa::CovenantId m_other;
    std::vector<Coin> m_coins;
};

} // namespace

class TestTokenWalk : public QObject
{
    Q_OBJECT
private slots:
    void the_supply_never_changes_and_nobody_loses_without_signing()
    {
        const int steps = longRun() ? 100'000 : 3'000;
        int done = 0, taken = 0, forged = 0, refused = 0, borrowed = 0;
        for (std::uint64_t seed = 1; done < steps; ++seed) {
            Ledger ledger(seed);
            for (int i = 0; i < 500; ++i, ++done) {
                const std::string wrong = ledger.step();
                QVERIFY2(wrong.empty(), ("seed " + std::to_string(seed) + ", step " + std::to_string(i) + ": " + wrong).c_str());
            }
            taken += ledger.taken;
            forged += ledger.forged;
            refused += ledger.refusedByBuilder;
            borrowed += ledger.borrowed;
        }
        qInfo("%d steps: %d transfers (%d borrowed), %d forged, %d refused by the builder", done, taken, borrowed, forged, refused);
        QVERIFY(taken > done / 2 && borrowed > done / 100);
    }
};
BT_CONTRACT_MAIN(TestTokenWalk)
#include "tst_token_walk.moc"
