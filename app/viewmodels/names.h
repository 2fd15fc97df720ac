// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Codes of the core as words: topics, languages, places, kinds of payments. Unknown codes show as they are, so that a
//! newer listing is still readable. Pure, GUI thread (translations).
#pragma once

#include "service/snapshot.h"

#include <QString>
#include <QStringList>

namespace bt::app {

[[nodiscard]] const QStringList& topicCodes();    //!< in the order of the questions
[[nodiscard]] const QStringList& languageCodes(); //!< offered in the practice editor
[[nodiscard]] const QStringList& placeCodes();    //!< jurisdictions of the practice authority

[[nodiscard]] QString topicName(const QString& code);   //!< "Low mood"
[[nodiscard]] QString languageName(const QString& tag); //!< "German"
[[nodiscard]] QString placeName(const QString& iso);    //!< "Berlin" of "DE-BE"; "Germany" of "DE"
[[nodiscard]] QString countryOf(const QString& iso);    //!< "DE" of "DE-BE"

//! "Worry, low mood, sleep": the first as a sentence begins, the others in lower case where the language does so.
[[nodiscard]] QString topicList(const std::vector<std::string>& codes);
[[nodiscard]] QString languageList(const std::vector<std::string>& tags);

//! "Licensed in Berlin", "Licence ended", "Licence not checked".
//! The name as it stands beside the badge "Practice partner", which says the rest: "Ada" of "Ada (practice partner)".
[[nodiscard]] QString nameBesideBadge(const service::TherapistView& therapist);
[[nodiscard]] QString licenceWords(const service::LicenceView& licence);
//! Title of a row in Money: "Held for your visit".
[[nodiscard]] QString moneyKindWords(const std::string& kind, bool therapist);
//! Icon name for the same row.
[[nodiscard]] QString moneyKindIcon(const std::string& kind);
//! "Booked and set aside": one step of a visit's life.
[[nodiscard]] QString stepWords(const std::string& step);
//! "Asking for a visit": something that waits for the network.
[[nodiscard]] QString outboxWords(const std::string& what);
//! A system line of a thread: "You came in".
[[nodiscard]] QString systemLine(const std::string& code, bool mine, const QString& peer);
//! The newest message of a thread in one line; where it has no words (a visit, a request to pay), what can be found there.
[[nodiscard]] QString lastWords(const service::ThreadView& thread);

} // namespace bt::app
