// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/disputes/case_book.h"

#include "service/disputes/deciders.h"

namespace bt::service {

namespace cs = contract::session;

namespace {

constexpr std::size_t kMostCases = 200;

CaseSideView sideView(const std::optional<CaseFile>& file, const std::optional<CaseFile>& other)
{
    CaseSideView out;
    if (!file) return out;
    out.there = true;
    out.writtenAt = file->writtenAt;
    if (!file->words.empty()) out.items.push_back({"words", file->side == Role::Patient, {}, withoutTurns(file->words), "said"});
    for (const auto& m : file->messages) {
        // Times of one message differ a little between the two computers; author and words do not.
        const bool both = other && std::ranges::any_of(other->messages, [&](const CaseMessage& o) {
                              return o.byPatient == m.byPatient && o.text == m.text;
                          });
        out.items.push_back({"message", m.byPatient, m.at, withoutTurns(m.text), both ? "both" : "said"});
    }
    if (file->attendance) out.items.push_back({"attendance", true, {}, {}, "signed"});
    if (file->record) {
        const auto& r = *file->record;
        const bool patient = r.patientKeySigned.has_value(), therapist = r.therapistKeySigned.has_value();
        out.items.push_back({"record", patient, r.signedRecord.record.start,
                             patient && therapist ? "both"
                             : patient            ? "patient"
                                                  : "therapist",
                             "signed"});
    }
    return out;
}

} // namespace

Result<CaseBook> CaseBook::open(Context& context, Dispatcher& dispatcher)
{
    BT_CHECK(context.db.migrate("disputes.cases", {"CREATE TABLE dispute_cases (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"}));
    CaseBook book(context, dispatcher);
    BT_CHECK(book.reload());
    return book;
}

Result<void> CaseBook::reload()
{
    m_cases.clear();
    BT_TRY(auto rows, m_c->db.prepare("SELECT id, body FROM dispute_cases"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return {};
        BT_TRY(auto one, readRow(rows.blob(1)));
        m_cases.insert_or_assign(rows.text(0), std::move(one));
    }
}

Result<CaseBook::Case> CaseBook::readRow(ByteView body) const
{
    BT_TRY(const Json json, codec::parseJson(textOf(body)));
    FieldReader f(json);
    Case one;
    BT_TRY(one.head, readHead(f.text("head"), m_c->wallet.network().id));
    one.patient = f.text("patient");
    one.therapist = f.text("therapist");
    one.signing = f.text("signing");
    one.over = f.flag("over");
    one.intent = f.integer("intent");
    one.openedAt = f.time("opened");
    if (!f.ok()) return fail("service.bad_row", "case");
    BT_CHECK(parse(one));
    return one;
}

Result<void> CaseBook::parse(Case& one) const
{
    const auto& network = m_c->wallet.network().id;
    one.byPatient.reset();
    one.byTherapist.reset();
    one.table.reset();
    one.decision.reset();
    if (!one.patient.empty()) {
        BT_TRY(one.byPatient, readCase(one.patient, network));
    }
    if (!one.therapist.empty()) {
        BT_TRY(one.byTherapist, readCase(one.therapist, network));
    }
    if (!one.signing.empty()) {
        BT_TRY(one.table, ledger::readSigningText(one.signing, network));
        BT_TRY(one.decision, readDecision(*one.table));
    }
    return {};
}

Result<void> CaseBook::keep(const std::string& id, Case one)
{
    BT_CHECK(parse(one));
    BT_TRY(const auto head, headText(one.head));
    const Json json{{"head", head},     {"patient", one.patient}, {"therapist", one.therapist},  {"signing", one.signing},
                    {"over", one.over}, {"intent", one.intent},   {"opened", one.openedAt.value}};
    const auto body = bytesOf(json.dump());
    BT_TRY(auto insert,
           m_c->db.prepare("INSERT INTO dispute_cases (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"));
    BT_CHECK(insert.bind(id).bind(ByteView(body)).run());
    m_cases.insert_or_assign(id, std::move(one));
    return {};
}

Result<CaseBook::Case> CaseBook::live(const std::string& caseId) const
{
    const auto it = m_cases.find(caseId);
    if (it == m_cases.end()) return fail("case.unknown");
    if (it->second.over) return fail("case.moved");
    return it->second;
}

//! The case that this head belongs to, or a new one. One visit has one head: another file about the same visit must agree.
Result<CaseBook::Case> CaseBook::joined(const CaseHead& head) const
{
    BT_CHECK(checkOnChain(head, m_c->world.node));
    const auto it = m_cases.find(hexOf(head.session.id));
    if (it != m_cases.end()) {
        if (!(it->second.head == head)) return fail("case.differs");
        return it->second;
    }
    if (m_cases.size() >= kMostCases) return fail("case.too_many");
    Case one;
    one.head = head;
    one.openedAt = m_c->now();
    return one;
}

Result<std::string> CaseBook::openFile(const std::string& text) { return looksLikeCase(text) ? takeCase(text) : takeSigning(text); }

Result<std::string> CaseBook::takeCase(const std::string& text)
{
    BT_TRY(const auto file, readCase(text, m_c->wallet.network().id));
    BT_TRY(auto one, joined(file.head));
    auto& place = file.side == Role::Patient ? one.patient : one.therapist;
    const auto& had = file.side == Role::Patient ? one.byPatient : one.byTherapist;
    // Evidence may be added; an older file does not take the place of a newer one.
    if (had && file.writtenAt < had->writtenAt) return fail("case.older");
    place = text;
    const auto id = hexOf(file.head.session.id);
    BT_CHECK(m_c->atomically([&] { return keep(id, one); }));
    return id;
}

Result<std::string> CaseBook::takeSigning(const std::string& text)
{
    BT_TRY(auto signing, ledger::readSigningText(text, m_c->wallet.network().id));
    BT_TRY(const auto decision, readDecision(signing));
    BT_CHECK(ledger::checkInputs(signing, m_c->world.node, Deadline{}));
    BT_TRY(auto one, joined(decision.head));
    if (sending(one)) return fail("case.moved");
    if (one.table && ledger::idOf(*one.table) == ledger::idOf(signing)) {
        BT_TRY(signing, ledger::combine(*one.table, signing));
    }
    BT_TRY(const auto now, readDecision(signing));
    BT_CHECK(settleSigners(signing, now));
    one.signing = ledger::signingText(signing);
    const auto id = hexOf(decision.head.session.id);
    BT_CHECK(m_c->atomically([&] { return keep(id, one); }));
    return id;
}

Result<void> CaseBook::drop(const std::string& caseId)
{
    if (!m_cases.contains(caseId)) return fail("case.unknown");
    return m_c->atomically([&]() -> Result<void> {
        BT_TRY(auto drop, m_c->db.prepare("DELETE FROM dispute_cases WHERE id = ?"));
        BT_CHECK(drop.bind(caseId).run());
        m_cases.erase(caseId);
        return {};
    });
}

Result<void> CaseBook::decide(const std::string& caseId, Sompi toPatient)
{
    BT_TRY(auto one, live(caseId));
    if (sending(one)) return fail("case.moved");
    BT_TRY(const auto me, crypto::secpXOnly(decidingSecret(m_c->vault).view()));
    if (std::ranges::find(one.head.terms.dispute.arbiters, me) == one.head.terms.dispute.arbiters.end()) return fail("dispute.not_asked");
    BT_TRY(auto signing, startDecision(*m_c, one.head, toPatient));
    BT_CHECK(ledger::addSignature(signing, decidingSecret(m_c->vault), m_c->world.random));
    one.signing = ledger::signingText(signing);
    return m_c->atomically([&] { return keep(caseId, one); });
}

Result<void> CaseBook::sign(const std::string& caseId)
{
    BT_TRY(auto one, live(caseId));
    if (!one.table) return fail("dispute.no_decision");
    BT_CHECK(m_c->payments.maySpend());
    auto signing = *one.table;
    BT_CHECK(readDecision(signing)); // what is signed is what the page showed: computed from the visit, not from the file's words
    BT_CHECK(ledger::checkInputs(signing, m_c->world.node, Deadline{}));
    BT_CHECK(ledger::addSignature(signing, decidingSecret(m_c->vault), m_c->world.random));
    BT_TRY(const auto now, readDecision(signing));
    BT_CHECK(settleSigners(signing, now));
    one.signing = ledger::signingText(signing);
    return m_c->atomically([&] { return keep(caseId, one); });
}

Result<HandOver> CaseBook::decisionFile(const std::string& caseId) const
{
    BT_TRY(const auto one, live(caseId));
    if (!one.table) return fail("dispute.no_decision");
    return HandOver{one.signing, ledger::signingParts(*one.table)};
}

Result<void> CaseBook::send(const std::string& caseId)
{
    BT_TRY(auto one, live(caseId));
    if (!one.table) return fail("dispute.no_decision");
    return m_c->atomically([&]() -> Result<void> {
        BT_TRY(one.intent, postSigned(*m_c, *m_dispatcher, *one.table, "resolve"));
        BT_TRY(const auto intent, m_c->outbox.get(one.intent));
        if (intent.state == outbox::State::Failed) BT_CHECK(m_c->outbox.retryNow(one.intent));
        return keep(caseId, one);
    });
}

bool CaseBook::sending(const Case& one) const
{
    if (one.intent == 0) return false;
    const auto intent = m_c->outbox.get(one.intent);
    if (!intent || intent->state == outbox::State::Failed || intent->state == outbox::State::Cancelled) return false;
    // Done without its transaction: the coins that were to pay for it had gone elsewhere, and it can be decided anew.
    return intent->state != outbox::State::Done || (one.table && m_c->carried.find(ledger::idOf(*one.table)) != nullptr);
}

CaseView CaseBook::view(const std::string& id, const Case& one) const
{
    CaseView out;
    out.id = id;
    out.pot = potOf(one.head);
    out.stake = one.head.terms.dispute.stake;
    out.tokens = one.head.session.state.asset.has_value();
    out.raisedByPatient = one.head.session.state.phase == cs::Phase::DisputedByPatient;
    const auto me = crypto::secpXOnly(decidingSecret(m_c->vault).view());
    for (int i = 0; me && i < 3; ++i)
        if (one.head.terms.dispute.arbiters[static_cast<std::size_t>(i)] == *me) out.place = i;
    out.patient = sideView(one.byPatient, one.byTherapist);
    out.therapist = sideView(one.byTherapist, one.byPatient);
    out.over = one.over;
    out.openedAt = one.openedAt;
    if (!one.decision) return out;
    DecisionView d;
    d.toPatient = one.decision->toPatient;
    d.toTherapist = one.decision->toTherapist;
    d.fee = ledger::feeOf(*one.table);
    d.signatures = static_cast<int>(one.decision->signedBy.size());
    d.signedByMe = std::ranges::any_of(one.decision->signedBy, [&](std::size_t i) { return static_cast<int>(i) == out.place; });
    d.complete = ledger::missing(*one.table) == 0;
    d.sending = sending(one);
    d.txid = hexOf(ledger::idOf(*one.table));
    out.decision = d;
    return out;
}

std::vector<CaseView> CaseBook::views() const
{
    std::vector<CaseView> out;
    for (const auto& [id, one] : m_cases) out.push_back(view(id, one));
    std::ranges::stable_sort(out, [](const CaseView& a, const CaseView& b) { return a.openedAt > b.openedAt; });
    return out;
}

std::string CaseBook::at(const kaspa::Outpoint& outpoint) const
{
    for (const auto& [id, one] : m_cases)
        if (one.head.session.outpoint == outpoint) return id;
    return {};
}

Result<void> CaseBook::setOver(const std::string& caseId, bool over)
{
    const auto it = m_cases.find(caseId);
    if (it == m_cases.end()) return {};
    Case next = it->second;
    next.over = over;
    return keep(caseId, next);
}

Result<void> CaseBook::forgetAll()
{
    return m_c->atomically([&]() -> Result<void> {
        BT_TRY(auto drop, m_c->db.prepare("DELETE FROM dispute_cases"));
        BT_CHECK(drop.run());
        m_cases.clear();
        return {};
    });
}

} // namespace bt::service
