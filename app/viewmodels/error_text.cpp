// SPDX-License-Identifier: GPL-3.0-or-later
#include "error_text.h"

#include "error_table.h"
#include "format.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace bt::app {

namespace {
const char* exact(std::string_view code)
{
    for (const auto& table : {std::span(kErrorRows, kErrorRowCount), std::span(kFeatureErrorRows, kFeatureErrorRowCount)}) {
        const auto row = std::ranges::find_if(table, [&](const ErrorRow& r) { return code == r.code; });
        if (row != table.end()) return row->sentence;
    }
    return nullptr;
}
const char* family(std::string_view code)
{
    const auto* end = kErrorFamilies + kErrorFamilyCount;
    const auto* row = std::find_if(kErrorFamilies, end, [&](const ErrorRow& r) { return code.starts_with(r.code); });
    return row == end ? nullptr : row->sentence;
}
QString words(const char* sentence) { return QCoreApplication::translate("Errors", sentence); }
QString codeLine(std::string_view code)
{
    //: Small print under an error that has no sentence of its own. %1 is a technical code.
    return QCoreApplication::translate("Errors", "(Code: %1)").arg(QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())));
}
} // namespace

bool hasErrorText(std::string_view code) { return exact(code) || family(code); }

QString errorText(std::string_view code) { return errorText(Error{code, {}, {}}); }

QString errorText(const Error& error, const Format& format)
{
    static constexpr std::string_view withAmounts[] = {"practice.bad_price", "practice.bad_bond", "visit.bad_split", "dispute.bad_split"};
    if (std::find(std::begin(withAmounts), std::end(withAmounts), error.code) == std::end(withAmounts)) return errorText(error);
    Error worded = error;
    for (std::string& arg : worded.args) {
        bool ok = false;
        const qulonglong sompi = QString::fromStdString(arg).toULongLong(&ok);
        if (ok) arg = format.money({sompi}).toStdString();
    }
    return errorText(worded);
}

QString errorText(const Error& error)
{
    if (const char* sentence = exact(error.code)) {
        QString text = words(sentence);
        for (const auto& arg : error.args)
            if (text.contains(QLatin1Char('%'))) text = text.arg(QString::fromStdString(arg));
        if (error.code == "vault.wrong_passphrase" && !error.args.empty() && error.args.front() != "0")
            //: After several wrong passphrases. %1 is a number of seconds.
            text += QLatin1Char(' ') + QCoreApplication::translate("Errors", "The next try is possible in %1 seconds.")
                                           .arg(QString::fromStdString(error.args.front()));
        // A sentence whose figure is missing must not show its placeholder.
        return text.remove(QStringLiteral("%1")).remove(QStringLiteral("%2"));
    }
    if (const char* sentence = family(error.code)) return words(sentence) + QLatin1Char(' ') + codeLine(error.code);
    return QCoreApplication::translate("Errors", "Something went wrong that this version has no words for. Nothing was "
                                                 "changed as far as it knows. Look at the page again before you repeat "
                                                 "it.") +
           QLatin1Char(' ') + codeLine(error.code);
}

} // namespace bt::app
