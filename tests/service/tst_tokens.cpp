// SPDX-License-Identifier: GPL-3.0-or-later
// BTAI between two people on the practice network: play money, sending, borrowed receive, requests, scattered tokens, a
// practice that begins anew, a restore from the words, and counterparts that lie.
#include "kaspa/address.h"
#include "service/tokens/tokens_door.h"
#include "service/two_sides.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace {

constexpr std::uint64_t kOne = 100'000'000; // units of 1 BTAI
constexpr std::uint64_t kGift = 1'000 * kOne;

std::uint64_t units(const Side& side) { return side.now()->tokens ? side.now()->tokens->available + side.now()->tokens->waiting : 0; }
TokensDoor& tokens(const Side& side) { return *side.engine->doors().tokens; }

bool holds(const Side& side, std::uint64_t amount)
{
    return side.until([&](const Snapshot& s) { return s.tokens && s.tokens->available == amount && s.tokens->waiting == 0; });
}

QString say(const Side& side)
{
    const auto s = side.now();
    QString out = side.explain();
    if (!s->tokens) return out + QStringLiteral(" no tokens");
    out += QStringLiteral(" available=%1 waiting=%2").arg(s->tokens->available).arg(s->tokens->waiting);
    for (const auto& row : s->tokens->rows)
        out += QStringLiteral(" row(%1 %2 state=%3 failure=%4)")
                   .arg(QString::fromStdString(row.kind))
                   .arg(row.units)
                   .arg(int(row.state))
                   .arg(QString::fromUtf8(row.failure.data(), qsizetype(row.failure.size())));
    return out;
}

//! Two people who know each other and have their play money.
struct Acquainted : TwoSides {
    [[nodiscard]] QString meet()
    {
        if (const auto begun = begin(); !begun.isEmpty()) return begun;
        if (const auto booked = book(slot()); !booked.isEmpty()) return booked;
        if (!holds(*patient, kGift) || !holds(*therapist, kGift)) return QStringLiteral("no BTAI: ") + say(*patient) + say(*therapist);
        return {};
    }
    [[nodiscard]] std::string thread(const Side& side) const { return side.now()->threads.at(0).id; }
};

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT
private slots:
    void a_new_persona_is_given_tokens_by_a_real_transfer_and_more_on_demand();
    void a_contact_is_paid_and_the_next_payment_joins_what_she_holds();
    void an_address_is_paid_and_no_other_text_is_taken_for_one();
    void a_request_is_paid_once_and_the_chain_says_so_on_both_sides();
    void a_request_may_be_declined();
    void scattered_tokens_are_joined_before_they_pay();
    void the_words_bring_back_what_was_held();
    void a_practice_that_begins_anew_leaves_no_tokens_of_the_old_one();
    void nothing_is_sent_without_enough_tokens_or_kas();
    void the_kas_under_tokens_is_counted_to_the_sompi();
};

void TestTokens::a_new_persona_is_given_tokens_by_a_real_transfer_and_more_on_demand()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    QVERIFY2(holds(*two.patient, kGift), qPrintable(say(*two.patient)));
    const auto rows = two.patient->now()->tokens->rows;
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(rows[0].kind), QStringLiteral("play_money"));
    QCOMPARE(codeOf(wait(two.patient->engine->addPlayMoney())), QString());
    QVERIFY2(holds(*two.patient, 2 * kGift), qPrintable(say(*two.patient)));
}

