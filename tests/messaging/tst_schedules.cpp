// SPDX-License-Identifier: GPL-3.0-or-later
// Two people, a carrier that drops, repeats and reorders, computers that restart and that are set back to old states.
#include "base/random.h"
#include "messaging/session.h"
#include "support/vectors.h"

#include <map>
#include <optional>
#include <set>

using namespace bt;
using namespace bt::test;
using namespace bt::messaging;

namespace {

struct Waiting {
    Bytes content;
    Bytes envelope;
    std::set<std::string> tags; // of every envelope that carried it
};

// What one person's database holds.
struct Database {
    Bytes session;                          // exported state; empty: no session
    std::map<std::string, Waiting> waiting; // by message id
    std::set<std::string> sent;
    std::set<std::string> read;
};

struct Person {
    LocalKeys keys;
    std::optional<Session> session;
    Database db;
    std::vector<Database> old;
    bool wasSetBack = false;
    bool mustAnswer = false; // a duplicate came: our acknowledgement was lost
};

class World
{
public:
    explicit World(std::uint64_t seed) : m_random(seed), m_dice(seed ^ 0x5EED)
    {
        for (Person& p : m_people) p.keys = LocalKeys::fresh(m_random);
        m_maySetBack = m_dice.below(2) == 0;
        start(0);
        if (m_dice.below(3) == 0) start(1); // both at once
    }

    void run(std::size_t steps)
    {
        for (std::size_t i = 0; i < steps && m_problem.empty(); ++i) {
            const std::size_t who = m_dice.below(2);
            switch (m_dice.below(12)) {
            case 0:
            case 1:
            case 2: write(who); break;
            case 3:
            case 4:
            case 5:
            case 6: carry(who); break;
            case 7: drop(who); break;
            case 8: reload(who); break;
            case 9: save(who); break;
            case 10: announceAnew(who); break;
            case 11:
                if (m_maySetBack && m_dice.below(3) == 0) setBack(who);
                break;
            }
        }
    }

    //! From now on everything arrives: all that still waits must get through, and a fresh word each way.
    void settle()
    {
        for (int round = 0; round < 40 && m_problem.empty(); ++round) {
            for (std::size_t who : {0U, 1U}) {
                announceAnew(who);
                if (m_people[who].session && (m_people[who].mustAnswer || m_people[who].session->owesAck())) acknowledge(who);
            }
            for (std::size_t who : {0U, 1U}) {
                m_unreadable = false;
                auto batch = std::move(m_toward[who]);
                m_toward[who].clear();
                for (const Bytes& envelope : batch) receive(who, envelope);
                // the caller's rule: unreadable, or announced several times in vain
                if (m_unreadable || (round % 5 == 4 && !m_people[who].db.waiting.empty())) startAnew(who);
            }
            if (m_people[0].db.waiting.empty() && m_people[1].db.waiting.empty() && m_toward[0].empty() && m_toward[1].empty()) {
                if (m_freshWords == 2) return;
                for (std::size_t who : {0U, 1U})
                    if (m_people[who].session) write(who);
                ++m_freshWords;
            }
        }
        if (m_problem.empty()) m_problem = "does not settle";
    }

    [[nodiscard]] std::string problem()
    {
        for (std::size_t who : {0U, 1U}) {
            if (m_people[1 - who].wasSetBack) continue; // may have forgotten what it had acknowledged
            for (const std::string& id : m_people[who].db.sent)
                if (!m_people[1 - who].db.read.contains(id) && m_problem.empty()) m_problem = "lost " + id;
        }
        return m_problem;
    }
    std::size_t opened = 0;
    std::size_t duplicates = 0;
    std::size_t setBacks = 0;
    std::size_t restarts = 0;

private:
    void start(std::size_t who)
    {
        m_people[who].session = *Session::initiate(m_people[who].keys, m_people[1 - who].keys.bundle(), m_random);
        persist(who);
        write(who);
    }

    void persist(std::size_t who)
    {
        Person& p = m_people[who];
        p.db.session = p.session ? bytesOf(p.session->exportState().view()) : Bytes{};
    }

    void send(std::size_t who, const std::string& id)
    {
        Person& p = m_people[who];
        Waiting& w = p.db.waiting[id];
        auto sealed = p.session->seal(w.content, m_random);
        if (!sealed) {
            m_problem = std::string(sealed.error().code);
            return;
        }
        w.envelope = sealed->envelope;
        w.tags.insert(hexOf(sealed->tag.view()));
        m_sealed[hexOf(sealed->tag.view())] = w.content;
        persist(who);
        m_toward[1 - who].push_back(w.envelope);
    }

    void write(std::size_t who)
    {
        Person& p = m_people[who];
        if (!p.session) return;
        const std::string id = std::to_string(who) + ":" + std::to_string(m_next++);
        p.db.waiting[id].content = bytesOf(id + "/" + std::string(m_dice.below(3000), 'x'));
        p.db.sent.insert(id);
        send(who, id);
    }

    void acknowledge(std::size_t who)
    {
        auto sealed = m_people[who].session->sealAck(m_random);
        if (!sealed) return;
        m_people[who].mustAnswer = false;
        m_sealed[hexOf(sealed->tag.view())] = {};
        persist(who);
        m_toward[1 - who].push_back(sealed->envelope);
    }

    void carry(std::size_t who)
    {
        auto& queue = m_toward[who];
        if (queue.empty()) return;
        const std::size_t at = m_dice.below(queue.size()); // any order
        const Bytes envelope = queue[at];
        if (m_dice.below(4) != 0) queue.erase(queue.begin() + static_cast<std::ptrdiff_t>(at)); // or it comes again
        receive(who, envelope);
        if (m_people[who].session && m_people[who].session->owesAck() && m_dice.below(2) == 0) acknowledge(who);
    }

