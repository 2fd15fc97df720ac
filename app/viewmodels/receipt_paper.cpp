// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt_paper.h"

#include "names.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace bt::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReceiptPaper)
};

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }
template <typename F> QString hex(const F& bytes)
{
    const auto view = bytes.view();
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(view.data()), static_cast<qsizetype>(view.size())).toHex());
}

QString rateSource(const std::string& code)
{
    //: Where a rate of exchange comes from.
    if (code == "practice_fixed") return Words::tr("fixed rate of the practice network, no market rate");
    //: Where a rate of exchange comes from.
    if (code == "test_fixed") return Words::tr("fixed rate of a test network, no market rate");
    //: Where a rate of exchange comes from: nobody gives one.
    return Words::tr("no rate: the amount stands in coins");
}

QString licenceText(const service::ReceiptDocument& document)
{
    if (!document.licence.trusted) return Words::tr("none that this app could check");
    //: %1 a number, %2 a register, %3 a country or region.
    return Words::tr("No. %1, %2, %3")
        .arg(text(document.licence.registerId), text(document.licence.authority), placeName(text(document.licence.jurisdiction)));
}

//! An amount in millionths of a currency, with two digits, or as many as a coin has.
QString amountIn(std::int64_t micros, const std::string& currency, const QLocale& locale)
{
    const int digits = currency.size() == 3 && currency != "KAS" ? 2 : 6;
    return locale.toString(static_cast<double>(micros) / 1e6, 'f', digits) + QLatin1Char(' ') + text(currency);
}

QString coins(Sompi amount, const std::string& coin, const QLocale& locale)
{
    const auto whole = locale.toString(static_cast<qulonglong>(amount.value / 100'000'000));
    return QStringLiteral("%1%2%3 %4")
        .arg(whole, QString(locale.decimalPoint()), QStringLiteral("%1").arg(amount.value % 100'000'000, 8, 10, QLatin1Char('0')),
             text(coin));
}

} // namespace

ReceiptPaper receiptPaper(const service::ReceiptDocument& document, const Format& format, QPageSize::PageSizeId size)
{
    const auto& r = document.content.receipt;
    const auto& added = document.content.added;
    const QLocale& locale = format.locale();
    ReceiptPaper out;
    out.size = size;
    //: Title on paper; the first with a diagnosis code in it.
    out.title = added.diagnosis.empty() ? Words::tr("Receipt") : Words::tr("Superbill");
    const auto row = [&](const QString& name, const QString& value) { out.rows.append({name, value}); };
    row(Words::tr("Number"), hex(r.number));
    row(Words::tr("Issued on"), format.dateFull(r.issuedAt));
    row(Words::tr("Issued by"), text(r.name));
    row(Words::tr("Licence"), licenceText(document));
    if (!added.name.empty()) row(Words::tr("For"), text(added.name));
    //: Name of a line on a receipt: a neutral code.
    row(Words::tr("Service"), text(r.service));
    //: %1 a day, %2 and %3 times, %4 a time zone.
    row(Words::tr("When"),
        Words::tr("%1, %2 to %3 (%4)")
            .arg(format.dateFull(r.start), format.time(r.start), format.time(r.end), QString::fromUtf8(format.zone().id())));
    //: Name of a line on a superbill: a code that the patient typed.
    if (!added.diagnosis.empty()) row(Words::tr("Diagnosis code"), text(added.diagnosis));
    const bool rated = r.rateSource != "none";
    if (rated) row(Words::tr("Amount"), amountIn(document.micros, r.currency, locale));
    row(rated ? Words::tr("Paid in coins") : Words::tr("Amount"), coins(r.amount, r.coin, locale));
    //: The rate of exchange. %1 a coin, %2 an amount, %3 where it comes from.
    row(Words::tr("Rate of that day"),
        rated ? Words::tr("1 %1 = %2; %3")
                    .arg(text(r.coin),
                         locale.toString(static_cast<double>(r.microsPerCoin) / 1e6, 'g', 9) + QLatin1Char(' ') + text(r.currency),
                         rateSource(r.rateSource))
              : rateSource(r.rateSource));
    row(Words::tr("Paid on"), format.dateFull(r.paidAt));
    //: Name of a line on a receipt: which payment it was.
    row(Words::tr("Payment reference"), hex(r.payment));
    row(Words::tr("Network"), text(r.network));
    if (r.network != "mainnet")
        out.notes << Words::tr("This network's money is worth nothing: this paper proves no payment of real money.");
    if (document.licence.practicePartner)
        out.notes << Words::tr("The issuer is a practice partner, a program: no person gave this service.");
    if (!added.empty()) out.notes << Words::tr("Name and diagnosis code were added by the client, and are signed by the client alone.");
    //: %1 is the name of a key.
    out.notes
        << Words::tr(
               "The issuer signed the data of this paper with the key %1. The paper shows it only; the file of the same number proves it.")
               .arg(text(r.issuer));
    return out;
}

Result<void> writeReceiptPdf(const QString& path, const ReceiptPaper& paper)
{
    QSaveFile file(path); // whole or not at all
    if (!file.open(QIODevice::WriteOnly)) return fail("file.not_written", {file.errorString().toStdString()}, "receipt");
    {
        QPdfWriter writer(&file);
        writer.setCreator(QString());
        writer.setPageSize(QPageSize(paper.size));
        writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
        writer.setResolution(600);
        QTextDocument page;
        page.documentLayout()->setPaintDevice(&writer); // points are points on paper
        page.setDocumentMargin(0);
        page.setPageSize(QSizeF(writer.width(), writer.height()));
        QFont font = page.defaultFont();
        font.setPointSizeF(10.5);
        page.setDefaultFont(font);
        QTextCursor cursor(&page);
        QTextCharFormat plain, head, muted;
        head.setFontPointSize(20);
        head.setFontWeight(QFont::DemiBold);
        muted.setForeground(QColor(0x55, 0x55, 0x55));
        cursor.insertText(paper.title, head);
        cursor.insertBlock();
        QTextTableFormat shape;
        shape.setBorder(0);
        shape.setCellPadding(writer.resolution() / 30.0);
        shape.setTopMargin(writer.resolution() / 4.0);
        shape.setBottomMargin(writer.resolution() / 4.0);
        shape.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        shape.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, 28), QTextLength(QTextLength::PercentageLength, 72)});
        QTextTable* table = cursor.insertTable(static_cast<int>(paper.rows.size()), 2, shape);
        for (int i = 0; i < paper.rows.size(); ++i) {
            table->cellAt(i, 0).firstCursorPosition().insertText(paper.rows[i].first, muted);
            table->cellAt(i, 1).firstCursorPosition().insertText(paper.rows[i].second, plain);
        }
        cursor.movePosition(QTextCursor::End);
        for (const QString& note : paper.notes) {
            cursor.insertText(note, muted);
            cursor.insertBlock();
        }
        page.print(&writer);
    }
    if (file.error() != QFileDevice::NoError || !file.commit())
        return fail("file.not_written", {file.errorString().toStdString()}, "receipt");
    return {};
}

} // namespace bt::app
