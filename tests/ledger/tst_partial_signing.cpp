// SPDX-License-Identifier: GPL-3.0-or-later
// One transaction, several signers on machines of their own: what a file may say, and what it may not.
#include "contract/profile_world.h"
#include "contract/world.h"
#include "ledger/partial_signing.h"
#include "ledger/parts.h"

using namespace bt;
using namespace bt::ledger;
using namespace bt::test;

namespace {

const NetworkParams kNet = practiceNetwork();

Coin coinOf(const test::Person& who, Random& random)
{
    Coin coin;
    coin.outpoint = {random.fixed<kaspa::TxId>(), 1};
    coin.utxo = {{3 * kSompiPerKas}, kaspa::payToPublicKey(who.key.view()), 100, false, {}};
    coin.relation = "own";
    return coin;
}

//! Calls and fixed outputs with a coin for the fee, signed, as a persona's wallet makes it.
Draft drafted(const kaspa::Transaction& tx, const std::vector<contract::Call>& calls, const test::Person& payer, Random& random)
{
    BuildRequest request;
    for (std::size_t i = 0; i < calls.size(); ++i)
        request.inputs.push_back({tx.inputs[i].previous, calls[i].spent, tx.inputs[i].sequence, tx.inputs[i].computeBudget,
                                  must(contract::unsignedScript(calls[i])).size()});
    request.outputs = tx.outputs;
    request.lockTime = tx.lockTime;
    request.relation = "own";
    request.basis = FeeBasis::Relay;
    request.change = kaspa::payToPublicKey(payer.key.view());
    Draft draft = must(build(request, {coinOf(payer, random)}, kNet, 200'000));
    const KeySource keys = [&](const KeyRef&) -> Result<Secret> { return payer.secret.clone(); };
    if (!signCoins(draft, keys, random)) qFatal("coins are not signed");
    return draft;
}

Bytes withByte(Bytes bytes, std::size_t at, std::uint8_t value)
{
    bytes[at] = value;
    return bytes;
}

} // namespace

class TestPartialSigning : public QObject
{
    Q_OBJECT

    SeededRandom dice{11};

    static std::vector<XOnlyKey> keysOf(const World& w) { return {w.arbiters[0].key, w.arbiters[1].key, w.arbiters[2].key}; }
    static contract::session::Plan planOf(const World& w, const Session& s, std::size_t first, std::size_t second,
                                          Sompi share = {2'500'000'000})
    {
        return must(contract::session::resolve(s, w.terms, share, first, second));
    }
    //! A decision of the arbiters as the first of them puts it on the table.
    static PartialSigning decision(World& w, const Session& s, Sompi share = {2'500'000'000})
    {
        const auto plan = planOf(w, s, 0, 1, share);
        auto calls = must(contract::callsOf(plan));
        const Draft draft = drafted(plan.tx, calls, w.payer, w.random);
        return must(startSigning(draft, std::move(calls), kNet, {"visit.resolve", {{"visit", "00ff"}}}, keysOf(w)));
    }
    static PartialSigning through(const PartialSigning& p) { return must(readSigningText(signingText(p), kNet.id)); }

#define FAILS(result, wanted)                                                                                                              \
    do {                                                                                                                                   \
        const auto& r_ = (result);                                                                                                         \
        QVERIFY2(!r_, "was taken");                                                                                                        \
        QCOMPARE(QByteArray(r_.error().code.data(), static_cast<int>(r_.error().code.size())), QByteArray(wanted));                        \
    } while (false)

private slots:
    void two_arbiters_on_two_machines_make_a_transaction_that_every_rule_accepts()
    {
        for (const Phase phase : {Phase::DisputedByPatient, Phase::DisputedByTherapist}) {
            World w(3);
            const Session s = w.in(phase);
            const PartialSigning first = decision(w, s);
            QCOMPARE(missing(first), std::size_t{2});
            FAILS(finishSigning(first, kNet), "partial.incomplete");
            PartialSigning here = through(first);
            QVERIFY(addSignature(here, w.arbiters[0].secret, w.random));
            QVERIFY(signedBy(here, w.arbiters[0].key) && !signedBy(here, w.arbiters[1].key));
            FAILS(finishSigning(here, kNet), "partial.incomplete");
            PartialSigning there = through(here);
            QVERIFY(addSignature(there, w.arbiters[1].secret, w.random));
            const auto tx = finishSigning(through(there), kNet);
            QVERIFY2(tx, tx ? "" : tx.error().detail.c_str());
            QVERIFY(kaspa::transactionId(*tx) == idOf(first));
            QVERIFY(feeOf(first).value > 0);
        }
    }

    void any_two_of_the_three_finish_it_whoever_was_planned()
    {
        World w(4);
        const Session s = w.in(Phase::DisputedByPatient);
        for (const auto& [a, b] : {std::pair{0U, 1U}, {0U, 2U}, {1U, 2U}}) {
            PartialSigning p = decision(w, s);
            QVERIFY(addSignature(p, w.arbiters[a].secret, w.random));
            p = through(p);
            QVERIFY(addSignature(p, w.arbiters[b].secret, w.random));
            QVERIFY(chooseSigners(p, must(contract::callsOf(planOf(w, s, a, b)))));
            QVERIFY(finishSigning(through(p), kNet));
        }
        // What is chosen is who signs, never what: another visit's calls do not fit, and the transaction stays as it was.
        PartialSigning p = decision(w, s);
        QVERIFY(addSignature(p, w.arbiters[0].secret, w.random));
        const auto before = idOf(p);
        FAILS(chooseSigners(p, must(contract::callsOf(planOf(w, w.in(Phase::DisputedByTherapist), 0, 1)))), "partial.other_transaction");
        FAILS(chooseSigners(p, {}), "partial.other_transaction");
        QVERIFY(chooseSigners(p, must(contract::callsOf(planOf(w, s, 0, 2, {0})))));
        QVERIFY(idOf(p) == before);
    }

    void guardians_three_of_five_sign_apart_and_together()
    {
        ProfileWorld w(5);
        const auto anchor = w.anchor();
        const auto plan = must(profile::recover(anchor, w.guardians, {0, 2, 4}, w.fresh.key));
        const Draft draft = drafted(plan.tx, {plan.call}, w.payer, w.random);
        const auto start = must(startSigning(draft, {plan.call}, kNet, {"anchor.recover", {}}));
        QCOMPARE(start.signers.size(), std::size_t{3});
        std::vector<PartialSigning> each;
        for (const std::size_t i : {4U, 0U, 2U}) {
            each.push_back(through(start));
            QVERIFY(addSignature(each.back(), w.guardian[i].secret, w.random));
        }
        const auto all = must(combine(must(combine(each[0], each[1])), each[2]));
        QVERIFY(finishSigning(all, kNet));
        FAILS(finishSigning(must(combine(each[0], each[2])), kNet), "partial.incomplete");
        PartialSigning other = through(start);
        FAILS(addSignature(other, w.guardian[1].secret, w.random), "partial.not_a_signer");
    }

    void combining_is_the_same_in_any_order_and_twice()
    {
        World w(6);
        const Session s = w.in(Phase::DisputedByTherapist);
        const auto base = decision(w, s);
        for (int round = 0; round < (longRun() ? 300 : 30); ++round) {
            std::vector<PartialSigning> files;
            for (int k = 0; k < 4; ++k) {
                files.push_back(base);
                for (const auto& arbiter : w.arbiters)
                    if (dice.below(2) == 1) QVERIFY(addSignature(files.back(), arbiter.secret, dice));
            }
            const auto fold = [&](std::vector<std::size_t> order) {
                PartialSigning out = files[order[0]];
                for (const std::size_t i : order) out = must(combine(out, files[i]));
                return out;
            };
            const auto a = fold({0, 1, 2, 3});
            const auto b = fold({3, 1, 0, 2, 3, 1});
            for (const auto& arbiter : w.arbiters) {
                QCOMPARE(signedBy(a, arbiter.key), signedBy(b, arbiter.key));
                QCOMPARE(signedBy(a, arbiter.key), std::ranges::any_of(files, [&](const auto& f) { return signedBy(f, arbiter.key); }));
            }
            QVERIFY(encodeSigning(must(decodeSigning(encodeSigning(a), kNet.id))) == encodeSigning(a));
        }
    }

    void one_arbiter_does_not_count_twice()
    {
        World w(7);
        const Session s = w.in(Phase::DisputedByPatient);
        PartialSigning p = decision(w, s);
        QVERIFY(addSignature(p, w.arbiters[0].secret, w.random));
        FAILS(addSignature(p, w.arbiters[0].secret, w.random), "partial.already_signed");
        PartialSigning twice = p;
        twice.given.push_back(twice.given.front());
        FAILS(decodeSigning(encodeSigning(twice), kNet.id), "partial.unreadable");
        // Slots that ask the same key twice.
        PartialSigning same = p;
        same.calls[0].wanted[1].key = same.calls[0].wanted[0].key;
        FAILS(decodeSigning(encodeSigning(same), kNet.id), "partial.bad_call");
        // A file whose slot lies about who the second arbiter is does not pass the program.
        PartialSigning lied = p;
        lied.signers.push_back(w.stranger.key);
        std::ranges::sort(lied.signers);
        lied.calls[0].wanted[1].key = bytesOf(w.stranger.key.view());
        lied = through(lied);
        QVERIFY(addSignature(lied, w.stranger.secret, w.random));
        FAILS(finishSigning(lied, kNet), "ledger.refused");
    }

    void what_was_changed_after_somebody_signed_is_refused()
    {
        World w(8);
        const Session s = w.in(Phase::DisputedByPatient);
        PartialSigning p = decision(w, s);
        QVERIFY(addSignature(p, w.arbiters[0].secret, w.random));
        PartialSigning more = p; // an arbiter turns the money to herself
        more.tx.tx.outputs[0].spk = kaspa::payToPublicKey(w.stranger.key.view());
        FAILS(decodeSigning(encodeSigning(more), kNet.id), "partial.bad_signature");
        more = p;
        std::swap(more.tx.tx.outputs[0].value, more.tx.tx.outputs[1].value);
        FAILS(decodeSigning(encodeSigning(more), kNet.id), "partial.bad_signature");
        more = p;
        more.tx.utxos[0].amount.value += 1;
        more.calls[0].spent = more.tx.utxos[0];
        FAILS(decodeSigning(encodeSigning(more), kNet.id), "partial.bad_signature");
        more = p; // the coin for the fee is of another size than its signer said
        more.tx.utxos[1].amount.value += 1;
        FAILS(decodeSigning(encodeSigning(more), kNet.id), "partial.bad_signature");
        more = p;
        more.tx.tx.outputs[0].value.value = ~0ULL;
        FAILS(decodeSigning(encodeSigning(more), kNet.id), "partial.unreadable");
        more = p; // a signature that covers less than everything
        more.given[0].signature.bytes[64] = kaspa::SighashNone;
        FAILS(decodeSigning(encodeSigning(more), kNet.id), "partial.bad_signature");
        more = p; // one input twice
        more.tx.tx.inputs[1].previous = more.tx.tx.inputs[0].previous;
        FAILS(decodeSigning(encodeSigning(more), kNet.id), "partial.unreadable");
    }

    void a_signature_of_another_decision_or_of_a_stranger_is_refused()
    {
        World w(9);
        const Session s = w.in(Phase::DisputedByPatient);
        PartialSigning p = decision(w, s);
        PartialSigning other = decision(w, w.in(Phase::DisputedByPatient));
        QVERIFY(addSignature(other, w.arbiters[1].secret, w.random));
        PartialSigning replay = p;
        replay.given = other.given;
        FAILS(decodeSigning(encodeSigning(replay), kNet.id), "partial.bad_signature");
        FAILS(combine(p, other), "partial.other_transaction");
        FAILS(addSignature(p, w.stranger.secret, w.random), "partial.not_a_signer");
        PartialSigning foreign = p;
        QVERIFY(addSignature(foreign, w.arbiters[2].secret, w.random));
        foreign.given[0].key = w.stranger.key;
        FAILS(decodeSigning(encodeSigning(foreign), kNet.id), "partial.not_a_signer");
    }

    void a_file_of_another_network_a_later_version_or_about_something_else_is_refused()
    {
        World w(10);
        const PartialSigning p = decision(w, w.in(Phase::DisputedByPatient));
        FAILS(decodeSigning(encodeSigning(p), "mainnet"), "partial.other_network");
        NetworkParams main = kNet;
        main.id = "mainnet";
        FAILS(finishSigning(p, main), "partial.other_network");
        FAILS(decodeSigning(withByte(encodeSigning(p), 6, 2), kNet.id), "partial.newer");
        FAILS(decodeSigning(withByte(encodeSigning(p), 6, 0), kNet.id), "partial.unreadable");
        PartialSigning facts = p;
        facts.subject.facts["visit"] = "other";
        FAILS(combine(p, facts), "partial.other_transaction");
        PartialSigning big = p;
        big.subject.facts["note"] = std::string(kMaxSigningFacts, 'x');
        FAILS(decodeSigning(encodeSigning(big), kNet.id), "partial.unreadable");
        PartialSigning odd = p;
        odd.subject.kind = "visit\u202e";
        FAILS(decodeSigning(encodeSigning(odd), kNet.id), "partial.unreadable");
        FAILS(decodeSigning(Bytes(kMaxSigningBytes + 1), kNet.id), "partial.unreadable");
        FAILS(decodeSigning({}, kNet.id), "partial.unreadable");
    }

    void a_call_that_the_output_does_not_ask_for_is_refused()
    {
        World w(12);
        const Session s = w.in(Phase::DisputedByPatient);
        PartialSigning p = decision(w, s);
        PartialSigning other = p;
        other.calls[0].redeemScript = must(contract::session::redeemScriptOf(w.in(Phase::Requested)));
        FAILS(decodeSigning(encodeSigning(other), kNet.id), "partial.bad_call");
        other = p;
        other.calls[0].wanted[0].offset = 1;
        FAILS(decodeSigning(encodeSigning(other), kNet.id), "partial.bad_call");
        other = p;
        other.calls[0].wanted[0].argument = 200;
        FAILS(decodeSigning(encodeSigning(other), kNet.id), "partial.bad_call");
        other = p;
        other.calls[0].wanted[1].argument = other.calls[0].wanted[0].argument;
        FAILS(decodeSigning(encodeSigning(other), kNet.id), "partial.bad_call");
    }

    void no_changed_byte_makes_another_file_that_is_taken_for_this_one()
    {
        World w(13);
        PartialSigning p = decision(w, w.in(Phase::DisputedByPatient));
        QVERIFY(addSignature(p, w.arbiters[0].secret, w.random));
        const Bytes good = encodeSigning(p);
        const std::size_t step = longRun() ? 1 : 23;
        std::size_t taken = 0;
        for (std::size_t at = dice.below(step); at < good.size(); at += step) {
            const Bytes bad = withByte(good, at, static_cast<std::uint8_t>(good[at] ^ (1U << dice.below(8))));
            const auto read = decodeSigning(bad, kNet.id);
            if (!read) continue;
            ++taken;
            QVERIFY2(encodeSigning(*read) == bad, "two texts of one value");
            // What can change without a signature noticing is what it is said to be about, who else is asked, and what the
            // outputs say that no signature covers; never the transaction itself.
            QVERIFY(idOf(*read) == idOf(p));
        }
        for (std::size_t size = 0; size < good.size(); size += step) QVERIFY(!decodeSigning(ByteView(good).first(size), kNet.id));
        qInfo("%zu of %zu changed files were still files of this transaction", taken, good.size() / step);
    }

    void parts_of_a_qr_row_come_in_any_order()
    {
        World w(14);
        const PartialSigning p = decision(w, w.in(Phase::DisputedByPatient));
        auto parts = signingParts(p);
        QVERIFY(parts.size() > 3);
        for (const auto& part : parts) {
            QVERIFY(part.size() <= kPartChars);
            QVERIFY(
                std::ranges::all_of(part, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '/'; }));
        }
        const auto joined = [](const std::vector<std::string>& all) {
            std::string out = "\n ";
            for (const auto& one : all) out += one + " \r\n";
            return out;
        };
        std::ranges::reverse(parts);
        parts.push_back(parts.front());
        QVERIFY(encodeSigning(must(readSigningText(joined(parts), kNet.id))) == encodeSigning(p));
        const auto lacking = readSigningText(joined({parts[1], parts[0]}), kNet.id);
        FAILS(lacking, "parts.missing");
        QCOMPARE(lacking.error().args[0], std::string("2"));
        auto damaged = parts;
        damaged[1].back() = damaged[1].back() == 'A' ? 'B' : 'A';
        QVERIFY(!readSigningText(joined(damaged), kNet.id));
        auto mixed = parts;
        mixed[0] = signingParts(decision(w, w.in(Phase::DisputedByPatient))).back();
        FAILS(readSigningText(joined(mixed), kNet.id), "parts.mixed");
        FAILS(readSigningText("BTSIGN1:1/999:AAAAAAAA:AAAA", kNet.id), "parts.unreadable");
        FAILS(readSigningText("hello", kNet.id), "parts.unreadable");
        std::string text = signingText(p);
        text[text.size() / 2] = text[text.size() / 2] == 'A' ? 'B' : 'A';
        FAILS(readSigningText(text, kNet.id), "parts.damaged");
    }

    void parts_give_back_bytes_of_every_size()
    {
        for (std::size_t size = 0; size < 3000; size += 1 + dice.below(97)) {
            const Bytes whole = dice.bytes(size);
            const auto parts = toParts(whole, "T", 120 + dice.below(900));
            std::string text;
            for (const auto& part : parts) text = part + " " + text;
            const auto back = fromParts(text, "T");
            QVERIFY(back && *back == whole);
            QVERIFY(must(fromFileText(toFileText(whole, "Title 1"), "Title 1")) == whole);
        }
    }
};

QTEST_GUILESS_MAIN(TestPartialSigning)
#include "tst_partial_signing.moc"