    void drop(std::size_t who)
    {
        auto& queue = m_toward[who];
        if (!queue.empty()) queue.erase(queue.begin() + static_cast<std::ptrdiff_t>(m_dice.below(queue.size())));
    }

    void announceAnew(std::size_t who)
    {
        for (const auto& [id, w] : m_people[who].db.waiting) m_toward[1 - who].push_back(w.envelope);
    }

    void reload(std::size_t who)
    {
        Person& p = m_people[who];
        if (!p.session) return;
        auto again = Session::importState(p.db.session);
        if (!again) {
            m_problem = "stored state is not readable";
            return;
        }
        p.session = std::move(*again);
    }

    void save(std::size_t who) { m_people[who].old.push_back(m_people[who].db); }

    void setBack(std::size_t who)
    {
        Person& p = m_people[who];
        if (p.old.empty()) return;
        p.db = p.old[m_dice.below(p.old.size())];
        p.session.reset();
        if (!p.db.session.empty()) p.session = std::move(*Session::importState(p.db.session));
        p.wasSetBack = true;
        ++setBacks;
    }

    void startAnew(std::size_t who)
    {
        Person& p = m_people[who];
        if (!p.session) return;
        if (!p.session->restart(p.keys, m_random)) m_problem = "restart refused";
        ++restarts;
        persist(who);
        for (auto& [id, w] : p.db.waiting) send(who, id);
        if (p.db.waiting.empty()) acknowledge(who);
    }

    void receive(std::size_t who, const Bytes& envelope)
    {
        Person& p = m_people[who];
        const Bytes before = p.session ? bytesOf(p.session->exportState().view()) : Bytes{};
        std::optional<Opened> got;
        std::string_view code;
        if (p.session) {
            auto result = p.session->open(p.keys, envelope, m_random);
            if (result) got = std::move(*result);
            else code = result.error().code;
        } else {
            auto accepted = Session::accept(p.keys, envelope, m_random);
            if (accepted) {
                p.session = std::move(accepted->session);
                got = std::move(accepted->opened);
            } else {
                code = accepted.error().code;
            }
        }
        if (!got) {
            if (p.session && bytesOf(p.session->exportState().view()) != before) m_problem = "a refusal changed the state";
            if (code == "messaging.duplicate") {
                ++duplicates;
                p.mustAnswer = true;
            } else if (code == "messaging.not_authentic") {
                m_unreadable = true;
            } else if (code != "messaging.not_for_us") {
                m_problem = "unexpected " + std::string(code);
            }
            return;
        }
        ++opened;
        const std::string tag = hexOf(tagOf(envelope).view());
        if (m_sealed[tag] != got->content) m_problem = "wrong plaintext";
        if (got->outOfStep) m_unreadable = true;
        const bool sealAgain = got->startedAnew;
        if (got->wantsAck) {
            const std::string id = textOf(got->content).substr(0, textOf(got->content).find('/'));
            const bool isNew = p.db.read.insert(id).second;
            const bool firstTime = m_reopened.insert(std::to_string(who) + tag).second; // of this very envelope
            if (!isNew && !firstTime && !p.wasSetBack) m_problem = "opened twice";
        }
        for (const EnvelopeTag& delivered : got->delivered)
            for (auto w = p.db.waiting.begin(); w != p.db.waiting.end();)
                w = w->second.tags.contains(hexOf(delivered.view())) ? confirm(who, w) : std::next(w);
        persist(who);
        if (sealAgain)
            for (auto& [id, w] : p.db.waiting) send(who, id);
    }

    std::map<std::string, Waiting>::iterator confirm(std::size_t who, std::map<std::string, Waiting>::iterator w)
    {
        // An acknowledgement is true: the other side has read it, unless it was set back since.
        if (!m_people[1 - who].db.read.contains(w->first) && !m_people[1 - who].wasSetBack) m_problem = "false acknowledgement";
        return m_people[who].db.waiting.erase(w);
    }

    SeededRandom m_random;
    SeededRandom m_dice;
    Person m_people[2];
    std::vector<Bytes> m_toward[2];
    std::map<std::string, Bytes> m_sealed; // what each envelope holds
    std::set<std::string> m_reopened;
    bool m_maySetBack = false;
    bool m_unreadable = false;
    int m_next = 0;
    int m_freshWords = 0;
    std::string m_problem;
};

} // namespace

class TestSchedules : public QObject
{
    Q_OBJECT
private slots:
    void no_wrong_text_no_second_reading_no_lost_session()
    {
        const std::uint64_t schedules = longRun() ? 10'000 : 300;
        std::size_t opened = 0;
        std::size_t duplicates = 0;
        std::size_t setBacks = 0;
        std::size_t restarts = 0;
        for (std::uint64_t seed = 1; seed <= schedules; ++seed) {
            World world(seed);
            world.run(60 + seed % 60);
            world.settle();
            const std::string problem = world.problem();
            QVERIFY2(problem.empty(), ("schedule " + std::to_string(seed) + ": " + problem).c_str());
            opened += world.opened;
            duplicates += world.duplicates;
            setBacks += world.setBacks;
            restarts += world.restarts;
        }
        qInfo("%zu opened, %zu duplicates refused, %zu times set back, %zu restarts", opened, duplicates, setBacks, restarts);
        QVERIFY(opened > schedules * 10 && duplicates > schedules && setBacks > schedules / 10);
    }
};

QTEST_APPLESS_MAIN(TestSchedules)
#include "tst_schedules.moc"
