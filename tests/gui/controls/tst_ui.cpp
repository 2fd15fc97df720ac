// SPDX-License-Identifier: GPL-3.0-or-later
// The C++ side of the window: contrast of every pair in each theme, icons, secrets, the list of crisis lines,
// settings, onGui.
#include "base/result.h"
#include "ui/avatar_item.h"
#include "ui/crisis_model.h"
#include "ui/icon_item.h"
#include "ui/on_gui.h"
#include "ui/qml_setup.h"
#include "ui/qr_item.h"
#include "ui/secret_input.h"
#include "ui/theme_settings.h"

#include <QColor>
#include <QDir>
#include <QPainter>
#include <QPromise>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTest>
#define ZX_USE_UTF8 // text() as UTF-8
#include <ZXing/ReadBarcode.h>

#include <cmath>
#include <memory>

using namespace bt::ui;

namespace {

double light(double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); }

double luminance(const QColor& color)
{
    return 0.2126 * light(color.redF()) + 0.7152 * light(color.greenF()) + 0.0722 * light(color.blueF());
}

//! WCAG 2.1 contrast of two opaque colours.
double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor over(const QColor& top, const QColor& ground)
{
    const auto mix = [&top](float a, float b) { return a * top.alphaF() + b * (1 - top.alphaF()); };
    return QColor::fromRgbF(mix(top.redF(), ground.redF()), mix(top.greenF(), ground.greenF()), mix(top.blueF(), ground.blueF()));
}

struct Pair {
    const char* ink;
    const char* ground;
};

// Every text on every ground that a control or a page puts it on.
constexpr Pair texts[] = {
    {"text", "surface"},
    {"text", "raised"},
    {"text", "sunken"},
    {"text", "primarySoft"},
    {"text", "bubbleOwn"},
    {"text", "bubbleOther"},
    {"text", "attentionSoft"},
    {"text", "dangerSoft"},
    {"text", "positiveSoft"},
    {"text", "chartBand"},
    {"muted", "surface"},
    {"muted", "raised"},
    {"muted", "sunken"},
    {"muted", "chartBand"},
    {"primary", "surface"},
    {"primary", "raised"},
    {"primary", "sunken"},
    {"primaryInk", "primary"},
    {"primaryInk", "primaryHover"},
    {"primaryInk", "primaryPressed"},
    {"softInk", "primarySoft"},
    {"attention", "attentionSoft"},
    {"attention", "raised"},
    {"attention", "surface"},
    {"positive", "positiveSoft"},
    {"positive", "raised"},
    {"positive", "surface"},
    {"danger", "dangerSoft"},
    {"danger", "raised"},
    {"danger", "surface"},
};
// Edges of controls and the focus ring against what is beside them.
constexpr Pair edges[] = {
    {"outline", "surface"}, {"outline", "raised"}, {"outline", "sunken"},    {"focus", "surface"},
    {"focus", "raised"},    {"focus", "sunken"},   {"focus", "primarySoft"}, {"primary", "surface"},
    {"primary", "raised"},  {"danger", "raised"},  {"chart", "raised"},      {"chart", "chartBand"},
};

const char* crisisJson =
    "{\"version\":1,\"checked\":\"2026-11-23\",\"countries\":["
    "{\"code\":\"DE\",\"name\":{\"en\":\"Germany\",\"de\":\"Deutschland\"},\"emergency\":{\"number\":\"112\",\"note\":{\"en\":\"Free\","
    "\"de\":\"Frei\"}},"
    "\"lines\":[{\"name\":\"A\",\"number\":\"0800\",\"note\":{\"en\":\"day\",\"de\":\"Tag\"},\"source\":\"https://"
    "a.example\",\"checked\":\"2026-11-01\"},"
    "{\"name\":\"B\",\"number\":\"0801\",\"note\":\"x\",\"source\":\"\",\"checked\":\"2026-11-01\"},"
    "{\"name\":\"C\",\"url\":\"https://c.example\",\"source\":\"https://c.example\",\"checked\":\"2026-11-01\"},"
    "{\"name\":\"D\",\"source\":\"https://d.example\",\"checked\":\"2026-11-01\"}]},"
    "{\"code\":\"AT\",\"name\":{\"en\":\"Austria\",\"de\":\"Österreich\"},\"emergency\":{\"number\":\"112\"},\"lines\":[]}]}";

} // namespace

