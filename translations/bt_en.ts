<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BottomBar</name>
    <message numerus="yes">
        <source>%1, %n new</source>
        <extracomment>Spoken name of a place with things waiting: %1 place, %n things</extracomment>
        <translation>
            <numerusform>%1, %n new</numerusform>
            <numerusform>%1, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message numerus="yes">
        <source>%n of your coins pay it together, so everyone can guess that they have one owner.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>%n of your coins pays it, so everyone can guess whose it is.</numerusform>
            <numerusform>%n of your coins pay it together, so everyone can guess that they have one owner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It uses money from %n of your relationships, which become connected by it.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>It uses money from %n of your relationships, which becomes connected by it.</numerusform>
            <numerusform>It uses money from %n of your relationships, which become connected by it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It carries %n sealed byte(s) that only the other side can read.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>It carries %n sealed byte that only the other side can read.</numerusform>
            <numerusform>It carries %n sealed bytes that only the other side can read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <extracomment>Under the passphrase field after several wrong ones; %n seconds</extracomment>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailPlace</name>
    <message numerus="yes">
        <source>%1, %n new</source>
        <extracomment>Spoken name of a place with things waiting: %1 place, %n things</extracomment>
        <translation>
            <numerusform>%1, %n new</numerusform>
            <numerusform>%1, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RatingWords</name>
    <message numerus="yes">
        <source>%n rating(s) from settled visits; %1 of 5</source>
        <extracomment>Public ratings of a therapist. %n how many, %1 such as &quot;4.6&quot;.</extracomment>
        <translation>
            <numerusform>%n rating from settled visits; %1 of 5</numerusform>
            <numerusform>%n ratings from settled visits; %1 of 5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message numerus="yes">
        <source>every %n weeks on %1</source>
        <extracomment>How often. %n weeks, %1 is a day of the week.</extracomment>
        <translation>
            <numerusform>every week on %1</numerusform>
            <numerusform>every %n weeks on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits in sum:</source>
        <extracomment>Heads the exact outcome of cancelling several visits. %n is their number.</extracomment>
        <translation>
            <numerusform>%n visit:</numerusform>
            <numerusform>%n visits in sum:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <extracomment>One star. %n is 1 to 5.</extracomment>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayMessages</name>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>How many messages are new.</extracomment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::AppViewModel</name>
    <message numerus="yes">
        <source>%n thing(s) waiting for the network</source>
        <translation>
            <numerusform>%n thing waiting for the network</numerusform>
            <numerusform>%n things waiting for the network</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::BookingViewModel</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::CalendarViewModel</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free time(s)</source>
        <translation>
            <numerusform>%n free time</numerusform>
            <numerusform>%n free times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::ClientsViewModel</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::ConsentsViewModel</name>
    <message numerus="yes">
        <source>%n person(s) may read something</source>
        <translation>
            <numerusform>%n person may read something</numerusform>
            <numerusform>%n people may read something</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::DisputeViewModel</name>
    <message numerus="yes">
        <source>%n thing(s) chosen. Those who decide see these, the amounts and the rules of the visit, and nothing else.</source>
        <translation>
            <numerusform>%n thing chosen. Those who decide see this, the amounts and the rules of the visit, and nothing else.</numerusform>
            <numerusform>%n things chosen. Those who decide see these, the amounts and the rules of the visit, and nothing else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::FindViewModel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::Format</name>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::MoneyViewModel</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::OutboxViewModel</name>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>tried %n time</numerusform>
            <numerusform>tried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::PlansViewModel</name>
    <message numerus="yes">
        <source>Accept all %n</source>
        <extracomment>Button: the therapist takes all visits of a series that wait for her.</extracomment>
        <translation>
            <numerusform>Accept %n</numerusform>
            <numerusform>Accept all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decline all %n</source>
        <extracomment>Button: the therapist says no to all of them.</extracomment>
        <translation>
            <numerusform>Decline %n</numerusform>
            <numerusform>Decline all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel this and %n later</source>
        <extracomment>Button: calls this visit and all later ones of its series off. %n is how many come after it.</extracomment>
        <translation>
            <numerusform>Cancel this and one later</numerusform>
            <numerusform>Cancel this and %n later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n visits with %1?</source>
        <extracomment>Title of a dialog. %n visits, %1 is a name.</extracomment>
        <translation>
            <numerusform>Cancel %n visit with %1?</numerusform>
            <numerusform>Cancel %n visits with %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::RecordsViewModel</name>
    <message numerus="yes">
        <source>%n record(s) signed by both</source>
        <translation>
            <numerusform>%n record signed by both</numerusform>
            <numerusform>%n records signed by both</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) here</source>
        <translation>
            <numerusform>%n receipt here</numerusform>
            <numerusform>%n receipts here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::RewardsViewModel</name>
    <message numerus="yes">
        <source>The list is right. %n of its awards are yours.</source>
        <translation>
            <numerusform>The list is right. %n of its awards is yours.</numerusform>
            <numerusform>The list is right. %n of its awards are yours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::SeriesViewModel</name>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits, %1, %2</source>
        <extracomment>&quot;6 visits, every Tuesday, 17:00&quot;.</extracomment>
        <translation>
            <numerusform>%n visit, %1, %2</numerusform>
            <numerusform>%n visits, %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits of %1</source>
        <extracomment>A line of the price. %1 is the price of one.</extracomment>
        <translation>
            <numerusform>%n visit of %1</numerusform>
            <numerusform>%n visits of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::SettingsViewModel</name>
    <message numerus="yes">
        <source>after %n minute(s)</source>
        <translation>
            <numerusform>after %n minute</numerusform>
            <numerusform>after %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::ThreadsViewModel</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::TodayViewModel</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to do</source>
        <translation>
            <numerusform>%n thing to do</numerusform>
            <numerusform>%n things to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits, %1, from %2</source>
        <extracomment>A request for several visits. %1 is &quot;every Tuesday&quot;, %2 the first day and hour.</extracomment>
        <translation>
            <numerusform>%n visit, %1, from %2</numerusform>
            <numerusform>%n visits, %1, from %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait for your answer</source>
        <extracomment>In place of the next visit of a practice, while requests wait.</extracomment>
        <translation>
            <numerusform>%n request waits for your answer</numerusform>
            <numerusform>%n requests wait for your answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::TokenWords</name>
    <message numerus="yes">
        <source>%n of your coins pay the fee together, so everyone can guess that they have one owner.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>%n of your coins pays the fee, so everyone can guess whose it is.</numerusform>
            <numerusform>%n of your coins pay the fee together, so everyone can guess that they have one owner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It uses money from %n of your relationships, which become connected by it.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>It uses money from %n of your relationships, which becomes connected by it.</numerusform>
            <numerusform>It uses money from %n of your relationships, which become connected by it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::WatchViewModel</name>
    <message numerus="yes">
        <source>%n visit(s) are in %1. On the computer that watches, start:</source>
        <extracomment>After saving. %n visits, %1 is a file path.</extracomment>
        <translation>
            <numerusform>%n visit is in %1. On the computer that watches, start:</numerusform>
            <numerusform>%n visits are in %1. On the computer that watches, start:</numerusform>
        </translation>
    </message>
</context>
</TS>
