// SPDX-License-Identifier: GPL-3.0-or-later
#include "records_view_model.h"

#include "service/receipts/receipts_view.h"
#include "visit_words.h"

namespace bt::app {

using service::ReceiptView;
using service::RecordState;
using service::VisitPhase;

RecordsViewModel::RecordsViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context), m_visits(visitRowRoles())
{
    connect(&m_context.engine, &service::Engine::changed, this, &RecordsViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &RecordsViewModel::refresh);
    refresh();
}

void RecordsViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    QList<QVariantMap> rows;
    int bySides = 0, receipts = 0;
    for (auto v = snapshot->visits.rbegin(); v != snapshot->visits.rend(); ++v) { // they rise by their start
        const bool over = v->phase == VisitPhase::Ended && v->ending != service::VisitEnding::NotStarted;
        if (!over && v->record == RecordState::None) continue;
        QStringList facts{m_context.format.nearDayTime(v->startsAt, m_context.now.value())};
        switch (v->record) {
        //: A visit among the records: nobody signed that it took place.
        case RecordState::None: facts << tr("no signed record"); break;
        //: A visit among the records: its record needs a second signature.
        case RecordState::SignedByMe: facts << tr("record signed by you"); break;
        //: A visit among the records: its record needs a second signature.
        case RecordState::SignedByThem: facts << tr("record signed by the other side"); break;
        //: A visit among the records: both signed that it took place.
        case RecordState::SignedByBoth: facts << tr("record signed by both"), ++bySides; break;
        }
        if (snapshot->receipts)
            if (const auto found = snapshot->receipts->visits.find(v->id); found != snapshot->receipts->visits.end()) {
                switch (found->second.state) {
                //: A visit among the records: it was paid.
                case ReceiptView::State::None: facts << tr("a receipt can be had"); break;
                //: A visit among the records.
                case ReceiptView::State::Asked: facts << tr("receipt asked for"); break;
                //: A visit among the records.
                case ReceiptView::State::Ready: facts << tr("receipt here"), ++receipts; break;
                }
            }
        auto row = visitRow(*v, m_context.format, m_context.now.value());
        const QString line = facts.join(QStringLiteral(" · "));
        row.insert(QStringLiteral("subtitle"), line);
        row.insert(QStringLiteral("spoken"), row.value(QStringLiteral("title")).toString() + QStringLiteral(", ") +
                                                 facts.join(QStringLiteral(", ")) + QStringLiteral(", ") +
                                                 row.value(QStringLiteral("badge")).toString());
        rows << row;
    }
    m_visits.setRows(rows);
    //: Under the title of the place Records. The two parts are "2 records are signed by both sides" and "1 receipt is here".
    m_summary =
        rows.isEmpty()
            ? QString()
            : tr("%1, and %2.").arg(tr("%n record(s) signed by both", nullptr, bySides), tr("%n receipt(s) here", nullptr, receipts));
    emit changed();
}

} // namespace bt::app
