// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/disputes/disputes.h"

#include "contract/health_session/steps.h"
#include "records/text.h"
#include "service/disputes/deciders.h"
#include "service/disputes/practice_decision.h"
#include "service/practice_network.h"
#include "service/tokens/token_worth.h"

namespace bt::service {

namespace cs = contract::session;

namespace {

Json choiceJson(const EvidenceChoice& choice)
{
    return Json{{"words", choice.words}, {"messages", choice.messages}, {"attendance", choice.attendance}, {"record", choice.record}};
}

//! What the chain names in a file: ages and the birth are nothing to those who decide.
CaseHead headOf(const Visit& visit, const std::string& network)
{
    CaseHead head{network, visit.session, visit.terms};
    head.session.daaScore = 0;
    head.session.authorising = {};
    if (head.session.escrow) head.session.escrow->borrow = {};
    return head;
}

Sompi lapseShareOf(const Visit& visit, bool byPatient)
{
    if (visit.attendance) return visit.terms.dispute.lapseShare;
    const auto& state = visit.session.state;
    return state.asset && byPatient ? state.bond : Sompi{}; // in BTAI a bond that nobody disputed in vain goes home
}

std::uint64_t lapseAgeOf(const Visit& visit) { return std::uint64_t{visit.terms.dispute.lapseAge} * (visit.attendance ? 1 : 2); }

std::int64_t msOf(std::uint64_t daa) { return static_cast<std::int64_t>(daa / cs::kDaaPerSecond) * kSecond; }

} // namespace

Result<std::unique_ptr<Disputes>> Disputes::open(const FeatureParts& parts)
{
    BT_CHECK(parts.context.db.migrate("disputes", {"CREATE TABLE disputes (visit TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"}));
    BT_TRY(auto cases, CaseBook::open(parts.context, parts.dispatcher));
    auto out = std::unique_ptr<Disputes>(new Disputes(parts, std::move(cases)));
    BT_CHECK(out->readRows());
    carrySigned(parts.context, parts.dispatcher);
    parts.dispatcher.carry(kPracticeDecision, std::make_unique<PracticeDecision>(parts.context));
    return out;
}

Result<void> Disputes::readRows()
{
    m_rows.clear();
    BT_TRY(auto rows, m_c->db.prepare("SELECT visit, body FROM disputes"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return {};
        BT_TRY(const Json json, codec::parseJson(textOf(rows.blob(1))));
        FieldReader f(json);
        Row row;
        FieldReader c(f.object("choice"));
        row.choice.words = c.text("words", kCaseWordsBytes);
        row.choice.attendance = c.flag("attendance");
        row.choice.record = c.flag("record");
        for (const auto& id : c.array("messages"))
            if (id.is_number_integer()) row.choice.messages.push_back(id.get<std::int64_t>());
        row.practiceAsked = f.flag("practice");
        row.told = f.flag("told");
        if (!f.ok() || !c.ok()) return fail("service.bad_row", "dispute");
        m_rows.insert_or_assign(rows.text(0), std::move(row));
    }
}

Result<void> Disputes::reload()
{
    BT_CHECK(readRows());
    return m_cases.reload();
}

Result<void> Disputes::save(const std::string& visitId, const Row& row)
{
    const auto body = bytesOf(Json{{"choice", choiceJson(row.choice)}, {"practice", row.practiceAsked}, {"told", row.told}}.dump());
    BT_TRY(auto insert,
           m_c->db.prepare("INSERT INTO disputes (visit, body) VALUES (?, ?) ON CONFLICT (visit) DO UPDATE SET body = excluded.body"));
    BT_CHECK(insert.bind(visitId).bind(ByteView(body)).run());
    m_rows.insert_or_assign(visitId, row);
    return {};
}

Disputes::Row Disputes::rowOf(const std::string& visitId) const
{
    const auto it = m_rows.find(visitId);
    return it == m_rows.end() ? Row{} : it->second;
}

// --- the chain ----------------------------------------------------------------------------------------------------
Result<void> Disputes::accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    for (const auto& input : tx.tx.inputs) {
        const auto id = m_cases.at(input.previous);
        if (id.empty()) continue;
        BT_CHECK(m_follower->remember(block.hash, block.daaScore, name(), id, hexOf(tx.id), {}));
        BT_CHECK(m_cases.setOver(id, true));
        m_follower->touched();
    }
    return {};
}

Result<void> Disputes::takenBack(const std::string& about, const std::string&, ByteView) { return m_cases.setOver(about, false); }

Result<void> Disputes::begunAnew()
{
    BT_CHECK(m_cases.forgetAll());
    return m_c->atomically([&]() -> Result<void> {
        BT_TRY(auto drop, m_c->db.prepare("DELETE FROM disputes"));
        BT_CHECK(drop.run());
        m_rows.clear();
        return {};
    });
}

Result<bool> Disputes::push()
{
    std::vector<Visit> theirs, due;
    const auto daa = m_c->payments.about().daaScore;
    for (const auto& [id, v] : m_c->visits.all()) {
        if (v.phase != VisitPhase::Disputed || v.chainPruned) continue;
        const auto row = rowOf(id);
        if (!row.told) theirs.push_back(v);
        if (row.practiceAsked && v.pending.empty() && daa >= v.session.daaScore + kPracticeDecidesAfter) due.push_back(v);
    }
    for (const auto& v : theirs)
        BT_CHECK(m_c->atomically([&]() -> Result<void> {
            auto row = rowOf(v.id);
            row.told = true;
            BT_CHECK(save(v.id, row));
            const bool mine = (v.session.state.phase == cs::Phase::DisputedByPatient) == (v.role == Role::Patient);
            if (!mine) BT_CHECK(m_c->book.notice("problem_raised", v.id, m_c->now()));
            return m_letters->note(v.threadId, "problem_raised", v.id, mine);
        }));
    for (const auto& v : due) BT_CHECK(m_c->atomically([&] { return postStep(v, kPracticeDecision, "resolve"); }));
    return !theirs.empty() || !due.empty();
}

// --- a side of a visit --------------------------------------------------------------------------------------------
DisputeView Disputes::view(const Visit& v, Millis now, std::uint64_t daaNow) const
{
    DisputeView out;
    const auto row = rowOf(v.id);
    const bool patient = v.role == Role::Patient;
    out.raised = v.phase == VisitPhase::Disputed;
    const bool byPatient = out.raised ? v.session.state.phase == cs::Phase::DisputedByPatient : patient;
    out.raisedByMe = out.raised && byPatient == patient;
    const bool free = v.pending.empty() && !v.chainPruned;
    out.canRaise = free && (v.phase == VisitPhase::Committed || v.phase == VisitPhase::InSession);
    out.stake = v.terms.dispute.stake;
    out.lapseAttended = v.attendance.has_value();
    const auto share = lapseShareOf(v, byPatient);
    const Sompi rest{v.session.state.price.value + v.session.state.bond.value - share.value};
    out.lapseToMe = patient ? rest : share;
    out.lapseToThem = patient ? share : rest;
    out.lapseStakeToMe = byPatient != patient; // to the side that did not raise it
    out.lapseAfterMs = msOf(lapseAgeOf(v));
    const auto& arbiters = v.terms.dispute.arbiters;
    std::size_t practice = 0;
    const auto published = practiceArbiterKeys();
    const auto mine = crypto::secpXOnly(decidingSecret(m_c->vault).view());
    for (std::size_t i = 0; i < arbiters.size(); ++i) {
        out.deciders[i] = {deciderCode(arbiters[i]), published && std::ranges::find(*published, arbiters[i]) != published->end(),
                           mine && *mine == arbiters[i]};
        practice += out.deciders[i].practice ? 1 : 0;
    }
    if (out.raised) {
        const auto age = v.session.daaScore + lapseAgeOf(v);
        out.lapsesAt = daaNow >= age ? now : now.plus(msOf(age - daaNow));
        out.canLapse = free && daaNow >= age;
        out.canAskPractice = free && !row.practiceAsked && m_c->world.practice != nullptr && practice >= 2;
        out.practiceAsked = row.practiceAsked;
        const auto at = v.session.daaScore + kPracticeDecidesAfter;
        if (row.practiceAsked) out.practiceAt = daaNow >= at ? now : now.plus(msOf(at - daaNow));
    }
    out.chosen = row.choice;
    out.hasAttendance = v.attendance.has_value();
    out.hasRecord = v.record && (v.record->patientKeySigned || v.record->therapistKeySigned);
    return out;
}

Result<void> Disputes::fill(Snapshot& s)
{
    auto all = std::make_shared<DisputesView>();
    BT_TRY(const auto mine, crypto::secpXOnly(decidingSecret(m_c->vault).view()));
    all->myCode = deciderCode(mine);
    BT_TRY(const auto named, service::namedDeciders(*m_c));
    if (named.own) all->ownDecider = deciderCode(*named.own);
    if (named.joint) all->jointDecider = deciderCode(*named.joint);
    for (const auto& [id, v] : m_c->visits.all()) {
        if (v.phase != VisitPhase::Committed && v.phase != VisitPhase::InSession && v.phase != VisitPhase::Disputed) continue;
        auto one = view(v, s.network.now, s.network.daaScore);
        if (v.session.state.asset) // shown as what they are worth, like the price
            for (Sompi* amount : {&one.lapseToMe, &one.lapseToThem}) *amount = worthOf(amount->value, m_c->wallet.network());
        if (one.raisedByMe) {
            MoneyRow row;
            row.id = "stake/" + id;
            row.kind = "stake_held";
            row.visitId = id;
            for (const auto& shown : s.visits)
                if (shown.id == id) row.peerName = shown.peerName;
            for (const auto& step : v.steps)
                if (step.step == "dispute") row.at = step.at, row.txid = step.txid;
            row.amount = static_cast<std::int64_t>(one.stake.value);
            row.state = MoneyState::Settled;
            const auto newer = [&](const MoneyRow& r) { return r.at > row.at; };
            s.money.rows.insert(std::ranges::find_if_not(s.money.rows, newer), row);
        }
        all->visits.insert_or_assign(id, std::move(one));
    }
    all->cases = m_cases.views();
    s.disputes = std::move(all);
    return {};
}

Result<void> Disputes::postStep(const Visit& visit, const std::string& kind, const std::string& step)
{
    Visit next = visit;
    next.pending = step;
    BT_CHECK(m_c->visits.save(next));
    Errand errand;
    errand.visitId = visit.id;
    errand.step = step;
    BT_TRY(const auto id, m_dispatcher->post(kind, errand));
    (void)id;
    return {};
}

Result<void> Disputes::nameDeciders(const std::string& ownCode, const std::string& jointCode)
{
    Deciders named;
    if (!ownCode.empty()) {
        BT_TRY(named.own, readDeciderCode(ownCode));
    }
    if (!jointCode.empty()) {
        BT_TRY(named.joint, readDeciderCode(jointCode));
    }
    return service::nameDeciders(*m_c, named);
}

Result<void> Disputes::chooseEvidence(const std::string& visitId, const EvidenceChoice& choice)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    auto row = rowOf(visitId);
    row.choice = choice;
    BT_TRY(row.choice.words, records::plainText(choice.words, kCaseWordsBytes));
    std::ranges::sort(row.choice.messages);
    row.choice.messages.erase(std::ranges::unique(row.choice.messages).begin(), row.choice.messages.end());
    if (row.choice.messages.size() > kCaseMessages) return fail("dispute.bad_evidence", "too many messages");
    for (const auto id : row.choice.messages) {
        BT_TRY(const auto message, m_c->postbox.message(id));
        if (!message || message->threadId != visit->threadId || message->kind != MessageKind::Text)
            return fail("dispute.bad_evidence", "no message of this conversation");
    }
    if (choice.attendance && !visit->attendance) return fail("dispute.bad_evidence", "nobody signed that she came");
    if (choice.record && !visit->record) return fail("dispute.bad_evidence", "there is no record");
    return m_c->atomically([&] { return save(visitId, row); });
}

