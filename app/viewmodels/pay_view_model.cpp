// SPDX-License-Identifier: GPL-3.0-or-later
#include "pay_view_model.h"

#include "disclosure_words.h"
#include "error_text.h"
#include "token_words.h"
#include "ui/on_gui.h"

namespace bt::app {

using service::RequestState;

PayViewModel::PayViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    connect(&m_context.engine, &service::Engine::changed, this, &PayViewModel::refresh);
    refresh();
}

const service::PayRequestView* PayViewModel::request() const
{
    if (!m_last->tokens) return nullptr;
    const auto found = m_last->tokens->requests.find(m_requestId.toStdString());
    return found == m_last->tokens->requests.end() ? nullptr : &found->second;
}

void PayViewModel::refresh()
{
    m_last = m_context.snapshot();
    m_there = m_last->tokens != nullptr && m_last->gate == service::Gate::Open && m_context.engine.doors().tokens != nullptr;
    m_canAddMoney = m_last->network.name == "practice";
    ++m_revision;
    m_contacts.clear();
    m_contact = 0;
    for (const auto& thread : m_last->threads) {
        if (thread.id == m_thread) m_contact = static_cast<int>(m_contacts.size()), m_peerName = text(thread.peerName);
        m_contacts << QVariantMap{{QStringLiteral("id"), text(thread.id)}, {QStringLiteral("text"), text(thread.peerName)}};
    }
    if (m_mode == Mode::Send) {
        if (m_thread.empty()) m_contact = static_cast<int>(m_contacts.size());
        //: In a list of people: pay to an address that is pasted or scanned.
        m_contacts << QVariantMap{{QStringLiteral("id"), QString()}, {QStringLiteral("text"), tr("Somebody by an address")}};
    }
    m_byAddress = m_mode == Mode::Send && m_thread.empty();
    if (m_there) {
        const TokenWords words(m_context.format, *m_last);
        m_unit = words.rated() ? m_context.format.currencySign() : QStringLiteral("BTAI");
        //: %1 is an amount such as "480.00 €", %2 the same in BTAI.
        m_available = words.rated()
                          ? tr("You have %1 (%2)").arg(words.money(m_last->tokens->available), words.amount(m_last->tokens->available))
                          : tr("You have %1").arg(words.amount(m_last->tokens->available));
    }
    emit changed();
}

void PayViewModel::open(const QString& target)
{
    const auto colon = target.indexOf(QLatin1Char(':'));
    const QString what = target.left(std::max<qsizetype>(colon, 0)), id = colon < 0 ? QString() : target.mid(colon + 1);
    m_mode = what == QLatin1String("ask") ? Mode::Ask : what == QLatin1String("answer") ? Mode::Answer : Mode::Send;
    m_thread = m_mode == Mode::Answer ? std::string() : id.toStdString();
    m_requestId = m_mode == Mode::Answer ? id : QString();
    m_amountText.clear();
    m_address.clear();
    m_note.clear();
    m_asked.clear();
    m_askedFor.clear();
    m_units = 0;
    m_last = m_context.snapshot();
    if (const auto* asked = request()) {
        m_thread = asked->threadId;
        m_units = asked->units;
    } else if (m_thread.empty() && m_mode == Mode::Send && !m_last->threads.empty()) {
        m_thread = m_last->threads.front().id;
    }
    switch (m_mode) {
    //: Title of the page where one pays.
    case Mode::Send: m_title = tr("Send money"); break;
    //: Title of the page where one asks to be paid.
    case Mode::Ask: m_title = tr("Ask for money"); break;
    //: Title of the page where one pays what somebody asked for.
    case Mode::Answer: m_title = tr("Pay"); break;
    }
    refresh();
    if (const auto* asked = request()) {
        const TokenWords words(m_context.format, *m_last);
        //: %1 a name, %2 an amount.
        m_asked = tr("%1 asks for %2").arg(m_peerName, words.money(asked->units));
        m_askedFor = text(asked->note);
    }
    emit edited();
    look();
}

void PayViewModel::choose(int contact)
{
    if (contact < 0 || contact >= m_contacts.size()) return;
    m_thread = m_contacts[contact].toMap().value(QStringLiteral("id")).toString().toStdString();
    refresh();
    look();
}

void PayViewModel::setAmountText(const QString& text)
{
    if (m_amountText == text) return;
    m_amountText = text;
    emit edited();
    look();
}

void PayViewModel::setAddress(const QString& text)
{
    const QString clean = text.trimmed();
    if (m_address == clean) return;
    m_address = clean;
    emit edited();
    look();
}

void PayViewModel::setNote(const QString& text)
{
    if (m_note == text) return;
    m_note = text;
    emit edited();
}

service::TokenPayment PayViewModel::payment() const
{
    return {m_thread, m_thread.empty() ? m_address.toStdString() : std::string(), m_units};
}

void PayViewModel::enter(State state, const Error* error)
{
    m_state = state;
    m_errorText = error != nullptr ? app::errorText(*error) : QString();
    emit changed();
}

