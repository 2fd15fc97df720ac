// SPDX-License-Identifier: GPL-3.0-or-later
#include "names.h"

#include "service/practice_network.h"

#include <QCoreApplication>
#include <QLocale>

namespace bt::app {

namespace {
struct Named {
    const char* code;
    const char* words;
};
//! Context of all names for translators.
QString tr(const char* words) { return QCoreApplication::translate("Names", words); }

const Named kTopics[] = {
    {"worry", QT_TRANSLATE_NOOP("Names", "Worry")},
    {"low_mood", QT_TRANSLATE_NOOP("Names", "Low mood")},
    {"sleep", QT_TRANSLATE_NOOP("Names", "Sleep")},
    {"relationship", QT_TRANSLATE_NOOP("Names", "Relationship")},
    {"grief", QT_TRANSLATE_NOOP("Names", "Grief")},
    {"work", QT_TRANSLATE_NOOP("Names", "Work stress")},
    {"life_changes", QT_TRANSLATE_NOOP("Names", "Life changes")},
};
const Named kLanguages[] = {
    {"en", QT_TRANSLATE_NOOP("Names", "English")},    {"de", QT_TRANSLATE_NOOP("Names", "German")},
    {"fr", QT_TRANSLATE_NOOP("Names", "French")},     {"es", QT_TRANSLATE_NOOP("Names", "Spanish")},
    {"pt", QT_TRANSLATE_NOOP("Names", "Portuguese")}, {"it", QT_TRANSLATE_NOOP("Names", "Italian")},
    {"nl", QT_TRANSLATE_NOOP("Names", "Dutch")},      {"pl", QT_TRANSLATE_NOOP("Names", "Polish")},
    {"tr", QT_TRANSLATE_NOOP("Names", "Turkish")},    {"ar", QT_TRANSLATE_NOOP("Names", "Arabic")},
    {"uk", QT_TRANSLATE_NOOP("Names", "Ukrainian")},  {"ru", QT_TRANSLATE_NOOP("Names", "Russian")},
    {"hi", QT_TRANSLATE_NOOP("Names", "Hindi")},      {"ko", QT_TRANSLATE_NOOP("Names", "Korean")},
    {"ja", QT_TRANSLATE_NOOP("Names", "Japanese")},   {"zh", QT_TRANSLATE_NOOP("Names", "Chinese")},
    {"fa", QT_TRANSLATE_NOOP("Names", "Persian")},    {"he", QT_TRANSLATE_NOOP("Names", "Hebrew")},
};
const Named kPlaces[] = {
    {"DE", QT_TRANSLATE_NOOP("Names", "Germany")},    {"DE-BE", QT_TRANSLATE_NOOP("Names", "Berlin")},
    {"DE-BY", QT_TRANSLATE_NOOP("Names", "Bavaria")}, {"DE-BB", QT_TRANSLATE_NOOP("Names", "Brandenburg")},
    {"DE-HH", QT_TRANSLATE_NOOP("Names", "Hamburg")}, {"DE-NW", QT_TRANSLATE_NOOP("Names", "North Rhine-Westphalia")},
    {"DE-HE", QT_TRANSLATE_NOOP("Names", "Hesse")},   {"DE-SN", QT_TRANSLATE_NOOP("Names", "Saxony")},
    {"AT", QT_TRANSLATE_NOOP("Names", "Austria")},    {"CH", QT_TRANSLATE_NOOP("Names", "Switzerland")},
    {"PT", QT_TRANSLATE_NOOP("Names", "Portugal")},   {"ES", QT_TRANSLATE_NOOP("Names", "Spain")},
    {"FR", QT_TRANSLATE_NOOP("Names", "France")},     {"NL", QT_TRANSLATE_NOOP("Names", "Netherlands")},
    {"PL", QT_TRANSLATE_NOOP("Names", "Poland")},     {"GB", QT_TRANSLATE_NOOP("Names", "United Kingdom")},
    {"IE", QT_TRANSLATE_NOOP("Names", "Ireland")},    {"US", QT_TRANSLATE_NOOP("Names", "United States")},
    {"IN", QT_TRANSLATE_NOOP("Names", "India")},      {"BR", QT_TRANSLATE_NOOP("Names", "Brazil")},
};

template <std::size_t N> QString find(const Named (&table)[N], const QString& code)
{
    for (const Named& row : table)
        if (code == QLatin1String(row.code)) return tr(row.words);
    return {};
}
template <std::size_t N> QStringList codes(const Named (&table)[N])
{
    QStringList out;
    for (const Named& row : table) out << QString::fromLatin1(row.code);
    return out;
}
} // namespace

const QStringList& topicCodes()
{
    static const QStringList list = codes(kTopics);
    return list;
}
const QStringList& languageCodes()
{
    static const QStringList list = codes(kLanguages);
    return list;
}
const QStringList& placeCodes()
{
    static const QStringList list = codes(kPlaces);
    return list;
}

QString topicName(const QString& code)
{
    const QString known = find(kTopics, code);
    return known.isEmpty() ? code : known;
}

QString languageName(const QString& tag)
{
    const QString known = find(kLanguages, tag.section(QLatin1Char('-'), 0, 0));
    if (!known.isEmpty()) return known;
    const QString native = QLocale(tag).nativeLanguageName();
    return native.isEmpty() ? tag : native;
}

QString countryOf(const QString& iso) { return iso.section(QLatin1Char('-'), 0, 0); }

QString placeName(const QString& iso)
{
    const QString known = find(kPlaces, iso);
    if (!known.isEmpty()) return known;
    const QString country = find(kPlaces, countryOf(iso));
    if (!country.isEmpty()) return country;
    const auto territory = QLocale::codeToTerritory(countryOf(iso));
    return territory == QLocale::AnyTerritory ? iso : QLocale::territoryToString(territory);
}

QString topicList(const std::vector<std::string>& list)
{
    QStringList words;
    for (const auto& code : list) {
        QString word = topicName(QString::fromStdString(code));
        // English lists go on in lower case; languages that write nouns large keep theirs.
        if (!words.isEmpty() && QLocale().language() == QLocale::English) word = word.toLower();
        words << word;
    }
    return words.join(QStringLiteral(", "));
}

QString languageList(const std::vector<std::string>& tags)
{
    QStringList words;
    for (const auto& tag : tags) words << languageName(QString::fromStdString(tag));
    return words.join(QStringLiteral(", "));
}

QString nameBesideBadge(const service::TherapistView& therapist)
{
    QString name = QString::fromStdString(therapist.name);
    const QLatin1String said(service::kPartnerSuffix.data(), static_cast<qsizetype>(service::kPartnerSuffix.size()));
    if (therapist.licence.practicePartner && name.endsWith(said)) name.chop(said.size());
    return name;
}

QString licenceWords(const service::LicenceView& licence)
{
    using service::LicenceState;
    switch (licence.state) {
    case LicenceState::Valid:
        //: Beside a green tick. %1 is a place: "Licensed in Berlin".
        return QCoreApplication::translate("Names", "Licensed in %1").arg(placeName(QString::fromStdString(licence.jurisdiction)));
    //: The licence was valid once.
    case LicenceState::Expired: return QCoreApplication::translate("Names", "Licence ended");
    //: The licence is signed by nobody that this app trusts.
    case LicenceState::NotTrusted: return QCoreApplication::translate("Names", "Licence not recognised");
    case LicenceState::Missing: break;
    }
    //: There is no licence at all.
    return QCoreApplication::translate("Names", "No licence shown");
}

QString moneyKindWords(const std::string& kind, bool therapist)
{
    static const Named patientRows[] = {
        {"play_money", QT_TRANSLATE_NOOP("Names", "Play money added")},
        {"coins_in", QT_TRANSLATE_NOOP("Names", "Received at your address")},
        {"held", QT_TRANSLATE_NOOP("Names", "Held for your visit")},
        {"returned", QT_TRANSLATE_NOOP("Names", "Came back to you")},
        {"paid", QT_TRANSLATE_NOOP("Names", "Paid for your visit")},
        {"received", QT_TRANSLATE_NOOP("Names", "Received for a visit")},
        {"bond_held", QT_TRANSLATE_NOOP("Names", "Your own stake, held")},
        {"stake_held", QT_TRANSLATE_NOOP("Names", "Your stake in a problem, held")},
        {"bond_returned", QT_TRANSLATE_NOOP("Names", "Your own stake came back")},
        {"reputation", QT_TRANSLATE_NOOP("Names", "Set aside for public ratings of you")},
        {"ticket_held", QT_TRANSLATE_NOOP("Names", "Small deposit, held for a public rating")},
        {"deposit_returned", QT_TRANSLATE_NOOP("Names", "Small deposit came back")},
        {"consent_held", QT_TRANSLATE_NOOP("Names", "Held for permissions to read")},
        {"fee", QT_TRANSLATE_NOOP("Names", "Network fee")},
        {"sent", QT_TRANSLATE_NOOP("Names", "Sent")},
    };
    Q_UNUSED(therapist);
    const QString known = find(patientRows, QString::fromStdString(kind));
    return known.isEmpty() ? QString::fromStdString(kind) : known;
}

QString moneyKindIcon(const std::string& kind)
{
    static const std::pair<const char*, const char*> icons[] = {{"play_money", "money-in"}, {"coins_in", "money-in"},
                                                                {"held", "held"},           {"returned", "take-back"},
                                                                {"paid", "receipt"},        {"received", "money-in"},
                                                                {"bond_held", "held"},      {"bond_returned", "take-back"},
                                                                {"stake_held", "held"},     {"deposit_returned", "take-back"},
                                                                {"ticket_held", "held"},    {"reputation", "held"},
                                                                {"consent_held", "held"},   {"fee", "money"},
                                                                {"sent", "money-out"}};
    for (const auto& [code, icon] : icons)
        if (kind == code) return QString::fromLatin1(icon);
    return QStringLiteral("money");
}

QString stepWords(const std::string& step)
{
    static const Named steps[] = {
        {"book", QT_TRANSLATE_NOOP("Names", "Money set aside")},
        {"accept", QT_TRANSLATE_NOOP("Names", "Request accepted")},
        {"decline", QT_TRANSLATE_NOOP("Names", "Request declined, money sent back")},
        {"expire", QT_TRANSLATE_NOOP("Names", "No answer in time, money sent back")},
        {"expire-request", QT_TRANSLATE_NOOP("Names", "No answer in time, money sent back")},
        {"cancel", QT_TRANSLATE_NOOP("Names", "Visit cancelled")},
        {"cancel-by-patient", QT_TRANSLATE_NOOP("Names", "Cancelled by the patient")},
        {"cancel-by-therapist", QT_TRANSLATE_NOOP("Names", "Cancelled by the therapist, money sent back")},
        {"begin-attended", QT_TRANSLATE_NOOP("Names", "Visit began")},
        {"claim-attended", QT_TRANSLATE_NOOP("Names", "Paid after the waiting time")},
        {"claim-for-therapist", QT_TRANSLATE_NOOP("Names", "Paid after the waiting time")},
        {"lapse-attended", QT_TRANSLATE_NOOP("Names", "Time ran out, money shared by the rules")},
        {"drop-ticket", QT_TRANSLATE_NOOP("Names", "Small deposit came back")},
        {"commit", QT_TRANSLATE_NOOP("Names", "Free cancelling ended")},
        {"begin", QT_TRANSLATE_NOOP("Names", "Visit began")},
        {"complete", QT_TRANSLATE_NOOP("Names", "Visit confirmed and paid")},
        {"claim", QT_TRANSLATE_NOOP("Names", "Paid after the waiting time")},
        {"agree", QT_TRANSLATE_NOOP("Names", "Shared as both agreed")},
        {"dispute", QT_TRANSLATE_NOOP("Names", "A problem was raised")},
        {"resolve", QT_TRANSLATE_NOOP("Names", "The problem was decided")},
        {"lapse", QT_TRANSLATE_NOOP("Names", "Time ran out, money shared by the rules")},
    };
    const QString known = find(steps, QString::fromStdString(step));
    return known.isEmpty() ? QString::fromStdString(step) : known;
}

QString outboxWords(const std::string& what)
{
    static const Named rows[] = {
        {"book", QT_TRANSLATE_NOOP("Names", "Asking for a visit")},
        {"accept", QT_TRANSLATE_NOOP("Names", "Accepting a request")},
        {"decline", QT_TRANSLATE_NOOP("Names", "Declining a request")},
        {"expire", QT_TRANSLATE_NOOP("Names", "Taking back an unanswered request")},
        {"cancel", QT_TRANSLATE_NOOP("Names", "Cancelling a visit")},
        {"cancel-by-patient", QT_TRANSLATE_NOOP("Names", "Cancelling a visit")},
        {"cancel-by-therapist", QT_TRANSLATE_NOOP("Names", "Cancelling a visit")},
        {"expire-request", QT_TRANSLATE_NOOP("Names", "Taking back an unanswered request")},
        {"begin-attended", QT_TRANSLATE_NOOP("Names", "Beginning a visit")},
        {"claim-attended", QT_TRANSLATE_NOOP("Names", "Collecting the price of a visit")},
        {"claim-for-therapist", QT_TRANSLATE_NOOP("Names", "Collecting the price of a visit")},
        {"drop-ticket", QT_TRANSLATE_NOOP("Names", "Taking back a small deposit")},
        {"commit", QT_TRANSLATE_NOOP("Names", "Confirming a visit")},
        {"begin", QT_TRANSLATE_NOOP("Names", "Beginning a visit")},
        {"complete", QT_TRANSLATE_NOOP("Names", "Paying for a visit")},
        {"claim", QT_TRANSLATE_NOOP("Names", "Collecting the price of a visit")},
        {"agree", QT_TRANSLATE_NOOP("Names", "Sharing the money as agreed")},
        {"dispute", QT_TRANSLATE_NOOP("Names", "Raising a problem")},
        {"resolve", QT_TRANSLATE_NOOP("Names", "Sending a decision")},
        {"signed", QT_TRANSLATE_NOOP("Names", "Sending what several have signed")},
        {"practice_decision", QT_TRANSLATE_NOOP("Names", "The practice network decides")},
        {"lapse", QT_TRANSLATE_NOOP("Names", "Ending a problem by the rules")},
        {"message", QT_TRANSLATE_NOOP("Names", "Sending a message")},
        {"profile", QT_TRANSLATE_NOOP("Names", "A step of a public profile")},
        {"consent-grant", QT_TRANSLATE_NOOP("Names", "Letting someone read")},
        {"consent-revoke", QT_TRANSLATE_NOOP("Names", "Taking a permission back")},
        {"consent-expire", QT_TRANSLATE_NOOP("Names", "Fetching the deposit of a permission that ran out")},
        {"listing", QT_TRANSLATE_NOOP("Names", "Publishing your listing")},
        {"rating", QT_TRANSLATE_NOOP("Names", "Your public rating, or its deposit")},
        {"reputation", QT_TRANSLATE_NOOP("Names", "Preparing public ratings of you")},
        {"practice", QT_TRANSLATE_NOOP("Names", "Keeping your hours and prices for your recovery words")},
        {"rating", QT_TRANSLATE_NOOP("Names", "Sending your comment")},
        {"reward", QT_TRANSLATE_NOOP("Names", "Having an award paid")},
        {"play_money", QT_TRANSLATE_NOOP("Names", "Adding play money")},
    };
    const QString known = find(rows, QString::fromStdString(what));
    return known.isEmpty() ? QString::fromStdString(what) : known;
}

QString systemLine(const std::string& code, bool mine, const QString& peer)
{
    static const Named own[] = {
        {"joined", QT_TRANSLATE_NOOP("Names", "You came in")},
        {"left", QT_TRANSLATE_NOOP("Names", "You left")},
        {"record_signed", QT_TRANSLATE_NOOP("Names", "You signed that the visit took place")},
        {"split_proposed", QT_TRANSLATE_NOOP("Names", "You suggested how to share the money")},
        {"split_refused", QT_TRANSLATE_NOOP("Names", "You said no to sharing the money this way")},
        {"problem_raised", QT_TRANSLATE_NOOP("Names", "You raised a problem with the visit")},
        {"taken_back", QT_TRANSLATE_NOOP("Names", "The network took a payment of the visit back; it is sent again")},
        {"consent_granted", QT_TRANSLATE_NOOP("Names", "You let the other person read a part of your record")},
        {"consent_ended", QT_TRANSLATE_NOOP("Names", "You took a permission to read back")},
    };
    static const Named theirs[] = {
        {"joined", QT_TRANSLATE_NOOP("Names", "%1 came in")},
        {"left", QT_TRANSLATE_NOOP("Names", "%1 left")},
        {"record_signed", QT_TRANSLATE_NOOP("Names", "%1 signed that the visit took place")},
        {"split_proposed", QT_TRANSLATE_NOOP("Names", "%1 suggested how to share the money")},
        {"split_refused", QT_TRANSLATE_NOOP("Names", "%1 said no to sharing the money this way")},
        {"problem_raised", QT_TRANSLATE_NOOP("Names", "%1 raised a problem with the visit")},
        {"taken_back", QT_TRANSLATE_NOOP("Names", "The network took a payment of the visit back; it is sent again")},
        {"consent_granted", QT_TRANSLATE_NOOP("Names", "%1 lets you read a part of the record")},
        {"consent_ended", QT_TRANSLATE_NOOP("Names", "%1 took a permission to read back")},
    };
    const QString key = QString::fromStdString(code);
    QString known = mine ? find(own, key) : find(theirs, key);
    if (!mine && !known.isEmpty()) known = known.arg(peer);
    //: A line in a conversation from a newer version of the app that this one does not know.
    return known.isEmpty() ? QCoreApplication::translate("Names", "Something happened that this version cannot show") : known;
}

QString lastWords(const service::ThreadView& thread)
{
    const QString words = QString::fromStdString(thread.lastText).simplified();
    if (!words.isEmpty()) return words;
    //: In a list of conversations, where the newest thing is no message: a visit, a request to pay.
    return thread.lastAt.value > 0 ? QCoreApplication::translate("Names", "A visit or a payment") : QString();
}

} // namespace bt::app
