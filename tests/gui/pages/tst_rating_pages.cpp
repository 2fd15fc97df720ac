// SPDX-License-Identifier: GPL-3.0-or-later
// Public ratings and receipts: what is shown, what keys alone reach, and what stands on paper.
#include "fake_ratings.h"
#include "page_window.h"
#include "rating_words.h"
#include "ui/screenshot.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace bt;
using namespace bt::app;
using namespace bt::test;
using Rating = service::PublicRatingView;
using service::VisitPhase;

namespace {

std::shared_ptr<service::Snapshot> ended(const Rating& rating, service::ReceiptView::State receipt)
{
    auto s = patient(VisitPhase::Ended);
    auto ratings = std::make_shared<service::RatingsView>();
    ratings->visits["v1"] = rating;
    s->ratings = ratings;
    auto receipts = std::make_shared<service::ReceiptsView>();
    receipts->visits["v1"] = {receipt, "1a2b3c4d5e6f7081"};
    s->receipts = receipts;
    return s;
}

Rating open()
{
    Rating r;
    r.deposit = kas(1);
    r.canRate = r.canDrop = true;
    return r;
}

service::ReceiptDocument document()
{
    service::ReceiptDocument d;
    auto& r = d.content.receipt;
    r.number.bytes = {0x1a, 0x2b, 0x3c, 0x4d, 0x5e, 0x6f, 0x70, 0x81};
    r.issuer = "did:key:z6MkIssuer";
    r.name = "Dr. Mariam Okonjo";
    r.network = "practice";
    r.payment.bytes.fill(0xab);
    r.start = at(7, 9);
    r.end = r.start.plus(50 * kMinute);
    r.service = "S-50";
    r.amount = {kPrice};
    r.coin = "KAS";
    r.paidAt = r.end.plus(kMinute);
    r.currency = "EUR";
    r.microsPerCoin = 58'000;
    r.rateSource = "practice_fixed";
    r.issuedAt = r.end.plus(kHour);
    d.micros = 60'000'000;
    d.licence = {true, "R-17", "DE-BE", "The demo authority", false};
    return d;
}

QString onPaper(const QString& file)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file, QStringLiteral("-")});
    if (!reader.waitForFinished(30'000) || reader.exitCode() != 0) return QStringLiteral("pdftotext: ") + reader.errorString();
    return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
}

QByteArray bytesOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void press(PageWindow& w, const char* name, int key = Qt::Key_Return)
{
    QQuickItem* item = nullptr;
    QTRY_VERIFY2((item = w.find(QString::fromLatin1(name))) != nullptr, name);
    QTRY_VERIFY2(item->isEnabled(), name);
    item->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(w.window(), static_cast<Qt::Key>(key));
}

} // namespace