//! Reads the amount, and asks what the payment would cost.
void PayViewModel::look()
{
    const int round = ++m_round;
    m_fee.clear();
    m_deposit.clear();
    m_left.clear();
    m_hint.clear();
    m_feeExact.clear();
    m_chainSees.clear();
    m_preview.clear();
    m_payWords.clear();
    m_fits = true;
    if (!m_there) return enter(State::Typing);
    const TokenWords words(m_context.format, *m_last);
    if (m_mode != Mode::Answer) {
        const auto units = words.parse(m_amountText);
        m_units = units ? *units : 0;
        if (!units && !m_amountText.isEmpty()) m_fits = false, m_preview = app::errorText(units.error());
        if (units && words.rated()) m_preview = words.amount(m_units);
    }
    if (m_units == 0 || (m_byAddress && m_address.isEmpty())) return enter(State::Typing);
    if (m_mode == Mode::Ask) {
        //: Button: sends a request to pay. %1 is an amount.
        m_payWords = tr("Ask for %1").arg(words.money(m_units));
        return enter(m_thread.empty() ? State::Typing : State::Ready);
    }
    enter(State::Asking);
    auto* door = m_context.engine.doors().tokens;
    auto answer = m_mode == Mode::Answer ? door->quoteRequest(m_requestId.toStdString()) : door->quote(payment());
    ui::onGui(std::move(answer), this, [this, round](const Result<service::TokenQuote>& quote) {
        if (round != m_round) return;
        if (!quote) return enter(State::Typing, &quote.error());
        show(*quote);
        enter(State::Ready);
    });
}

void PayViewModel::show(const service::TokenQuote& quote)
{
    const Format& format = m_context.format;
    const TokenWords words(format, *m_last);
    m_fee = format.fee(quote.fee);
    m_deposit = quote.deposit.value > 0 ? format.money(quote.deposit) : QString();
    m_left = words.money(quote.left);
    if (quote.asksAddress)
        //: %1 is a name.
        m_hint = tr("The app of %1 is asked for an address first. The payment leaves by itself when the answer is there.").arg(m_peerName);
    else if (quote.merges > 0) m_hint = tr("Your BTAI lie in many parts. They are put together first, by themselves.");
    m_feeExact = feeWords(format, quote.fee);
    m_chainSees = words.chainSees(quote.disclosure);
    //: Button: pays. %1 is an amount.
    m_payWords = tr("Send %1").arg(words.money(m_units));
}

void PayViewModel::after(const Result<void>& done, const QString& words)
{
    if (!done) return enter(State::Ready, &done.error());
    enter(State::Done);
    m_context.toasts.say(words, Toasts::Good);
    emit this->done();
}

void PayViewModel::confirm()
{
    if (m_state != State::Ready) return;
    enter(State::Working);
    auto* door = m_context.engine.doors().tokens;
    if (m_mode == Mode::Ask)
        return ui::onGui(door->request(m_thread, m_units, m_note.toStdString()), this,
                         [this](const Result<void>& done) { after(done, tr("Your request is on its way.")); });
    auto sent = m_mode == Mode::Answer ? door->payRequest(m_requestId.toStdString()) : door->send(payment());
    ui::onGui(std::move(sent), this, [this](const Result<void>& done) { after(done, tr("Your payment is on its way.")); });
}

void PayViewModel::addMoney()
{
    ui::onGui(m_context.engine.addPlayMoney(), this, [this](const Result<void>& done) {
        if (!done) return enter(m_state, &done.error());
        look();
    });
}

void PayViewModel::decline(const QString& requestId)
{
    if (!m_there) return;
    ui::onGui(m_context.engine.doors().tokens->declineRequest(requestId.toStdString()), this, [this](const Result<void>& done) {
        if (!done) m_context.toasts.say(app::errorText(done.error()), Toasts::Bad);
    });
}

QVariantMap PayViewModel::card(const QString& requestId) const
{
    if (!m_last->tokens) return {};
    const auto found = m_last->tokens->requests.find(requestId.toStdString());
    if (found == m_last->tokens->requests.end()) return {};
    const auto& r = found->second;
    const TokenWords words(m_context.format, *m_last);
    const auto* thread = findThread(*m_last, r.threadId);
    const QString peer = thread ? text(thread->peerName) : QString(), amount = words.money(r.units);
    //: Card in a conversation: one's own request. %1 a name, %2 an amount.
    const QString title = r.mine ? tr("You ask %1 for %2").arg(peer, amount)
                                 //: Card in a conversation: the other side's request. %1 a name, %2 an amount.
                                 : tr("%1 asks you to pay %2").arg(peer, amount);
    QString status, icon;
    switch (r.state) {
    case RequestState::Open:
        //: State of a request to pay: one's own, unanswered.
        status = r.mine ? tr("Not paid yet") : QString();
        icon = QStringLiteral("request");
        break;
    //: State of a request to pay: the payment is on its way.
    case RequestState::Paying: status = tr("Being paid"), icon = QStringLiteral("sync"); break;
    case RequestState::Paid:
        //: State of a request to pay. %1 is such as "Settled" or "Seen by the network".
        status = r.payment == service::PaymentState::Settled ? tr("Paid, settled") : tr("Paid, seen by the network");
        icon = QStringLiteral("check");
        break;
    //: State of a request to pay.
    case RequestState::Declined: status = tr("Declined"), icon = QStringLiteral("close"); break;
    }
    const bool open = !r.mine && r.state == RequestState::Open;
    QString spoken = title;
    for (const QString& part : {text(r.note), status})
        if (!part.isEmpty()) spoken += QStringLiteral(", ") + part;
    return {{QStringLiteral("there"), true},        {QStringLiteral("title"), title},
            {QStringLiteral("note"), text(r.note)}, {QStringLiteral("coins"), words.amount(r.units)},
            {QStringLiteral("status"), status},     {QStringLiteral("icon"), icon},
            {QStringLiteral("canAnswer"), open},    {QStringLiteral("spoken"), spoken}};
}

} // namespace bt::app
