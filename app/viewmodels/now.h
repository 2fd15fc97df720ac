// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What time it is for the window: the network's time of the newest snapshot plus what has passed since.
//! GUI thread.
#pragma once

#include "service/engine.h" // brings base/clock.h; that one first trips moc 6.4 over <compare>

#include <QObject>
#include <QTimer>

#include <functional>

namespace bt::app {

class Now : public QObject
{
    Q_OBJECT
public:
    //! A steady clock in milliseconds that never goes back; tests hand in their own.
    using Steady = std::function<std::int64_t()>;

    explicit Now(service::Engine& engine, Steady steady = {}, QObject* parent = nullptr);

    //! Never before the snapshot's own time.
    [[nodiscard]] Millis value() const;
    //! Ticks each second instead of each minute (the last minute of a visit).
    void setFine(bool fine);
    [[nodiscard]] bool fine() const { return m_fine; }

signals:
    //! A minute (or second, when fine) has begun, or the network's time has jumped.
    void ticked();

private:
    void anchor();
    void arm();

    service::Engine& m_engine;
    Steady m_steady;
    QTimer m_timer;
    Millis m_base;
    std::int64_t m_since = 0;
    bool m_fine = false;
};

} // namespace bt::app
