// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The languages inside the binary. GUI thread.
#pragma once

#include <QLocale>
#include <QStringList>

namespace bt::app {

struct Languages {
    //! Codes that a person can choose; the first is the source language.
    [[nodiscard]] static QStringList codes();
    //! Installs the texts of a language ("" or unknown: the system's, else English; "qps": the pseudo-language of the
    //! tests; "ar": English texts from right to left). \returns the locale for dates and figures.
    static QLocale install(const QString& code);
};

} // namespace bt::app
