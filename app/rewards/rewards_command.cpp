// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewards/rewards_command.h"

#include "compose/network_setup.h"
#include "contract/reward/birth_record.h"
#include "kaspa/script/engine.h"
#include "ledger/practice/practice_pool.h"
#include "rewards/rewards_files.h"
#include "rewards/rewards_words.h"
#include "service/json_fields.h"
#include "service/rewards/award_request.h"
#include "service/rewards/steward_desk.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

namespace bt::app {
namespace {

namespace rw = service::rewards;
namespace reward = contract::reward;

constexpr auto kReading = std::chrono::minutes(10);

int say(const QString& problem, int code)
{
    QTextStream(stderr) << problem << Qt::endl;
    return code;
}
int refused(const Error& error) { return say(refusalWords(error), 1); }
void tell(const QString& words) { QTextStream(stdout) << words << Qt::flush; }

//! The options of every subcommand, and what they were given.
struct Options {
    QCommandLineParser parser;
    const QCommandLineOption data{QStringLiteral("data"), QStringLiteral("The data folder."), QStringLiteral("FOLDER")};
    const QCommandLineOption network{QStringLiteral("network"), QStringLiteral("practice, simnet, testnet-10 or mainnet."),
                                     QStringLiteral("NAME")};
    const QCommandLineOption node{QStringLiteral("node"), QStringLiteral("URL of a node (wRPC JSON); may be given several times."),
                                  QStringLiteral("URL")};
    const QCommandLineOption pool{QStringLiteral("pool"), QStringLiteral("The pool's birth record, where the network does not name one."),
                                  QStringLiteral("FILE")};
    const QCommandLineOption stewards{QStringLiteral("stewards"), QStringLiteral("Who the stewards are."), QStringLiteral("FILE")};
    const QCommandLineOption csv{QStringLiteral("csv"), QStringLiteral("plan: the table of awards (reason,amount,winner,evidence)."),
                                 QStringLiteral("FILE")};
    const QCommandLineOption budget{QStringLiteral("budget"), QStringLiteral("plan: what the epoch may pay at most."),
                                    QStringLiteral("BTAI")};
    const QCommandLineOption end{QStringLiteral("end"), QStringLiteral("plan: the next epoch may open from then on (UTC)."),
                                 QStringLiteral("YYYY-MM-DD")};
    const QCommandLineOption list{QStringLiteral("list"), QStringLiteral("plan: writes the list of awards there; sign, send: reads it."),
                                  QStringLiteral("FILE")};
    const QCommandLineOption heirs{QStringLiteral("heirs"), QStringLiteral("rotate, sign, send: the stewards who take over."),
                                   QStringLiteral("FILE")};
    const QCommandLineOption feeKey{
        QStringLiteral("fee-key"),
        QStringLiteral("plan, gather, veto, rotate: file with the key whose coin pays the fee. Without it you are asked."),
        QStringLiteral("FILE")};
    const QCommandLineOption key{QStringLiteral("key"), QStringLiteral("sign: file with your steward's key. Without it you are asked."),
                                 QStringLiteral("FILE")};
    const QCommandLineOption output{QStringLiteral("output"), QStringLiteral("The .btsign file to write."), QStringLiteral("FILE")};

    Options()
    {
        parser.setApplicationDescription(
            QStringLiteral("The stewards' tool of the reward pool. Subcommands:\n"
                           "  status                 how the pool stands\n"
                           "  request CODE...        checks requests for a reward and prints their lines for a table\n"
                           "  plan                   an epoch from a table: list of awards and .btsign\n"
                           "  gather, veto, rotate   the other steps of the pool: .btsign\n"
                           "  sign FILE.btsign       compares it with what this computer computes, then adds your signature\n"
                           "  send FILE.btsign...    puts the signatures together and sends the step\n"
                           "  practice FOLDER        the published keys of the practice stewards, to try all this\n"
                           "Keys are read from files that nobody else can read, or typed; never from the command line."));
        parser.addHelpOption();
        parser.addOptions({data, network, node, pool, stewards, csv, budget, end, list, heirs, feeKey, key, output});
    }
};

class Tool
{
public:
    explicit Tool(const Options& options) : m_o(options) {}

