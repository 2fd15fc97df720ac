// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A receipt on paper: its words, and a PDF of them. Words are made on the GUI thread; laying out and writing belong on
//! another one (any, one document at a time).
#pragma once

#include "format.h"

#include "base/result.h"
#include "service/receipts/receipts_view.h"

#include <QPageSize>
#include <QStringList>

namespace bt::app {

struct ReceiptPaper {
    QString title;
    QList<std::pair<QString, QString>> rows; //!< name and value
    QStringList notes;
    QPageSize::PageSizeId size = QPageSize::A4;
};
//! In the program's language and the person's time zone.
[[nodiscard]] ReceiptPaper receiptPaper(const service::ReceiptDocument& document, const Format& format, QPageSize::PageSizeId size);
//! Text that can be selected; no title, name or author in the file's own description. "file.not_written": nothing is left.
[[nodiscard]] Result<void> writeReceiptPdf(const QString& path, const ReceiptPaper& paper);

} // namespace bt::app