class TestUi : public QObject
{
    Q_OBJECT
private slots:
    void contrastOfEveryPair_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("leastEdge");
        QTest::newRow("light") << 0 << 5.0 << 3.0;
        QTest::newRow("dark") << 1 << 5.0 << 3.0;
        QTest::newRow("high contrast") << 2 << 7.0 << 4.5;
    }
    void contrastOfEveryPair()
    {
        QFETCH(int, scheme);
        QFETCH(double, least);
        QFETCH(double, leastEdge);
        QQmlEngine engine;
        setUpEngine(engine);
        QQmlComponent component(&engine);
        component.setData("import QtQml\nimport Bt.Theme\nQtObject { property QtObject theme: Theme }", QUrl());
        const std::unique_ptr<QObject> holder(component.create());
        QVERIFY2(holder != nullptr, qPrintable(component.errorString()));
        auto* theme = holder->property("theme").value<QObject*>();
        QVERIFY(theme != nullptr);
        theme->setProperty("scheme", scheme);
        const auto role = [theme](const char* name) {
            const auto color = theme->property(name).value<QColor>();
            if (!color.isValid()) qWarning("no role %s", name);
            return color;
        };
        double lowest = 21;
        const auto check = [&](const Pair& pair, double bound) {
            const double plain = contrast(role(pair.ink), role(pair.ground));
            lowest = std::min(lowest, plain);
            QVERIFY2(plain >= bound,
                     qPrintable(QStringLiteral("%1 on %2: %3").arg(QLatin1String(pair.ink), QLatin1String(pair.ground)).arg(plain)));
        };
        for (const Pair& pair : texts) check(pair, least);
        for (const Pair& pair : edges) check(pair, leastEdge);
        // The veil under the pointer leaves text readable.
        for (const char* ground : {"surface", "raised", "sunken", "primarySoft", "attentionSoft"})
            QVERIFY(contrast(role("text"), over(role("hover"), role(ground))) >= 4.5);
        qInfo("lowest pair %.2f", lowest);
    }
    void everyIconIsDrawn()
    {
        const QStringList files = QDir(QStringLiteral(":/bt/icons")).entryList();
        QVERIFY(files.size() >= 95);
        for (const QString& file : files) {
            IconItem icon;
            icon.setSize({24, 24});
            icon.setColor(QColor(Qt::red));
            icon.setName(file.chopped(4));
            QVERIFY2(icon.found(), qPrintable(file));
            QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            icon.paint(&painter);
            int drawn = 0;
            for (int y = 0; y < 24; ++y)
                for (int x = 0; x < 24; ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel != Qt::white) ++drawn;
                    // Tinted: nothing but white turning into red.
                    QVERIFY2(pixel.red() > 245 && std::abs(pixel.green() - pixel.blue()) < 8, qPrintable(file));
                }
            QVERIFY2(drawn > 8, qPrintable(file));
        }
        IconItem missing;
        missing.setName(QStringLiteral("nothing-like-it"));
        QVERIFY(!missing.found());
    }
    void avatarsAreStableAndDiffer()
    {
        QSet<QByteArray> pictures;
        for (int i = 0; i < 40; ++i) {
            const auto draw = [i] {
                AvatarItem avatar;
                avatar.setSize({40, 40});
                avatar.setProperty("ground", QColor(Qt::white));
                avatar.setProperty("shape", QColor(Qt::black));
                avatar.setProperty("second", QColor(Qt::gray));
                avatar.setSeed(QStringLiteral("key %1").arg(i));
                QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
                image.fill(Qt::transparent);
                QPainter painter(&image);
                avatar.paint(&painter);
                painter.end();
                return QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()) + char('0' + avatar.hue());
            };
            const QByteArray once = draw();
            QCOMPARE(draw(), once);
            pictures.insert(once);
        }
        QVERIFY(pictures.size() > 20);
    }
    void aQrCodeIsReadBackAtEverySizeAndScaleAndHasOnlyTwoColours()
    {
        const auto draw = [](QrItem& item, int size, qreal ratio) {
            item.setSize({qreal(size), qreal(size)});
            QImage image(qRound(size * ratio), qRound(size * ratio), QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(ratio);
            image.fill(Qt::red);
            QPainter painter(&image);
            item.paint(&painter);
            return image;
        };
        const auto read = [](const QImage& image) {
            const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
            const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                        static_cast<int>(grey.bytesPerLine()));
            return QString::fromStdString(ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode)).text());
        };
        const QString texts[] = {QStringLiteral("kaspatest:qqnapngv3zxp305qf06w6hpzmyxtx2r99jjhs04lu980xdyd2ulwwmx9evrfz"),
                                 QString::fromUtf8("Grüße, 12,50 €"), QString(700, QLatin1Char('x'))};
        for (const auto& text : texts)
            for (const auto& [size, ratio] : {std::pair{240, 1.0}, {240, 1.5}, {300, 2.0}, {401, 1.25}}) {
                QrItem item;
                item.setText(text);
                QVERIFY(item.fits());
                const QImage image = draw(item, size, ratio);
                QCOMPARE(read(image), text);
                for (int y = 0; y < image.height(); ++y)
                    for (int x = 0; x < image.width(); ++x) {
                        const QRgb pixel = image.pixel(x, y);
                        QVERIFY(pixel == qRgb(0, 0, 0) || pixel == qRgb(255, 255, 255));
                        // The quiet zone: four modules, none of them smaller than a pixel.
                        if (x < 4 || y < 4 || x >= image.width() - 4 || y >= image.height() - 4) QVERIFY(pixel == qRgb(255, 255, 255));
                    }
            }
        QrItem item;
        QSignalSpy told(&item, &QrItem::textChanged);
        item.setText(QString(2900, QLatin1Char('x'))); // fits only with the lowest correction
        QVERIFY(item.fits());
        item.setText(QString(2954, QLatin1Char('x')));
        QVERIFY(!item.fits());
        QCOMPARE(item.modules(), 0);
        QVERIFY(read(draw(item, 240, 1)).isEmpty());
        QCOMPARE(told.size(), 2);
    }
    void secretGoesInAndOut()
    {
        SecretInput input;
        const QByteArray typed = "Grüße, 日本 \xF0\x9F\x8C\xB1 x";
        input.insert({reinterpret_cast<const std::uint8_t*>(typed.constData()), static_cast<std::size_t>(typed.size())});
        QCOMPARE(input.length(), 13);
        const bt::Secret out = input.take();
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(out.data()), static_cast<qsizetype>(out.size())), typed);
        QVERIFY(input.isEmpty());
        QVERIFY(input.take().empty());
        // More than there is room for is cut, not written beyond.
        const QByteArray longText(2000, 'a');
        input.insert({reinterpret_cast<const std::uint8_t*>(longText.constData()), static_cast<std::size_t>(longText.size())});
        QCOMPARE(input.length(), SecretInput::maxLength);
    }
    void crisisListTellsOnlyWhatHasASource()
    {
        CrisisModel model{QByteArray(crisisJson)};
        model.setLanguage(QStringLiteral("de"));
        QCOMPARE(model.rowCount(), 2);
        model.setCountry(QStringLiteral("DE"));
        QCOMPARE(model.data(model.index(model.currentRow()), CrisisModel::NameRole).toString(), QStringLiteral("Deutschland"));
        QCOMPARE(model.lines().size(), 2);
        QCOMPARE(model.lines()[0].toMap()["note"].toString(), QStringLiteral("Tag"));
        QCOMPARE(model.lines()[1].toMap()["url"].toString(), QStringLiteral("https://c.example"));
        QCOMPARE(model.emergency()["number"].toString(), QStringLiteral("112"));
        model.setFilter(QStringLiteral("öster"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.codeAt(0), QStringLiteral("AT"));
        QCOMPARE(model.currentRow(), -1);
        model.setLanguage(QStringLiteral("fr"));
        model.setFilter({});
        QCOMPARE(model.data(model.index(0), CrisisModel::NameRole).toString(), QStringLiteral("Austria"));
    }
    void anUnknownCountryIsAskedForAndNeverGuessed()
    {
        // No computer is set to be there, so the first of the list would be a number that does not answer.
        CrisisModel model{QByteArray(R"({"countries":[{"code":"XX","name":"Nowhere","emergency":{"number":"000"}}]})")};
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.country(), QString());
        QCOMPARE(model.currentRow(), -1);
        QVERIFY(model.emergency()["number"].toString().isEmpty() && model.lines().isEmpty());
        model.setCountry(QStringLiteral("XX"));
        QCOMPARE(model.emergency()["number"].toString(), QStringLiteral("000"));
    }
    void crisisListSurvivesDamage()
    {
        for (const QByteArray& text :
             {QByteArray(), QByteArray("{"), QByteArray("[1,2]"), QByteArray("{\"countries\":[3,{\"lines\":\"x\"}]}")}) {
            CrisisModel model{text};
            QCOMPARE(model.lines().size(), 0);
            QVERIFY(model.codeAt(99).isEmpty());
        }
    }
    void bundledCrisisListIsThere()
    {
        CrisisModel model;
        QVERIFY(model.rowCount() >= 10);
        for (int row = 0; row < model.rowCount(); ++row) {
            model.setCountry(model.codeAt(row));
            QVERIFY2(!model.emergency()["number"].toString().isEmpty() || !model.lines().isEmpty(), qPrintable(model.country()));
        }
    }
    void settingsFollowTheSystemUntilChosen()
    {
        ThemeSettings settings;
        QCOMPARE(settings.scheme(), 0);
        const QString appearance = QStringLiteral("org.freedesktop.appearance");
        const QString desktop = QStringLiteral("org.gnome.desktop.interface");
        QSignalSpy changes(&settings, &ThemeSettings::changed);
        settings.systemSays(appearance, QStringLiteral("color-scheme"), 1U);
        QCOMPARE(settings.scheme(), 1);
        settings.systemSays(appearance, QStringLiteral("contrast"), 1U);
        QCOMPARE(settings.scheme(), 2);
        settings.systemSays(desktop, QStringLiteral("text-scaling-factor"), 7.0);
        QCOMPARE(settings.textScale(), 2.0);
        settings.systemSays(desktop, QStringLiteral("enable-animations"), false);
        QVERIFY(settings.reducedMotion());
        settings.systemSays(QStringLiteral("else"), QStringLiteral("where"), 1);
        QCOMPARE(changes.count(), 4);
        settings.setLook(ThemeSettings::Look::Light);
        settings.setTextSize(1.25);
        settings.setMotion(ThemeSettings::Motion::Full);
        QCOMPARE(settings.scheme(), 0);
        QCOMPARE(settings.textScale(), 1.25);
        QVERIFY(!settings.reducedMotion());
        ThemeSettings again;
        again.restore(settings.choices());
        QCOMPARE(again.choices(), settings.choices());
        again.restore({{QStringLiteral("look"), 99}, {QStringLiteral("textSize"), 50.0}});
        QCOMPARE(again.textScale(), 2.0);
    }
    void resultsComeOnlyToTheLiving()
    {
        QPromise<bt::Result<int>> promise;
        promise.start();
        int got = 0;
        auto living = std::make_unique<QObject>();
        auto dead = std::make_unique<QObject>();
        onGui(promise.future(), dead.get(), [&got](const bt::Result<int>&) { got += 1000; });
        dead.reset();
        onGui(promise.future(), living.get(), [&got](bt::Result<int> result) { got += result.value_or(0); });
        promise.addResult(bt::Result<int>(7));
        promise.finish();
        QTRY_COMPARE(got, 7);
        QPromise<void> nothing;
        nothing.start();
        bool called = false;
        onGui(nothing.future(), living.get(), [&called] { called = true; });
        nothing.finish();
        QTRY_VERIFY(called);
    }
};

QTEST_MAIN(TestUi)
#include "tst_ui.moc"