void TestTokens::a_contact_is_paid_and_the_next_payment_joins_what_she_holds()
{
    Acquainted two;
    QCOMPARE(two.meet(), QString());
    const auto to = two.thread(*two.patient);
    const auto first = wait(tokens(*two.patient).quote({to, {}, 30 * kOne}));
    QCOMPARE(codeOf(first), QString());
    QVERIFY(first->asksAddress && !first->joinsTheirs);
    QVERIFY(first->deposit.value == 50'000'000 && first->fee.value > 0 && first->left == kGift - 30 * kOne);
    QCOMPARE(codeOf(wait(tokens(*two.patient).send({to, {}, 30 * kOne}))), QString());
    QVERIFY2(holds(*two.therapist, kGift + 30 * kOne), qPrintable(say(*two.therapist)));
    QVERIFY2(holds(*two.patient, kGift - 30 * kOne), qPrintable(say(*two.patient)));
    // Her app knows whom it came from, since the address was for this contact alone.
    QCOMPARE(QString::fromStdString(two.therapist->now()->tokens->rows[0].kind), QStringLiteral("received"));
    QCOMPARE(two.therapist->now()->tokens->rows[0].threadId, two.thread(*two.therapist));

    // The second one goes into the UTXO that she holds: no deposit, and no new output for her.
    const auto again = wait(tokens(*two.patient).quote({to, {}, 5 * kOne}));
    QCOMPARE(codeOf(again), QString());
    QVERIFY(!again->asksAddress && again->joinsTheirs);
    QCOMPARE(again->deposit.value, std::uint64_t(0));
    QCOMPARE(codeOf(wait(tokens(*two.patient).send({to, {}, 5 * kOne}))), QString());
    QVERIFY2(holds(*two.therapist, kGift + 35 * kOne), qPrintable(say(*two.therapist)));
    QVERIFY2(holds(*two.patient, kGift - 35 * kOne), qPrintable(say(*two.patient)));

    // The other way: his address came with his question, so nothing has to be asked.
    const auto back = two.thread(*two.therapist);
    const auto hers = wait(tokens(*two.therapist).quote({back, {}, 1'020 * kOne}));
    QCOMPARE(codeOf(hers), QString());
    QVERIFY(!hers->asksAddress);
    QCOMPARE(codeOf(wait(tokens(*two.therapist).send({back, {}, 1'020 * kOne}))), QString());
    QVERIFY2(holds(*two.therapist, 15 * kOne), qPrintable(say(*two.therapist)));
    QVERIFY2(holds(*two.patient, 1'985 * kOne), qPrintable(say(*two.patient)));
}

void TestTokens::an_address_is_paid_and_no_other_text_is_taken_for_one()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    QVERIFY(holds(*two.patient, kGift) && holds(*two.therapist, kGift));
    QVERIFY(two.therapist->until([](const Snapshot& s) { return !s.tokens->address.empty(); }));
    const auto address = two.therapist->now()->tokens->address;
    QVERIFY(QString::fromStdString(address).startsWith(QStringLiteral("btaisim:")));
    QCOMPARE(codeOf(wait(tokens(*two.patient).send({{}, address, 7 * kOne}))), QString());
    QVERIFY2(holds(*two.therapist, kGift + 7 * kOne), qPrintable(say(*two.therapist)));
    // An address is shown to one payer only.
    QVERIFY(two.therapist->until([&](const Snapshot& s) { return !s.tokens->address.empty() && s.tokens->address != address; }));
    // One letter changed, an address of KAS, nothing.
    auto wrong = address;
    wrong.back() = wrong.back() == 'q' ? 'p' : 'q';
    QVERIFY(codeOf(wait(tokens(*two.patient).send({{}, wrong, kOne}))).startsWith(QStringLiteral("kaspa.address.")));
    const auto kas = kaspa::encodeAddress({"kaspasim", kaspa::AddressKind::PubKey, Bytes(32, 7)});
    QVERIFY(codeOf(wait(tokens(*two.patient).send({{}, kas, kOne}))).startsWith(QStringLiteral("token.bad_address")));
    const auto other = kaspa::encodeAddress({"btaitest", kaspa::AddressKind::PubKey, Bytes(32, 7)});
    QVERIFY(codeOf(wait(tokens(*two.patient).send({{}, other, kOne}))).startsWith(QStringLiteral("token.bad_address")));
    const auto noKey = kaspa::encodeAddress({"btaisim", kaspa::AddressKind::PubKey, Bytes(32, 0xff)});
    QVERIFY(codeOf(wait(tokens(*two.patient).send({{}, noKey, kOne}))).startsWith(QStringLiteral("token.bad_address")));
    QVERIFY(!codeOf(wait(tokens(*two.patient).send({{}, {}, kOne}))).isEmpty());
    QCOMPARE(units(*two.patient), kGift - 7 * kOne);
}

void TestTokens::a_request_is_paid_once_and_the_chain_says_so_on_both_sides()
{
    Acquainted two;
    QCOMPARE(two.meet(), QString());
    QCOMPARE(codeOf(wait(tokens(*two.therapist).request(two.thread(*two.therapist), 25 * kOne, "Room, last week"))), QString());
    QVERIFY(two.patient->until([](const Snapshot& s) { return s.tokens->requests.size() == 1; }));
    const auto id = two.patient->now()->tokens->requests.begin()->first;
    const auto asked = two.patient->now()->tokens->requests.at(id);
    QVERIFY(!asked.mine && asked.units == 25 * kOne && asked.note == "Room, last week" && asked.state == RequestState::Open);
    const auto page = wait(two.patient->engine->messages(asked.threadId, 0, 10));
    QVERIFY(page && std::ranges::any_of(*page, [&](const MessageView& m) { return m.kind == MessageKind::PayRequest && m.visitId == id; }));
    QVERIFY(codeOf(wait(tokens(*two.therapist).payRequest(id))).startsWith(QStringLiteral("token.request_closed"))); // not her own
    QCOMPARE(codeOf(wait(tokens(*two.patient).payRequest(id))), QString());
    const auto paid = [&](const Snapshot& s) { return s.tokens->requests.at(id).state == RequestState::Paid; };
    QVERIFY2(two.patient->until(paid), qPrintable(say(*two.patient)));
    QVERIFY2(two.therapist->until(paid), qPrintable(say(*two.therapist)));
    QCOMPARE(two.patient->now()->tokens->requests.at(id).txid, two.therapist->now()->tokens->requests.at(id).txid);
    QVERIFY(codeOf(wait(tokens(*two.patient).payRequest(id))).startsWith(QStringLiteral("token.request_closed")));
    QVERIFY2(holds(*two.patient, kGift - 25 * kOne), qPrintable(say(*two.patient)));
    QVERIFY2(holds(*two.therapist, kGift + 25 * kOne), qPrintable(say(*two.therapist)));
    QCOMPARE(QString::fromStdString(two.patient->now()->tokens->rows[0].kind), QStringLiteral("request_paid"));
    QCOMPARE(QString::fromStdString(two.therapist->now()->tokens->rows[0].kind), QStringLiteral("request_received"));
    QCOMPARE(QString::fromStdString(two.therapist->now()->tokens->rows[0].note), QStringLiteral("Room, last week"));
}

void TestTokens::a_request_may_be_declined()
{
    Acquainted two;
    QCOMPARE(two.meet(), QString());
    QCOMPARE(codeOf(wait(tokens(*two.therapist).request(two.thread(*two.therapist), kOne, {}))), QString());
    QVERIFY(two.patient->until([](const Snapshot& s) { return s.tokens->requests.size() == 1; }));
    const auto id = two.patient->now()->tokens->requests.begin()->first;
    QCOMPARE(codeOf(wait(tokens(*two.patient).declineRequest(id))), QString());
    QVERIFY(two.therapist->until([&](const Snapshot& s) { return s.tokens->requests.at(id).state == RequestState::Declined; }));
    QVERIFY(codeOf(wait(tokens(*two.patient).payRequest(id))).startsWith(QStringLiteral("token.request_closed")));
    QCOMPARE(codeOf(wait(tokens(*two.therapist).request(two.thread(*two.therapist), 0, {}))).left(16), QStringLiteral("token.bad_amount"));
    QVERIFY(!codeOf(wait(tokens(*two.therapist).request(two.thread(*two.therapist), kOne, std::string(300, 'x')))).isEmpty());
    QCOMPARE(units(*two.patient), kGift);
}

void TestTokens::scattered_tokens_are_joined_before_they_pay()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    QVERIFY(holds(*two.patient, kGift));
    for (int more = 0; more < 4; ++more) QCOMPARE(codeOf(wait(two.patient->engine->addPlayMoney())), QString());
    QVERIFY2(holds(*two.patient, 5 * kGift), qPrintable(say(*two.patient)));
    QVERIFY(two.therapist->until([](const Snapshot& s) { return s.tokens && !s.tokens->address.empty(); }));
    const auto before = units(*two.therapist);
    const TokenPayment all{{}, two.therapist->now()->tokens->address, 5 * kGift};
    const auto quote = wait(tokens(*two.patient).quote(all));
    QCOMPARE(codeOf(quote), QString());
    QVERIFY(quote->merges > 0);
    QCOMPARE(codeOf(wait(tokens(*two.patient).send(all))), QString());
    QVERIFY2(holds(*two.patient, 0), qPrintable(say(*two.patient)));
    QVERIFY2(holds(*two.therapist, before + 5 * kGift), qPrintable(say(*two.therapist)));
}

void TestTokens::the_words_bring_back_what_was_held()
{
    Acquainted two;
    QCOMPARE(two.meet(), QString());
    QCOMPARE(codeOf(wait(tokens(*two.patient).send({two.thread(*two.patient), {}, 30 * kOne}))), QString());
    QVERIFY(holds(*two.patient, kGift - 30 * kOne) && holds(*two.therapist, kGift + 30 * kOne));
    auto recovered = wait(two.patient->engine->recoveryWords(words("seven green bottles")));
    QVERIFY(recovered);
    two.patient.reset();
    Side again(two.world, two.folder.filePath(QStringLiteral("again")));
    QCOMPARE(
        codeOf(wait(again.engine->restorePersona(Secret::copyOf((*recovered)->view()), "Noor", words("a quiet room by the sea"), false))),
        QString());
    QVERIFY2(holds(again, kGift - 30 * kOne), qPrintable(say(again)));
    // And spends it.
    QVERIFY(two.therapist->until([](const Snapshot& s) { return !s.tokens->address.empty(); }));
    QCOMPARE(codeOf(wait(tokens(again).send({{}, two.therapist->now()->tokens->address, kGift - 30 * kOne}))), QString());
    QVERIFY2(holds(*two.therapist, 2 * kGift), qPrintable(say(*two.therapist)));
}

void TestTokens::a_practice_that_begins_anew_leaves_no_tokens_of_the_old_one()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    QVERIFY(holds(*two.patient, kGift));
    QCOMPARE(codeOf(wait(two.patient->engine->addPlayMoney())), QString());
    QVERIFY(holds(*two.patient, 2 * kGift));
    QCOMPARE(codeOf(wait(two.patient->engine->resetPractice())), QString());
    QVERIFY2(holds(*two.patient, kGift), qPrintable(say(*two.patient))); // what a beginner is given, and it can be spent
    QVERIFY(two.therapist->until([](const Snapshot& s) { return s.tokens && !s.tokens->address.empty() && s.tokens->available == kGift; }));
    QCOMPARE(codeOf(wait(tokens(*two.patient).send({{}, two.therapist->now()->tokens->address, kOne}))), QString());
    QVERIFY2(holds(*two.therapist, kGift + kOne), qPrintable(say(*two.therapist)));
}

void TestTokens::nothing_is_sent_without_enough_tokens_or_kas()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    QVERIFY(holds(*two.patient, kGift));
    QVERIFY(two.therapist->until([](const Snapshot& s) { return s.tokens && !s.tokens->address.empty(); }));
    const auto address = two.therapist->now()->tokens->address;
    QVERIFY(codeOf(wait(tokens(*two.patient).send({{}, address, kGift + 1}))).startsWith(QStringLiteral("token.not_enough")));
    QVERIFY(codeOf(wait(tokens(*two.patient).send({{}, address, 0}))).startsWith(QStringLiteral("token.bad_amount")));
    QVERIFY(codeOf(wait(tokens(*two.patient).send({{}, address, ~0ULL}))).startsWith(QStringLiteral("token.bad_amount")));
    QVERIFY(codeOf(wait(tokens(*two.patient).send({"nobody", {}, kOne}))).startsWith(QStringLiteral("message.no_conversation")));
    QVERIFY(!two.patient->now()->tokens->kasShort);
    QVERIFY(two.patient->now()->tokens->rows.size() == 1 && two.patient->now()->outbox.empty());
}

// Whatever moves: what somebody has in KAS, and what fees took from it, changes by the deposit that goes along and by
// nothing else.
void TestTokens::the_kas_under_tokens_is_counted_to_the_sompi()
{
    Acquainted two;
    QCOMPARE(two.meet(), QString());
    const auto kas = [](const Side& side) {
        const auto s = side.now();
        auto sum = s->money.available.value + s->money.waiting.value + s->money.held.value + s->tokens->under.value +
                   s->tokens->underWaiting.value;
        for (const auto& row : s->money.rows) sum += row.fee.value;
        return sum;
    };
    const auto comesTo = [&](const Side& side, std::uint64_t sum) { return side.until([&](const Snapshot&) { return kas(side) == sum; }); };
    const auto to = two.thread(*two.patient);
    QCOMPARE(two.patient->now()->tokens->under.value, std::uint64_t(50'000'000)); // one gift in one UTXO
    const auto mine = kas(*two.patient), hers = kas(*two.therapist);
    const auto first = wait(tokens(*two.patient).quote({to, {}, 30 * kOne}));
    QCOMPARE(codeOf(first), QString());
    QCOMPARE(codeOf(wait(tokens(*two.patient).send({to, {}, 30 * kOne}))), QString());
    QVERIFY2(holds(*two.therapist, kGift + 30 * kOne), qPrintable(say(*two.therapist)));
    QVERIFY2(holds(*two.patient, kGift - 30 * kOne), qPrintable(say(*two.patient)));
    QVERIFY2(comesTo(*two.patient, mine - first->deposit.value), qPrintable(QString::number(kas(*two.patient))));
    QVERIFY2(comesTo(*two.therapist, hers + first->deposit.value), qPrintable(QString::number(kas(*two.therapist))));
    QCOMPARE(two.therapist->now()->tokens->under.value, std::uint64_t(100'000'000)); // a gift, and what came

    // Into a UTXO of hers: nothing goes along.
    QCOMPARE(codeOf(wait(tokens(*two.patient).send({to, {}, 5 * kOne}))), QString());
    QVERIFY2(holds(*two.therapist, kGift + 35 * kOne), qPrintable(say(*two.therapist)));
    QVERIFY2(holds(*two.patient, kGift - 35 * kOne), qPrintable(say(*two.patient)));
    QVERIFY2(comesTo(*two.patient, mine - first->deposit.value), qPrintable(QString::number(kas(*two.patient))));
    QVERIFY2(comesTo(*two.therapist, hers + first->deposit.value), qPrintable(QString::number(kas(*two.therapist))));

    // All of it: what lay under it comes free, and no change lies anywhere.
    QCOMPARE(codeOf(wait(tokens(*two.patient).send({to, {}, kGift - 35 * kOne}))), QString());
    QVERIFY2(holds(*two.patient, 0), qPrintable(say(*two.patient)));
    QCOMPARE(two.patient->now()->tokens->under.value, std::uint64_t(0));
    QVERIFY2(comesTo(*two.patient, mine - first->deposit.value), qPrintable(QString::number(kas(*two.patient))));
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
