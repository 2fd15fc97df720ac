// SPDX-License-Identifier: GPL-3.0-or-later
#include "toasts.h"

#include "error_text.h"

namespace bt::app {

void Toasts::say(const QString& text, Kind kind) { offer(text, {}, {}, kind); }

void Toasts::failed(const Error& error) { say(errorText(error), Bad); }

void Toasts::offer(const QString& text, const QString& action, const QString& target, Kind kind)
{
    // The same sentence twice in a row is one sentence.
    if (!m_waiting.isEmpty() && m_waiting.last().text == text && m_waiting.size() > 1) return;
    m_waiting.append({text, action, target, kind});
    if (m_waiting.size() == 1) show();
}

void Toasts::dismiss()
{
    if (m_waiting.isEmpty()) return;
    m_waiting.removeFirst();
    show();
}

void Toasts::show()
{
    const Toast toast = m_waiting.isEmpty() ? Toast{{}, {}, {}, Plain} : m_waiting.first();
    m_text = toast.text;
    m_action = toast.action;
    m_target = toast.target;
    m_kind = toast.kind;
    ++m_serial;
    emit changed();
}

} // namespace bt::app
