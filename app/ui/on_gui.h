// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The one way from a future of the service layer back to an object of the window.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace bt::ui {

//! Calls `fn(result)` on the GUI thread when `future` has its result, unless `object` has died or the
//! future was cancelled before: then never. The watcher belongs to `object`, so nothing outlives it
//! (QFuture::then(context, ...) aborts in that case on Qt 6.4). For QFuture<void>, `fn` takes nothing.
//! \param object lives on the GUI thread; call from that thread.
template <typename T, typename Fn> void onGui(QFuture<T> future, QObject* object, Fn&& fn)
{
    auto* watcher = new QFutureWatcher<T>(object);
    QObject::connect(watcher, &QFutureWatcherBase::finished, object, [watcher, call = std::forward<Fn>(fn)]() mutable {
        watcher->deleteLater();
        if constexpr (std::is_void_v<T>) {
            if (!watcher->isCanceled()) call();
        } else {
            // takeResult() so that move-only results travel too
            if (watcher->future().isValid() && watcher->future().resultCount() > 0) call(watcher->future().takeResult());
        }
    });
    watcher->setFuture(std::move(future));
}

} // namespace bt::ui
