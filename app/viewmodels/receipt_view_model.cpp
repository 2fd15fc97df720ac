// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt_view_model.h"

#include "error_text.h"
#include "service/receipts/receipts_door.h"
#include "ui/on_gui.h"

#include <QPromise>
#include <QThreadPool>

namespace bt::app {
namespace {

records::ReceiptAddition typed(const QString& name, const QString& diagnosis)
{
    return {name.trimmed().toStdString(), diagnosis.trimmed().toStdString()};
}

} // namespace

ReceiptViewModel::ReceiptViewModel(const Context& context, QString folder, QObject* parent)
    : QObject(parent), m_context(context), m_folder(std::move(folder))
{
    connect(&m_context.engine, &service::Engine::changed, this, &ReceiptViewModel::refresh);
}

void ReceiptViewModel::open(const QString& visitId)
{
    if (m_visitId == visitId) return;
    m_visitId = visitId;
    m_errorText.clear();
    refresh();
}

void ReceiptViewModel::refresh()
{
    using State = service::ReceiptView::State;
    const auto snapshot = m_context.snapshot();
    const auto* visit = findVisit(*snapshot, m_visitId.toStdString());
    const service::ReceiptView* receipt = nullptr;
    if (visit != nullptr && snapshot->receipts && m_context.engine.doors().receipts != nullptr)
        if (const auto it = snapshot->receipts->visits.find(visit->id); it != snapshot->receipts->visits.end()) receipt = &it->second;
    m_there = receipt != nullptr;
    m_free = !m_busy;
    m_canAsk = m_ready = false;
    if (receipt != nullptr) {
        m_patient = visit->myRole == service::Role::Patient;
        m_ready = receipt->state == State::Ready;
        m_canAsk = receipt->state == State::None;
        m_number = text(receipt->number);
        switch (receipt->state) {
        case State::None:
            m_sentence =
                m_patient
                    //: %1 is a name.
                    ? tr("The app of %1 signs a receipt for what you paid, by itself. It says when, how much and to whom, and nothing "
                         "about you.")
                          .arg(text(visit->peerName))
                    : tr("You can sign a receipt for what was paid. It says when, how much and to whom, and nothing about your client.");
            break;
        //: %1 is a name.
        case State::Asked: m_sentence = tr("Asked for. It comes as soon as the app of %1 runs.").arg(text(visit->peerName)); break;
        //: %1 is a number.
        case State::Ready: m_sentence = tr("Receipt %1 is signed.").arg(m_number.left(8)); break;
        }
    }
    emit changed();
}

void ReceiptViewModel::finish(const Result<void>& done, const QString& good)
{
    m_busy = false;
    if (!done) m_errorText = app::errorText(done.error(), m_context.format);
    else if (!good.isEmpty()) m_context.toasts.say(good);
    refresh();
}

void ReceiptViewModel::ask()
{
    if (m_busy || !m_canAsk) return;
    m_busy = true;
    m_errorText.clear();
    refresh();
    ui::onGui(m_context.engine.doors().receipts->ask(m_visitId.toStdString()), this,
              [this](const Result<void>& done) { finish(done, {}); });
}

// A neutral name: the file lies in a folder that others may see.
QString ReceiptViewModel::path(const char* ending) const
{
    return QStringLiteral("%1/receipt-%2.%3").arg(m_folder, m_number.left(8), QString::fromLatin1(ending));
}

void ReceiptViewModel::savePaper(const QString& name, const QString& diagnosis, bool letter)
{
    if (m_busy || !m_ready) return;
    m_busy = true;
    m_errorText.clear();
    refresh();
    const QString target = path("pdf");
    ui::onGui(m_context.engine.doors().receipts->document(m_visitId.toStdString(), typed(name, diagnosis)), this,
              [this, target, letter](const Result<service::ReceiptDocument>& made) {
                  if (!made) return finish(tl::unexpected(made.error()), {});
                  // Words are made here; laying them out and writing must not hold the window up.
                  const auto paper = receiptPaper(*made, m_context.format, letter ? QPageSize::Letter : QPageSize::A4);
                  auto promise = std::make_shared<QPromise<Result<void>>>();
                  promise->start();
                  ui::onGui(promise->future(), this, [this, target](const Result<void>& done) {
                      //: A toast after saving. %1 is a file path.
                      finish(done, tr("Saved as %1.").arg(target));
                      if (done) emit saved(target);
                  });
                  QThreadPool::globalInstance()->start([promise, target, paper] {
                      promise->addResult(writeReceiptPdf(target, paper));
                      promise->finish();
                  });
              });
}

void ReceiptViewModel::saveFile(const QString& name, const QString& diagnosis)
{
    if (m_busy || !m_ready) return;
    m_busy = true;
    m_errorText.clear();
    refresh();
    const QString target = path("json");
    ui::onGui(m_context.engine.doors().receipts->save(target.toStdString(), m_visitId.toStdString(), typed(name, diagnosis)), this,
              [this, target](const Result<void>& done) {
                  //: A toast after saving. %1 is a file path.
                  finish(done, tr("Saved as %1.").arg(target));
                  if (done) emit saved(target);
              });
}

} // namespace bt::app
