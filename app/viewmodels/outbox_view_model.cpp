// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox_view_model.h"

#include "error_text.h"
#include "names.h"
#include "ui/on_gui.h"

namespace bt::app {

OutboxViewModel::OutboxViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context),
      m_rows({QStringLiteral("outboxId"), QStringLiteral("title"), QStringLiteral("subtitle"), QStringLiteral("error"),
              QStringLiteral("cancellable"), QStringLiteral("replannable"), QStringLiteral("spoken")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &OutboxViewModel::refresh);
    refresh();
}

void OutboxViewModel::refresh()
{
    QList<QVariantMap> rows;
    for (const auto& o : m_context.snapshot()->outbox) {
        const QString title = outboxWords(o.what);
        QString subtitle = m_context.format.inSentence(o.since, m_context.now.value());
        //: %1 whom it is about, %2 since when.
        if (!o.about.empty()) subtitle = tr("%1, since %2").arg(text(o.about), subtitle);
        if (o.attempts > 1) subtitle += QStringLiteral(" · ") + tr("tried %n time(s)", nullptr, o.attempts);
        const QString error = o.lastError.empty() ? QString() : errorText(o.lastError);
        rows << QVariantMap{{QStringLiteral("outboxId"), static_cast<double>(o.id)},
                            {QStringLiteral("title"), title},
                            {QStringLiteral("subtitle"), subtitle},
                            {QStringLiteral("error"), error},
                            {QStringLiteral("cancellable"), o.cancellable},
                            {QStringLiteral("replannable"), o.replannable},
                            {QStringLiteral("spoken"),
                             title + QStringLiteral(", ") + subtitle + (error.isEmpty() ? QString() : QStringLiteral(". ") + error)}};
    }
    m_rows.setRows(rows);
    m_state = rows.isEmpty() ? State::Empty : State::Waiting;
    emit changed();
}

void OutboxViewModel::cancel(double outboxId)
{
    ui::onGui(m_context.engine.cancelOutbox(static_cast<std::int64_t>(outboxId)), this, [this](const Result<void>& done) {
        if (done) m_context.toasts.say(tr("Taken back. Nothing was sent."), Toasts::Plain);
        else m_context.toasts.failed(done.error());
    });
}

void OutboxViewModel::replan(double outboxId)
{
    ui::onGui(m_context.engine.retryOutbox(static_cast<std::int64_t>(outboxId)), this, [this](const Result<void>& done) {
        if (done) m_context.toasts.say(tr("It is being planned with other coins. Nothing is paid twice."), Toasts::Plain);
        else m_context.toasts.failed(done.error());
    });
}

} // namespace bt::app
