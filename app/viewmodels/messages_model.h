// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The messages of one thread, newest first (views stand on their head), fetched in pages as one scrolls back. Holds
//! tens of thousands of rows. GUI thread.
#pragma once

#include "context.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace bt::app {

class MessagesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    Q_PROPERTY(QString threadId READ threadId NOTIFY threadChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
public:
    enum class State { Closed, Loading, Ready };
    Q_ENUM(State)
    enum Role {
        IdRole = Qt::UserRole,
        KindRole,  //!< "text", "visit", "system", "pay"
        OwnRole,   //!< sent from here
        TextRole,  //!< plain text, or the words of a system line
        MetaRole,  //!< time
        StateRole, //!< "waiting", "sent", "delivered", "failed", "received"
        StateTextRole,
        DayRole,    //!< heading when the message is the first of its day, else empty
        VisitRole,  //!< id of the visit that a card or system line is about
        ErrorRole,  //!< sentence when failed
        SpokenRole, //!< who, what, when, state
        TxidRole,
        CidRole,
        CanRetryRole,
        CanTakeBackRole,
    };
    static constexpr int kPage = 60;

    explicit MessagesModel(const Context& context, QObject* parent = nullptr);
    //! Shows another thread; "" closes.
    void open(const QString& threadId);
    [[nodiscard]] QString threadId() const { return m_threadId; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] State state() const { return m_state; }
    Q_INVOKABLE void older();                  //!< fetches the page before the oldest row, unless it is on its way or there is none
    Q_INVOKABLE QString textAt(int row) const; //!< the plain text of a row

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void threadChanged();
    void countChanged();
    void stateChanged();
    void arrived(); //!< a message newer than all shown before is there

private:
    void refresh();
    void load(std::int64_t beforeId, int limit);
    void take(std::vector<service::MessageView> page, bool newest);
    [[nodiscard]] int unfinished() const;
    void enter(State state);
    [[nodiscard]] QString dayHeading(int row) const;
    [[nodiscard]] QString words(const service::MessageView& message) const;
    [[nodiscard]] QString spoken(const service::MessageView& message) const;

    Context m_context;
    QString m_threadId, m_peer;
    std::vector<service::MessageView> m_rows; //!< newest first
    std::uint64_t m_revision = 0;
    State m_state = State::Closed;
    bool m_more = false;  //!< older ones may exist
    bool m_again = false; //!< something changed while a page was on its way
    int m_round = 0;
};

} // namespace bt::app