    int run(const QStringList& words)
    {
        const QString what = words.value(1);
        if (what == QLatin1String("practice")) return practice(words.value(2));
        if (what == QLatin1String("request")) return request(words.mid(2));
        const bool plans = what == QLatin1String("plan") || what == QLatin1String("gather") || what == QLatin1String("veto") ||
                           what == QLatin1String("rotate");
        if (!plans && what != QLatin1String("status") && what != QLatin1String("sign") && what != QLatin1String("send"))
            return say(QStringLiteral("\"%1\" is not understood. See rewards --help.").arg(what), 2);
        if (const auto opened = open(); !opened) return refused(opened.error());
        if (what == QLatin1String("status")) return status();
        auto stewards = readStewards(m_o.parser.value(m_o.stewards));
        if (!stewards)
            return m_o.parser.isSet(m_o.stewards) ? refused(stewards.error()) : say(QStringLiteral("--stewards FILE is needed."), 2);
        m_stewards = std::move(*stewards);
        if (plans) return plan(what);
        return what == QLatin1String("sign") ? sign(words.value(2)) : send(words.mid(2));
    }

private:
    [[nodiscard]] bool given(const QCommandLineOption& option) const { return m_o.parser.isSet(option); }

    Result<void> open()
    {
        const QString root = given(m_o.data)
                                 ? QDir(m_o.parser.value(m_o.data)).absolutePath()
                                 : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/BT");
        m_setup = std::make_unique<NetworkSetup>(root);
        if (given(m_o.network) || given(m_o.node)) {
            service::NetworkChoice wanted = m_setup->chosen();
            if (given(m_o.network)) wanted = {m_o.parser.value(m_o.network).toStdString(), {}};
            if (given(m_o.node)) wanted.urls.clear();
            for (const QString& url : m_o.parser.values(m_o.node)) wanted.urls.push_back(url.toStdString());
            BT_CHECK(m_setup->forThisRun(wanted));
        }
        BT_TRY(m_world, m_setup->open()); // a list that is sent stays with this computer's blocks
        std::string birth = m_world->network.poolBirth;
        if (given(m_o.pool)) {
            BT_TRY(birth, readFile(m_o.parser.value(m_o.pool)));
            while (!birth.empty() && birth.back() == '\n') birth.pop_back();
        }
        if (birth.empty()) return fail("reward.no_pool");
        BT_TRY(const auto record, reward::decodeBirth(birth));
        Deadline deadline;
        deadline.at = std::chrono::steady_clock::now() + kReading;
        BT_TRY(m_desk, rw::StewardDesk::open({*m_world->node, *m_world->blocks, m_world->network, m_world->random}, record, deadline));
        return {};
    }

    int status()
    {
        const auto words = poolWords(m_desk->book());
        if (!words) return refused(words.error());
        tell(*words);
        return 0;
    }

    int request(const QStringList& codes)
    {
        if (codes.isEmpty()) return say(QStringLiteral("A code, or a file with one, is needed."), 2);
        QString lines = QString::fromStdString(std::string(rw::kTableHeader)) + QLatin1Char('\n');
        for (const QString& code : codes) {
            std::string text = code.toStdString();
            if (QFileInfo(code).isFile()) {
                const auto read = readFile(code);
                if (!read) return refused(read.error());
                text = *read;
            }
            const auto read = rw::decodeRequest(text);
            if (!read) return refused(read.error());
            QTextStream(stderr) << QStringLiteral("For %1, network %2, pool %3:\n  %4\n")
                                       .arg(QString::fromStdString(std::string(reward::reasonName(read->reason))),
                                            QString::fromStdString(read->network), QString::fromStdString(service::hexOf(read->pool)),
                                            QString::fromStdString(read->text));
            lines += QString::fromStdString(rw::tableLine({read->winner, {}, read->reason, rw::evidenceOf(*read)})) + QLatin1Char('\n');
        }
        QTextStream(stderr) << QStringLiteral("Put an amount of BTAI into the second column of each line:\n") << Qt::flush;
        tell(lines);
        return 0;
    }