class TestRatingPages : public QObject
{
    Q_OBJECT
private slots:
    void figures_are_shown_from_five_ratings_on()
    {
        const Format format(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/Berlin"));
        QCOMPARE(reputationLine(nullptr, format), QString());
        service::ReputationView r;
        QCOMPARE(reputationLine(&r, format), QStringLiteral("Ratings are being read"));
        r.state = service::ReputationView::State::Unreadable;
        QCOMPARE(reputationLine(&r, format), QStringLiteral("Ratings cannot be checked here"));
        r.state = service::ReputationView::State::Ready;
        r.count = 4;
        r.average = 500;
        r.stars = {0, 0, 0, 0, 4};
        QCOMPARE(reputationLine(&r, format), QStringLiteral("Fewer than 5 ratings yet"));
        QVERIFY(!reputationFacts(r, format).join(QLatin1Char(' ')).contains(QStringLiteral("5 stars")));
        r.count = 12;
        r.average = 458;
        r.stars = {0, 1, 0, 2, 9};
        QVERIFY(reputationLine(&r, format).contains(QStringLiteral("; 4.6 of 5")));
        QVERIFY(reputationFacts(r, format).first().contains(QStringLiteral("5 stars: 9")));
        QVERIFY(reputationFacts(r, format).last().startsWith(QStringLiteral("Weight: 0.")));
        r.weighted = 431;
        QVERIFY(reputationFacts(r, format).last().startsWith(QStringLiteral("By weight: 4.3 of 5")));
    }

    void the_pages_stand_in_every_dress_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("rtl");
        QTest::addColumn<QSize>("size");
        for (int scene = 0; scene < 4; ++scene) {
            QTest::addRow("%d light", scene) << scene << 1.0 << false << QSize(1280, 800);
            QTest::addRow("%d large", scene) << scene << 2.0 << false << QSize(1280, 800);
            QTest::addRow("%d rtl", scene) << scene << 1.0 << true << QSize(1280, 800);
            QTest::addRow("%d narrow", scene) << scene << 1.0 << false << QSize(420, 860);
        }
    }
    void the_pages_stand_in_every_dress()
    {
        QFETCH(int, scene);
        QFETCH(double, scale);
        QFETCH(bool, rtl);
        QFETCH(QSize, size);
        static QStringList log;
        log.clear();
        const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) { log << text; });
        QGuiApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
        FakeRatings ratings;
        FakeReceipts receipts;
        bool shown = false;
        {
            auto rating = open();
            if (scene == 1) {
                rating.state = Rating::State::Scheduled;
                rating.stars = 4;
                rating.from = at(8, 10);
                rating.until = at(11, 9);
                rating.canRate = false;
                rating.canTakeBack = true;
            }
            auto start = ended(rating, scene == 0 ? service::ReceiptView::State::Ready : service::ReceiptView::State::None);
            auto all = std::make_shared<service::RatingsView>(*start->ratings);
            auto& r = all->therapists["did:key:m1"];
            r.state = service::ReputationView::State::Ready;
            r.count = 12;
            r.average = 458;
            r.stars = {0, 1, 0, 2, 9};
            r.id = std::string(64, 'c');
            start->ratings = all;
            PageWindow w(start);
            w.setup.engine.own.ratings = &ratings;
            w.setup.engine.own.receipts = &receipts;
            w.theme.setTextSize(scale);
            w.window()->resize(size);
            for (int i = 0; i < 5; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            w.go(scene == 2   ? QStringLiteral("therapist")
                 : scene == 3 ? QStringLiteral("find")
                              : QStringLiteral("visit"),
                 scene == 2   ? QStringLiteral("did:key:m1")
                 : scene == 3 ? QString()
                              : QStringLiteral("v1"));
            emit w.setup.engine.changed();
            for (int i = 0; i < 20; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            const QByteArray folder = qgetenv("BT_SHOTS");
            if (!folder.isEmpty())
                (void)ui::saveScreenshot(
                    *w.window(), QString::fromLocal8Bit(folder) +
                                     QStringLiteral("/ratings-%1.png")
                                         .arg(QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-'))));
            w.window()->grabWindow();
            shown = scene >= 2 || w.find(QStringLiteral("visit-public-sentence")) != nullptr;
            if (scene == 2) shown = w.find(QStringLiteral("therapist-ratings")) != nullptr;
        }
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        qInstallMessageHandler(before);
        QVERIFY(shown);
        QVERIFY2(log.isEmpty(), qPrintable(log.join(QLatin1Char('\n'))));
    }

    void by_keys_alone_a_rating_is_kept_for_later_taken_back_and_given_up()
    {
        FakeRatings ratings;
        PageWindow w(ended(open(), service::ReceiptView::State::None));
        w.setup.engine.own.ratings = &ratings;
        w.window()->requestActivate();
        QTRY_VERIFY(w.window()->isActive());
        w.go(QStringLiteral("visit"), QStringLiteral("v1"));
        emit w.setup.engine.changed();
        QTRY_VERIFY(w.find(QStringLiteral("visit-public-stars")) != nullptr);
        QVERIFY(!w.find(QStringLiteral("visit-public-rate"))->isEnabled()); // no stars yet
        press(w, "visit-public-stars", Qt::Key_4);
        press(w, "visit-public-rate");
        QTRY_COMPARE(ratings.calls, QStringList{QStringLiteral("schedule v1 4")});
        w.setup.engine.publish([](service::Snapshot& n) {
            auto next = std::make_shared<service::RatingsView>(*n.ratings);
            auto& r = next->visits["v1"];
            r.state = Rating::State::Scheduled;
            r.stars = 4;
            r.from = at(8, 10);
            r.until = at(11, 9);
            r.canRate = false;
            r.canTakeBack = true;
            n.ratings = next;
        });
        QTRY_VERIFY(w.find(QStringLiteral("visit-public-back")) != nullptr);
        const QString sentence = w.app.publicRating()->sentence();
        QVERIFY2(sentence.startsWith(QStringLiteral("Will be published between ")) && sentence.contains(QStringLiteral("10:00")),
                 qPrintable(sentence));
        QVERIFY(w.app.publicRating()->who().contains(QStringLiteral("can recognise the visit"))); // said, not hidden
        press(w, "visit-public-back");
        QTRY_COMPARE(ratings.calls.last(), QStringLiteral("takeBack v1"));
        press(w, "visit-public-drop");
        QTRY_VERIFY(w.find(QStringLiteral("reject")) != nullptr); // asks first
        QVERIFY(!ratings.calls.contains(QStringLiteral("drop v1")));
        press(w, "accept");
        QTRY_COMPARE(ratings.calls.last(), QStringLiteral("drop v1"));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }

    void a_visit_that_cannot_be_rated_says_why_and_gives_the_deposit_back()
    {
        FakeRatings ratings;
        auto rating = open();
        rating.canRate = false;
        rating.whyNot = "rating.no_permit";
        Setup s(ended(rating, service::ReceiptView::State::None));
        s.engine.own.ratings = &ratings;
        PublicRatingViewModel model(s.context);
        model.open(QStringLiteral("v1"));
        QVERIFY(model.there() && !model.canRate() && model.canDrop());
        QVERIFY(model.sentence().contains(QStringLiteral("has not allowed a public rating")));
        model.schedule(5);
        QVERIFY(ratings.calls.isEmpty());
        QVERIFY(model.dropWords().contains(QStringLiteral("0.06")));
    }

    void by_keys_alone_a_receipt_is_saved_on_paper_and_as_a_file()
    {
        FakeReceipts receipts;
        receipts.made = document();
        PageWindow w(ended(open(), service::ReceiptView::State::Ready));
        w.setup.engine.own.receipts = &receipts;
        w.window()->requestActivate();
        QTRY_VERIFY(w.window()->isActive());
        w.go(QStringLiteral("visit"), QStringLiteral("v1"));
        emit w.setup.engine.changed();
        QSignalSpy saved(w.app.receipt(), &ReceiptViewModel::saved);
        press(w, "visit-receipt-pdf");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(receipts.calls.last(), QStringLiteral("document v1 [] []")); // nothing is added that was not typed
        const QString file = saved.takeFirst().first().toString();
        QCOMPARE(file, w.folder.path() + QStringLiteral("/receipt-1a2b3c4d.pdf")); // a name that says nothing
        const QString words = onPaper(file);
        QVERIFY2(words.contains(QStringLiteral("Receipt Number 1a2b3c4d5e6f7081")), qPrintable(words));
        QVERIFY(!words.contains(QStringLiteral("Diagnosis")));
        QQuickItem* code = nullptr;
        QTRY_VERIFY((code = w.find(QStringLiteral("visit-receipt-diagnosis"))) != nullptr);
        code->forceActiveFocus(Qt::TabFocusReason);
        for (const char c : QByteArray("F51.0")) QTest::keyClick(w.window(), c);
        press(w, "visit-receipt-pdf");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(receipts.calls.last(), QStringLiteral("document v1 [] [F51.0]"));
        QVERIFY(onPaper(file).contains(QStringLiteral("Diagnosis code F51.0")));
        press(w, "visit-receipt-file");
        QTRY_COMPARE(receipts.calls.last(), QStringLiteral("save %1/receipt-1a2b3c4d.json v1 [F51.0]").arg(w.folder.path()));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }

    void paper_holds_every_fact_as_text_in_both_sizes_and_languages()
    {
        QTemporaryDir folder;
        const Format english(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/Berlin"));
        const QString a4 = folder.filePath(QStringLiteral("a.pdf")), letter = folder.filePath(QStringLiteral("l.pdf"));
        auto full = document();
        full.content.added = {"Noor A.", "F51.0"};
        QVERIFY(writeReceiptPdf(a4, receiptPaper(full, english, QPageSize::A4)).has_value());
        QVERIFY(writeReceiptPdf(letter, receiptPaper(document(), english, QPageSize::Letter)).has_value());
        QVERIFY(bytesOfFile(a4).contains("595") && bytesOfFile(letter).contains("612")); // points of the page's width
        const QString words = onPaper(a4);
        for (const char* fact :
             {"Superbill", "Dr. Mariam Okonjo", "No. R-17", "S-50", "Noor A.", "F51.0", "60.00 EUR", "1,034.48275863 KAS",
              "1 KAS = 0.058 EUR", "no market rate", "proves no payment of real money", "did:key:z6MkIssuer", "7 December 2026"})
            QVERIFY2(words.contains(QString::fromLatin1(fact)), qPrintable(QString::fromLatin1(fact) + QStringLiteral(" in ") + words));
        const QString plain = onPaper(letter);
        QVERIFY(plain.startsWith(QStringLiteral("Receipt")) && !plain.contains(QStringLiteral("F51.0")) &&
                !plain.contains(QStringLiteral("Noor")));
        QVERIFY(!bytesOfFile(a4).contains("Noor")); // not in the file's own description either

        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/bt_de.qm")));
        QCoreApplication::installTranslator(&german);
        const Format deutsch(QLocale(QLocale::German, QLocale::Germany), QTimeZone("Europe/Berlin"));
        const auto made = writeReceiptPdf(a4, receiptPaper(full, deutsch, QPageSize::A4));
        QCoreApplication::removeTranslator(&german);
        QVERIFY(made.has_value());
        const QString worte = onPaper(a4);
        for (const char* fact : {"60,00 EUR", "1.034,48275863 KAS", "7. Dezember 2026", "Diagnoseschl\u00fcssel"})
            QVERIFY2(worte.contains(QString::fromUtf8(fact)), qPrintable(QString::fromUtf8(fact) + QStringLiteral(" in ") + worte));
        QVERIFY(!worte.contains(QStringLiteral("Licence")));
        const auto nowhere = writeReceiptPdf(QStringLiteral("/nowhere/at/all.pdf"), receiptPaper(full, english, QPageSize::A4));
        QVERIFY(!nowhere && nowhere.error().code == "file.not_written");
    }
};

QTEST_MAIN(TestRatingPages)
#include "tst_rating_pages.moc"
