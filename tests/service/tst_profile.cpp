// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a public profile: published, edited, seen as others see it, its keys changed, recovered by guardians, called
// off, ended. Each person is a persona of her own; they meet on the chain and by letters only.
#include "service/profile/profile.h"
#include "service/two_people.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace cp = bt::contract::profile;

namespace {

ProfileFieldView open(const char* label, const char* text) { return {label, text, false}; }
ProfileFieldView closed(const char* label, const char* text) { return {label, text, true}; }
QString code(const std::string& text) { return QString::fromStdString(text); }

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoPeople> two; // Mariam, whose profile it is, and Noor
    std::unique_ptr<Hostile> other; // Ines, a second patient of hers
    std::string ines;               // her conversation with Mariam, on Mariam's side

    [[nodiscard]] Profile& of(Hostile& who) { return who.self().feature<Profile>(); }
    [[nodiscard]] Profile& hers() { return of(*two->therapist); }
    [[nodiscard]] std::shared_ptr<const ProfileView> view(Hostile& who)
    {
        Snapshot s;
        return who.self().fill(s) ? s.profile : nullptr;
    }
    [[nodiscard]] ProfileView own() { return *view(*two->therapist); }
    [[nodiscard]] bool until(const std::function<bool()>& condition, int ms = 40'000)
    {
        return two->until(
            [&] {
                if (other) other->round();
                return condition();
            },
            ms);
    }
    [[nodiscard]] bool settled()
    {
        return until([&] {
            return own().pendingStep.empty() && own().stage != ProfileStage::Preparing && two->therapist->c().outbox.unfinished()->empty();
        });
    }
    [[nodiscard]] ProfileShown seenBy(Hostile& who)
    {
        const auto v = view(who);
        return v->known.empty() ? ProfileShown{} : v->known.front().shown;
    }
    void publish(std::vector<ProfileFieldView> fields)
    {
        QCOMPARE(codeOf(hers().publish(fields)), QString());
        QVERIFY(settled());
    }
    void befriendInes()
    {
        other = std::make_unique<Hostile>(two->world, two->folder.filePath(QStringLiteral("i")));
        QCOMPARE(codeOf(other->begin(Role::Patient, "Ines")), QString());
        const auto id = two->therapist->c().persona.id;
        QVERIFY(until([&] { return other->listings().bookable(id) != nullptr && other->free() > kas(100).value; }));
        const auto& times = other->listings().bookable(id)->openTimes;
        QCOMPARE(codeOf(other->self().booking().book(id, times.back(), "Later.")), QString());
        QVERIFY(until([&] { return two->therapist->c().postbox.threads().size() == 2; }));
        for (const auto& [thread, _] : two->therapist->c().postbox.threads())
            if (thread != two->theirs) ines = thread;
    }
    void guarded()
    {
        befriendInes();
        publish({open("About", "Slow and plain."), closed("Phone", "0170 1234")});
        QVERIFY(until([&] { return view(*two->patient)->known.size() == 1 && view(*other)->known.size() == 1; }));
        QCOMPARE(codeOf(hers().askGuardian(two->theirs)), QString());
        QCOMPARE(codeOf(hers().askGuardian(ines)), QString());
        QVERIFY(until([&] { return view(*two->patient)->guarded.size() == 1 && view(*other)->guarded.size() == 1; }));
        QCOMPARE(codeOf(of(*two->patient).answerGuardian(view(*two->patient)->guarded.front().id, true)), QString());
        QCOMPARE(codeOf(of(*other).answerGuardian(view(*other)->guarded.front().id, true)), QString());
        QVERIFY(until([&] {
            const auto all = own().guardians;
            return std::ranges::all_of(all, &GuardianView::agreed);
        }));
        QVERIFY(settled());
        QCOMPARE(codeOf(hers().setGuardians({two->theirs, ines}, 2, 2 * kDay)), QString());
        QVERIFY(settled());
        QCOMPARE(own().needed, 2);
        QCOMPARE(own().delayMs, std::int64_t(2 * kDay));
        QVERIFY(until([&] { return view(*two->patient)->guarded.front().planned && view(*other)->guarded.front().planned; }));
    }
    //! Both guardians sign for a new key, one after the other, and send it.
    void recoverFor(const std::string& newKey, std::string& file)
    {
        const auto id = view(*two->patient)->guarded.front().id;
        const auto started = of(*two->patient).startRecovery(id, newKey);
        QVERIFY2(started, qPrintable(codeOf(started)));
        const auto asked = of(*other).readRecovery(*started);
        QVERIFY2(asked, qPrintable(codeOf(asked)));
        QCOMPARE(asked->newKey, newKey);
        QCOMPARE(asked->have, 1);
        QVERIFY(asked->canSign && !asked->complete);
        QVERIFY(!of(*other).sendRecovery(*started)); // one of two is not enough
        const auto signedByBoth = of(*other).signRecovery(*started);
        QVERIFY2(signedByBoth, qPrintable(codeOf(signedByBoth)));
        QVERIFY(of(*other).readRecovery(*signedByBoth)->complete);
        file = *signedByBoth;
        QCOMPARE(codeOf(of(*other).sendRecovery(file)), QString());
        QVERIFY(until([&] { return own().stage == ProfileStage::Recovering; }));
    }

private slots:
    void init()
    {
        two = std::make_unique<TwoPeople>();
        QCOMPARE(two->begin(), QString());
    }
    void cleanup()
    {
        other.reset();
        two.reset();
    }

    void it_is_published_edited_and_ended_and_contacts_see_what_is_for_them()
    {
        QVERIFY(until([&] { return two->therapist->c().outbox.unfinished()->empty(); }));
        const auto before = two->money(*two->therapist);
        publish({open("About", "Slow and plain."), closed("Phone", "0170 1234")});
        QVERIFY(own().did.starts_with("did:kaspa:practice:"));
        QCOMPARE(two->money(*two->therapist), before); // the deposit is held
        QVERIFY(until([&] { return seenBy(*two->patient).readable; }));
        const auto seen = seenBy(*two->patient);
        QCOMPARE(seen.name, std::string("Mariam"));
        QCOMPARE(seen.fields.size(), std::size_t(2));
        QVERIFY(!seen.moreForContacts);
        QCOMPARE(view(*two->patient)->known.front().did, own().did);
        // "View as" is what that viewer's app shows, field by field.
        const auto asContact = hers().viewAs(two->theirs), asStranger = hers().viewAs({});
        QVERIFY(asContact && asStranger);
        QVERIFY(asContact->fields == seen.fields);
        QCOMPARE(asStranger->fields.size(), std::size_t(1));
        QVERIFY(asStranger->moreForContacts);

        publish({open("About", "Slower."), closed("Phone", "0170 9999")});
        QVERIFY(until([&] { return seenBy(*two->patient).fields.size() == 2 && seenBy(*two->patient).fields[0].text == "Slower."; }));
        QCOMPARE(codeOf(hers().rotate()), QString());
        QVERIFY(settled());
        QCOMPARE(codeOf(hers().rotate()), QString());
        QVERIFY(settled());
        QCOMPARE(own().history.size(), std::size_t(4));
        publish({open("About", "Under the third key.")});
        QVERIFY(until([&] { return seenBy(*two->patient).fields.size() == 1; }));
        QCOMPARE(codeOf(hers().deactivate()), QString());
        QVERIFY(until([&] { return own().stage == ProfileStage::Ended && view(*two->patient)->known.front().ended; }));
        QVERIFY(until([&] { return two->therapist->c().outbox.unfinished()->empty() && two->money(*two->therapist) == before; }));
        // An ended one stays ended; a new one has another name.
        const auto old = own().did;
        publish({open("About", "Again.")});
        QVERIFY(own().did != old);
    }

    void guardians_put_a_lost_profile_on_her_feet()
    {
        guarded();
        // Mariam has lost everything; on a new computer she is a new persona with nothing but a key to ask for.
        Hostile anew(two->world, two->folder.filePath(QStringLiteral("n")));
        QCOMPARE(codeOf(anew.begin(Role::Patient, "Mariam anew")), QString());
        const auto key = view(anew)->recoveryKey;
        std::string file;
        recoverFor(key, file);
        QCOMPARE(codeOf(of(anew).adopt(file)), QString());
        QCOMPARE(code(view(anew)->did), code(own().did));
        QVERIFY(view(anew)->stage == ProfileStage::Recovering);
        // Not before the delay is over.
        QVERIFY(two->world->practice->advance(kDay).has_value());
        QVERIFY(until([&] {
            anew.round();
            return own().stage == ProfileStage::Recovering;
        }));
        QVERIFY(two->world->practice->advance(kDay + kHour).has_value());
        QVERIFY(until([&] {
            anew.round();
            return view(anew)->stage == ProfileStage::Live;
        }));
        QVERIFY(view(anew)->mustRotate);
        QCOMPARE(codeOf(of(anew).rotate()), QString());
        QVERIFY(until([&] {
            anew.round();
            return !view(anew)->mustRotate && view(anew)->pendingStep.empty();
        }));
        QCOMPARE(codeOf(of(anew).publish({open("About", "Back.")})), QString());
        QVERIFY(until([&] {
            anew.round();
            return view(anew)->pendingStep.empty();
        }));
        const auto shown = of(anew).viewAs({});
        QVERIFY(shown && shown->readable);
        // The old keys are in charge of nothing.
        QVERIFY(until([&] { return hers().store().mine() == nullptr; }));
        QVERIFY(!hers().rotate());
    }

    void the_owner_calls_a_recovery_off()
    {
        guarded();
        Hostile thief(two->world, two->folder.filePath(QStringLiteral("x")));
        QCOMPARE(codeOf(thief.begin(Role::Patient, "Not Mariam")), QString());
        std::string file;
        recoverFor(view(thief)->recoveryKey, file);
        QCOMPARE(code(own().pendingKey), code(view(thief)->recoveryKey));
        QVERIFY(own().takesOverAt > two->now().plus(kDay));
        QCOMPARE(codeOf(hers().callOff()), QString());
        QVERIFY(until([&] { return own().stage == ProfileStage::Live; }));
        QVERIFY(two->world->practice->advance(3 * kDay).has_value());
        QVERIFY(settled());
        QVERIFY(own().stage == ProfileStage::Live);
        // The file that was signed once is worth nothing now.
        QVERIFY(until([&] { return view(*other)->guarded.front().stage == ProfileStage::Live; }));
        const auto again = of(*other).sendRecovery(file);
        QVERIFY(!again);
        QCOMPARE(again.error().code, std::string_view("profile.moved_on"));
        QVERIFY(!of(thief).adopt(file));
    }

    void files_and_letters_that_lie_are_refused()
    {
        guarded();
        const auto id = view(*two->patient)->guarded.front().id;
        const auto key = hexOf(*crypto::secpXOnly(Bytes(32, 9)));
        const auto file = *of(*two->patient).startRecovery(id, key);
        const auto refusal = [&](const std::string& text) {
            const auto read = of(*other).signRecovery(text);
            return read ? std::string() : std::string(read.error().code);
        };
        for (std::size_t at = file.size() / 3; at < file.size(); at += file.size() / 9) {
            std::string bent = file;
            bent[at] = bent[at] == 'A' ? 'B' : 'A';
            // What a guardian cannot see (a coin's signature) is refused when it is to be sent.
            if (const auto read = of(*other).signRecovery(bent)) QVERIFY2(!of(*other).sendRecovery(*read), std::to_string(at).c_str());
        }
        // Another key in the words than in the transaction.
        auto signing = *ledger::readSigningText(file, "practice");
        const auto honest = signing.subject.facts;
        const auto elsewhere = *crypto::secpXOnly(Bytes(32, 8));
        signing.subject.facts["key"] = std::string(reinterpret_cast<const char*>(elsewhere.data()), 32);
        QCOMPARE(code(refusal(ledger::signingText(signing))), QStringLiteral("profile.other_file"));
        signing.subject.facts = honest;
        signing.subject.kind = "visit.resolve";
        QCOMPARE(code(refusal(ledger::signingText(signing))), QStringLiteral("profile.other_file"));
        // Who is no guardian signs nothing.
        Hostile stranger(two->world, two->folder.filePath(QStringLiteral("s")));
        QCOMPARE(codeOf(stranger.begin(Role::Patient, "Nobody")), QString());
        QCOMPARE(of(stranger).signRecovery(file).error().code, std::string_view("profile.not_guarded"));
        // What she lent for the fee is hers again after a day.
        QVERIFY(two->world->practice->advance(kDay + kHour).has_value());
        // A contact who passes Mariam's card off as her own is not believed.
        const auto row = *hers().store().mine();
        const auto card = textOf(*writeCard(row.card));
        QVERIFY(two->patient->sendLetter(two->thread, FeatureLetter{"profile_card", Json{{"card", card}, {"bound", std::string(128, 'a')}}})
                    .has_value());
        QVERIFY(two->patient->sendLetter(two->thread, FeatureLetter{"guardian_yes", Json{{"anchor", id}, {"key", key}}}).has_value());
        QVERIFY(two->patient->sendText(two->thread, "honest").has_value());
        QVERIFY(until([&] {
            const auto summaries = two->therapist->c().postbox.summaries();
            return summaries && std::ranges::any_of(*summaries, [](const ThreadView& t) { return t.lastText == "honest"; });
        }));
        QVERIFY(view(*two->therapist)->known.empty());
        QCOMPARE(own().needed, 2); // and no key was swapped
        QVERIFY(own().guardians.front().guards && own().guardians.back().guards);
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
