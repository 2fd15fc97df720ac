// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What every page does around a call of the core: busy until it answers, then a word of success or the refusal's sentence.
#pragma once

#include "context.h"
#include "error_text.h"
#include "ui/on_gui.h"

namespace bt::app {

//! Shows `page` busy while `future` runs; then `error` holds the sentence of a refusal, or `good` is said where it holds
//! something. GUI thread.
//! \param busy, error members of `page`. \param refresh is called at the beginning and at the end.
template <typename Refresh>
void ask(QObject* page, const Context& context, bool& busy, QString& error, service::Future<> future, const QString& good, Refresh refresh)
{
    busy = true;
    error.clear();
    refresh();
    ui::onGui(std::move(future), page, [&context, &busy, &error, good, refresh](const Result<void>& result) {
        busy = false;
        if (!result) error = errorText(result.error(), context.format);
        else if (!good.isEmpty()) context.toasts.say(good);
        refresh();
    });
}

} // namespace bt::app