    //! What the files in front of the steward say is to be done.
    Result<rw::Wish> wishFor(reward::PoolStep step) const
    {
        rw::Wish wish;
        wish.step = step;
        if (step == reward::PoolStep::Open) {
            BT_TRY(const auto text, readFile(m_o.parser.value(m_o.list)));
            BT_TRY(wish.list, rw::decodeList(text));
            tell(listWords(*wish.list));
        }
        if (step == reward::PoolStep::Rotate) {
            BT_TRY(wish.heirs, readStewards(m_o.parser.value(m_o.heirs)));
            tell(QStringLiteral("The pool passes to other stewards:\n") + stewardsWords(*wish.heirs));
        }
        if (step == reward::PoolStep::Veto)
            tell(QStringLiteral("Epoch %1 is stopped: nothing of it is paid.\n").arg(m_desk->pool().state.epoch));
        if (step == reward::PoolStep::Gather) tell(QStringLiteral("Pieces of the pool's BTAI become one. Nothing leaves it.\n"));
        return wish;
    }

    int plan(const QString& what)
    {
        if (!given(m_o.output)) return say(QStringLiteral("--output FILE.btsign is needed."), 2);
        rw::Wish wish;
        if (what == QLatin1String("plan")) {
            if (!given(m_o.csv) || !given(m_o.budget) || !given(m_o.end) || !given(m_o.list))
                return say(QStringLiteral("plan needs --csv, --budget, --end and --list."), 2);
            const auto csv = readFile(m_o.parser.value(m_o.csv));
            if (!csv) return refused(csv.error());
            const auto budget = rw::unitsFrom(m_o.parser.value(m_o.budget).toStdString());
            const auto end = QDateTime::fromString(m_o.parser.value(m_o.end), QStringLiteral("yyyy-MM-dd"));
            if (!budget || !end.isValid())
                return say(QStringLiteral("The budget is an amount such as 1000, and the end a day such as 2027-03-31."), 2);
            const auto table = rw::readTable(*csv, *budget);
            if (!table.problems.empty()) return say(QStringLiteral("Nothing was planned.\n") + tableWords(table.problems), 1);
            auto list = m_desk->listFor(*csv, *budget, {QDateTime(end.date(), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()});
            if (!list) return refused(list.error());
            const auto text = rw::encodeList(*list);
            if (!text) return refused(text.error());
            if (const auto written = writeFile(m_o.parser.value(m_o.list), *text + "\n"); !written) return refused(written.error());
            tell(listWords(*list));
            wish.list = std::move(*list);
        } else {
            const auto step = what == QLatin1String("gather") ? reward::PoolStep::Gather
                              : what == QLatin1String("veto") ? reward::PoolStep::Veto
                                                              : reward::PoolStep::Rotate;
            auto read = wishFor(step);
            if (!read) return refused(read.error());
            wish = std::move(*read);
        }
        const auto key = readKey(m_o.parser.value(m_o.feeKey), "Key whose coin pays the fee (64 hex digits, not shown): ");
        if (!key) return refused(key.error());
        auto made = m_desk->plan(wish, m_stewards, *key);
        if (!made && made.error().code == "reward.no_fee" && m_world->practice != nullptr) {
            const auto payer = crypto::secpXOnly(key->view());
            if (payer && m_world->practice->faucet(kaspa::payToPublicKey(payer->view()), kas(10), Deadline{}))
                made = m_desk->plan(wish, m_stewards, *key);
        }
        if (!made) return refused(made.error());
        if (const auto written = writeFile(m_o.parser.value(m_o.output), ledger::signingText(*made)); !written)
            return refused(written.error());
        tell(QStringLiteral("Planned, and signed by nobody yet. %1 signature(s) are needed. Give the stewards %2%3.\n")
                 .arg(rw::neededFor(wish.step, m_stewards))
                 .arg(m_o.parser.value(m_o.output), wish.list ? QStringLiteral(" and ") + m_o.parser.value(m_o.list) : QString()));
        return 0;
    }

    Result<ledger::PartialSigning> readSigning(const QString& path) const
    {
        BT_TRY(const auto text, readFile(path));
        return ledger::readSigningText(text, m_world->network.id);
    }

    int sign(const QString& path)
    {
        auto signing = readSigning(path);
        if (!signing) return refused(signing.error());
        const auto step = rw::StewardDesk::stepOf(*signing);
        if (!step) return refused(step.error());
        if (*step == reward::PoolStep::Open && !given(m_o.list))
            return say(QStringLiteral("This opens an epoch: --list FILE is needed, the list that you want to sign for."), 2);
        if (*step == reward::PoolStep::Rotate && !given(m_o.heirs))
            return say(QStringLiteral("This hands the pool over: --heirs FILE is needed, the stewards that you want to sign for."), 2);
        const auto wish = wishFor(*step);
        if (!wish) return refused(wish.error());
        if (const auto same = m_desk->check(*signing, *wish, m_stewards); !same) return refused(same.error());
        tell(QStringLiteral("This computer has computed the same transaction from the chain and your files. Network fee %1 KAS, paid by "
                            "who planned it.\n")
                 .arg(QString::number(static_cast<double>(ledger::feeOf(*signing).value) / static_cast<double>(kSompiPerKas), 'f', 8)));
        const auto key = readKey(m_o.parser.value(m_o.key), "Your steward's key (64 hex digits, not shown): ");
        if (!key) return refused(key.error());
        if (const auto done = m_desk->sign(*signing, *wish, m_stewards, *key); !done) return refused(done.error());
        const QString to = given(m_o.output) ? m_o.parser.value(m_o.output) : path;
        if (const auto written = writeFile(to, ledger::signingText(*signing)); !written) return refused(written.error());
        tell(QStringLiteral("Signed: %1\n").arg(to));
        return 0;
    }

    int send(const QStringList& paths)
    {
        std::vector<ledger::PartialSigning> all;
        for (const QString& path : paths) {
            auto one = readSigning(path);
            if (!one) return refused(one.error());
            all.push_back(std::move(*one));
        }
        if (all.empty()) return say(QStringLiteral("A .btsign file is needed."), 2);
        const auto step = rw::StewardDesk::stepOf(all.front());
        if (!step) return refused(step.error());
        const auto wish = wishFor(*step);
        if (!wish) return refused(wish.error());
        const auto sent = m_desk->send(all, *wish, m_stewards);
        if (!sent) return refused(sent.error());
        tell(QStringLiteral("Sent: transaction %1\n").arg(QString::fromStdString(service::hexOf(*sent))));
        if (wish->list) tell(QStringLiteral("Publish the list too: who reads it can check every award and have theirs paid.\n"));
        return 0;
    }

    static int practice(const QString& folder)
    {
        if (folder.isEmpty()) return say(QStringLiteral("A folder is needed."), 2);
        if (!QDir().mkpath(folder)) return say(QStringLiteral("%1 cannot be made.").arg(folder), 1);
        const auto at = [&](const QString& name) { return QDir(folder).filePath(name); };
        if (const auto done = writeStewards(at(QStringLiteral("stewards.json")), ledger::practiceStewards()); !done)
            return refused(done.error());
        int n = 0;
        for (const auto& secret : ledger::practiceStewardSecrets())
            if (const auto done = writeFile(at(QStringLiteral("steward-%1.key").arg(++n)), service::hexOf(secret.view()) + "\n", true);
                !done)
                return refused(done.error());
        tell(QStringLiteral("The practice stewards' file and keys are in %1. They are published: they protect nothing.\n").arg(folder));
        return 0;
    }

    const Options& m_o;
    std::unique_ptr<NetworkSetup> m_setup;
    std::shared_ptr<service::NetworkWorld> m_world;
    std::unique_ptr<rw::StewardDesk> m_desk;
    reward::Stewards m_stewards;
};

} // namespace

int rewardsCommand(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("BT"));
    Options options;
    if (!options.parser.parse(QCoreApplication::arguments()))
        return say(options.parser.errorText() + QStringLiteral("\nSee rewards --help."), 2);
    const QStringList words = options.parser.positionalArguments();
    if (options.parser.isSet(QStringLiteral("help")) || options.parser.isSet(QStringLiteral("help-all"))) options.parser.showHelp();
    return Tool(options).run(words);
}

} // namespace bt::app