Result<void> Disputes::raise(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    const auto now = view(*visit, m_c->now(), m_c->payments.about().daaScore);
    if (!now.canRaise) return fail("visit.not_now");
    BT_TRY(const auto balance, m_c->payments.balance());
    if (balance.confirmed <= now.stake)
        return fail("ledger.not_enough", {amountText({now.stake.value - balance.confirmed.value + 1})}, "stake");
    return m_c->atomically([&] { return postStep(*visit, "step", "dispute"); });
}

Result<HandOver> Disputes::caseFile(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    if (visit->phase != VisitPhase::Disputed || visit->inTheAir()) return fail("visit.not_now");
    const auto choice = rowOf(visitId).choice;
    CaseFile file;
    file.head = headOf(*visit, m_c->wallet.network().id);
    file.side = visit->role;
    file.writtenAt = m_c->now();
    file.words = choice.words;
    for (const auto id : choice.messages) {
        BT_TRY(const auto message, m_c->postbox.message(id));
        if (!message) continue; // taken back since
        file.messages.push_back({message->mine == (visit->role == Role::Patient), message->at, message->text});
    }
    if (choice.attendance) file.attendance = visit->attendance;
    if (choice.record) file.record = visit->record;
    BT_TRY(const auto secret, m_c->wallet.secret(visit->myKey));
    BT_TRY(const auto signer, crypto::SchnorrSigner::from(secret.view()));
    BT_TRY(const auto text, signCase(file, signer, m_c->world.random));
    BT_TRY(auto parts, caseParts(text));
    return HandOver{text, std::move(parts)};
}

Result<void> Disputes::lapse(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    if (!view(*visit, m_c->now(), m_c->payments.about().daaScore).canLapse) return fail("visit.not_now");
    return m_c->atomically([&] { return postStep(*visit, "step", "lapse"); });
}

Result<void> Disputes::askPractice(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    if (!view(*visit, m_c->now(), m_c->payments.about().daaScore).canAskPractice) return fail("visit.not_now");
    auto row = rowOf(visitId);
    row.practiceAsked = true;
    return m_c->atomically([&] { return save(visitId, row); });
}

} // namespace bt::service
