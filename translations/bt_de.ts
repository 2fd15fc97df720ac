<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AppFrame</name>
    <message>
        <source>Skip to the page</source>
        <extracomment>First stop of the keyboard: jumps over the rail to the page</extracomment>
        <translation>Zur Seite springen</translation>
    </message>
</context>
<context>
    <name>BookActions</name>
    <message>
        <source>Add play money</source>
        <extracomment>Button: play money for the practice network.</extracomment>
        <translation>Spielgeld hinzufügen</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button after an error: works the price out again.</extracomment>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>BookAgreement</name>
    <message>
        <source>What you both agree to</source>
        <extracomment>Heading of the step with the rules and the note.</extracomment>
        <translation>Was Sie beide vereinbaren</translation>
    </message>
    <message>
        <source>The price is held safely until after the visit. Nobody can take it alone before.</source>
        <extracomment>What happens to the money of a visit.</extracomment>
        <translation>Der Preis ist bis nach dem Termin sicher verwahrt. Vorher kann ihn niemand allein nehmen.</translation>
    </message>
    <message>
        <source>What would you like %1 to know? (You may leave it empty.)</source>
        <extracomment>Label of the note that goes with a request. %1 is the therapist&apos;s name.</extracomment>
        <translation>Was soll %1 wissen? (Sie dürfen es leer lassen.)</translation>
    </message>
    <message>
        <source>It is sealed for this one person; nobody else can open it.</source>
        <extracomment>Hint under the note.</extracomment>
        <translation>Es ist für diese eine Person versiegelt; niemand sonst kann es öffnen.</translation>
    </message>
    <message>
        <source>Go on to the price</source>
        <extracomment>Button: on to the last step of booking.</extracomment>
        <translation>Weiter zum Preis</translation>
    </message>
</context>
<context>
    <name>BookMoney</name>
    <message>
        <source>What you set aside</source>
        <extracomment>Heading over the price of a visit.</extracomment>
        <translation>Was Sie zurücklegen</translation>
    </message>
    <message>
        <source>Deposit, comes back</source>
        <extracomment>A line of the price: a small amount that comes back at the end.</extracomment>
        <translation>Kaution, kommt zurück</translation>
    </message>
    <message>
        <source>Held safely</source>
        <extracomment>The total that is held for a visit.</extracomment>
        <translation>Sicher verwahrt</translation>
    </message>
    <message>
        <source>Working out the exact price</source>
        <extracomment>While the price is being worked out.</extracomment>
        <translation>Der genaue Preis wird berechnet</translation>
    </message>
    <message>
        <source>Free to use afterwards</source>
        <extracomment>The patient&apos;s money after booking.</extracomment>
        <translation>Danach frei verfügbar</translation>
    </message>
    <message>
        <source>Network fee, on top</source>
        <extracomment>A line under what is held for a visit: what leaves beside it and does not come back.</extracomment>
        <translation>Netzgebühr, dazu</translation>
    </message>
    <message>
        <source>Free to use now</source>
        <extracomment>The patient&apos;s money before booking, as the page Money counts it.</extracomment>
        <translation>Jetzt frei verfügbar</translation>
    </message>
</context>
<context>
    <name>BookPage</name>
    <message>
        <source>Time</source>
        <extracomment>Steps of booking.</extracomment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Vereinbarung</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Book a visit</source>
        <extracomment>Title of the page that books a visit.</extracomment>
        <translation>Einen Termin buchen</translation>
    </message>
    <message>
        <source>What is public?</source>
        <extracomment>Opens a list of what others can see about a booking.</extracomment>
        <translation>Was ist öffentlich?</translation>
    </message>
    <message>
        <source>Held safely %1, network fee on top %2</source>
        <extracomment>Over the button that pays, where the list of the price stands far below. Both are amounts.</extracomment>
        <translation>Sicher verwahrt %1, dazu Netzgebühr %2</translation>
    </message>
</context>
<context>
    <name>BookPlans</name>
    <message>
        <source>If plans change</source>
        <extracomment>Heading over the line of what comes back when a visit is cancelled.</extracomment>
        <translation>Wenn sich Pläne ändern</translation>
    </message>
</context>
<context>
    <name>BookPublic</name>
    <message>
        <source>Anyone can see</source>
        <extracomment>Who sees what of a booking: everyone.</extracomment>
        <translation>Alle können sehen</translation>
    </message>
    <message>
        <source>Nobody can see</source>
        <extracomment>Who sees what of a booking: nobody.</extracomment>
        <translation>Niemand kann sehen</translation>
    </message>
    <message>
        <source>Someone could guess</source>
        <extracomment>Who sees what of a booking: someone who puts things together.</extracomment>
        <translation>Jemand könnte erraten</translation>
    </message>
    <message>
        <source>What exactly happens?</source>
        <extracomment>Opens the technical details.</extracomment>
        <translation>Was geschieht genau?</translation>
    </message>
</context>
<context>
    <name>BookRhythm</name>
    <message>
        <source>How often?</source>
        <extracomment>Heading: whether one visit or several are asked for.
----------
What the choice is about, for a screen reader.</extracomment>
        <translation>Wie oft?</translation>
    </message>
    <message>
        <source>How many visits?</source>
        <extracomment>Label of a field: the number of visits of a series.</extracomment>
        <translation>Wie viele Termine?</translation>
    </message>
    <message>
        <source>The days and the whole sum are shown before anything is held.</source>
        <extracomment>Under the number of visits.</extracomment>
        <translation>Die Tage und die ganze Summe sehen Sie, bevor etwas zurückgelegt wird.</translation>
    </message>
</context>
<context>
    <name>BookSeries</name>
    <message>
        <source>Another hour instead of %1</source>
        <extracomment>Label of a list: other hours near a day of a series. %1 is that day.</extracomment>
        <translation>Eine andere Stunde statt %1</translation>
    </message>
</context>
<context>
    <name>BookSeriesActions</name>
    <message>
        <source>Add play money</source>
        <extracomment>Button: play money for the practice network.</extracomment>
        <translation>Spielgeld hinzufügen</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button after an error: works the days and the price out again.</extracomment>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>BookSeriesMoney</name>
    <message>
        <source>What you set aside in all</source>
        <extracomment>Heading over the price of all visits of a series.</extracomment>
        <translation>Was Sie insgesamt zurücklegen</translation>
    </message>
    <message>
        <source>Deposits, come back</source>
        <extracomment>A line of the price of a series: small amounts that come back at the end of each visit.</extracomment>
        <translation>Kautionen, kommen zurück</translation>
    </message>
    <message>
        <source>Held safely</source>
        <extracomment>The total that is held for a series.</extracomment>
        <translation>Sicher verwahrt</translation>
    </message>
    <message>
        <source>Working out the exact price</source>
        <extracomment>While the days and the price are being worked out.</extracomment>
        <translation>Der genaue Preis wird berechnet</translation>
    </message>
    <message>
        <source>Free to use afterwards</source>
        <extracomment>The patient&apos;s money after booking.</extracomment>
        <translation>Danach frei verfügbar</translation>
    </message>
    <message>
        <source>Network fees, on top</source>
        <extracomment>A line under what is held for a series: what leaves beside it and does not come back.</extracomment>
        <translation>Netzgebühren, dazu</translation>
    </message>
    <message>
        <source>Free to use now</source>
        <extracomment>The patient&apos;s money before booking, as the page Money counts it.</extracomment>
        <translation>Jetzt frei verfügbar</translation>
    </message>
</context>
<context>
    <name>BookYou</name>
    <message>
        <source>Make it yours</source>
        <extracomment>Heading of the step where a patient makes a persona.</extracomment>
        <translation>Machen Sie es zu Ihrem</translation>
    </message>
    <message>
        <source>Now there is something worth keeping. A name and a passphrase; everything stays on this computer.</source>
        <extracomment>Introduction of that step.</extracomment>
        <translation>Jetzt gibt es etwas zu bewahren. Ein Name und ein Passwortsatz; alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Make it mine and go on</source>
        <extracomment>Button that makes the persona and goes on booking.</extracomment>
        <translation>Anlegen und weiter</translation>
    </message>
    <message>
        <source>I have my 24 words</source>
        <extracomment>Link: restore instead of beginning anew.</extracomment>
        <translation>Ich habe meine 24 Wörter</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Places</source>
        <extracomment>Spoken name of the bar of places</extracomment>
        <translation>Orte</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n new</source>
        <extracomment>Spoken name of a place with things waiting: %1 place, %n things</extracomment>
        <translation>
            <numerusform>%1, %n neu</numerusform>
            <numerusform>%1, %n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>Opens the list of the remaining places</extracomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>Closes everything until the passphrase is given</extracomment>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>BtProgress</name>
    <message>
        <source>%1 %</source>
        <extracomment>Share of a long task done, %1 is a whole number</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Stops a long task</extracomment>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>BtQr</name>
    <message>
        <source>Code %1 of %2</source>
        <extracomment>Spoken for a QR code of several. %1 its number, %2 how many.
----------
Under a QR code of several. %1 its number, %2 how many.</extracomment>
        <translation>Code %1 von %2</translation>
    </message>
    <message>
        <source>This is too long for a QR code. Use a file instead.</source>
        <extracomment>In place of a QR code whose text is too long for one.</extracomment>
        <translation>Das ist zu lang für einen QR-Code. Nehmen Sie stattdessen eine Datei.</translation>
    </message>
    <message>
        <source>Code before</source>
        <extracomment>Button: the code before this one.</extracomment>
        <translation>Voriger Code</translation>
    </message>
    <message>
        <source>Next code</source>
        <extracomment>Button: the code after this one.</extracomment>
        <translation>Nächster Code</translation>
    </message>
</context>
<context>
    <name>BtSkeleton</name>
    <message>
        <source>Being read</source>
        <extracomment>Spoken while a list is being read</extracomment>
        <translation>Wird gelesen</translation>
    </message>
</context>
<context>
    <name>BtStepper</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <extracomment>Spoken place in a sequence: %1 of %2, then the step&apos;s name</extracomment>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>CalendarKey</name>
    <message>
        <source>Visit</source>
        <extracomment>Meaning of a sign in the calendar.</extracomment>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Someone asks</source>
        <extracomment>Meaning of a sign in the calendar: a request without an answer yet.</extracomment>
        <translation>Jemand fragt an</translation>
    </message>
    <message>
        <source>Asked, no answer yet</source>
        <translation>Angefragt, noch keine Antwort</translation>
    </message>
    <message>
        <source>Free, people can book</source>
        <extracomment>Meaning of a sign in the calendar.</extracomment>
        <translation>Frei, kann gebucht werden</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Calendar</source>
        <extracomment>Title of the calendar.</extracomment>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>Button: back to the present week.</extracomment>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Week before</source>
        <extracomment>Button: the week before.</extracomment>
        <translation>Woche davor</translation>
    </message>
    <message>
        <source>Week after</source>
        <extracomment>Button: the week after.</extracomment>
        <translation>Woche danach</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <extracomment>Button: writes the visits into a calendar file.</extracomment>
        <translation>Als Datei speichern</translation>
    </message>
    <message>
        <source>Nothing this week</source>
        <extracomment>An empty week of the calendar.</extracomment>
        <translation>Nichts in dieser Woche</translation>
    </message>
    <message>
        <source>Agreed visits stand here.</source>
        <extracomment>Under &quot;Nothing this week&quot;.</extracomment>
        <translation>Hier stehen vereinbarte Termine.</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>Network fee %1.</source>
        <extracomment>%1 is an amount of coins.</extracomment>
        <translation>Netzgebühr %1.</translation>
    </message>
    <message>
        <source>Network fee %1 (%2).</source>
        <extracomment>%1 is an amount such as &quot;under 0.01 €&quot;, %2 the same in coins.</extracomment>
        <translation>Netzgebühr %1 (%2).</translation>
    </message>
    <message>
        <source>%1 go into a visit&apos;s program; everyone sees the amount, nobody sees whose it is.</source>
        <extracomment>What the chain shows of a booking. %1 is an amount of coins.</extracomment>
        <translation>%1 gehen in das Programm eines Termins; alle sehen den Betrag, niemand sieht, wem er gehört.</translation>
    </message>
    <message>
        <source>The visit&apos;s money moves one step on; everyone can follow it from its first payment.</source>
        <extracomment>What the chain shows of a later step of a visit.</extracomment>
        <translation>Das Geld des Termins geht einen Schritt weiter; alle können ihm ab der ersten Zahlung folgen.</translation>
    </message>
    <message>
        <source>The visit&apos;s rules and the limits that this step needs stand open in it.</source>
        <extracomment>What the chain shows of a later step of a visit.</extracomment>
        <translation>Die Regeln des Termins und die Fristen, die dieser Schritt braucht, stehen offen darin.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your coins pay it together, so everyone can guess that they have one owner.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>%n Ihrer Münzen bezahlt es; alle können ahnen, wem sie gehört.</numerusform>
            <numerusform>%n Ihrer Münzen bezahlen es zusammen; alle können ahnen, dass sie derselben Person gehören.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It uses money from %n of your relationships, which become connected by it.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>Es nutzt Geld aus %n Ihrer Beziehungen, die dadurch verbunden wird.</numerusform>
            <numerusform>Es nutzt Geld aus %n Ihrer Beziehungen, die dadurch miteinander verbunden werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It carries %n sealed byte(s) that only the other side can read.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>Es trägt %n versiegeltes Byte, das nur die andere Seite lesen kann.</numerusform>
            <numerusform>Es trägt %n versiegelte Bytes, die nur die andere Seite lesen kann.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>Clients</source>
        <extracomment>Title of the list of people of a practice.</extracomment>
        <translation>Klienten</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <extracomment>A practice without people yet.</extracomment>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Everyone who asks for a visit stands here.</source>
        <extracomment>Under &quot;Nobody yet&quot;.</extracomment>
        <translation>Hier steht, wer einen Termin anfragt.</translation>
    </message>
    <message>
        <source>Your hours and price</source>
        <extracomment>Button to hours and price.</extracomment>
        <translation>Ihre Zeiten und Ihr Preis</translation>
    </message>
    <message>
        <source>Write</source>
        <extracomment>Button: the conversation with this person.</extracomment>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Go to %1</source>
        <extracomment>An entry of the palette that goes to a place; %1 is the place</extracomment>
        <translation>Zu %1 gehen</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>Closes everything until the passphrase is given</extracomment>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <translation>Strg L</translation>
    </message>
    <message>
        <source>Help now</source>
        <extracomment>Opens the crisis help</extracomment>
        <translation>Hilfe jetzt</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <extracomment>Field of the palette of everything one can do</extracomment>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Nothing fits. Try another word.</source>
        <extracomment>The palette has nothing that fits what was typed</extracomment>
        <translation>Nichts passt. Versuchen Sie ein anderes Wort.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <extracomment>Placeholder of the field where one writes.</extracomment>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>Spoken name of the button that sends a message.</extracomment>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>ConsentCell</name>
    <message>
        <source>Space switches, Enter opens the end</source>
        <extracomment>Spoken on a switch of the table of permissions.</extracomment>
        <translation>Leertaste schaltet, Eingabetaste öffnet das Ende</translation>
    </message>
</context>
<context>
    <name>ConsentEnd</name>
    <message>
        <source>Change the end</source>
        <extracomment>Button of a dialog: gives a permission / changes its end.</extracomment>
        <translation>Ende ändern</translation>
    </message>
    <message>
        <source>Let them read</source>
        <translation>Lesen lassen</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button of a dialog: no permission is given now.</extracomment>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Last day</source>
        <extracomment>Label of a field: the last day of a permission.</extracomment>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Take back now</source>
        <extracomment>Button: ends a permission (asks once more).</extracomment>
        <translation>Jetzt zurücknehmen</translation>
    </message>
</context>
<context>
    <name>ConsentReceipts</name>
    <message>
        <source>All permissions and their receipts</source>
        <extracomment>Opens the list of permissions, earlier ones too.</extracomment>
        <translation>Alle Erlaubnisse und ihre Belege</translation>
    </message>
    <message>
        <source>A proof shows someone else that this permission stood, and when it ended. It names whose it was; the rest is your choice.</source>
        <extracomment>Over the button that saves a proof of a permission.</extracomment>
        <translation>Ein Nachweis zeigt jemand anderem, dass diese Erlaubnis bestand und wann sie endete. Er nennt, wessen sie war; der Rest ist Ihre Wahl.</translation>
    </message>
    <message>
        <source>Name who may read</source>
        <extracomment>A choice for the proof of a permission.</extracomment>
        <translation>Nennen, wer lesen darf</translation>
    </message>
    <message>
        <source>Name what may be read</source>
        <extracomment>A choice for the proof of a permission.</extracomment>
        <translation>Nennen, was gelesen werden darf</translation>
    </message>
    <message>
        <source>Save a proof</source>
        <extracomment>Button: saves a proof of a permission as a file.</extracomment>
        <translation>Nachweis speichern</translation>
    </message>
</context>
<context>
    <name>ConsentTable</name>
    <message>
        <source>Who may read what</source>
        <extracomment>Name of the table of permissions for a screen reader.</extracomment>
        <translation>Wer was lesen darf</translation>
    </message>
    <message>
        <source>Who</source>
        <extracomment>Head of the table of permissions: the people.</extracomment>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Take back: %1?</source>
        <extracomment>Title of a dialog. %1 what and who: &quot;Diary, Dr. Mariam Okonjo&quot;.</extracomment>
        <translation>Zurücknehmen: %1?</translation>
    </message>
    <message>
        <source>Take back now</source>
        <extracomment>Button of a dialog: ends a permission.</extracomment>
        <translation>Jetzt zurücknehmen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button of a dialog: leaves a permission as it is.</extracomment>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>ConsentsPage</name>
    <message>
        <source>Who may read</source>
        <extracomment>Title of the page about permissions to read.</extracomment>
        <translation>Wer lesen darf</translation>
    </message>
    <message>
        <source>Each switch is one permission with an end. Everything else stays with you.</source>
        <extracomment>Under the headline of the page about permissions.</extracomment>
        <translation>Jeder Schalter ist eine Erlaubnis mit einem Ende. Alles andere bleibt bei Ihnen.</translation>
    </message>
    <message>
        <source>There is nobody yet who could read</source>
        <extracomment>Nobody to give a permission to.</extracomment>
        <translation>Noch ist niemand da, der lesen könnte</translation>
    </message>
    <message>
        <source>Whoever you book a visit with, or write with, stands here.</source>
        <extracomment>Under &quot;There is nobody yet who could read&quot;.</extracomment>
        <translation>Hier steht, mit wem Sie einen Termin haben oder schreiben.</translation>
    </message>
    <message>
        <source>Messages and notes of a visit stay between the two of you and are not part of this table.</source>
        <extracomment>On the page about permissions: what is never shared.</extracomment>
        <translation>Nachrichten und Notizen zu einem Termin bleiben zwischen Ihnen beiden und gehören nicht in diese Tabelle.</translation>
    </message>
    <message>
        <source>What there is to read</source>
        <extracomment>Heading over the texts that one keeps and may let others read.</extracomment>
        <translation>Was es zu lesen gibt</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Copy %1</source>
        <extracomment>Button beside a technical value. %1 is its name.</extracomment>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>CreatePersonaPage</name>
    <message>
        <source>Begin your practice</source>
        <extracomment>Title of the page where a persona is made; for therapists, then for patients.</extracomment>
        <translation>Ihre Praxis beginnen</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>Machen Sie es zu Ihrem</translation>
    </message>
    <message>
        <source>A name, your licence and a passphrase. Hours and prices come next.</source>
        <extracomment>Introduction for therapists.</extracomment>
        <translation>Ein Name, Ihre Zulassung und ein Passwortsatz. Zeiten und Preise kommen danach.</translation>
    </message>
    <message>
        <source>A name and a passphrase. That is all; everything stays on this computer.</source>
        <extracomment>Introduction for patients.</extracomment>
        <translation>Ein Name und ein Passwortsatz. Das ist alles; alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Begin</source>
        <extracomment>Button that makes the persona.</extracomment>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Make it mine</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>I have my 24 words</source>
        <extracomment>Link: restore instead of beginning anew.</extracomment>
        <translation>Ich habe meine 24 Wörter</translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>Today&apos;s visits</source>
        <extracomment>Spoken name of the line of today&apos;s visits.</extracomment>
        <translation>Termine von heute</translation>
    </message>
</context>
<context>
    <name>DecideCase</name>
    <message>
        <source>%1, %2</source>
        <extracomment>Title of a piece of evidence. %1 what it is, %2 when.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What the patient shows</source>
        <extracomment>Heading over the evidence of the patient.</extracomment>
        <translation>Was die Patientin oder der Patient zeigt</translation>
    </message>
    <message>
        <source>What the therapist shows</source>
        <extracomment>Heading over the evidence of the therapist.</extracomment>
        <translation>Was die Therapeutin oder der Therapeut zeigt</translation>
    </message>
    <message>
        <source>Your decision</source>
        <extracomment>Heading over the division of the money.</extracomment>
        <translation>Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Sign this division</source>
        <extracomment>Button: signs the division that another one proposed.
----------
Button: signs this division; the small network fee comes from one&apos;s own money.</extracomment>
        <translation>Diese Aufteilung unterschreiben</translation>
    </message>
    <message>
        <source>Send it</source>
        <extracomment>Button: sends the division that two have signed.</extracomment>
        <translation>Absenden</translation>
    </message>
    <message>
        <source>Make the file to pass on</source>
        <extracomment>Button: makes the file with the signatures.</extracomment>
        <translation>Datei zum Weitergeben erstellen</translation>
    </message>
    <message>
        <source>Forget this case</source>
        <extracomment>Button: removes the case from this computer.</extracomment>
        <translation>Diesen Fall vergessen</translation>
    </message>
    <message>
        <source>The file with the signatures, as codes</source>
        <extracomment>Spoken name of a QR code.</extracomment>
        <translation>Die Datei mit den Unterschriften, als Codes</translation>
    </message>
    <message>
        <source>Give this to one of the other two. Nobody can change the amounts in it: then the signatures would no longer hold.</source>
        <extracomment>What to do with the file with signatures.</extracomment>
        <translation>Geben Sie das an eine der beiden anderen Personen weiter. Niemand kann die Beträge darin ändern: Dann würden die Unterschriften nicht mehr gelten.</translation>
    </message>
    <message>
        <source>Divide the money</source>
        <extracomment>Opens the field for a division; one that is there already is replaced.</extracomment>
        <translation>Das Geld aufteilen</translation>
    </message>
    <message>
        <source>Divide it differently</source>
        <translation>Anders aufteilen</translation>
    </message>
    <message>
        <source>How much goes to the patient?</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Wie viel geht an die Patientin oder den Patienten?</translation>
    </message>
    <message>
        <source>The network fee comes from your own money. It is sent only when a second one of the three has signed the same.</source>
        <extracomment>Under the button that signs a division.</extracomment>
        <translation>Die Netzgebühr kommt aus Ihrem eigenen Geld. Gesendet wird erst, wenn eine zweite der drei Personen dasselbe unterschrieben hat.</translation>
    </message>
</context>
<context>
    <name>DecidePage</name>
    <message>
        <source>Decide a case</source>
        <extracomment>Title of the page of someone who decides for others.</extracomment>
        <translation>Einen Fall entscheiden</translation>
    </message>
    <message>
        <source>People who named you can give you a file about a visit on which they do not agree. Open it here. What is signed in it is checked on this computer; what is not says so.</source>
        <extracomment>What the page is for.</extracomment>
        <translation>Menschen, die Sie benannt haben, können Ihnen eine Datei über einen Termin geben, bei dem sie sich nicht einig sind. Öffnen Sie sie hier. Was darin unterschrieben ist, wird auf diesem Computer geprüft; bei allem anderen steht es dabei.</translation>
    </message>
    <message>
        <source>The text of the file, or where it lies</source>
        <extracomment>Label of a field for a file&apos;s text, or where it lies.</extracomment>
        <translation>Der Text der Datei, oder wo sie liegt</translation>
    </message>
    <message>
        <source>You can also drop the file here, or paste the texts of its codes one after another.</source>
        <extracomment>Under the field.</extracomment>
        <translation>Sie können die Datei auch hierher ziehen oder die Texte ihrer Codes nacheinander einfügen.</translation>
    </message>
    <message>
        <source>Open it</source>
        <extracomment>Button: opens the file.</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cases</source>
        <extracomment>Heading over a list of cases.</extracomment>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A case in a list. %1 its title, %2 how it stands.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>DecidersCard</name>
    <message>
        <source>Who decides if you cannot agree</source>
        <extracomment>Heading in the settings.</extracomment>
        <translation>Wer entscheidet, wenn Sie sich nicht einigen</translation>
    </message>
    <message>
        <source>Name somebody</source>
        <extracomment>Opens the fields for codes.</extracomment>
        <translation>Jemanden benennen</translation>
    </message>
    <message>
        <source>Three people can decide about a visit: one whom you name, one whom the other side names, and one whom both name. Two of them must sign. Ask them for their code first.</source>
        <extracomment>How deciding works.</extracomment>
        <translation>Über einen Termin können drei Personen entscheiden: eine benennen Sie, eine die andere Seite und eine beide. Zwei davon müssen unterschreiben. Bitten Sie sie vorher um ihren Code.</translation>
    </message>
    <message>
        <source>The code of the person for your side</source>
        <extracomment>Label of a field for a code.</extracomment>
        <translation>Der Code der Person für Ihre Seite</translation>
    </message>
    <message>
        <source>The code of the person for both sides</source>
        <extracomment>Label of a field for a code.</extracomment>
        <translation>Der Code der Person für beide Seiten</translation>
    </message>
    <message>
        <source>Leave it empty unless you know that the other side names the same.</source>
        <extracomment>Under the field.</extracomment>
        <translation>Lassen Sie es leer, wenn Sie nicht wissen, dass die andere Seite dieselbe Person benennt.</translation>
    </message>
    <message>
        <source>Keep these</source>
        <extracomment>Button: keeps whom one named.</extracomment>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Your own code, if others want you to decide</source>
        <extracomment>Opens one&apos;s own code.</extracomment>
        <translation>Ihr eigener Code, falls Sie für andere entscheiden sollen</translation>
    </message>
    <message>
        <source>Your code</source>
        <extracomment>Name of a technical value.</extracomment>
        <translation>Ihr Code</translation>
    </message>
    <message>
        <source>Your code for deciding</source>
        <extracomment>Spoken name of a QR code.</extracomment>
        <translation>Ihr Code zum Entscheiden</translation>
    </message>
    <message>
        <source>Decide a case for others</source>
        <extracomment>Button: the page where one decides for others.</extracomment>
        <translation>Für andere einen Fall entscheiden</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This is not an amount. Nothing was changed. Type figures only, such as 60 or 62.50.</source>
        <translation>Das ist kein Betrag. Nichts wurde geändert. Geben Sie nur Ziffern ein, etwa 60 oder 62,50.</translation>
    </message>
    <message>
        <source>An amount cannot be below zero. Nothing was changed. Type the amount without a minus.</source>
        <translation>Ein Betrag kann nicht unter null liegen. Nichts wurde geändert. Geben Sie den Betrag ohne Minus ein.</translation>
    </message>
    <message>
        <source>An amount of zero cannot be used here. Nothing was changed. Type more than zero.</source>
        <translation>Ein Betrag von null geht hier nicht. Nichts wurde geändert. Geben Sie mehr als null ein.</translation>
    </message>
    <message>
        <source>This amount is too large. Nothing was changed. Type a smaller one.</source>
        <translation>Dieser Betrag ist zu groß. Nichts wurde geändert. Geben Sie einen kleineren ein.</translation>
    </message>
    <message>
        <source>The rate of your currency is not known yet. Nothing was changed. Try again when the network has answered.</source>
        <translation>Der Kurs Ihrer Währung ist noch nicht bekannt. Nichts wurde geändert. Versuchen Sie es wieder, sobald das Netz geantwortet hat.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Nothing was saved. Type the same one twice.</source>
        <translation>Die beiden Passwortsätze sind verschieden. Nichts wurde gespeichert. Geben Sie zweimal denselben ein.</translation>
    </message>
    <message>
        <source>A name is missing. Nothing was saved. Any name that the other person may see will do.</source>
        <translation>Es fehlt ein Name. Nichts wurde gespeichert. Jeder Name, den die andere Person sehen darf, ist recht.</translation>
    </message>
    <message>
        <source>No hours are set, so nobody could book. Nothing was saved. Switch on at least one day.</source>
        <translation>Es sind keine Zeiten gesetzt, also könnte niemand buchen. Nichts wurde gespeichert. Schalten Sie mindestens einen Tag ein.</translation>
    </message>
    <message>
        <source>A day ends before it begins. Nothing was saved. Choose a later end.</source>
        <translation>Ein Tag endet, bevor er beginnt. Nichts wurde gespeichert. Wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <source>No topic is chosen, so nobody would find you. Nothing was saved. Choose at least one.</source>
        <translation>Kein Thema ist gewählt, also würde Sie niemand finden. Nichts wurde gespeichert. Wählen Sie mindestens eines.</translation>
    </message>
    <message>
        <source>No language is chosen. Nothing was saved. Choose at least one.</source>
        <translation>Keine Sprache ist gewählt. Nichts wurde gespeichert. Wählen Sie mindestens eine.</translation>
    </message>
    <message>
        <source>This is more than is held. Nothing was sent. Choose an amount up to what is held.</source>
        <translation>Das ist mehr, als verwahrt ist. Nichts wurde gesendet. Wählen Sie höchstens den verwahrten Betrag.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Nothing was saved. Use at least 8 characters, best a few words that only you would put together.</source>
        <translation>Dieser Passwortsatz ist zu leicht zu erraten. Nichts wurde gespeichert. Nehmen Sie mindestens 8 Zeichen, am besten ein paar Wörter, die nur Sie so verbinden würden.</translation>
    </message>
    <message>
        <source>This is not the passphrase. Everything stays closed. Try again.</source>
        <translation>Das ist nicht der Passwortsatz. Alles bleibt verschlossen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Too many tries in a row. Everything stays closed and safe. Try again in a moment.</source>
        <translation>Zu viele Versuche hintereinander. Alles bleibt verschlossen und sicher. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>There is already someone here. Nothing was changed. Unlock with the passphrase instead.</source>
        <translation>Hier ist schon jemand. Nichts wurde geändert. Öffnen Sie stattdessen mit dem Passwortsatz.</translation>
    </message>
    <message>
        <source>There is nobody here yet. Nothing was changed. Begin by looking around, or bring yourself back with your recovery words.</source>
        <translation>Hier ist noch niemand. Nichts wurde geändert. Sehen Sie sich zuerst um, oder holen Sie sich mit Ihren Wiederherstellungswörtern zurück.</translation>
    </message>
    <message>
        <source>This profile is already open in another window. Nothing was changed. Use that window.</source>
        <translation>Dieses Profil ist schon in einem anderen Fenster offen. Nichts wurde geändert. Nutzen Sie jenes Fenster.</translation>
    </message>
    <message>
        <source>The file with your keys is damaged. Nothing was overwritten. Bring yourself back with your 24 recovery words.</source>
        <translation>Die Datei mit Ihren Schlüsseln ist beschädigt. Nichts wurde überschrieben. Holen Sie sich mit Ihren 24 Wiederherstellungswörtern zurück.</translation>
    </message>
    <message>
        <source>This profile was made by a newer version. Nothing was changed. Update the app, then open it again.</source>
        <translation>Dieses Profil stammt von einer neueren Version. Nichts wurde geändert. Aktualisieren Sie die App und öffnen Sie es dann wieder.</translation>
    </message>
    <message>
        <source>Everything is locked. Nothing was done. Open it with your passphrase first.</source>
        <translation>Alles ist gesperrt. Nichts wurde getan. Öffnen Sie es zuerst mit Ihrem Passwortsatz.</translation>
    </message>
    <message>
        <source>This computer has too little free memory to check the passphrase safely. Nothing was changed. Close some programs and try again.</source>
        <translation>Dieser Computer hat zu wenig freien Arbeitsspeicher, um den Passwortsatz sicher zu prüfen. Nichts wurde geändert. Schließen Sie einige Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This computer has no keychain that is open. Nothing was stored. Use your passphrase.</source>
        <translation>Auf diesem Computer ist kein Schlüsselbund offen. Nichts wurde abgelegt. Nutzen Sie Ihren Passwortsatz.</translation>
    </message>
    <message>
        <source>The keychain of this computer does not open this profile now. Nothing is lost. Type your passphrase.</source>
        <translation>Der Schlüsselbund dieses Computers öffnet dieses Profil gerade nicht. Nichts ist verloren. Geben Sie Ihren Passwortsatz ein.</translation>
    </message>
    <message>
        <source>The keychain of this computer did not answer. Nothing is lost. Type your passphrase.</source>
        <translation>Der Schlüsselbund dieses Computers hat nicht geantwortet. Nichts ist verloren. Geben Sie Ihren Passwortsatz ein.</translation>
    </message>
    <message>
        <source>The keychain of this computer refused. Nothing is lost. Type your passphrase.</source>
        <translation>Der Schlüsselbund dieses Computers hat abgelehnt. Nichts ist verloren. Geben Sie Ihren Passwortsatz ein.</translation>
    </message>
    <message>
        <source>These are not 12 or 24 words. Nothing was changed. Count them and type all, with spaces between.</source>
        <translation>Das sind nicht 12 oder 24 Wörter. Nichts wurde geändert. Zählen Sie nach und geben Sie alle ein, mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>Word number %1 is not in the list of recovery words. Nothing was changed. Compare it with your paper.</source>
        <translation>Wort Nummer %1 steht nicht in der Liste der Wiederherstellungswörter. Nichts wurde geändert. Vergleichen Sie es mit Ihrem Zettel.</translation>
    </message>
    <message>
        <source>All words are known, but together they do not fit. Nothing was changed. Look for two that changed places, or one taken for another.</source>
        <translation>Alle Wörter sind bekannt, aber zusammen passen sie nicht. Nichts wurde geändert. Suchen Sie nach zwei vertauschten oder einem verwechselten Wort.</translation>
    </message>
    <message>
        <source>These words hold characters that no recovery word has. Nothing was changed. Type them again.</source>
        <translation>Diese Wörter enthalten Zeichen, die kein Wiederherstellungswort hat. Nichts wurde geändert. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>Another window is writing right now. Nothing was lost. Try again in a moment.</source>
        <translation>Ein anderes Fenster schreibt gerade. Nichts ging verloren. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>A file of your profile is damaged. Nothing was overwritten. Bring yourself back with your 24 recovery words in a new profile.</source>
        <translation>Eine Datei Ihres Profils ist beschädigt. Nichts wurde überschrieben. Holen Sie sich mit Ihren 24 Wiederherstellungswörtern in einem neuen Profil zurück.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed and nothing is lost. Free some space, then try again.</source>
        <translation>Der Datenträger ist voll. Nichts wurde geändert und nichts ist verloren. Schaffen Sie Platz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The disk reported an error. Nothing was changed. Check the disk, then try again.</source>
        <translation>Der Datenträger hat einen Fehler gemeldet. Nichts wurde geändert. Prüfen Sie ihn und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>This profile was written by a newer version. Nothing was changed. Update the app, then open it again.</source>
        <translation>Dieses Profil hat eine neuere Version geschrieben. Nichts wurde geändert. Aktualisieren Sie die App und öffnen Sie es dann wieder.</translation>
    </message>
    <message>
        <source>The folder of your profile cannot be written. Nothing was changed. Give yourself the right to write there, then try again.</source>
        <translation>In den Ordner Ihres Profils kann nicht geschrieben werden. Nichts wurde geändert. Geben Sie sich dort das Schreibrecht und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>These files belong to another key. Nothing was changed. Check that you opened the right profile.</source>
        <translation>Diese Dateien gehören zu einem anderen Schlüssel. Nichts wurde geändert. Prüfen Sie, ob Sie das richtige Profil geöffnet haben.</translation>
    </message>
    <message>
        <source>There is not enough free money for this. Nothing was sent. Add money or choose less.</source>
        <translation>Dafür reicht das freie Geld nicht. Nichts wurde gesendet. Laden Sie Geld auf oder wählen Sie weniger.</translation>
    </message>
    <message>
        <source>This amount is too small to be sent. Nothing was sent. Choose a larger one.</source>
        <translation>Dieser Betrag ist zu klein zum Senden. Nichts wurde gesendet. Wählen Sie einen größeren.</translation>
    </message>
    <message>
        <source>The network asks for an unusually high fee. Nothing was sent. Try again later.</source>
        <translation>Das Netz verlangt eine ungewöhnlich hohe Gebühr. Nichts wurde gesendet. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The fee was too low for the network. Nothing was sent. Try again.</source>
        <translation>Die Gebühr war dem Netz zu niedrig. Nichts wurde gesendet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your free money is tied up by another payment that is on its way. Nothing was sent. Wait until it has settled.</source>
        <translation>Ihr freies Geld ist durch eine andere laufende Zahlung gebunden. Nichts wurde gesendet. Warten Sie, bis sie abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Your money lies in too many small pieces for this payment. Nothing was sent. Choose a smaller amount.</source>
        <translation>Ihr Geld liegt für diese Zahlung in zu vielen kleinen Stücken. Nichts wurde gesendet. Wählen Sie einen kleineren Betrag.</translation>
    </message>
    <message>
        <source>This payment would let others connect two of your contacts. Nothing was sent. Choose a smaller amount or wait until money came back.</source>
        <translation>Durch diese Zahlung könnten andere zwei Ihrer Kontakte miteinander verbinden. Nichts wurde gesendet. Wählen Sie einen kleineren Betrag oder warten Sie, bis Geld zurückgekommen ist.</translation>
    </message>
    <message>
        <source>This belongs to another network. Nothing was sent. Check where the address comes from.</source>
        <translation>Das gehört zu einem anderen Netz. Nichts wurde gesendet. Prüfen Sie, woher die Adresse kommt.</translation>
    </message>
    <message>
        <source>This amount is too large. Nothing was changed. Choose a smaller one.</source>
        <translation>Dieser Betrag ist zu groß. Nichts wurde geändert. Wählen Sie einen kleineren.</translation>
    </message>
    <message>
        <source>This is more than there is. Nothing was changed. Choose a smaller amount.</source>
        <translation>Das ist mehr, als da ist. Nichts wurde geändert. Wählen Sie einen kleineren Betrag.</translation>
    </message>
    <message>
        <source>The address has a typing error. Nothing was sent. Copy it again.</source>
        <translation>Die Adresse enthält einen Tippfehler. Nichts wurde gesendet. Kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This address belongs to another network. Nothing was sent. Ask for one of this network.</source>
        <translation>Diese Adresse gehört zu einem anderen Netz. Nichts wurde gesendet. Bitten Sie um eine dieses Netzes.</translation>
    </message>
    <message>
        <source>The network does not answer. Everything here still works, and what you do waits and is sent later. You need to do nothing.</source>
        <translation>Das Netz antwortet nicht. Hier geht alles weiter; was Sie tun, wartet und wird später gesendet. Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>Someone else was faster, or this was already done. Your money comes back by itself. Look at the visit for how it stands.</source>
        <translation>Jemand war schneller, oder das ist schon geschehen. Ihr Geld kommt von selbst zurück. Beim Termin sehen Sie, wie es steht.</translation>
    </message>
    <message>
        <source>This was already done from another place. Nothing was paid twice. Look at the visit for how it stands.</source>
        <translation>Das ist schon von anderswo aus geschehen. Nichts wurde doppelt gezahlt. Beim Termin sehen Sie, wie es steht.</translation>
    </message>
    <message>
        <source>The network is slow to answer. Nothing is lost. It is tried again by itself.</source>
        <translation>Das Netz antwortet langsam. Nichts ist verloren. Es wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>The practice network&apos;s file on this computer is damaged. Your persona is not touched. Start the practice network anew in Settings.</source>
        <translation>Die Datei des Übungsnetzes auf diesem Computer ist beschädigt. Ihre Persona ist unberührt. Beginnen Sie das Übungsnetz in den Einstellungen neu.</translation>
    </message>
    <message>
        <source>This was already sent. It cannot be taken back here. Look at the visit for what you can do.</source>
        <translation>Das ist schon gesendet. Hier lässt es sich nicht mehr zurücknehmen. Beim Termin sehen Sie, was Sie tun können.</translation>
    </message>
    <message>
        <source>This is already done. Nothing was changed. There is nothing more to do.</source>
        <translation>Das ist schon erledigt. Nichts wurde geändert. Es ist nichts weiter zu tun.</translation>
    </message>
    <message>
        <source>This was taken back. Nothing was sent. Start again if you want it after all.</source>
        <translation>Das wurde zurückgenommen. Nichts wurde gesendet. Beginnen Sie neu, wenn Sie es doch möchten.</translation>
    </message>
    <message>
        <source>Something that had to come first did not go through. Nothing was sent. Look at what is waiting and try again.</source>
        <translation>Etwas, das zuerst kommen musste, ging nicht durch. Nichts wurde gesendet. Sehen Sie nach, was wartet, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is no longer waiting. Nothing was changed. It was probably sent just now.</source>
        <translation>Das wartet nicht mehr. Nichts wurde geändert. Es wurde wohl gerade gesendet.</translation>
    </message>
    <message>
        <source>Someone else asked for this time first. Nothing was sent and no money moved. Choose another time.</source>
        <translation>Jemand anderes hat diese Zeit zuerst angefragt. Nichts wurde gesendet und kein Geld bewegt. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>This time is not offered any more. Nothing was sent and no money moved. Choose another time.</source>
        <translation>Diese Zeit wird nicht mehr angeboten. Nichts wurde gesendet und kein Geld bewegt. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>This time is too close or already past. Nothing was sent and no money moved. Choose a later one.</source>
        <translation>Diese Zeit ist zu nah oder schon vorbei. Nichts wurde gesendet und kein Geld bewegt. Wählen Sie eine spätere.</translation>
    </message>
    <message>
        <source>This time zone is not known here. Nothing was saved. Choose one from the list.</source>
        <translation>Diese Zeitzone ist hier nicht bekannt. Nichts wurde gespeichert. Wählen Sie eine aus der Liste.</translation>
    </message>
    <message>
        <source>Two spans of one day overlap. Nothing was saved. Change one of them.</source>
        <translation>Zwei Zeitspannen eines Tages überschneiden sich. Nichts wurde gespeichert. Ändern Sie eine davon.</translation>
    </message>
    <message>
        <source>A visit cannot be that long. Nothing was saved. Choose between 10 minutes and 4 hours.</source>
        <translation>So lang kann ein Termin nicht sein. Nichts wurde gespeichert. Wählen Sie zwischen 10 Minuten und 4 Stunden.</translation>
    </message>
    <message>
        <source>This pause between visits cannot be used. Nothing was saved. Choose a shorter one.</source>
        <translation>Diese Pause zwischen Terminen geht nicht. Nichts wurde gespeichert. Wählen Sie eine kürzere.</translation>
    </message>
    <message>
        <source>This time does not exist on that day, because the clocks change. Nothing was sent. Choose another time.</source>
        <translation>Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhren umgestellt werden. Nichts wurde gesendet. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>The price is zero. Nothing was published. Set a price above zero.</source>
        <translation>Der Preis ist null. Nichts wurde veröffentlicht. Setzen Sie einen Preis über null.</translation>
    </message>
    <message>
        <source>The price is too small to be held safely. Nothing was published. Set a higher one.</source>
        <translation>Der Preis ist zu klein, um sicher verwahrt zu werden. Nichts wurde veröffentlicht. Setzen Sie einen höheren.</translation>
    </message>
    <message>
        <source>The price is too large. Nothing was published. Set a lower one.</source>
        <translation>Der Preis ist zu groß. Nichts wurde veröffentlicht. Setzen Sie einen niedrigeren.</translation>
    </message>
    <message>
        <source>There is no valid licence, so nobody could book. Nothing was published. Get your licence first.</source>
        <translation>Es gibt keine gültige Zulassung, also könnte niemand buchen. Nichts wurde veröffentlicht. Holen Sie zuerst Ihre Zulassung.</translation>
    </message>
    <message>
        <source>No hours are set, so nobody could book. Nothing was published. Switch on at least one day.</source>
        <translation>Es sind keine Zeiten gesetzt, also könnte niemand buchen. Nichts wurde veröffentlicht. Schalten Sie mindestens einen Tag ein.</translation>
    </message>
    <message>
        <source>Your own stake is larger than the price. Nothing was published. Choose a smaller stake.</source>
        <translation>Ihr eigener Einsatz ist größer als der Preis. Nichts wurde veröffentlicht. Wählen Sie einen kleineren Einsatz.</translation>
    </message>
    <message>
        <source>Only a practice can do this. Nothing was changed.</source>
        <translation>Das kann nur eine Praxis. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This visit is not known here. Nothing was changed. Go back to the calendar.</source>
        <translation>Dieser Termin ist hier nicht bekannt. Nichts wurde geändert. Gehen Sie zurück zum Kalender.</translation>
    </message>
    <message>
        <source>Both of you have not yet signed that the visit took place. No money moved. Sign first, and ask the other person to sign.</source>
        <translation>Sie beide haben noch nicht unterschrieben, dass der Termin stattgefunden hat. Kein Geld wurde bewegt. Unterschreiben Sie zuerst und bitten Sie die andere Person darum.</translation>
    </message>
    <message>
        <source>This is not possible at this point of the visit. Nothing was changed. The page shows what is possible now.</source>
        <translation>Das geht an diesem Punkt des Termins nicht. Nichts wurde geändert. Die Seite zeigt, was jetzt möglich ist.</translation>
    </message>
    <message>
        <source>This is not possible now. Nothing was changed. The page shows what is possible.</source>
        <translation>Das geht jetzt nicht. Nichts wurde geändert. Die Seite zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>It is too early for this. Nothing was changed. The page shows from when it is possible.</source>
        <translation>Dafür ist es zu früh. Nichts wurde geändert. Die Seite zeigt, ab wann es möglich ist.</translation>
    </message>
    <message>
        <source>The time for this is over. Nothing was changed. The page shows what is possible now.</source>
        <translation>Die Zeit dafür ist vorbei. Nichts wurde geändert. Die Seite zeigt, was jetzt möglich ist.</translation>
    </message>
    <message>
        <source>The licence could not be confirmed, so nothing can be booked. No money moved. Choose another person.</source>
        <translation>Die Zulassung ließ sich nicht bestätigen, also kann nichts gebucht werden. Kein Geld wurde bewegt. Wählen Sie eine andere Person.</translation>
    </message>
    <message>
        <source>The last step is still on its way. Nothing was changed. Wait a moment, then try again.</source>
        <translation>Der letzte Schritt ist noch unterwegs. Nichts wurde geändert. Warten Sie einen Moment und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough money for this step. Nothing was sent. Add money, then try again.</source>
        <translation>Für diesen Schritt reicht das Geld nicht. Nichts wurde gesendet. Laden Sie Geld auf und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>What is held does not match what was agreed. Nothing was sent. Do not go on with this visit; write to the other person.</source>
        <translation>Was verwahrt ist, entspricht nicht der Vereinbarung. Nichts wurde gesendet. Setzen Sie diesen Termin nicht fort; schreiben Sie der anderen Person.</translation>
    </message>
    <message>
        <source>This text is too long. Nothing was sent. Shorten it, then try again.</source>
        <translation>Dieser Text ist zu lang. Nichts wurde gesendet. Kürzen Sie ihn und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>This text holds characters that cannot be sent. Nothing was sent. Remove them, then try again.</source>
        <translation>Dieser Text enthält Zeichen, die sich nicht senden lassen. Nichts wurde gesendet. Entfernen Sie sie und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Choose one to five stars. Nothing was sent.</source>
        <translation>Wählen Sie einen bis fünf Sterne. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This message is too long. Nothing was sent. Split it into two.</source>
        <translation>Diese Nachricht ist zu lang. Nichts wurde gesendet. Teilen Sie sie in zwei.</translation>
    </message>
    <message>
        <source>There is nothing to send yet. Write something first.</source>
        <translation>Es gibt noch nichts zu senden. Schreiben Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>This message is already on its way. It cannot be taken back any more.</source>
        <translation>Diese Nachricht ist schon unterwegs. Sie lässt sich nicht mehr zurücknehmen.</translation>
    </message>
    <message>
        <source>This conversation is not known here. Nothing was sent. Go back to your messages.</source>
        <translation>Diese Unterhaltung ist hier nicht bekannt. Nichts wurde gesendet. Gehen Sie zurück zu Ihren Nachrichten.</translation>
    </message>
    <message>
        <source>There is no safe connection with this person yet. The message waits and is sent as soon as there is one.</source>
        <translation>Mit dieser Person gibt es noch keine sichere Verbindung. Die Nachricht wartet und wird gesendet, sobald es eine gibt.</translation>
    </message>
    <message>
        <source>This message did not arrive. It is kept here. Send it again.</source>
        <translation>Diese Nachricht kam nicht an. Sie bleibt hier erhalten. Senden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Everything is locked or closing. Nothing was done. Open it with your passphrase, then try again.</source>
        <translation>Alles ist gesperrt oder wird gerade geschlossen. Nichts wurde getan. Öffnen Sie es mit Ihrem Passwortsatz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>For this you need to make it yours first. Nothing was sent. Create your persona; it takes a minute.</source>
        <translation>Dafür brauchen Sie zuerst etwas Eigenes. Nichts wurde gesendet. Legen Sie Ihre Persona an; das dauert eine Minute.</translation>
    </message>
    <message>
        <source>Your role cannot do this. Nothing was changed.</source>
        <translation>In Ihrer Rolle geht das nicht. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Your profile could not be opened or changed. Nothing was overwritten. Try again, or use your 24 recovery words.</source>
        <translation>Ihr Profil ließ sich nicht öffnen oder ändern. Nichts wurde überschrieben. Versuchen Sie es noch einmal oder nutzen Sie Ihre 24 Wiederherstellungswörter.</translation>
    </message>
    <message>
        <source>Your profile could not be read or written. Nothing was changed. Check the disk, then try again.</source>
        <translation>Ihr Profil ließ sich nicht lesen oder schreiben. Nichts wurde geändert. Prüfen Sie den Datenträger und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>These recovery words do not fit. Nothing was changed. Compare them with your paper, word by word.</source>
        <translation>Diese Wiederherstellungswörter passen nicht. Nichts wurde geändert. Vergleichen Sie sie Wort für Wort mit Ihrem Zettel.</translation>
    </message>
    <message>
        <source>The keys could not be made from this. Nothing was changed. Check your words and try again.</source>
        <translation>Daraus ließen sich die Schlüssel nicht bilden. Nichts wurde geändert. Prüfen Sie Ihre Wörter und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is not an address that can be used. Nothing was sent. Copy it again.</source>
        <translation>Diese Adresse lässt sich nicht verwenden. Nichts wurde gesendet. Kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The payment could not be built by the rules. Nothing was sent. Try again; if it happens again, report the code below.</source>
        <translation>Die Zahlung ließ sich nicht nach den Regeln bilden. Nichts wurde gesendet. Versuchen Sie es noch einmal; geschieht es wieder, melden Sie den Code darunter.</translation>
    </message>
    <message>
        <source>The payment could not be prepared. Nothing was sent. Try again; if it happens again, report the code below.</source>
        <translation>Die Zahlung ließ sich nicht vorbereiten. Nichts wurde gesendet. Versuchen Sie es noch einmal; geschieht es wieder, melden Sie den Code darunter.</translation>
    </message>
    <message>
        <source>The rules of this visit do not allow that. No money moved. The page shows what is possible.</source>
        <translation>Die Regeln dieses Termins erlauben das nicht. Kein Geld wurde bewegt. Die Seite zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>The network refused this step. No money moved. The page shows how things stand now.</source>
        <translation>Das Netz hat diesen Schritt abgelehnt. Kein Geld wurde bewegt. Die Seite zeigt, wie es jetzt steht.</translation>
    </message>
    <message>
        <source>The network could not do this now. What you did is kept and tried again by itself.</source>
        <translation>Das Netz konnte das gerade nicht. Was Sie getan haben, bleibt erhalten und wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>What was waiting could not be changed. Nothing was sent twice. Look at what is waiting.</source>
        <translation>Was wartete, ließ sich nicht ändern. Nichts wurde doppelt gesendet. Sehen Sie nach, was wartet.</translation>
    </message>
    <message>
        <source>These hours cannot be used. Nothing was saved. Check days, beginnings and ends.</source>
        <translation>Diese Zeiten gehen nicht. Nichts wurde gespeichert. Prüfen Sie Tage, Anfang und Ende.</translation>
    </message>
    <message>
        <source>Your practice could not be saved. Nothing was published. Check the fields and try again.</source>
        <translation>Ihre Praxis ließ sich nicht speichern. Nichts wurde veröffentlicht. Prüfen Sie die Felder und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is not possible for this visit now. Nothing was changed. The page shows what is possible.</source>
        <translation>Das geht bei diesem Termin jetzt nicht. Nichts wurde geändert. Die Seite zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>What the other side sent could not be confirmed. Nothing was changed. Ask the other person to send it again.</source>
        <translation>Was die andere Seite gesendet hat, ließ sich nicht bestätigen. Nichts wurde geändert. Bitten Sie die andere Person, es noch einmal zu senden.</translation>
    </message>
    <message>
        <source>The message could not be sent. It is kept here. Try again.</source>
        <translation>Die Nachricht ließ sich nicht senden. Sie bleibt hier erhalten. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A message could not be read or sent safely. Nothing is lost. Ask the other person to write again.</source>
        <translation>Eine Nachricht ließ sich nicht sicher lesen oder senden. Nichts ist verloren. Bitten Sie die andere Person, noch einmal zu schreiben.</translation>
    </message>
    <message>
        <source>A file that arrived is damaged or not what was asked for. It was not opened. It is fetched again by itself.</source>
        <translation>Eine eingetroffene Datei ist beschädigt oder nicht die gewünschte. Sie wurde nicht geöffnet. Sie wird von selbst noch einmal geholt.</translation>
    </message>
    <message>
        <source>A copy could not be read or kept. Nothing is lost. It is tried again by itself.</source>
        <translation>Eine Kopie ließ sich nicht lesen oder aufbewahren. Nichts ist verloren. Es wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>A proof card could not be confirmed. Nothing was accepted. Ask for a new one.</source>
        <translation>Eine Nachweiskarte ließ sich nicht bestätigen. Nichts wurde angenommen. Bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>Something that arrived is unreadable. It was not opened. Nothing is lost.</source>
        <translation>Etwas Eingetroffenes ist nicht lesbar. Es wurde nicht geöffnet. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>The rules of this visit could not be read. No money moved. Update the app, then try again.</source>
        <translation>Die Regeln dieses Termins ließen sich nicht lesen. Kein Geld wurde bewegt. Aktualisieren Sie die App und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>A key or seal could not be confirmed. Nothing was accepted. Try again.</source>
        <translation>Ein Schlüssel oder Siegel ließ sich nicht bestätigen. Nichts wurde angenommen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Something was not in the expected form. Nothing was changed. Try again.</source>
        <translation>Etwas hatte nicht die erwartete Form. Nichts wurde geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This could not be done right now. Nothing was changed. Try again.</source>
        <translation>Das ging gerade nicht. Nichts wurde geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A proof could not be confirmed. Nothing was accepted. Try again.</source>
        <translation>Ein Nachweis ließ sich nicht bestätigen. Nichts wurde angenommen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>(Code: %1)</source>
        <extracomment>Small print under an error that has no sentence of its own. %1 is a technical code.</extracomment>
        <translation>(Code: %1)</translation>
    </message>
    <message>
        <source>The next try is possible in %1 seconds.</source>
        <extracomment>After several wrong passphrases. %1 is a number of seconds.</extracomment>
        <translation>Der nächste Versuch ist in %1 Sekunden möglich.</translation>
    </message>
    <message>
        <source>Something went wrong that this version has no words for. Nothing was changed as far as it knows. Look at the page again before you repeat it.</source>
        <translation>Etwas ging schief, wofür diese Version keine Worte hat. Soweit sie weiß, wurde nichts geändert. Sehen Sie sich die Seite noch einmal an, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>This could not be done with your money now. Nothing was sent. Try again.</source>
        <translation>Das ging mit Ihrem Geld gerade nicht. Nichts wurde gesendet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file could not be used. Nothing was changed. Choose another folder.</source>
        <translation>Die Datei ließ sich nicht verwenden. Nichts wurde geändert. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The keychain of this computer is slow to answer. Nothing is lost. Type your passphrase, or wait a moment.</source>
        <translation>Der Schlüsselbund dieses Computers antwortet langsam. Nichts ist verloren. Geben Sie Ihren Passwortsatz ein oder warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>A key that was asked for does not belong to this profile. Nothing was changed. Try again.</source>
        <translation>Ein verlangter Schlüssel gehört nicht zu diesem Profil. Nichts wurde geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A price must lie between %1 and %2. Nothing was published. Choose another one.</source>
        <translation>Ein Preis muss zwischen %1 und %2 liegen. Nichts wurde veröffentlicht. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Your own stake must be zero or lie between %1 and %2. Nothing was published. Choose another one.</source>
        <translation>Ihr eigener Einsatz muss null sein oder zwischen %1 und %2 liegen. Nichts wurde veröffentlicht. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>These rules for cancelling do not fit together. Nothing was published. Choose others from the lists.</source>
        <translation>Diese Regeln fürs Absagen passen nicht zusammen. Nichts wurde veröffentlicht. Wählen Sie andere aus den Listen.</translation>
    </message>
    <message>
        <source>Your hours and your price are not set yet. Nothing was published. Set them under Practice first.</source>
        <translation>Ihre Zeiten und Ihr Preis sind noch nicht gesetzt. Nichts wurde veröffentlicht. Setzen Sie sie zuerst unter „Praxis“.</translation>
    </message>
    <message>
        <source>This time is not free any more. Nothing was sent and no money moved. Choose another time.</source>
        <translation>Diese Zeit ist nicht mehr frei. Nichts wurde gesendet und kein Geld bewegt. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>You already have a visit at this time. Nothing was sent and no money moved. Choose another time.</source>
        <translation>Sie haben zu dieser Zeit schon einen Termin. Nichts wurde gesendet und kein Geld bewegt. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>This time is too close. Nothing was sent and no money moved. Choose a later one.</source>
        <translation>Diese Zeit ist zu nah. Nichts wurde gesendet und kein Geld bewegt. Wählen Sie eine spätere.</translation>
    </message>
    <message>
        <source>What is held does not match what was agreed. No money moved. Do not go on with this visit; write to the other person.</source>
        <translation>Was verwahrt ist, entspricht nicht der Vereinbarung. Kein Geld wurde bewegt. Setzen Sie diesen Termin nicht fort; schreiben Sie der anderen Person.</translation>
    </message>
    <message>
        <source>The other side signed something else than you saw: another time or length. Nothing was signed. Write to each other, then sign again.</source>
        <translation>Die andere Seite hat etwas anderes unterschrieben, als Sie gesehen haben: eine andere Zeit oder Länge. Nichts wurde unterschrieben. Schreiben Sie einander und unterschreiben Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>A share must be zero or lie between %1 and %2. Nothing was sent. Choose another amount.</source>
        <translation>Ein Anteil muss null sein oder zwischen %1 und %2 liegen. Nichts wurde gesendet. Wählen Sie einen anderen Betrag.</translation>
    </message>
    <message>
        <source>There is no play money on this network. Nothing was added. Receive money at your own address instead.</source>
        <translation>In diesem Netz gibt es kein Spielgeld. Nichts wurde hinzugefügt. Empfangen Sie stattdessen Geld an Ihrer eigenen Adresse.</translation>
    </message>
    <message>
        <source>The file could not be written. Nothing was exported. Free some space or choose another folder.</source>
        <translation>Die Datei ließ sich nicht schreiben. Nichts wurde exportiert. Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The practice network has given out all its play money. Nothing was added. Start the practice network anew in Settings.</source>
        <translation>Das Übungsnetz hat all sein Spielgeld ausgegeben. Nichts wurde hinzugefügt. Beginnen Sie das Übungsnetz in den Einstellungen neu.</translation>
    </message>
    <message>
        <source>There is no conversation with this person yet. Nothing was sent. Ask for a visit first.</source>
        <translation>Mit dieser Person gibt es noch keine Unterhaltung. Nichts wurde gesendet. Fragen Sie zuerst einen Termin an.</translation>
    </message>
    <message>
        <source>This message is already on its way. Nothing was sent twice. You need to do nothing.</source>
        <translation>Diese Nachricht ist schon unterwegs. Nichts wurde doppelt gesendet. Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>The other side has not answered for a long time. The message waits and is sent as soon as there is an answer.</source>
        <translation>Die andere Seite hat lange nicht geantwortet. Die Nachricht wartet und wird gesendet, sobald eine Antwort da ist.</translation>
    </message>
    <message>
        <source>It is too early for this. It waits and goes on by itself at the right time.</source>
        <translation>Dafür ist es zu früh. Es wartet und geht zur richtigen Zeit von selbst weiter.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was set back. Times stand still here until it has caught up; nothing is lost. Check the clock.</source>
        <translation>Die Uhr des Computers wurde zurückgestellt. Hier steht die Zeit still, bis sie wieder aufgeholt hat; nichts ist verloren. Prüfen Sie die Uhr.</translation>
    </message>
    <message>
        <source>The proposed split does not pay what its words say. Nothing was signed and no money moved. Ask for a new proposal.</source>
        <translation>Der Vorschlag zahlt nicht aus, was seine Worte sagen. Nichts wurde unterschrieben und kein Geld bewegt. Bitten Sie um einen neuen Vorschlag.</translation>
    </message>
    <message>
        <source>This payment could not go through. Nothing was paid twice. Look at what is waiting.</source>
        <translation>Diese Zahlung ging nicht durch. Nichts wurde doppelt bezahlt. Sehen Sie nach, was wartet.</translation>
    </message>
    <message>
        <source>This profile could not be opened. Nothing was changed. Look at the page Network.</source>
        <translation>Dieses Profil ließ sich nicht öffnen. Nichts wurde geändert. Sehen Sie auf der Seite Netz nach.</translation>
    </message>
    <message>
        <source>The clock could not be used for this. Nothing was changed. Check the computer&apos;s clock.</source>
        <translation>Die Uhr taugte dafür nicht. Nichts wurde geändert. Prüfen Sie die Uhr des Computers.</translation>
    </message>
    <message>
        <source>This profile belongs to another network (%1). Nothing was changed. Choose that network, or make a new profile here.</source>
        <translation>Dieses Profil gehört zu einem anderen Netz (%1). Nichts wurde geändert. Wählen Sie jenes Netz oder legen Sie hier ein neues Profil an.</translation>
    </message>
    <message>
        <source>Spending real money is switched off. Nothing was signed and nothing was sent. Read the warning on the page Network, then switch it on.</source>
        <translation>Das Ausgeben von echtem Geld ist ausgeschaltet. Nichts wurde unterschrieben und nichts gesendet. Lesen Sie die Warnung auf der Seite Netz und schalten Sie es dann ein.</translation>
    </message>
    <message>
        <source>The coins of this payment were spent elsewhere, so it cannot go through. Nothing was paid twice. Try again with other coins, or take it back.</source>
        <translation>Die Münzen dieser Zahlung wurden anderswo ausgegeben, darum kann sie nicht durchgehen. Nichts wurde doppelt bezahlt. Versuchen Sie es mit anderen Münzen oder nehmen Sie sie zurück.</translation>
    </message>
    <message>
        <source>This visit went on while you were away, and the node no longer keeps what happened. Your money is not lost by that. Ask the other person, or a node that keeps everything; a copy of your data folder, or opening the app once a day, prevents it.</source>
        <translation>Dieser Termin ging weiter, während Sie fort waren, und der Knoten hebt nicht mehr auf, was geschah. Ihr Geld ist dadurch nicht verloren. Fragen Sie die andere Person oder einen Knoten, der alles aufhebt; eine Kopie Ihres Datenordners oder tägliches Öffnen beugt dem vor.</translation>
    </message>
    <message>
        <source>Only the practice network&apos;s clock can be moved. Nothing was changed.</source>
        <translation>Nur die Uhr des Übungsnetzes lässt sich verstellen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This network needs a node. Nothing was changed. Type the address of one, best your own.</source>
        <translation>Dieses Netz braucht einen Knoten. Nichts wurde geändert. Geben Sie die Adresse eines Knotens ein, am besten Ihres eigenen.</translation>
    </message>
    <message>
        <source>An address of a node begins with wss:// or ws://, this one does not: %1. Nothing was changed. Correct it.</source>
        <translation>Die Adresse eines Knotens beginnt mit wss:// oder ws://, diese nicht: %1. Nichts wurde geändert. Berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>The name of the computer in this address cannot be right. Nothing was changed. Compare it letter by letter.</source>
        <translation>Der Name des Rechners in dieser Adresse kann nicht stimmen. Nichts wurde geändert. Vergleichen Sie ihn Buchstabe für Buchstabe.</translation>
    </message>
    <message>
        <source>The number after the colon is no port. Nothing was changed. Use one between 1 and 65535, or leave it out.</source>
        <translation>Die Zahl nach dem Doppelpunkt ist kein Port. Nichts wurde geändert. Nehmen Sie eine zwischen 1 und 65535 oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>This is not an address of a node. Nothing was changed. It has no blanks, no name and password, no question mark: for example wss://node.example:18110.</source>
        <translation>Das ist keine Adresse eines Knotens. Nichts wurde geändert. Sie hat keine Leerzeichen, keinen Namen mit Passwort, kein Fragezeichen: zum Beispiel wss://node.example:18110.</translation>
    </message>
    <message>
        <source>The same address stands there twice: %1. Nothing was changed. Remove one.</source>
        <translation>Dieselbe Adresse steht zweimal da: %1. Nichts wurde geändert. Entfernen Sie eine.</translation>
    </message>
    <message>
        <source>These are too many nodes. Nothing was changed. Leave at most %1.</source>
        <translation>Das sind zu viele Knoten. Nichts wurde geändert. Lassen Sie höchstens %1 stehen.</translation>
    </message>
    <message>
        <source>This network is not known here. Nothing was changed. Choose one from the list.</source>
        <translation>Dieses Netz ist hier unbekannt. Nichts wurde geändert. Wählen Sie eines aus der Liste.</translation>
    </message>
    <message>
        <source>The practice network needs no node. Nothing was changed.</source>
        <translation>Das Übungsnetz braucht keinen Knoten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This waiting time cannot be used. Nothing was changed. Choose one between a tenth of a second and five minutes.</source>
        <translation>Diese Wartezeit geht nicht. Nichts wurde geändert. Wählen Sie eine zwischen einer Zehntelsekunde und fünf Minuten.</translation>
    </message>
    <message>
        <source>The file of authorities cannot be read. Nothing was changed. Choose another file.</source>
        <translation>Die Datei der Zertifizierungsstellen ist nicht lesbar. Nichts wurde geändert. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>This node belongs to another network. Nothing was sent to it. Check the address, or choose its network.</source>
        <translation>Dieser Knoten gehört zu einem anderen Netz. Ihm wurde nichts gesendet. Prüfen Sie die Adresse oder wählen Sie sein Netz.</translation>
    </message>
    <message>
        <source>This node&apos;s software is too old to be relied on. Nothing was sent to it. Update it, or choose another node.</source>
        <translation>Die Software dieses Knotens ist zu alt, um sich darauf zu verlassen. Ihm wurde nichts gesendet. Aktualisieren Sie ihn oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This node is still catching up with the network. What you do is kept and sent later. Wait, or choose another node.</source>
        <translation>Dieser Knoten holt das Netz noch ein. Was Sie tun, wird aufgehoben und später gesendet. Warten Sie oder wählen Sie einen anderen Knoten.</translation>
    </message>
    <message>
        <source>This node said something that cannot be true. It is not used any more. Nothing was lost; choose another node.</source>
        <translation>Dieser Knoten hat etwas gesagt, das nicht stimmen kann. Er wird nicht mehr benutzt. Nichts ging verloren; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This node answers in a way that cannot be read. Nothing was sent to it. Check the address: it must be the port for JSON.</source>
        <translation>Dieser Knoten antwortet unlesbar. Ihm wurde nichts gesendet. Prüfen Sie die Adresse: Es muss der Port für JSON sein.</translation>
    </message>
    <message>
        <source>The encrypted connection to this node could not be trusted. Nothing was sent to it. Check its certificate and this computer&apos;s date.</source>
        <translation>Der verschlüsselten Verbindung zu diesem Knoten ist nicht zu trauen. Ihm wurde nichts gesendet. Prüfen Sie sein Zertifikat und das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>A stranger&apos;s payment stands in the way of this step. Your money is safe. It is tried again by itself.</source>
        <translation>Eine fremde Zahlung steht diesem Schritt im Weg. Ihr Geld ist sicher. Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>The network is sorting itself. Nothing is lost. It is tried again by itself.</source>
        <translation>Das Netz ordnet sich gerade. Nichts ist verloren. Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>The rules of this profile do not allow that. Nothing was changed. Look at it anew and try again.</source>
        <translation>Die Regeln dieses Profils erlauben das nicht. Nichts wurde geändert. Sehen Sie es neu an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The rules of this consent do not allow that. Nothing was changed. Look at it anew and try again.</source>
        <translation>Die Regeln dieser Einwilligung erlauben das nicht. Nichts wurde geändert. Sehen Sie sie neu an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The rules of this reward do not allow that. Nothing was paid. Look at it anew and try again.</source>
        <translation>Die Regeln dieser Belohnung erlauben das nicht. Nichts wurde bezahlt. Sehen Sie sie neu an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This could not be explained. Nothing was changed. Check that it belongs to this app.</source>
        <translation>Das ließ sich nicht erklären. Nichts wurde geändert. Prüfen Sie, ob es zu dieser App gehört.</translation>
    </message>
    <message>
        <source>This node does not keep the list that is needed to find your money. Nothing was sent to it. Whoever runs it must switch that list on; or choose another.</source>
        <translation>Dieser Knoten führt die Liste nicht, mit der sich Ihr Geld finden lässt. Ihm wurde nichts gesendet. Wer ihn betreibt, muss sie einschalten; oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This file with signatures does not hold. Nothing was signed or sent. Ask for it again.</source>
        <translation>Diese Datei mit Unterschriften stimmt nicht. Es wurde nichts unterschrieben oder gesendet. Bitten Sie noch einmal darum.</translation>
    </message>
    <message>
        <source>This text is not complete or was changed on its way. Nothing was read from it. Ask for it again.</source>
        <translation>Dieser Text ist unvollständig oder wurde unterwegs verändert. Es wurde nichts daraus gelesen. Bitten Sie noch einmal darum.</translation>
    </message>
    <message>
        <source>This file was made by a newer version. Nothing was signed. Update the app, then open it again.</source>
        <translation>Diese Datei stammt von einer neueren Version. Es wurde nichts unterschrieben. Aktualisieren Sie die App und öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This file belongs to another network (%1, and this is %2). Nothing was signed. Open it on its own network.</source>
        <translation>Diese Datei gehört zu einem anderen Netz (%1, dies ist %2). Es wurde nichts unterschrieben. Öffnen Sie sie in ihrem eigenen Netz.</translation>
    </message>
    <message>
        <source>A signature in this file is not for what the file pays. Nothing was signed. Do not trust it; ask for it again.</source>
        <translation>Eine Unterschrift in dieser Datei gilt nicht für das, was die Datei zahlt. Es wurde nichts unterschrieben. Vertrauen Sie ihr nicht; bitten Sie noch einmal darum.</translation>
    </message>
    <message>
        <source>Nobody asks for your signature here. Nothing was signed. Check that it is the right file.</source>
        <translation>Hier fragt niemand nach Ihrer Unterschrift. Es wurde nichts unterschrieben. Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>You have signed this already. Nothing was changed. Pass the file on.</source>
        <translation>Das haben Sie schon unterschrieben. Es wurde nichts geändert. Geben Sie die Datei weiter.</translation>
    </message>
    <message>
        <source>These two files are not about the same payment. Nothing was put together. Choose two that belong together.</source>
        <translation>Diese beiden Dateien betreffen nicht dieselbe Zahlung. Es wurde nichts zusammengefügt. Wählen Sie zwei, die zusammengehören.</translation>
    </message>
    <message>
        <source>Not everyone has signed: %1 of %2. Nothing was sent. Pass the file on to the next.</source>
        <translation>Es haben noch nicht alle unterschrieben: %1 von %2. Es wurde nichts gesendet. Geben Sie die Datei weiter.</translation>
    </message>
    <message>
        <source>The money of this file has moved already. Nothing was signed. Look at how things stand now.</source>
        <translation>Das Geld, um das es in dieser Datei geht, ist schon weitergegangen. Es wurde nichts unterschrieben. Sehen Sie nach, wie es jetzt steht.</translation>
    </message>
    <message>
        <source>This file says something else about the money than the network. Nothing was signed. Do not trust it.</source>
        <translation>Diese Datei sagt über das Geld etwas anderes als das Netz. Es wurde nichts unterschrieben. Vertrauen Sie ihr nicht.</translation>
    </message>
    <message>
        <source>%1 of %2 parts are there. Nothing was read yet. Add the others.</source>
        <translation>%1 von %2 Teilen sind da. Es wurde noch nichts gelesen. Fügen Sie die anderen hinzu.</translation>
    </message>
    <message>
        <source>Part %1 was changed on its way. Nothing was read. Copy or scan it again.</source>
        <translation>Teil %1 wurde unterwegs verändert. Es wurde nichts gelesen. Kopieren oder scannen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>These parts belong to different files. Nothing was read. Take the parts of one only.</source>
        <translation>Diese Teile gehören zu verschiedenen Dateien. Es wurde nichts gelesen. Nehmen Sie nur die Teile einer Datei.</translation>
    </message>
    <message>
        <source>This belongs to the other side: what a therapist does, a patient cannot, and the other way round. Nothing was changed. Ask the other person, or use a profile of that kind.</source>
        <translation>Das gehört der anderen Seite: Was eine Therapeutin tut, kann eine Patientin nicht, und umgekehrt. Es wurde nichts geändert. Bitten Sie die andere Person, oder nutzen Sie ein Profil dieser Art.</translation>
    </message>
    <message>
        <source>This belongs to a visit of other people. Nothing was changed. Open one of your own visits.</source>
        <translation>Das gehört zu einem Termin anderer Menschen. Es wurde nichts geändert. Öffnen Sie einen Ihrer eigenen Termine.</translation>
    </message>
    <message>
        <source>This needs a licence that is valid today, and yours is not. Nothing was changed; what you have already agreed to can still be held and ended. Look at your licence on the page Practice.</source>
        <translation>Dafür braucht es eine Zulassung, die heute gültig ist, und Ihre ist es nicht. Es wurde nichts geändert; was Sie schon zugesagt haben, können Sie weiter abhalten und beenden. Sehen Sie Ihre Zulassung auf der Seite Praxis an.</translation>
    </message>
    <message>
        <source>This is for people whose profession is confirmed, and yours is not. Nothing was changed. Look at your licence on the page Practice.</source>
        <translation>Das ist für Menschen, deren Beruf bestätigt ist, und Ihrer ist es nicht. Es wurde nichts geändert. Sehen Sie Ihre Zulassung auf der Seite Praxis an.</translation>
    </message>
    <message>
        <source>This is open to people who hold BTAI, and you hold none. Nothing was changed. Get some first.</source>
        <translation>Das steht Menschen offen, die BTAI besitzen, und Sie haben keine. Es wurde nichts geändert. Besorgen Sie sich zuerst welche.</translation>
    </message>
    <message>
        <source>Only somebody who was named for this can do it, and you were not. Nothing was changed. Ask who named the people for it.</source>
        <translation>Das kann nur, wer dafür benannt wurde, und Sie wurden es nicht. Es wurde nichts geändert. Fragen Sie, wer die Menschen dafür benennt.</translation>
    </message>
    <message>
        <source>Something arrived that this version does not know. Nothing was changed. Update the app.</source>
        <translation>Es kam etwas an, das diese Version nicht kennt. Es wurde nichts geändert. Aktualisieren Sie die App.</translation>
    </message>
    <message>
        <source>There is no BTAI on this network. Nothing was sent. Choose another network.</source>
        <translation>In diesem Netz gibt es kein BTAI. Nichts wurde gesendet. Wählen Sie ein anderes Netz.</translation>
    </message>
    <message>
        <source>You have less BTAI than that. Nothing was sent. Choose a smaller amount, or add money.</source>
        <translation>So viel BTAI haben Sie nicht. Nichts wurde gesendet. Wählen Sie einen kleineren Betrag oder fügen Sie Geld hinzu.</translation>
    </message>
    <message>
        <source>Fees are paid in KAS, and there is too little of it. Nothing was sent. Add some KAS, then try again.</source>
        <translation>Gebühren werden in KAS bezahlt, und davon ist zu wenig da. Nichts wurde gesendet. Fügen Sie etwas KAS hinzu und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The change of your last payment is still on its way. Nothing was sent. Try again in a moment.</source>
        <translation>Das Wechselgeld Ihrer letzten Zahlung ist noch unterwegs. Nichts wurde gesendet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Your BTAI lie in too many parts. Nothing was sent. Try again in a moment, they are put together.</source>
        <translation>Ihre BTAI liegen in zu vielen Teilen. Nichts wurde gesendet. Sie werden zusammengelegt, versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This amount cannot be paid. Nothing was sent. Enter more than nothing.</source>
        <translation>Dieser Betrag kann nicht gezahlt werden. Nichts wurde gesendet. Geben Sie mehr als nichts ein.</translation>
    </message>
    <message>
        <source>This is no address for BTAI on this network. Nothing was sent. Ask for one that begins with btai.</source>
        <translation>Das ist keine Adresse für BTAI in diesem Netz. Nichts wurde gesendet. Bitten Sie um eine, die mit btai beginnt.</translation>
    </message>
    <message>
        <source>This request is paid, declined or being paid already. Nothing was sent. Look at the conversation.</source>
        <translation>Diese Bitte ist schon bezahlt, abgelehnt oder wird gerade bezahlt. Nichts wurde gesendet. Sehen Sie in der Unterhaltung nach.</translation>
    </message>
    <message>
        <source>The file that names BTAI for this network is damaged. Nothing was opened. Replace it or take it away.</source>
        <translation>Die Datei, die das BTAI dieses Netzes benennt, ist beschädigt. Nichts wurde geöffnet. Ersetzen oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>This case file does not hold. Nothing was taken from it. Ask the one who gave it to you for a new one.</source>
        <translation>Diese Falldatei stimmt nicht. Es wurde nichts daraus übernommen. Bitten Sie die Person, von der sie kommt, um eine neue.</translation>
    </message>
    <message>
        <source>This is not possible with this problem now. Nothing was changed. The page shows how it stands.</source>
        <translation>Das ist bei diesem Problem jetzt nicht möglich. Es wurde nichts geändert. Die Seite zeigt, wie es steht.</translation>
    </message>
    <message>
        <source>This case belongs to another network. Nothing was taken from it. Open it on its own network.</source>
        <translation>Dieser Fall gehört zu einem anderen Netz. Es wurde nichts daraus übernommen. Öffnen Sie ihn in seinem eigenen Netz.</translation>
    </message>
    <message>
        <source>This file is not signed by the person it says it is from. Nothing was taken from it. Do not trust it.</source>
        <translation>Diese Datei ist nicht von der Person unterschrieben, von der sie angeblich kommt. Es wurde nichts daraus übernommen. Vertrauen Sie ihr nicht.</translation>
    </message>
    <message>
        <source>Something in this file was made up: a signature in it is not of this visit. Nothing was taken from it. Do not trust it.</source>
        <translation>Etwas in dieser Datei ist erfunden: Eine Unterschrift darin gehört nicht zu diesem Termin. Es wurde nichts daraus übernommen. Vertrauen Sie ihr nicht.</translation>
    </message>
    <message>
        <source>The rules in this file are not those of the visit. Nothing was taken from it. Do not trust it.</source>
        <translation>Die Regeln in dieser Datei sind nicht die des Termins. Es wurde nichts daraus übernommen. Vertrauen Sie ihr nicht.</translation>
    </message>
    <message>
        <source>The money of this visit has moved already, or was never there. Nothing was signed. Look at how things stand now.</source>
        <translation>Das Geld dieses Termins ist schon weitergegangen oder war nie da. Es wurde nichts unterschrieben. Sehen Sie nach, wie es jetzt steht.</translation>
    </message>
    <message>
        <source>This file says something else about the visit than the one that is here. Nothing was changed. Do not trust it.</source>
        <translation>Diese Datei sagt über den Termin etwas anderes als die, die schon hier ist. Es wurde nichts geändert. Vertrauen Sie ihr nicht.</translation>
    </message>
    <message>
        <source>A newer file of this side is here already. Nothing was changed. Ask for the latest one.</source>
        <translation>Eine neuere Datei dieser Seite ist schon hier. Es wurde nichts geändert. Bitten Sie um die neueste.</translation>
    </message>
    <message>
        <source>This file was made by a newer version. Nothing was taken from it. Update the app, then open it again.</source>
        <translation>Diese Datei stammt von einer neueren Version. Es wurde nichts daraus übernommen. Aktualisieren Sie die App und öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This is too much for one file. Nothing was made. Choose fewer messages.</source>
        <translation>Das ist zu viel für eine Datei. Es wurde nichts erstellt. Wählen Sie weniger Nachrichten.</translation>
    </message>
    <message>
        <source>There are too many cases here. Nothing was opened. Forget one that is over.</source>
        <translation>Hier sind zu viele Fälle. Es wurde nichts geöffnet. Vergessen Sie einen, der vorbei ist.</translation>
    </message>
    <message>
        <source>This is not the code of a person who decides. Nothing was kept. Copy it again, all of it.</source>
        <translation>Das ist nicht der Code einer Person, die entscheidet. Es wurde nichts übernommen. Kopieren Sie ihn noch einmal vollständig.</translation>
    </message>
    <message>
        <source>This would be the same person twice. Nothing was kept. Name two different people, or leave one empty.</source>
        <translation>Das wäre zweimal dieselbe Person. Es wurde nichts übernommen. Benennen Sie zwei verschiedene, oder lassen Sie ein Feld leer.</translation>
    </message>
    <message>
        <source>The money cannot be shared this way. Nothing was signed. Each side gets nothing, all %2, or at least %1.</source>
        <translation>So lässt sich das Geld nicht aufteilen. Es wurde nichts unterschrieben. Jede Seite bekommt nichts, alles (%2) oder mindestens %1.</translation>
    </message>
    <message>
        <source>Nobody named you to decide this. Nothing was signed. Give the file to someone who was named.</source>
        <translation>Niemand hat Sie dafür benannt. Es wurde nichts unterschrieben. Geben Sie die Datei jemandem, der benannt ist.</translation>
    </message>
    <message>
        <source>There is no decision here yet. Nothing was made. Divide the money first, or open the file of another who decides.</source>
        <translation>Hier gibt es noch keine Entscheidung. Es wurde nichts erstellt. Teilen Sie zuerst das Geld auf, oder öffnen Sie die Datei einer anderen Person, die entscheidet.</translation>
    </message>
    <message>
        <source>The payment in this file is not what its words say. Nothing was signed. Do not trust it.</source>
        <translation>Die Zahlung in dieser Datei ist nicht das, was ihre Worte sagen. Es wurde nichts unterschrieben. Vertrauen Sie ihr nicht.</translation>
    </message>
    <message>
        <source>Something that you chose is not there any more. Nothing was kept. Choose again.</source>
        <translation>Etwas, das Sie gewählt haben, ist nicht mehr da. Es wurde nichts übernommen. Wählen Sie noch einmal.</translation>
    </message>
    <message>
        <source>You two do not name the same person for both sides. Nothing was booked. Agree on one, or leave it empty in the settings.</source>
        <translation>Sie beide benennen nicht dieselbe Person für beide Seiten. Es wurde nichts gebucht. Einigen Sie sich auf eine, oder lassen Sie das Feld in den Einstellungen leer.</translation>
    </message>
    <message>
        <source>With real money, each side must name who decides if you cannot agree, and both one person for both. Nothing was booked. Name them in the settings.</source>
        <translation>Mit echtem Geld muss jede Seite benennen, wer entscheidet, wenn Sie sich nicht einigen, und beide zusammen eine Person. Es wurde nichts gebucht. Benennen Sie sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>There is no file that can be read. Nothing was changed. Check where it lies.</source>
        <translation>Dort liegt keine Datei, die sich lesen lässt. Es wurde nichts geändert. Prüfen Sie, wo sie liegt.</translation>
    </message>
    <message>
        <source>This file is far too large to be one of these. Nothing was read. Check that it is the right one.</source>
        <translation>Diese Datei ist viel zu groß, um eine solche zu sein. Es wurde nichts gelesen. Prüfen Sie, ob es die richtige ist.</translation>
    </message>
    <message>
        <source>A series has two to twelve visits, and fewer than two of these days can be asked for. Nothing was sent. Choose another hour, or ask for a single visit.</source>
        <translation>Eine Reihe hat zwei bis zwölf Termine, und weniger als zwei dieser Tage können angefragt werden. Nichts wurde gesendet. Wählen Sie eine andere Stunde oder fragen Sie einen einzelnen Termin an.</translation>
    </message>
    <message>
        <source>The free hours have changed since you looked. Nothing was sent and no money moved. Look at the days again.</source>
        <translation>Die freien Stunden haben sich inzwischen geändert. Nichts wurde gesendet, kein Geld bewegt. Sehen Sie die Tage noch einmal an.</translation>
    </message>
    <message>
        <source>Cancelling would give less now than you were told. Nothing was cancelled. Look at what it gives now.</source>
        <translation>Absagen gäbe jetzt weniger, als Ihnen gesagt wurde. Nichts wurde abgesagt. Sehen Sie an, was es jetzt gibt.</translation>
    </message>
    <message>
        <source>The old hour was not cancelled, so the new one was not asked for. No money moved. Look at the visit again.</source>
        <translation>Die alte Stunde wurde nicht abgesagt, also wurde die neue nicht angefragt. Kein Geld wurde bewegt. Sehen Sie den Termin noch einmal an.</translation>
    </message>
    <message>
        <source>There is no visit whose money is held now. Nothing was saved. Save the list after a booking is through.</source>
        <translation>Es gibt keinen Termin, dessen Geld jetzt verwahrt ist. Nichts wurde gespeichert. Speichern Sie die Liste nach einer Buchung.</translation>
    </message>
    <message>
        <source>This is no watch list that can be used. Nothing was changed. Save it anew.</source>
        <translation>Das ist keine brauchbare Wachliste. Nichts wurde geändert. Speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>The purse file is damaged, or others may read it. Nothing was sent. Use another one.</source>
        <translation>Die Börsendatei ist beschädigt, oder andere dürfen sie lesen. Nichts wurde gesendet. Nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>A place of money is written as 64 characters, a colon and a number. Nothing was changed. Copy it again.</source>
        <translation>Ein Ort von Geld wird als 64 Zeichen, Doppelpunkt und Zahl geschrieben. Nichts wurde geändert. Kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This visit was agreed without a public rating. Nothing was said. Your deposit can come back at any time.</source>
        <translation>Dieser Termin wurde ohne öffentliche Bewertung vereinbart. Es wurde nichts gesagt. Ihre Kaution kann jederzeit zurückkommen.</translation>
    </message>
    <message>
        <source>The therapist&apos;s app has not allowed a public rating of this visit. Nothing was said. It is asked again by itself.</source>
        <translation>Die App der Therapeutin hat keine öffentliche Bewertung dieses Termins erlaubt. Es wurde nichts gesagt. Sie wird von selbst noch einmal gefragt.</translation>
    </message>
    <message>
        <source>This rating is released already. Nothing was changed. It cannot be taken back any more.</source>
        <translation>Diese Bewertung ist schon freigegeben. Es wurde nichts geändert. Sie lässt sich nicht mehr zurücknehmen.</translation>
    </message>
    <message>
        <source>This visit cannot be rated in public now. Nothing was said. The page shows what is possible.</source>
        <translation>Dieser Termin lässt sich jetzt nicht öffentlich bewerten. Es wurde nichts gesagt. Die Seite zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>Only the patient adds a name or a diagnosis to a receipt. Nothing was saved. Leave both empty.</source>
        <translation>Einen Namen oder eine Diagnose fügt nur die Patientin einem Beleg hinzu. Es wurde nichts gespeichert. Lassen Sie beides leer.</translation>
    </message>
    <message>
        <source>There is no receipt of this visit now. Nothing was saved. Ask for it first.</source>
        <translation>Zu diesem Termin gibt es jetzt keinen Beleg. Es wurde nichts gespeichert. Bitten Sie zuerst darum.</translation>
    </message>
    <message>
        <source>This end cannot be used. Nothing was given. Choose a day from tomorrow on, within five years.</source>
        <translation>Dieses Ende geht nicht. Nichts wurde erlaubt. Wählen Sie einen Tag ab morgen, innerhalb von fünf Jahren.</translation>
    </message>
    <message>
        <source>There is no permission that could be taken back. Nothing was changed. The page shows what stands.</source>
        <translation>Es gibt keine Erlaubnis, die man zurücknehmen könnte. Nichts wurde geändert. Die Seite zeigt, was besteht.</translation>
    </message>
    <message>
        <source>This permission cannot be proved yet. Nothing was saved. Wait until the network has it.</source>
        <translation>Diese Erlaubnis lässt sich noch nicht nachweisen. Nichts wurde gespeichert. Warten Sie, bis das Netz sie hat.</translation>
    </message>
    <message>
        <source>Another change of this profile waits for the network. Nothing was changed. Wait until it is through.</source>
        <translation>Eine andere Änderung dieses Profils wartet auf das Netz. Nichts wurde geändert. Warten Sie, bis sie durch ist.</translation>
    </message>
    <message>
        <source>The profile has changed since this was written. Nothing was signed or sent. Begin anew.</source>
        <translation>Das Profil hat sich seither geändert. Nichts wurde unterschrieben oder gesendet. Beginnen Sie neu.</translation>
    </message>
    <message>
        <source>This is not about a profile that you guard. Nothing was signed. Ask who gave it to you.</source>
        <translation>Hier geht es nicht um ein Profil, das Sie hüten. Nichts wurde unterschrieben. Fragen Sie, von wem es kommt.</translation>
    </message>
    <message>
        <source>This asks for another key than yours. Nothing was changed. Give your guardians the key on this page.</source>
        <translation>Hier wird ein anderer Schlüssel als Ihrer verlangt. Nichts wurde geändert. Geben Sie Ihren Vertrauten den Schlüssel auf dieser Seite.</translation>
    </message>
    <message>
        <source>Your guardians have not sent this yet. Nothing was changed. Try again when they have.</source>
        <translation>Ihre Vertrauten haben das noch nicht gesendet. Nichts wurde geändert. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>This text is no request of guardians, or was changed on its way. Nothing was signed. Ask for it again.</source>
        <translation>Dieser Text ist keine Anfrage von Vertrauten oder wurde unterwegs verändert. Nichts wurde unterschrieben. Bitten Sie noch einmal darum.</translation>
    </message>
    <message>
        <source>This proof of a profession does not hold. Nothing was changed. Ask for a new one.</source>
        <translation>Dieser Nachweis eines Berufs gilt nicht. Es wurde nichts geändert. Bitten Sie um einen neuen.</translation>
    </message>
    <message>
        <source>There is no reward pool on this network. Nothing was changed. Choose another network.</source>
        <translation>In diesem Netzwerk gibt es keinen Belohnungstopf. Nichts wurde geändert. Wählen Sie ein anderes Netzwerk.</translation>
    </message>
    <message>
        <source>The pool moved in a way that this version cannot read. Nothing was paid. Use a newer version of the app.</source>
        <translation>Der Topf hat sich auf eine Weise bewegt, die diese Version nicht lesen kann. Nichts wurde gezahlt. Verwenden Sie eine neuere Version der App.</translation>
    </message>
    <message>
        <source>The pool does not pay for that. Nothing was made. Choose one of the kinds of work in the list.</source>
        <translation>Dafür zahlt der Topf nicht. Nichts wurde angelegt. Wählen Sie eine Art von Arbeit aus der Liste.</translation>
    </message>
    <message>
        <source>A request needs a few words about what was done. Nothing was made. Describe it, then try again.</source>
        <translation>Eine Anfrage braucht ein paar Worte darüber, was getan wurde. Nichts wurde angelegt. Beschreiben Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no request without an award. Nothing was decided. Make a request first.</source>
        <translation>Es gibt keine Anfrage ohne Belohnung. Nichts wurde entschieden. Stellen Sie zuerst eine Anfrage.</translation>
    </message>
    <message>
        <source>Only the practice network has practice stewards. Nothing was decided. Give your request to a steward.</source>
        <translation>Nur das Übungsnetzwerk hat Übungsverwalter. Nichts wurde entschieden. Geben Sie Ihre Anfrage einer Verwalterin oder einem Verwalter.</translation>
    </message>
    <message>
        <source>It is too early for that. Nothing was changed. The page says from when on it can be done.</source>
        <translation>Dafür ist es zu früh. Nichts wurde geändert. Auf der Seite steht, ab wann es geht.</translation>
    </message>
    <message>
        <source>This award was paid already. Nothing is paid twice. It stands among the payments of the pool.</source>
        <translation>Diese Belohnung wurde schon gezahlt. Nichts wird zweimal gezahlt. Sie steht unter den Zahlungen des Topfes.</translation>
    </message>
    <message>
        <source>A steward stopped this round. Nothing of it is paid. A later round may hold an award for your work.</source>
        <translation>Diese Runde wurde angehalten. Nichts daraus wird gezahlt. Eine spätere Runde kann eine Belohnung für Ihre Arbeit enthalten.</translation>
    </message>
    <message>
        <source>The round of this award is over. It was not paid. Ask the stewards to put it into the next one.</source>
        <translation>Die Runde dieser Belohnung ist vorbei. Sie wurde nicht gezahlt. Bitten Sie die Verwalter, sie in die nächste aufzunehmen.</translation>
    </message>
    <message>
        <source>The network knows no such round. Nothing was taken in. Check that the list belongs to this network.</source>
        <translation>Das Netzwerk kennt keine solche Runde. Nichts wurde übernommen. Prüfen Sie, ob die Liste zu diesem Netzwerk gehört.</translation>
    </message>
    <message>
        <source>The list of this round is not on this computer. Nothing was paid. Ask a steward for it.</source>
        <translation>Die Liste dieser Runde ist nicht auf diesem Computer. Nichts wurde gezahlt. Bitten Sie die Verwalter darum.</translation>
    </message>
    <message>
        <source>This is no list of awards, or it was changed. Nothing was taken in. Ask a steward for it again.</source>
        <translation>Das ist keine Liste von Belohnungen, oder sie wurde verändert. Nichts wurde übernommen. Bitten Sie die Verwalter noch einmal darum.</translation>
    </message>
    <message>
        <source>This is not the list that the stewards signed. Nothing was taken in. Do not trust it; ask another steward.</source>
        <translation>Das ist nicht die Liste, die die Verwalter unterschrieben haben. Nichts wurde übernommen. Trauen Sie ihr nicht und fragen Sie jemand anderen aus dem Kreis der Verwalter.</translation>
    </message>
    <message>
        <source>The rules of the pool do not allow this award. Nothing was paid. Tell a steward about it.</source>
        <translation>Die Regeln des Topfes erlauben diese Belohnung nicht. Nichts wurde gezahlt. Sagen Sie es den Verwaltern.</translation>
    </message>
    <message>
        <source>The pool&apos;s money lies in too small parts for this award. Nothing was paid. Ask the stewards to put it together.</source>
        <translation>Das Geld des Topfes liegt für diese Belohnung in zu kleinen Teilen. Nichts wurde gezahlt. Bitten Sie die Verwalter, es zusammenzulegen.</translation>
    </message>
    <message>
        <source>The last try did not go through. Nothing was paid twice. Try again.</source>
        <translation>Der letzte Versuch kam nicht durch. Nichts wurde zweimal gezahlt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The price or the rules of this practice have changed since you looked. Nothing was sent and no money moved. Look at them again.</source>
        <translation>Preis oder Regeln dieser Praxis haben sich geändert, seit Sie sie gesehen haben. Nichts wurde gesendet, kein Geld bewegt. Sehen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>These visits are paid in a token that is not the BTAI of this network. Nothing was sent. Ask for a visit that is paid in KAS or BTAI.</source>
        <translation>Diese Termine werden in einem Token bezahlt, das nicht das BTAI dieses Netzwerks ist. Nichts wurde gesendet. Bitten Sie um einen Termin, der in KAS oder BTAI bezahlt wird.</translation>
    </message>
    <message>
        <source>This practice takes another kind of money now than this visit is paid in. Nothing was sent. Cancel the visit and ask for another hour.</source>
        <translation>Diese Praxis nimmt jetzt eine andere Art von Geld, als dieser Termin bezahlt wird. Nichts wurde gesendet. Sagen Sie den Termin ab und bitten Sie um eine andere Stunde.</translation>
    </message>
    <message>
        <source>A break does not lie within the hours of its day. Nothing was saved. Choose another time for it, or no break.</source>
        <translation>Eine Pause liegt nicht innerhalb der Zeiten ihres Tages. Es wurde nichts gespeichert. Wählen Sie eine andere Zeit dafür oder keine Pause.</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Find a therapist</source>
        <extracomment>Title of the page that lists therapists.</extracomment>
        <translation>Eine Fachperson finden</translation>
    </message>
    <message>
        <source>Nobody is listed yet</source>
        <extracomment>Nobody is listed on the network yet.</extracomment>
        <translation>Noch ist niemand eingetragen</translation>
    </message>
    <message>
        <source>Therapists appear here as soon as the network has told this computer about them.</source>
        <extracomment>Under &quot;Nobody is listed yet&quot;.</extracomment>
        <translation>Fachpersonen erscheinen hier, sobald das Netz diesem Computer von ihnen berichtet hat.</translation>
    </message>
    <message>
        <source>Nobody fits these filters</source>
        <extracomment>The filters leave nobody.</extracomment>
        <translation>Niemand passt zu diesen Filtern</translation>
    </message>
    <message>
        <source>Take one away, and more people appear.</source>
        <extracomment>Under &quot;Nobody fits these filters&quot;.</extracomment>
        <translation>Nehmen Sie einen weg, dann erscheinen mehr Menschen.</translation>
    </message>
    <message>
        <source>Start over</source>
        <extracomment>Button that takes all filters and answers away.</extracomment>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Therapists</source>
        <extracomment>Spoken name of the list of therapists.</extracomment>
        <translation>Fachpersonen</translation>
    </message>
    <message>
        <source>What brings you here?</source>
        <extracomment>Heading of the three questions.</extracomment>
        <translation>Was führt Sie her?</translation>
    </message>
    <message>
        <source>Three questions. Skip any of them.</source>
        <extracomment>Under &quot;What brings you here?&quot;.</extracomment>
        <translation>Drei Fragen. Lassen Sie aus, was Sie möchten.</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <extracomment>First of three questions.</extracomment>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Which language feels right?</source>
        <extracomment>Second of three questions.</extracomment>
        <translation>Welche Sprache fühlt sich richtig an?</translation>
    </message>
    <message>
        <source>When suits you?</source>
        <extracomment>Third of three questions.</extracomment>
        <translation>Wann passt es Ihnen?</translation>
    </message>
    <message>
        <source>Your answers are compared on this computer. Nothing about your search is sent.</source>
        <extracomment>Under the three questions: they stay private.</extracomment>
        <translation>Ihre Antworten werden auf diesem Computer verglichen. Nichts über Ihre Suche wird gesendet.</translation>
    </message>
    <message>
        <source>On this network listings do not travel between computers yet: only therapists who use this computer appear. To try everything, choose the practice network in the settings.</source>
        <extracomment>Under &quot;Nobody is listed yet&quot;, on another network than the practice network.</extracomment>
        <translation>In diesem Netz reisen Einträge noch nicht von Computer zu Computer: Nur Fachpersonen, die diesen Computer nutzen, erscheinen hier. Um alles auszuprobieren, wählen Sie in den Einstellungen das Übungsnetz.</translation>
    </message>
</context>
<context>
    <name>GuardedRows</name>
    <message>
        <source>Whom you guard</source>
        <extracomment>Heading: the people whose profiles one guards.</extracomment>
        <translation>Wen Sie hüten</translation>
    </message>
    <message>
        <source>I will</source>
        <extracomment>Button: agrees to be a guardian.</extracomment>
        <translation>Ja, gern</translation>
    </message>
    <message>
        <source>Rather not</source>
        <extracomment>Button: does not want to be a guardian.</extracomment>
        <translation>Lieber nicht</translation>
    </message>
    <message>
        <source>They lost their keys</source>
        <extracomment>Opens the beginning of a recovery for somebody.</extracomment>
        <translation>Die Schlüssel sind verloren</translation>
    </message>
    <message>
        <source>Do this only when the person herself told you, by voice or face to face, and gave you the new key.</source>
        <extracomment>Over the field for the new key of somebody whose profile one guards.</extracomment>
        <translation>Tun Sie das nur, wenn die Person selbst es Ihnen gesagt hat, mit ihrer Stimme oder persönlich, und Ihnen den neuen Schlüssel gab.</translation>
    </message>
    <message>
        <source>The new key</source>
        <extracomment>Label of a field: the new key of somebody who lost hers.</extracomment>
        <translation>Der neue Schlüssel</translation>
    </message>
    <message>
        <source>Begin and sign</source>
        <extracomment>Button: begins a recovery and signs it.</extracomment>
        <translation>Beginnen und unterschreiben</translation>
    </message>
</context>
<context>
    <name>GuardianChoice</name>
    <message>
        <source>Your guardians</source>
        <extracomment>Heading: those who guard one&apos;s own profile.</extracomment>
        <translation>Ihre Vertrauten</translation>
    </message>
    <message>
        <source>Nobody yet. You need a public profile first, then ask people you trust.</source>
        <extracomment>Nobody guards the profile.</extracomment>
        <translation>Noch niemand. Zuerst brauchen Sie ein öffentliches Profil, dann fragen Sie Menschen, denen Sie trauen.</translation>
    </message>
    <message>
        <source>Ask</source>
        <extracomment>Button: asks somebody to be a guardian.</extracomment>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>How many must agree</source>
        <extracomment>Label of a choice: how many guardians must agree.</extracomment>
        <translation>Wie viele zustimmen müssen</translation>
    </message>
    <message>
        <source>Days in which you can call it off</source>
        <extracomment>Label of a choice: how many days one has to call a recovery off.</extracomment>
        <translation>Tage, in denen Sie es abbrechen können</translation>
    </message>
    <message>
        <source>Make them my guardians</source>
        <extracomment>Button: puts the chosen guardians in force.</extracomment>
        <translation>Zu meinen Vertrauten machen</translation>
    </message>
</context>
<context>
    <name>GuardiansPage</name>
    <message>
        <source>Guardians</source>
        <extracomment>Title of the page about guardians.</extracomment>
        <translation>Vertraute</translation>
    </message>
    <message>
        <source>Guardians are people who know you. If you lose your words and your computers, some of them together can give your profile a new key. They cannot read anything of yours, and for some days you can call it off.</source>
        <extracomment>What guardians are.</extracomment>
        <translation>Vertraute sind Menschen, die Sie kennen. Verlieren Sie Ihre Wörter und Ihre Computer, können einige von ihnen zusammen Ihrem Profil einen neuen Schlüssel geben. Lesen können sie nichts von Ihnen, und einige Tage lang können Sie es abbrechen.</translation>
    </message>
    <message>
        <source>I lost my profile</source>
        <extracomment>Opens what a person who lost everything gives to her guardians.</extracomment>
        <translation>Ich habe mein Profil verloren</translation>
    </message>
    <message>
        <source>Give this key to your guardians, best face to face. When enough of them have signed, open their text above.</source>
        <extracomment>Over the new key of somebody who lost everything.</extracomment>
        <translation>Geben Sie diesen Schlüssel Ihren Vertrauten, am besten persönlich. Wenn genug unterschrieben haben, öffnen Sie ihren Text weiter oben.</translation>
    </message>
    <message>
        <source>Your new key</source>
        <extracomment>Spoken name of a QR code.
----------
Label of a technical value.</extracomment>
        <translation>Ihr neuer Schlüssel</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Saved as %1</source>
        <extracomment>Where a file was saved. %1 is a path.</extracomment>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Show it as codes to scan</source>
        <extracomment>Opens the QR codes of a file.</extracomment>
        <translation>Als Codes zum Scannen zeigen</translation>
    </message>
</context>
<context>
    <name>HelpCountries</name>
    <message>
        <source>Country</source>
        <extracomment>Narrows the list of countries in the crisis help</extracomment>
        <translation>Land</translation>
    </message>
    <message>
        <source>Countries</source>
        <extracomment>Spoken name of the list of countries</extracomment>
        <translation>Länder</translation>
    </message>
</context>
<context>
    <name>HelpLines</name>
    <message>
        <source>%1, checked %2</source>
        <extracomment>Where a crisis line&apos;s details come from: %1 source, %2 date</extracomment>
        <translation>%1, geprüft am %2</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>Copies a phone number or an address; %1 is whose</extracomment>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Life in danger</source>
        <extracomment>First line of the crisis help</extracomment>
        <translation>Lebensgefahr</translation>
    </message>
    <message>
        <source>If you cannot call, ask someone near you to stay and to call for you.</source>
        <extracomment>Last line of the crisis help</extracomment>
        <translation>Wenn Sie nicht anrufen können, bitten Sie jemanden in Ihrer Nähe, zu bleiben und für Sie anzurufen.</translation>
    </message>
    <message>
        <source>Choose the country you are in. The numbers differ.</source>
        <extracomment>In the crisis help, where this computer does not tell which country it is in.</extracomment>
        <translation>Wählen Sie das Land, in dem Sie sind. Die Nummern unterscheiden sich.</translation>
    </message>
</context>
<context>
    <name>HelpOverlay</name>
    <message>
        <source>Someone is there for you now</source>
        <extracomment>Title of the crisis help</extracomment>
        <translation>Jetzt ist jemand für Sie da</translation>
    </message>
    <message>
        <source>Call, write or chat. You can stay nameless. These people listen to this every day.</source>
        <extracomment>Under the title of the crisis help</extracomment>
        <translation>Rufen Sie an, schreiben oder chatten Sie. Sie müssen keinen Namen nennen. Diese Menschen hören so etwas jeden Tag.</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Closes the crisis help</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Country</source>
        <extracomment>Which country&apos;s crisis lines are shown</extracomment>
        <translation>Land</translation>
    </message>
    <message>
        <source>This list is from %1 and works without internet. Opening it is not stored and tells nobody.</source>
        <extracomment>Foot of the crisis help; %1 is a date</extracomment>
        <translation>Diese Liste ist vom %1 und geht ohne Internet. Dass Sie sie öffnen, wird nicht gespeichert und niemandem gesagt.</translation>
    </message>
</context>
<context>
    <name>HowItWorksPage</name>
    <message>
        <source>How it works</source>
        <extracomment>Title of the page that explains the app.</extracomment>
        <translation>Wie es geht</translation>
    </message>
    <message>
        <source>You choose</source>
        <extracomment>Heading in &quot;How it works&quot;.</extracomment>
        <translation>Sie wählen</translation>
    </message>
    <message>
        <source>Your computer checks each licence itself and compares your answers itself. Nobody learns what you looked for.</source>
        <extracomment>Text in &quot;How it works&quot;.</extracomment>
        <translation>Ihr Computer prüft jede Zulassung selbst und vergleicht Ihre Antworten selbst. Niemand erfährt, was Sie gesucht haben.</translation>
    </message>
    <message>
        <source>The money is held safely</source>
        <extracomment>Heading in &quot;How it works&quot;.</extracomment>
        <translation>Das Geld ist sicher verwahrt</translation>
    </message>
    <message>
        <source>When you ask for a time, the price is set aside. Nobody can take it alone before the visit, and the rules for cancelling are fixed from the beginning, for both of you.</source>
        <extracomment>Text in &quot;How it works&quot;.</extracomment>
        <translation>Wenn Sie eine Zeit anfragen, wird der Preis zurückgelegt. Vor dem Termin kann ihn niemand allein nehmen, und die Regeln fürs Absagen stehen von Anfang an fest, für Sie beide.</translation>
    </message>
    <message>
        <source>You write to each other</source>
        <extracomment>Heading in &quot;How it works&quot;.</extracomment>
        <translation>Sie schreiben einander</translation>
    </message>
    <message>
        <source>The room opens at the agreed time. Only the two of you can read what is written there.</source>
        <extracomment>Text in &quot;How it works&quot;.</extracomment>
        <translation>Der Raum öffnet zur vereinbarten Zeit. Nur Sie beide können lesen, was dort geschrieben wird.</translation>
    </message>
    <message>
        <source>You both sign</source>
        <extracomment>Heading in &quot;How it works&quot;.</extracomment>
        <translation>Sie unterschreiben beide</translation>
    </message>
    <message>
        <source>Afterwards both sign that the visit took place, you confirm, and it is paid. If someone does not come, the rules decide, not a company.</source>
        <extracomment>Text in &quot;How it works&quot;.</extracomment>
        <translation>Danach unterschreiben beide, dass der Termin stattgefunden hat, Sie bestätigen, und es wird bezahlt. Kommt jemand nicht, entscheiden die Regeln, nicht eine Firma.</translation>
    </message>
    <message>
        <source>What exactly happens?</source>
        <extracomment>Opens the technical details.</extracomment>
        <translation>Was geschieht genau?</translation>
    </message>
    <message>
        <source>Payments are transactions on the Kaspa network. A covenant, a small program that both sides agreed to, holds the price and the therapist&apos;s bond and lets them go only by its rules. Messages use a double ratchet and travel sealed, as content-addressed blocks. Listings are signed blocks, licences are verifiable credentials. On the practice network all of this runs on this computer, by the same rules, with play money.</source>
        <extracomment>The true terms behind &quot;How it works&quot;.</extracomment>
        <translation>Zahlungen sind Transaktionen im Kaspa-Netz. Ein Covenant, ein kleines Programm, dem beide Seiten zugestimmt haben, verwahrt den Preis und den Einsatz der Fachperson und gibt sie nur nach seinen Regeln frei. Nachrichten nutzen eine Double Ratchet und reisen versiegelt als inhaltsadressierte Blöcke. Angebote sind signierte Blöcke, Zulassungen sind verifizierbare Nachweise. Im Übungsnetz läuft all das auf diesem Computer, nach denselben Regeln, mit Spielgeld.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Locked</source>
        <extracomment>Title of the lock page</extracomment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Everything here is closed until you open it.</source>
        <extracomment>Under the title of the lock page</extracomment>
        <translation>Hier ist alles verschlossen, bis Sie es öffnen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>Label of the passphrase field on the lock page</extracomment>
        <translation>Passwortsatz</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <extracomment>Under the passphrase field after several wrong ones; %n seconds</extracomment>
        <translation>
            <numerusform>Sie können es in einer Sekunde wieder versuchen.</numerusform>
            <numerusform>Sie können es in %n Sekunden wieder versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening</source>
        <extracomment>Button on the lock page; the second text stands while the passphrase is tried</extracomment>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>I forgot it</source>
        <extracomment>Link on the lock page for a lost passphrase</extracomment>
        <translation>Ich weiß ihn nicht mehr</translation>
    </message>
    <message>
        <source>Help now</source>
        <extracomment>Opens the crisis help</extracomment>
        <translation>Hilfe jetzt</translation>
    </message>
</context>
<context>
    <name>MainLock</name>
    <message>
        <source>Forgot the passphrase?</source>
        <extracomment>Title of a dialog on the lock page.</extracomment>
        <translation>Passwortsatz vergessen?</translation>
    </message>
    <message>
        <source>Nobody can reset it. Your 24 words bring back your keys, your money and open visits in a new profile: start the app with another profile folder and choose &quot;Bring yourself back&quot;.</source>
        <extracomment>What can be done about a forgotten passphrase.</extracomment>
        <translation>Niemand kann ihn zurücksetzen. Ihre 24 Wörter bringen Schlüssel, Geld und offene Termine in ein neues Profil zurück: Starten Sie die App mit einem anderen Profilordner und wählen Sie „Holen Sie sich mit Ihren 24 Wörtern zurück“.</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Closes the dialog about a forgotten passphrase.</extracomment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <extracomment>Spoken name of the list of messages.</extracomment>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>Under one&apos;s own message. %1 time, %2 state.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>Link under a message that was not sent.</extracomment>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Take back</source>
        <extracomment>Link under a message that waits.</extracomment>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>See the visit</source>
        <extracomment>A visit in a conversation: opens its page.</extracomment>
        <translation>Termin ansehen</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>Messages</source>
        <extracomment>Title of the conversations.</extracomment>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <extracomment>There are no conversations.</extracomment>
        <translation>Noch keine Nachrichten</translation>
    </message>
    <message>
        <source>When someone asks for a visit, your conversation will be here.</source>
        <extracomment>Under &quot;No messages yet&quot;, for therapists.</extracomment>
        <translation>Wenn jemand einen Termin anfragt, steht hier Ihre Unterhaltung.</translation>
    </message>
    <message>
        <source>When you have asked for a visit, your conversation will be here.</source>
        <extracomment>Under &quot;No messages yet&quot;, for patients.</extracomment>
        <translation>Wenn Sie einen Termin angefragt haben, steht hier Ihre Unterhaltung.</translation>
    </message>
    <message>
        <source>Find a therapist</source>
        <extracomment>Button to the list of therapists.</extracomment>
        <translation>Eine Fachperson finden</translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <extracomment>No conversation is open yet.</extracomment>
        <translation>Wählen Sie eine Unterhaltung</translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>Money</source>
        <extracomment>Title of the money page.</extracomment>
        <translation>Geld</translation>
    </message>
    <message>
        <source>No payments yet</source>
        <extracomment>There are no payments.</extracomment>
        <translation>Noch keine Zahlungen</translation>
    </message>
    <message>
        <source>Every payment stands here, with its state.</source>
        <extracomment>Under &quot;No payments yet&quot;.</extracomment>
        <translation>Hier steht jede Zahlung mit ihrem Stand.</translation>
    </message>
    <message>
        <source>What exactly happens?</source>
        <extracomment>Opens the technical details.</extracomment>
        <translation>Was geschieht genau?</translation>
    </message>
    <message>
        <source>Your next address</source>
        <extracomment>Name of a technical value: an address for receiving coins.</extracomment>
        <translation>Ihre nächste Adresse</translation>
    </message>
    <message>
        <source>See the visit</source>
        <extracomment>Button: the page of the visit that money is held for.</extracomment>
        <translation>Termin ansehen</translation>
    </message>
    <message>
        <source>This year</source>
        <extracomment>Heading over the sums of this year.</extracomment>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Came back</source>
        <extracomment>Money that came back from visits.</extracomment>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Network fees</source>
        <extracomment>Sum of what the network took.</extracomment>
        <translation>Netzgebühren</translation>
    </message>
    <message>
        <source>Add money</source>
        <extracomment>Heading: how money comes into the wallet.</extracomment>
        <translation>Geld hinzufügen</translation>
    </message>
    <message>
        <source>Have KAS of this network sent to this address. Every payment gets a new one.</source>
        <extracomment>Above an address for receiving coins.</extracomment>
        <translation>Lassen Sie KAS dieses Netzes an diese Adresse senden. Jede Zahlung bekommt eine neue.</translation>
    </message>
    <message>
        <source>QR code of your address</source>
        <extracomment>Spoken for the QR code of an address for receiving coins.</extracomment>
        <translation>QR-Code Ihrer Adresse</translation>
    </message>
    <message>
        <source>Rewards</source>
        <extracomment>Link on the money page: to the community&apos;s reward pool.</extracomment>
        <translation>Belohnungen</translation>
    </message>
    <message>
        <source>Held for the visit</source>
        <extracomment>Heading: the price that is held for a visit.</extracomment>
        <translation>Für den Termin verwahrt</translation>
    </message>
</context>
<context>
    <name>MoneyTokens</name>
    <message>
        <source>Send money</source>
        <extracomment>Button: leads to the page where one pays somebody.</extracomment>
        <translation>Geld senden</translation>
    </message>
    <message>
        <source>Ask for money</source>
        <extracomment>Button: leads to the page where one asks somebody to pay.</extracomment>
        <translation>Um Geld bitten</translation>
    </message>
    <message>
        <source>Receive BTAI</source>
        <extracomment>Opens an address and its QR code, for being paid by somebody who is no contact.</extracomment>
        <translation>BTAI empfangen</translation>
    </message>
    <message>
        <source>Contacts need no address: their app asks for one. This one is for others. Every payer gets a new one.</source>
        <extracomment>Above an address for receiving BTAI.</extracomment>
        <translation>Kontakte brauchen keine Adresse: Ihre App fragt danach. Diese hier ist für andere. Jeder Zahlende bekommt eine neue.</translation>
    </message>
    <message>
        <source>QR code of your address for BTAI</source>
        <extracomment>Spoken for the QR code of an address for receiving BTAI.</extracomment>
        <translation>QR-Code Ihrer Adresse für BTAI</translation>
    </message>
    <message>
        <source>The same as a key, for other wallets</source>
        <extracomment>Name of a technical value: what another wallet needs to pay BTAI to this address.</extracomment>
        <translation>Dasselbe als Schlüssel, für andere Wallets</translation>
    </message>
</context>
<context>
    <name>MoneyTotal</name>
    <message>
        <source>All your money</source>
        <extracomment>Over the total.</extracomment>
        <translation>Ihr ganzes Geld</translation>
    </message>
    <message>
        <source>Add play money</source>
        <extracomment>Button: play money for the practice network.</extracomment>
        <translation>Spielgeld hinzufügen</translation>
    </message>
    <message>
        <source>%1 free to use, %2 held safely</source>
        <extracomment>Spoken for the bar under the total. %1 free, %2 held.</extracomment>
        <translation>%1 frei verfügbar, %2 sicher verwahrt</translation>
    </message>
    <message>
        <source>Free to use %1</source>
        <extracomment>Under the bar. %1 is an amount.</extracomment>
        <translation>Frei verfügbar %1</translation>
    </message>
    <message>
        <source>Held safely %1</source>
        <extracomment>Under the bar. %1 is an amount.</extracomment>
        <translation>Sicher verwahrt %1</translation>
    </message>
    <message>
        <source>On its way to you %1</source>
        <extracomment>Under the bar: money on its way. %1 is an amount.</extracomment>
        <translation>Unterwegs zu Ihnen %1</translation>
    </message>
    <message>
        <source>Kept under your BTAI %1</source>
        <extracomment>Under the bar: KAS that come free when BTAI are spent. %1 is an amount.</extracomment>
        <translation>Unter Ihren BTAI %1</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Licensed in %1</source>
        <extracomment>Beside a green tick. %1 is a place: &quot;Licensed in Berlin&quot;.</extracomment>
        <translation>Zugelassen in %1</translation>
    </message>
    <message>
        <source>Licence ended</source>
        <extracomment>The licence was valid once.</extracomment>
        <translation>Zulassung abgelaufen</translation>
    </message>
    <message>
        <source>Licence not recognised</source>
        <extracomment>The licence is signed by nobody that this app trusts.</extracomment>
        <translation>Zulassung nicht anerkannt</translation>
    </message>
    <message>
        <source>No licence shown</source>
        <extracomment>There is no licence at all.</extracomment>
        <translation>Keine Zulassung angegeben</translation>
    </message>
    <message>
        <source>Something happened that this version cannot show</source>
        <extracomment>A line in a conversation from a newer version of the app that this one does not know.</extracomment>
        <translation>Es ist etwas geschehen, das diese Version nicht zeigen kann</translation>
    </message>
    <message>
        <source>Worry</source>
        <translation>Sorgen</translation>
    </message>
    <message>
        <source>Low mood</source>
        <translation>Niedergeschlagenheit</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Schlaf</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Grief</source>
        <translation>Trauer</translation>
    </message>
    <message>
        <source>Work stress</source>
        <translation>Belastung bei der Arbeit</translation>
    </message>
    <message>
        <source>Life changes</source>
        <translation>Lebensveränderungen</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Berlin</source>
        <translation>Berlin</translation>
    </message>
    <message>
        <source>Bavaria</source>
        <translation>Bayern</translation>
    </message>
    <message>
        <source>Brandenburg</source>
        <translation>Brandenburg</translation>
    </message>
    <message>
        <source>Hamburg</source>
        <translation>Hamburg</translation>
    </message>
    <message>
        <source>North Rhine-Westphalia</source>
        <translation>Nordrhein-Westfalen</translation>
    </message>
    <message>
        <source>Hesse</source>
        <translation>Hessen</translation>
    </message>
    <message>
        <source>Saxony</source>
        <translation>Sachsen</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Schweiz</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasilien</translation>
    </message>
    <message>
        <source>Play money added</source>
        <translation>Spielgeld hinzugefügt</translation>
    </message>
    <message>
        <source>Held for your visit</source>
        <translation>Für Ihren Termin verwahrt</translation>
    </message>
    <message>
        <source>Came back to you</source>
        <translation>An Sie zurückgekommen</translation>
    </message>
    <message>
        <source>Paid for your visit</source>
        <translation>Für Ihren Termin bezahlt</translation>
    </message>
    <message>
        <source>Received for a visit</source>
        <translation>Für einen Termin erhalten</translation>
    </message>
    <message>
        <source>Your own stake, held</source>
        <translation>Ihr eigener Einsatz, verwahrt</translation>
    </message>
    <message>
        <source>Your own stake came back</source>
        <translation>Ihr eigener Einsatz kam zurück</translation>
    </message>
    <message>
        <source>Small deposit came back</source>
        <translation>Kleine Kaution kam zurück</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>Netzgebühr</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Money set aside</source>
        <translation>Geld zurückgelegt</translation>
    </message>
    <message>
        <source>Request accepted</source>
        <translation>Anfrage angenommen</translation>
    </message>
    <message>
        <source>Request declined, money sent back</source>
        <translation>Anfrage abgelehnt, Geld zurückgesendet</translation>
    </message>
    <message>
        <source>No answer in time, money sent back</source>
        <translation>Keine Antwort in der Frist, Geld zurückgesendet</translation>
    </message>
    <message>
        <source>Visit cancelled</source>
        <translation>Termin abgesagt</translation>
    </message>
    <message>
        <source>Cancelled by the therapist, money sent back</source>
        <translation>Von der Fachperson abgesagt, Geld zurückgesendet</translation>
    </message>
    <message>
        <source>Free cancelling ended</source>
        <translation>Kostenloses Absagen endete</translation>
    </message>
    <message>
        <source>Visit began</source>
        <translation>Termin begann</translation>
    </message>
    <message>
        <source>Visit confirmed and paid</source>
        <translation>Termin bestätigt und bezahlt</translation>
    </message>
    <message>
        <source>Paid after the waiting time</source>
        <translation>Nach der Wartezeit bezahlt</translation>
    </message>
    <message>
        <source>Shared as both agreed</source>
        <translation>Geteilt, wie beide vereinbart haben</translation>
    </message>
    <message>
        <source>A problem was raised</source>
        <translation>Ein Problem wurde gemeldet</translation>
    </message>
    <message>
        <source>The problem was decided</source>
        <translation>Über das Problem wurde entschieden</translation>
    </message>
    <message>
        <source>Time ran out, money shared by the rules</source>
        <translation>Die Frist lief ab, Geld nach den Regeln geteilt</translation>
    </message>
    <message>
        <source>Asking for a visit</source>
        <translation>Einen Termin anfragen</translation>
    </message>
    <message>
        <source>Accepting a request</source>
        <translation>Eine Anfrage annehmen</translation>
    </message>
    <message>
        <source>Declining a request</source>
        <translation>Eine Anfrage ablehnen</translation>
    </message>
    <message>
        <source>Taking back an unanswered request</source>
        <translation>Eine unbeantwortete Anfrage zurücknehmen</translation>
    </message>
    <message>
        <source>Cancelling a visit</source>
        <translation>Einen Termin absagen</translation>
    </message>
    <message>
        <source>Confirming a visit</source>
        <translation>Einen Termin bestätigen</translation>
    </message>
    <message>
        <source>Beginning a visit</source>
        <translation>Einen Termin beginnen</translation>
    </message>
    <message>
        <source>Paying for a visit</source>
        <translation>Einen Termin bezahlen</translation>
    </message>
    <message>
        <source>Collecting the price of a visit</source>
        <translation>Den Preis eines Termins einziehen</translation>
    </message>
    <message>
        <source>Sharing the money as agreed</source>
        <translation>Das Geld wie vereinbart teilen</translation>
    </message>
    <message>
        <source>Sending a message</source>
        <translation>Eine Nachricht senden</translation>
    </message>
    <message>
        <source>Publishing your listing</source>
        <translation>Ihr Angebot veröffentlichen</translation>
    </message>
    <message>
        <source>Adding play money</source>
        <translation>Spielgeld hinzufügen</translation>
    </message>
    <message>
        <source>You came in</source>
        <translation>Sie sind hereingekommen</translation>
    </message>
    <message>
        <source>You left</source>
        <translation>Sie sind gegangen</translation>
    </message>
    <message>
        <source>You signed that the visit took place</source>
        <translation>Sie haben unterschrieben, dass der Termin stattgefunden hat</translation>
    </message>
    <message>
        <source>You suggested how to share the money</source>
        <translation>Sie haben vorgeschlagen, wie das Geld geteilt wird</translation>
    </message>
    <message>
        <source>You said no to sharing the money this way</source>
        <translation>Sie haben diese Teilung des Geldes abgelehnt</translation>
    </message>
    <message>
        <source>%1 came in</source>
        <translation>%1 ist hereingekommen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 ist gegangen</translation>
    </message>
    <message>
        <source>%1 signed that the visit took place</source>
        <translation>%1 hat unterschrieben, dass der Termin stattgefunden hat</translation>
    </message>
    <message>
        <source>%1 suggested how to share the money</source>
        <translation>%1 hat vorgeschlagen, wie das Geld geteilt wird</translation>
    </message>
    <message>
        <source>%1 said no to sharing the money this way</source>
        <translation>%1 hat diese Teilung des Geldes abgelehnt</translation>
    </message>
    <message>
        <source>Cancelled by the patient</source>
        <translation>Von der Patientin oder dem Patienten abgesagt</translation>
    </message>
    <message>
        <source>Taking back a small deposit</source>
        <translation>Eine kleine Kaution zurücknehmen</translation>
    </message>
    <message>
        <source>Received at your address</source>
        <translation>An Ihrer Adresse eingegangen</translation>
    </message>
    <message>
        <source>The network took a payment of the visit back; it is sent again</source>
        <translation>Das Netz hat eine Zahlung des Termins zurückgenommen; sie wird neu gesendet</translation>
    </message>
    <message>
        <source>Your stake in a problem, held</source>
        <translation>Ihr Einsatz für ein Problem, aufbewahrt</translation>
    </message>
    <message>
        <source>Raising a problem</source>
        <translation>Ein Problem wird gemeldet</translation>
    </message>
    <message>
        <source>Sending a decision</source>
        <translation>Eine Entscheidung wird gesendet</translation>
    </message>
    <message>
        <source>Sending what several have signed</source>
        <translation>Von mehreren Unterschriebenes wird gesendet</translation>
    </message>
    <message>
        <source>The practice network decides</source>
        <translation>Das Übungsnetz entscheidet</translation>
    </message>
    <message>
        <source>Ending a problem by the rules</source>
        <translation>Ein Problem endet nach den Regeln</translation>
    </message>
    <message>
        <source>You raised a problem with the visit</source>
        <translation>Sie haben ein Problem mit dem Termin gemeldet</translation>
    </message>
    <message>
        <source>%1 raised a problem with the visit</source>
        <translation>%1 hat ein Problem mit dem Termin gemeldet</translation>
    </message>
    <message>
        <source>Small deposit, held for a public rating</source>
        <translation>Kleine Kaution, für eine öffentliche Bewertung gehalten</translation>
    </message>
    <message>
        <source>Your public rating, or its deposit</source>
        <translation>Ihre öffentliche Bewertung oder deren Kaution</translation>
    </message>
    <message>
        <source>Preparing public ratings of you</source>
        <translation>Öffentliche Bewertungen über Sie werden vorbereitet</translation>
    </message>
    <message>
        <source>Set aside for public ratings of you</source>
        <translation>Zurückgelegt für öffentliche Bewertungen über Sie</translation>
    </message>
    <message>
        <source>Held for permissions to read</source>
        <translation>Hinterlegt für Erlaubnisse zu lesen</translation>
    </message>
    <message>
        <source>A step of a public profile</source>
        <translation>Ein Schritt eines öffentlichen Profils</translation>
    </message>
    <message>
        <source>Letting someone read</source>
        <translation>Jemanden lesen lassen</translation>
    </message>
    <message>
        <source>Taking a permission back</source>
        <translation>Eine Erlaubnis zurücknehmen</translation>
    </message>
    <message>
        <source>Fetching the deposit of a permission that ran out</source>
        <translation>Hinterlegtes einer abgelaufenen Erlaubnis zurückholen</translation>
    </message>
    <message>
        <source>You let the other person read a part of your record</source>
        <translation>Sie lassen die andere Person einen Teil Ihrer Aufzeichnungen lesen</translation>
    </message>
    <message>
        <source>You took a permission to read back</source>
        <translation>Sie haben eine Erlaubnis zu lesen zurückgenommen</translation>
    </message>
    <message>
        <source>%1 lets you read a part of the record</source>
        <translation>%1 lässt Sie einen Teil der Aufzeichnungen lesen</translation>
    </message>
    <message>
        <source>%1 took a permission to read back</source>
        <translation>%1 hat eine Erlaubnis zu lesen zurückgenommen</translation>
    </message>
    <message>
        <source>Keeping your hours and prices for your recovery words</source>
        <translation>Ihre Zeiten und Preise für Ihre Wiederherstellungswörter aufbewahren</translation>
    </message>
    <message>
        <source>Having an award paid</source>
        <translation>Eine Belohnung auszahlen lassen</translation>
    </message>
    <message>
        <source>Sending your comment</source>
        <translation>Ihren Kommentar senden</translation>
    </message>
    <message>
        <source>A visit or a payment</source>
        <extracomment>In a list of conversations, where the newest thing is no message: a visit, a request to pay.</extracomment>
        <translation>Ein Termin oder eine Zahlung</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Practice network</source>
        <extracomment>Name of a network: the one inside this computer.</extracomment>
        <translation>Übungsnetz</translation>
    </message>
    <message>
        <source>Simnet (for developers, test money)</source>
        <extracomment>Name of a network: a private one for developers, with coins without worth.</extracomment>
        <translation>Simnet (für Entwickler, Testgeld)</translation>
    </message>
    <message>
        <source>Testnet (test money)</source>
        <extracomment>Name of a network: public, with coins without worth.</extracomment>
        <translation>Testnetz (Testgeld)</translation>
    </message>
    <message>
        <source>Mainnet (real money)</source>
        <extracomment>Name of a network: the one with real money.</extracomment>
        <translation>Hauptnetz (echtes Geld)</translation>
    </message>
</context>
<context>
    <name>NetworkForm</name>
    <message>
        <source>Choose a network</source>
        <extracomment>Heading of the form that chooses a network.</extracomment>
        <translation>Netz wählen</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>Label of the list of networks.</extracomment>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Addresses of nodes, one a line</source>
        <extracomment>Label of the field for addresses of nodes.</extracomment>
        <translation>Adressen von Knoten, eine je Zeile</translation>
    </message>
    <message>
        <source>Your own node is best: it learns which addresses are yours. For example %1. With several, the next one is asked when one fails.</source>
        <extracomment>Hint under the addresses of nodes. %1 is an example.</extracomment>
        <translation>Am besten Ihr eigener Knoten, denn er erfährt, welche Adressen Ihnen gehören. Zum Beispiel %1. Bei mehreren wird der nächste gefragt, wenn einer ausfällt.</translation>
    </message>
    <message>
        <source>Testing</source>
        <extracomment>Button: tries the nodes of the form; while it does.</extracomment>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Use this network</source>
        <extracomment>Button: opens the program on the network of the form.</extracomment>
        <translation>Dieses Netz verwenden</translation>
    </message>
    <message>
        <source>The window opens anew. Each network has people of its own: who you are on one is unknown on the other.</source>
        <extracomment>Under the form that chooses a network.</extracomment>
        <translation>Das Fenster öffnet sich neu. Jedes Netz hat eigene Personen: Wer Sie im einen sind, ist im anderen unbekannt.</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Network</source>
        <extracomment>Title of the page about the network.</extracomment>
        <translation>Netz</translation>
    </message>
</context>
<context>
    <name>NetworkSpending</name>
    <message>
        <source>Spending real money</source>
        <extracomment>Heading: whether real money may be spent.</extracomment>
        <translation>Echtes Geld ausgeben</translation>
    </message>
    <message>
        <source>On. Visits and messages are paid with real money.</source>
        <extracomment>Spending on mainnet is on.</extracomment>
        <translation>An. Termine und Nachrichten werden mit echtem Geld bezahlt.</translation>
    </message>
    <message>
        <source>Off. You can look at everything, but nothing is signed and no money leaves.</source>
        <extracomment>Spending on mainnet is off.</extracomment>
        <translation>Aus. Sie können alles ansehen, aber nichts wird unterschrieben und kein Geld geht hinaus.</translation>
    </message>
    <message>
        <source>Switch spending off</source>
        <extracomment>Button: lets real money leave (asks first), or stops it.</extracomment>
        <translation>Ausgeben ausschalten</translation>
    </message>
    <message>
        <source>Switch spending on</source>
        <extracomment>Button of a dialog: allow spending.</extracomment>
        <translation>Ausgeben einschalten</translation>
    </message>
    <message>
        <source>Let real money leave?</source>
        <extracomment>Title of the warning before real money may leave.</extracomment>
        <translation>Echtes Geld hinauslassen?</translation>
    </message>
    <message>
        <source>On mainnet every payment is real and final: nobody can call it back, and nobody can restore your money if you lose your 24 words. This program is young. Begin with an amount that you can afford to lose.</source>
        <extracomment>The warning before real money may leave.</extracomment>
        <translation>Im Hauptnetz ist jede Zahlung echt und endgültig: Niemand kann sie zurückholen, und niemand kann Ihr Geld wiederherstellen, wenn Sie Ihre 24 Wörter verlieren. Dieses Programm ist jung. Beginnen Sie mit einem Betrag, den Sie verschmerzen können.</translation>
    </message>
    <message>
        <source>Leave it off</source>
        <extracomment>Button of a dialog: leave spending off.</extracomment>
        <translation>Aus lassen</translation>
    </message>
</context>
<context>
    <name>NextVisitCard</name>
    <message>
        <source>Next visit</source>
        <extracomment>Over the next visit.</extracomment>
        <translation>Nächster Termin</translation>
    </message>
    <message>
        <source>Open the room</source>
        <extracomment>Button: opens the room of the next visit.</extracomment>
        <translation>Raum öffnen</translation>
    </message>
    <message>
        <source>See the visit</source>
        <extracomment>Button: the page of the next visit.</extracomment>
        <translation>Termin ansehen</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>What is waiting</source>
        <extracomment>Title of the list of things that wait for the network.</extracomment>
        <translation>Was wartet</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <extracomment>Nothing waits for the network.</extracomment>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Everything you did has been sent and saved.</source>
        <extracomment>Under &quot;Nothing is waiting&quot;.</extracomment>
        <translation>Alles, was Sie getan haben, ist gesendet und gespeichert.</translation>
    </message>
</context>
<context>
    <name>OutboxRow</name>
    <message>
        <source>Try again with other coins</source>
        <extracomment>Button: plans a payment anew whose coins were spent elsewhere.</extracomment>
        <translation>Mit anderen Münzen versuchen</translation>
    </message>
    <message>
        <source>Take back</source>
        <extracomment>Button: takes back what waits.</extracomment>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>OwnRecord</name>
    <message>
        <source>Save</source>
        <extracomment>Button: keeps what was written about oneself.</extracomment>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>PayCard</name>
    <message>
        <source>Pay</source>
        <extracomment>Button on a request to pay: leads to the page that pays it.</extracomment>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Decline</source>
        <extracomment>Button on a request to pay: says no.</extracomment>
        <translation>Ablehnen</translation>
    </message>
</context>
<context>
    <name>PayPage</name>
    <message>
        <source>Who is to pay?</source>
        <extracomment>Label of a field: who is asked to pay, or who is paid.</extracomment>
        <translation>Wer soll zahlen?</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>Für wen ist es?</translation>
    </message>
    <message>
        <source>Address for BTAI</source>
        <extracomment>Label of a field for an address.</extracomment>
        <translation>Adresse für BTAI</translation>
    </message>
    <message>
        <source>How much?</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Wie viel?</translation>
    </message>
    <message>
        <source>What is it for? (may stay empty)</source>
        <extracomment>Label of a field: what a request to pay is for.</extracomment>
        <translation>Wofür ist es? (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Network fee</source>
        <extracomment>A line of the price.</extracomment>
        <translation>Netzgebühr</translation>
    </message>
    <message>
        <source>Goes along as a deposit</source>
        <extracomment>A line of the price: a small amount of coins that goes along with a payment.</extracomment>
        <translation>Geht als Pfand mit</translation>
    </message>
    <message>
        <source>You have afterwards</source>
        <extracomment>What is left after a payment.</extracomment>
        <translation>Danach haben Sie</translation>
    </message>
    <message>
        <source>Add play money</source>
        <extracomment>Button: play money for the practice network.</extracomment>
        <translation>Spielgeld hinzufügen</translation>
    </message>
    <message>
        <source>What will others see?</source>
        <extracomment>Opens what the chain will show of a payment.</extracomment>
        <translation>Was werden andere sehen?</translation>
    </message>
    <message>
        <source>This is paid in BTAI. Only the network fee and a small deposit come from your KAS.</source>
        <extracomment>On the page where one pays another person: which of the two coins it takes.</extracomment>
        <translation>Das wird in BTAI bezahlt. Nur die Netzgebühr und eine kleine Kaution kommen aus Ihren KAS.</translation>
    </message>
    <message>
        <source>It appears in your conversation. Both of you see there when it is paid.</source>
        <extracomment>On the page where one asks to be paid.</extracomment>
        <translation>Es erscheint in Ihrem Gespräch. Dort sehen Sie beide, wann es bezahlt ist.</translation>
    </message>
</context>
<context>
    <name>PersonaForm</name>
    <message>
        <source>What may the other person call you?</source>
        <extracomment>Label of a field: one&apos;s own name.</extracomment>
        <translation>Wie darf die andere Person Sie nennen?</translation>
    </message>
    <message>
        <source>This name stands in your listing.</source>
        <extracomment>Hint under the name field, for therapists.</extracomment>
        <translation>Dieser Name steht in Ihrem Angebot.</translation>
    </message>
    <message>
        <source>Any name will do. Only people you write to see it.</source>
        <extracomment>Hint under the name field, for patients.</extracomment>
        <translation>Jeder Name ist recht. Nur wer von Ihnen Post bekommt, sieht ihn.</translation>
    </message>
    <message>
        <source>Where are you licensed?</source>
        <extracomment>Label of a list: where a therapist is licensed.</extracomment>
        <translation>Wo sind Sie zugelassen?</translation>
    </message>
    <message>
        <source>On the practice network a demo authority signs your licence. It is for trying out only.</source>
        <extracomment>Hint: the licence of the practice network is for trying out.</extracomment>
        <translation>Im Übungsnetz unterschreibt eine Demo-Behörde Ihre Zulassung. Sie ist nur zum Ausprobieren.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Passwortsatz</translation>
    </message>
    <message>
        <source>At least 8 characters, best a few words. It locks everything here; nobody can reset it.</source>
        <extracomment>Hint under the passphrase field.</extracomment>
        <translation>Mindestens 8 Zeichen, am besten ein paar Wörter. Er verschließt hier alles; niemand kann ihn zurücksetzen.</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <extracomment>Label of a field: the passphrase a second time.</extracomment>
        <translation>Denselben Passwortsatz noch einmal</translation>
    </message>
    <message>
        <source>Stay open on this computer until I lock it</source>
        <extracomment>Switch: the keychain of the computer keeps the profile open.</extracomment>
        <translation>Auf diesem Computer offen bleiben, bis ich sperre</translation>
    </message>
    <message>
        <source>One moment</source>
        <extracomment>While the keys are made.</extracomment>
        <translation>Einen Moment</translation>
    </message>
    <message>
        <source>On this network nobody signs demo licences: you are not listed until you have shown a real one.</source>
        <extracomment>Hint: no licence is signed on mainnet.</extracomment>
        <translation>In diesem Netz unterschreibt niemand Probezulassungen: Sie stehen erst in der Liste, wenn Sie eine echte gezeigt haben.</translation>
    </message>
    <message>
        <source>On a test network the demo authority of the practice network signs your licence. It is for trying out only.</source>
        <extracomment>Hint: the licence of a test network is for trying out.</extracomment>
        <translation>In einem Testnetz unterschreibt die Probestelle des Übungsnetzes Ihre Zulassung. Sie ist nur zum Ausprobieren.</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>nothing</source>
        <extracomment>How much of the price comes back after a late cancellation. Begins or continues a sentence &quot;... comes back&quot;.</extracomment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>ein Viertel</translation>
    </message>
    <message>
        <source>half</source>
        <translation>die Hälfte</translation>
    </message>
    <message>
        <source>three quarters</source>
        <translation>drei Viertel</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent. %1 is a whole number.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Change your mind for free until %1. After that %2 comes back. If %3 cancels, all of it does.</source>
        <extracomment>%1 a moment, %2 &quot;half&quot; or &quot;nothing&quot;, %3 the therapist&apos;s name.</extracomment>
        <translation>Bis %1 können Sie kostenlos absagen. Danach kommt %2 zurück. Sagt %3 ab, kommt alles zurück.</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>First stop of the line &quot;If plans change&quot;: from this moment.</extracomment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Cancel for free</source>
        <translation>Kostenlos absagen</translation>
    </message>
    <message>
        <source>All %1 come back</source>
        <extracomment>%1 is the whole price.</extracomment>
        <translation>Alle %1 kommen zurück</translation>
    </message>
    <message>
        <source>%1 comes back</source>
        <extracomment>Second stop: late cancelling. %1 is &quot;Half&quot; or &quot;Nothing&quot;.</extracomment>
        <translation>%1 kommt zurück</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>Der Termin</translation>
    </message>
    <message>
        <source>You both confirm</source>
        <translation>Sie bestätigen beide</translation>
    </message>
    <message>
        <source>Then it is paid, at the latest on %1</source>
        <translation>Dann wird bezahlt, spätestens am %1</translation>
    </message>
    <message>
        <source>Then it is paid</source>
        <translation>Dann wird bezahlt</translation>
    </message>
</context>
<context>
    <name>PracticeClock</name>
    <message>
        <source>Practice clock, %1</source>
        <extracomment>Spoken name of the practice clock. %1 is its time.</extracomment>
        <translation>Übungsuhr, %1</translation>
    </message>
    <message>
        <source>The practice network has a clock of its own. Move it on to see what happens next.</source>
        <extracomment>In the popup of the practice clock.</extracomment>
        <translation>Das Übungsnetz hat eine eigene Uhr. Stellen Sie sie vor, um zu sehen, was als Nächstes geschieht.</translation>
    </message>
    <message>
        <source>10 minutes on</source>
        <extracomment>Button: moves the practice clock on.</extracomment>
        <translation>10 Minuten vor</translation>
    </message>
    <message>
        <source>1 hour on</source>
        <extracomment>Button: moves the practice clock on.</extracomment>
        <translation>1 Stunde vor</translation>
    </message>
    <message>
        <source>1 day on</source>
        <extracomment>Button: moves the practice clock on.</extracomment>
        <translation>1 Tag vor</translation>
    </message>
</context>
<context>
    <name>PracticeHours</name>
    <message>
        <source>Hours</source>
        <extracomment>Heading over the weekly hours.</extracomment>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Time zone of these hours</source>
        <extracomment>Label of the list of time zones.</extracomment>
        <translation>Zeitzone dieser Zeiten</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Label: when a working day begins.</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>Label: when a working day ends.</extracomment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Break from</source>
        <extracomment>Label: when a break begins; the first choice is &quot;no break&quot;.</extracomment>
        <translation>Pause von</translation>
    </message>
    <message>
        <source>Break to</source>
        <extracomment>Label: when a break ends.</extracomment>
        <translation>Pause bis</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>PracticeNext</name>
    <message>
        <source>Next, %1</source>
        <extracomment>Over the next visit of a practice. %1 is &quot;in 8 minutes&quot;.</extracomment>
        <translation>Nächster, %1</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>Over an empty day of a practice.</extracomment>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>See the visit</source>
        <extracomment>Button: the page of the next visit.</extracomment>
        <translation>Termin ansehen</translation>
    </message>
    <message>
        <source>Open the room</source>
        <extracomment>Button: opens the room of the next visit.</extracomment>
        <translation>Raum öffnen</translation>
    </message>
    <message>
        <source>Your hours and price</source>
        <extracomment>Button: to the hours and prices.</extracomment>
        <translation>Ihre Zeiten und Ihr Preis</translation>
    </message>
    <message>
        <source>See the request</source>
        <extracomment>Button: opens the request that waits for an answer.</extracomment>
        <translation>Anfrage ansehen</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>Practice</source>
        <extracomment>Title of the editor of a practice.</extracomment>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>What people read about you</source>
        <extracomment>Heading in the editor of a practice.</extracomment>
        <translation>Was man über Sie liest</translation>
    </message>
    <message>
        <source>How you work, in your own words</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Wie Sie arbeiten, in Ihren Worten</translation>
    </message>
    <message>
        <source>What you help with</source>
        <extracomment>Label of the topics in the editor of a practice.</extracomment>
        <translation>Wobei Sie helfen</translation>
    </message>
    <message>
        <source>Languages</source>
        <extracomment>Label of the languages in the editor of a practice.</extracomment>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>You are listed</source>
        <extracomment>Heading: whether the listing is public.</extracomment>
        <translation>Ihr Angebot ist öffentlich</translation>
    </message>
    <message>
        <source>Not listed yet</source>
        <translation>Noch nicht öffentlich</translation>
    </message>
    <message>
        <source>As patients read it</source>
        <extracomment>Heading over the rules as patients read them.</extracomment>
        <translation>Wie Patientinnen und Patienten es lesen</translation>
    </message>
    <message>
        <source>Publishing</source>
        <extracomment>Button: saves and announces the listing; the second text stands while that happens.</extracomment>
        <translation>Wird veröffentlicht</translation>
    </message>
    <message>
        <source>Save and publish</source>
        <translation>Speichern und veröffentlichen</translation>
    </message>
    <message>
        <source>Undo my changes</source>
        <extracomment>Button: forgets what was changed.</extracomment>
        <translation>Meine Änderungen verwerfen</translation>
    </message>
</context>
<context>
    <name>PracticeRules</name>
    <message>
        <source>Price and rules</source>
        <extracomment>Heading over price and rules.</extracomment>
        <translation>Preis und Regeln</translation>
    </message>
    <message>
        <source>Price of a visit</source>
        <extracomment>Label of the price field.</extracomment>
        <translation>Preis eines Termins</translation>
    </message>
    <message>
        <source>Length of a visit</source>
        <extracomment>Label: how long a visit is.</extracomment>
        <translation>Länge eines Termins</translation>
    </message>
    <message>
        <source>Pause between visits</source>
        <extracomment>Label: pause between two visits.</extracomment>
        <translation>Pause zwischen Terminen</translation>
    </message>
    <message>
        <source>You answer requests within</source>
        <extracomment>Label: how soon the therapist answers.</extracomment>
        <translation>Frist für Ihre Antwort auf Anfragen</translation>
    </message>
    <message>
        <source>Free to cancel</source>
        <extracomment>Label: until when a patient cancels for free.</extracomment>
        <translation>Kostenlos absagen</translation>
    </message>
    <message>
        <source>If a patient cancels later, you keep</source>
        <extracomment>Label: what the therapist keeps when a patient cancels late.</extracomment>
        <translation>Bei späterer Absage behalten Sie</translation>
    </message>
    <message>
        <source>Your own stake for each visit</source>
        <extracomment>Label of the field for the therapist&apos;s own stake.</extracomment>
        <translation>Ihr eigener Einsatz je Termin</translation>
    </message>
    <message>
        <source>It goes to the patient if you cancel late or do not come, else it comes back to you.</source>
        <extracomment>Hint under the field for the therapist&apos;s own stake.</extracomment>
        <translation>Er geht an die andere Person, wenn Sie spät absagen oder nicht kommen; sonst kommt er zu Ihnen zurück.</translation>
    </message>
    <message>
        <source>Visits are paid in</source>
        <extracomment>Label: which coins a visit is paid in.</extracomment>
        <translation>Termine werden bezahlt in</translation>
    </message>
</context>
<context>
    <name>PracticeTimeOff</name>
    <message>
        <source>Time off</source>
        <extracomment>Heading over days without visits.</extracomment>
        <translation>Freie Tage</translation>
    </message>
    <message>
        <source>Day without visits</source>
        <extracomment>Label of the list of coming days.</extracomment>
        <translation>Tag ohne Termine</translation>
    </message>
    <message>
        <source>Take it off</source>
        <extracomment>Button: takes the chosen day off.</extracomment>
        <translation>Freinehmen</translation>
    </message>
    <message>
        <source>Work on %1 after all</source>
        <extracomment>Button: works on that day after all. %1 is the day.</extracomment>
        <translation>Am %1 doch arbeiten</translation>
    </message>
</context>
<context>
    <name>PracticeTodayPage</name>
    <message>
        <source>Nobody can find you yet. Set your hours and your price under Practice, then publish.</source>
        <extracomment>On the first page of a practice that has not published a listing.</extracomment>
        <translation>Noch kann Sie niemand finden. Setzen Sie unter „Praxis“ Zeiten und Preis, dann veröffentlichen Sie.</translation>
    </message>
    <message>
        <source>Payouts</source>
        <extracomment>Heading of the card with what visits bring.</extracomment>
        <translation>Auszahlungen</translation>
    </message>
    <message>
        <source>Money</source>
        <extracomment>Link to the money page.</extracomment>
        <translation>Geld</translation>
    </message>
    <message>
        <source>held safely for your visits</source>
        <extracomment>Under the sum of what is held for coming visits.</extracomment>
        <translation>für Ihre Termine sicher verwahrt</translation>
    </message>
    <message>
        <source>Paid this month</source>
        <extracomment>What came in this month.</extracomment>
        <translation>In diesem Monat bezahlt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>State of the licence. %1 is &quot;Licence valid&quot;, %2 &quot;until 30 June 2028&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ProblemEvidence</name>
    <message>
        <source>What you show</source>
        <extracomment>Heading over the evidence that one chooses.</extracomment>
        <translation>Was Sie zeigen</translation>
    </message>
    <message>
        <source>In your own words</source>
        <extracomment>Label of a field.</extracomment>
        <translation>In Ihren eigenen Worten</translation>
    </message>
    <message>
        <source>Only those who decide read this, once you give them the file.</source>
        <extracomment>Under the field for own words.</extracomment>
        <translation>Das lesen nur die, die entscheiden, sobald Sie ihnen die Datei geben.</translation>
    </message>
    <message>
        <source>The record that the visit took place</source>
        <extracomment>A piece of evidence: the signed record.</extracomment>
        <translation>Der Nachweis, dass der Termin stattgefunden hat</translation>
    </message>
    <message>
        <source>Messages of your conversation</source>
        <extracomment>Opens the list of messages to choose from.</extracomment>
        <translation>Nachrichten Ihres Gesprächs</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>A message to choose. %1 who wrote it, %2 when, %3 the words.</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Keep this choice</source>
        <extracomment>Button: keeps what was chosen on this computer.</extracomment>
        <translation>Diese Auswahl behalten</translation>
    </message>
    <message>
        <source>Make the file for those who decide</source>
        <extracomment>Button: makes the file for those who decide.</extracomment>
        <translation>Datei für die Entscheidenden erstellen</translation>
    </message>
    <message>
        <source>You can choose now or later. The file for those who decide can be made once the problem is raised.</source>
        <extracomment>Before a problem is raised.</extracomment>
        <translation>Sie können jetzt oder später wählen. Die Datei für die Entscheidenden lässt sich erstellen, sobald das Problem gemeldet ist.</translation>
    </message>
    <message>
        <source>The file for those who decide, as codes</source>
        <extracomment>Spoken name of a QR code.</extracomment>
        <translation>Die Datei für die Entscheidenden, als Codes</translation>
    </message>
    <message>
        <source>Give this file to each of the three: by e-mail, on a stick, or by the codes below. It is signed by you and holds nothing that you did not choose.</source>
        <extracomment>What to do with the file. It holds only what was chosen.</extracomment>
        <translation>Geben Sie diese Datei allen dreien: per E-Mail, auf einem Stick oder mit den Codes unten. Sie ist von Ihnen unterschrieben und enthält nichts, was Sie nicht gewählt haben.</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>A problem with the visit</source>
        <extracomment>Title of the page about a problem with a visit.</extracomment>
        <translation>Ein Problem mit dem Termin</translation>
    </message>
    <message>
        <source>No problem can be raised here now</source>
        <extracomment>The visit is not in a state in which a problem could be raised.</extracomment>
        <translation>Hier lässt sich jetzt kein Problem melden</translation>
    </message>
    <message>
        <source>That is possible from the end of free cancelling until the visit is paid. Nothing was changed.</source>
        <extracomment>Under &quot;No problem can be raised here now&quot;.</extracomment>
        <translation>Das geht vom Ende des kostenlosen Absagens an, bis der Termin bezahlt ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>What can come of it:</source>
        <extracomment>Over a list of what can come of a problem.</extracomment>
        <translation>Was daraus werden kann:</translation>
    </message>
    <message>
        <source>Raise the problem</source>
        <extracomment>Button: raises the problem (asks first).</extracomment>
        <translation>Das Problem melden</translation>
    </message>
    <message>
        <source>Let the rules end it now</source>
        <extracomment>Button: the time is over, the money goes where the rules say.</extracomment>
        <translation>Jetzt nach den Regeln beenden</translation>
    </message>
    <message>
        <source>Settle it together</source>
        <extracomment>Button: to the visit, where both may agree on a share.</extracomment>
        <translation>Gemeinsam einigen</translation>
    </message>
    <message>
        <source>Let the practice network decide</source>
        <extracomment>Button: the practice network&apos;s deciders decide half and half.</extracomment>
        <translation>Das Übungsnetz entscheiden lassen</translation>
    </message>
    <message>
        <source>Who decides if you cannot agree</source>
        <extracomment>Heading over the three people who decide.</extracomment>
        <translation>Wer entscheidet, wenn Sie sich nicht einigen</translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>Name of a technical value: the code of a person who decides.</extracomment>
        <translation>Code</translation>
    </message>
    <message>
        <source>Raise a problem?</source>
        <extracomment>Title of a dialog.</extracomment>
        <translation>Ein Problem melden?</translation>
    </message>
    <message>
        <source>Raise it</source>
        <extracomment>Button of a dialog: really raise it.</extracomment>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button of a dialog: do not raise it now.</extracomment>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>ProfileFieldCard</name>
    <message>
        <source>What it is about</source>
        <extracomment>Label of a field: what a line of a profile is called, such as &quot;Training&quot;.</extracomment>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Take this line out</source>
        <extracomment>Button: takes a line out of a profile.</extracomment>
        <translation>Diese Zeile herausnehmen</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>Label of a field: what a line of a profile says.</extracomment>
        <translation>Was dort steht</translation>
    </message>
    <message>
        <source>Only people I talk with</source>
        <extracomment>A switch on a line of a profile.</extracomment>
        <translation>Nur Menschen, mit denen ich spreche</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Your public profile</source>
        <extracomment>Title of the page about one&apos;s public profile.</extracomment>
        <translation>Ihr öffentliches Profil</translation>
    </message>
    <message>
        <source>Call it off</source>
        <extracomment>Button: stops guardians from changing the keys of one&apos;s profile.</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make new keys now</source>
        <extracomment>Button after a recovery: one key stands for both jobs until it is pressed.</extracomment>
        <translation>Jetzt neue Schlüssel machen</translation>
    </message>
    <message>
        <source>Its name in the network</source>
        <extracomment>Label of the technical name of a profile.</extracomment>
        <translation>Sein Name im Netz</translation>
    </message>
    <message>
        <source>Add a line</source>
        <extracomment>Button: one more thing to say about oneself.</extracomment>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Publish the change</source>
        <extracomment>Button: publishes what was changed / publishes the profile for the first time.</extracomment>
        <translation>Änderung veröffentlichen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Keys, guardians, end</source>
        <extracomment>Heading over the keys of a profile.</extracomment>
        <translation>Schlüssel, Vertraute, Ende</translation>
    </message>
    <message>
        <source>Guardians</source>
        <extracomment>Button: the page about guardians.</extracomment>
        <translation>Vertraute</translation>
    </message>
    <message>
        <source>New keys</source>
        <extracomment>Button: another key takes over.</extracomment>
        <translation>Neue Schlüssel</translation>
    </message>
    <message>
        <source>End the profile</source>
        <extracomment>Button: ends one&apos;s public profile (asks first).</extracomment>
        <translation>Profil beenden</translation>
    </message>
    <message>
        <source>What happened so far</source>
        <extracomment>Opens what happened to a profile so far.</extracomment>
        <translation>Was bisher geschah</translation>
    </message>
    <message>
        <source>Make new keys?</source>
        <extracomment>Title of a dialog.</extracomment>
        <translation>Neue Schlüssel machen?</translation>
    </message>
    <message>
        <source>The key that waited takes over, and another one waits from then on. Do this when a computer was lost or lent. Your 24 words bring both back.</source>
        <translation>Der Schlüssel, der wartete, übernimmt, und von da an wartet ein anderer. Tun Sie das, wenn ein Computer verloren oder verliehen war. Ihre 24 Wörter bringen beide zurück.</translation>
    </message>
    <message>
        <source>Make new keys</source>
        <extracomment>Button of a dialog: really makes new keys.</extracomment>
        <translation>Neue Schlüssel machen</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button of a dialog: not now.</extracomment>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>End your public profile for ever?</source>
        <extracomment>Title of a dialog.</extracomment>
        <translation>Ihr öffentliches Profil für immer beenden?</translation>
    </message>
    <message>
        <source>Its name is gone for good, for you too. Copies of what it said may remain with others. What was held for it comes back.</source>
        <translation>Sein Name ist endgültig fort, auch für Sie. Kopien dessen, was dort stand, können bei anderen bleiben. Was dafür hinterlegt war, kommt zurück.</translation>
    </message>
    <message>
        <source>End it</source>
        <extracomment>Button of a dialog: really ends the profile.</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button of a dialog: leaves the profile as it is.</extracomment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>To my listing</source>
        <extracomment>Link on the page about one&apos;s public profile, for a therapist: to her listing.</extracomment>
        <translation>Zu meinem Angebot</translation>
    </message>
</context>
<context>
    <name>ProfileViewAs</name>
    <message>
        <source>See it as</source>
        <extracomment>Label of a choice: through whose eyes the profile is shown.</extracomment>
        <translation>So sieht es</translation>
    </message>
    <message>
        <source>Profiles of people you know</source>
        <extracomment>Heading over the public profiles of people one talks with.</extracomment>
        <translation>Profile von Menschen, die Sie kennen</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <extracomment>Spoken name of the rail of places</extracomment>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>Closes everything until the passphrase is given</extracomment>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <translation>Strg L</translation>
    </message>
    <message>
        <source>Help now</source>
        <extracomment>Opens the crisis help</extracomment>
        <translation>Hilfe jetzt</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
</context>
<context>
    <name>RailPlace</name>
    <message numerus="yes">
        <source>%1, %n new</source>
        <extracomment>Spoken name of a place with things waiting: %1 place, %n things</extracomment>
        <translation>
            <numerusform>%1, %n neu</numerusform>
            <numerusform>%1, %n neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RatingWords</name>
    <message>
        <source>Ratings are being read</source>
        <extracomment>Public ratings of a therapist: the chain is still being read.</extracomment>
        <translation>Bewertungen werden gelesen</translation>
    </message>
    <message>
        <source>Ratings cannot be checked here</source>
        <extracomment>Public ratings of a therapist: the network&apos;s nodes do not show where they began.</extracomment>
        <translation>Bewertungen lassen sich hier nicht prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s) from settled visits; %1 of 5</source>
        <extracomment>Public ratings of a therapist. %n how many, %1 such as &quot;4.6&quot;.</extracomment>
        <translation>
            <numerusform>%n Bewertung aus abgerechneten Terminen; %1 von 5</numerusform>
            <numerusform>%n Bewertungen aus abgerechneten Terminen; %1 von 5</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stars: %2</source>
        <extracomment>How many gave so many stars. %1 is 1 to 5, %2 a number.</extracomment>
        <translation>%1 Sterne: %2</translation>
    </message>
    <message>
        <source>Each rating spent the ticket of one visit whose money was settled by the contract. A ticket counts once, and nobody can take a rating back, the therapist neither. This computer read every one of them from the network itself.</source>
        <translation>Jede Bewertung hat den Bewertungsschein eines Termins verbraucht, dessen Geld der Vertrag abgerechnet hat. Ein Schein zählt einmal, und niemand kann eine Bewertung zurücknehmen, auch die Therapeutin nicht. Dieser Computer hat jede einzelne selbst aus dem Netz gelesen.</translation>
    </message>
    <message>
        <source>What it cannot tell: whether somebody booked visits with himself. Nobody is paid for a rating.</source>
        <translation>Was sich daraus nicht ablesen lässt: ob jemand Termine bei sich selbst gebucht hat. Für eine Bewertung wird niemand bezahlt.</translation>
    </message>
    <message>
        <source>By weight: %1 of 5. Weight is the levy in BTAI that the rated visits paid, so visits with oneself cost money.</source>
        <extracomment>%1 such as &quot;4.6&quot;.</extracomment>
        <translation>Nach Gewicht: %1 von 5. Das Gewicht ist die Abgabe in BTAI, die die bewerteten Termine gezahlt haben; Termine bei sich selbst kosten also Geld.</translation>
    </message>
    <message>
        <source>Weight: 0. Weight comes from a levy in BTAI; visits in KAS pay none.</source>
        <translation>Gewicht: 0. Gewicht entsteht aus einer Abgabe in BTAI; Termine in KAS zahlen keine.</translation>
    </message>
    <message>
        <source>To be rated in public, %1 must be set aside for good. Add money, and it happens by itself.</source>
        <extracomment>For a therapist. %1 is an amount.</extracomment>
        <translation>Für öffentliche Bewertungen müssen %1 auf Dauer zurückgelegt werden. Fügen Sie Geld hinzu, dann geschieht es von selbst.</translation>
    </message>
    <message>
        <source>Public ratings of you are being prepared; %1 are set aside for them for good.</source>
        <extracomment>For a therapist. %1 is an amount.</extracomment>
        <translation>Öffentliche Bewertungen über Sie werden vorbereitet; dafür werden %1 auf Dauer zurückgelegt.</translation>
    </message>
    <message>
        <source>Patients can rate you in public after a settled visit.</source>
        <extracomment>For a therapist: how patients may rate her.</extracomment>
        <translation>Patientinnen und Patienten können Sie nach einem abgerechneten Termin öffentlich bewerten.</translation>
    </message>
    <message>
        <source>Fewer than %1 ratings yet</source>
        <extracomment>Public ratings of a therapist: fewer than %1 people rated.</extracomment>
        <translation>Noch weniger als %1 Bewertungen</translation>
    </message>
</context>
<context>
    <name>ReceiptPaper</name>
    <message>
        <source>fixed rate of the practice network, no market rate</source>
        <extracomment>Where a rate of exchange comes from.</extracomment>
        <translation>fester Kurs des Übungsnetzes, kein Marktkurs</translation>
    </message>
    <message>
        <source>fixed rate of a test network, no market rate</source>
        <extracomment>Where a rate of exchange comes from.</extracomment>
        <translation>fester Kurs eines Testnetzes, kein Marktkurs</translation>
    </message>
    <message>
        <source>no rate: the amount stands in coins</source>
        <extracomment>Where a rate of exchange comes from: nobody gives one.</extracomment>
        <translation>kein Kurs: der Betrag steht in Münzen</translation>
    </message>
    <message>
        <source>none that this app could check</source>
        <translation>keine, die diese App prüfen konnte</translation>
    </message>
    <message>
        <source>No. %1, %2, %3</source>
        <extracomment>%1 a number, %2 a register, %3 a country or region.</extracomment>
        <translation>Nr. %1, %2, %3</translation>
    </message>
    <message>
        <source>Receipt</source>
        <extracomment>Title on paper; the first with a diagnosis code in it.</extracomment>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Superbill</source>
        <translation>Beleg mit Diagnoseschlüssel</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ausgestellt am</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Zulassung</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Service</source>
        <extracomment>Name of a line on a receipt: a neutral code.</extracomment>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>%1 a day, %2 and %3 times, %4 a time zone.</extracomment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>%1, %2 to %3 (%4)</source>
        <translation>%1, %2 bis %3 (%4)</translation>
    </message>
    <message>
        <source>Diagnosis code</source>
        <extracomment>Name of a line on a superbill: a code that the patient typed.</extracomment>
        <translation>Diagnoseschlüssel</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Paid in coins</source>
        <translation>Bezahlt in Münzen</translation>
    </message>
    <message>
        <source>Rate of that day</source>
        <extracomment>The rate of exchange. %1 a coin, %2 an amount, %3 where it comes from.</extracomment>
        <translation>Kurs des Tages</translation>
    </message>
    <message>
        <source>1 %1 = %2; %3</source>
        <translation>1 %1 = %2; %3</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Bezahlt am</translation>
    </message>
    <message>
        <source>Payment reference</source>
        <extracomment>Name of a line on a receipt: which payment it was.</extracomment>
        <translation>Zahlungsreferenz</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>This network&apos;s money is worth nothing: this paper proves no payment of real money.</source>
        <translation>Das Geld dieses Netzes ist nichts wert: Dieses Papier belegt keine Zahlung mit echtem Geld.</translation>
    </message>
    <message>
        <source>The issuer is a practice partner, a program: no person gave this service.</source>
        <translation>Die ausstellende Seite ist ein Übungspartner, ein Programm: Keine Person hat diese Leistung erbracht.</translation>
    </message>
    <message>
        <source>Name and diagnosis code were added by the client, and are signed by the client alone.</source>
        <translation>Name und Diagnoseschlüssel wurden von der Klientin oder dem Klienten hinzugefügt und nur dort unterschrieben.</translation>
    </message>
    <message>
        <source>The issuer signed the data of this paper with the key %1. The paper shows it only; the file of the same number proves it.</source>
        <extracomment>%1 is the name of a key.</extracomment>
        <translation>Die ausstellende Seite hat die Angaben dieses Papiers mit dem Schlüssel %1 unterschrieben. Das Papier zeigt sie nur; die Datei mit derselben Nummer beweist sie.</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Records</source>
        <extracomment>Title of the place with all that a patient keeps.</extracomment>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>No visits to keep yet</source>
        <extracomment>There is nothing among the records yet.</extracomment>
        <translation>Noch keine Termine zum Aufbewahren</translation>
    </message>
    <message>
        <source>A visit that took place stands here, with the record that both of you signed and its receipt.</source>
        <extracomment>Under &quot;No visits to keep yet&quot;.</extracomment>
        <translation>Ein Termin, der stattgefunden hat, steht hier, mit dem Nachweis, den Sie beide unterschrieben haben, und seinem Beleg.</translation>
    </message>
    <message>
        <source>Visits</source>
        <extracomment>Heading over visits and what was kept of them.</extracomment>
        <translation>Termine</translation>
    </message>
    <message>
        <source>What you wrote about yourself</source>
        <extracomment>Heading over the texts that one keeps about oneself.</extracomment>
        <translation>Was Sie über sich geschrieben haben</translation>
    </message>
    <message>
        <source>Write, and say who may read</source>
        <extracomment>Button: the page where one writes these texts and says who may read them.</extracomment>
        <translation>Schreiben und festlegen, wer lesen darf</translation>
    </message>
    <message>
        <source>All of it lies sealed on this computer. Nobody else can open it unless you let them.</source>
        <extracomment>On the place Records: where all this lies.</extracomment>
        <translation>Alles liegt versiegelt auf diesem Computer. Niemand sonst kann es öffnen, solange Sie es nicht erlauben.</translation>
    </message>
</context>
<context>
    <name>RecoveryRequest</name>
    <message>
        <source>Open a request</source>
        <extracomment>Opens the field for a request that another guardian passed on.</extracomment>
        <translation>Eine Anfrage öffnen</translation>
    </message>
    <message>
        <source>Paste its text here, or drop its file on this page</source>
        <extracomment>Label of a field for the text of a request.</extracomment>
        <translation>Fügen Sie den Text hier ein oder ziehen Sie die Datei auf diese Seite</translation>
    </message>
    <message>
        <source>Read it</source>
        <extracomment>Button: reads a request of guardians.</extracomment>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>A new key is asked for</source>
        <extracomment>Heading of a request that guardians sign.</extracomment>
        <translation>Ein neuer Schlüssel wird verlangt</translation>
    </message>
    <message>
        <source>Sign</source>
        <extracomment>Button: a guardian signs.</extracomment>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Send it</source>
        <extracomment>Button: sends what enough guardians have signed.</extracomment>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Take my profile in</source>
        <extracomment>Button: the person whose profile was recovered takes it in.</extracomment>
        <translation>Mein Profil aufnehmen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <extracomment>Button: the text of a request, to pass it on.</extracomment>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <extracomment>Button: the request as a file, to pass it on.</extracomment>
        <translation>Als Datei speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Button: puts a request away.</extracomment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Bring yourself back</source>
        <extracomment>Title of the page where recovery words are typed.</extracomment>
        <translation>Sich zurückholen</translation>
    </message>
    <message>
        <source>Your 24 words bring back your keys, your money and the visits that are still open. Chats do not come back from words alone; they need the backup file of your old computer.</source>
        <extracomment>What the recovery words bring back, and what not.</extracomment>
        <translation>Ihre 24 Wörter bringen Ihre Schlüssel, Ihr Geld und die noch offenen Termine zurück. Chats kommen allein durch Wörter nicht zurück; dafür braucht es die Sicherungsdatei Ihres alten Computers.</translation>
    </message>
    <message>
        <source>Your 24 words, with spaces between</source>
        <extracomment>Label of the field for the recovery words.</extracomment>
        <translation>Ihre 24 Wörter, mit Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>12 words work too. Type them where nobody looks over your shoulder.</source>
        <extracomment>Hint under the field for the recovery words.</extracomment>
        <translation>12 Wörter gehen auch. Tippen Sie sie dort, wo niemand zusieht.</translation>
    </message>
    <message>
        <source>Bring everything back</source>
        <extracomment>Button that restores from the words.</extracomment>
        <translation>Alles zurückholen</translation>
    </message>
</context>
<context>
    <name>Rewards</name>
    <message>
        <source>Moderation</source>
        <extracomment>What the reward pool pays for.</extracomment>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Peer education</source>
        <extracomment>What the reward pool pays for.</extracomment>
        <translation>Wissen weitergeben</translation>
    </message>
    <message>
        <source>Translation</source>
        <extracomment>What the reward pool pays for.</extracomment>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Open work</source>
        <extracomment>What the reward pool pays for: work whose result is open to everyone.</extracomment>
        <translation>Offene Arbeit</translation>
    </message>
    <message>
        <source>Supervision</source>
        <extracomment>What the reward pool pays for: supervising other therapists.</extracomment>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Keeping a group safe and kind.</source>
        <extracomment>Explains a reason for a reward.</extracomment>
        <translation>Dafür sorgen, dass eine Gruppe sicher und freundlich bleibt.</translation>
    </message>
    <message>
        <source>Explaining to others what helped, without anyone&apos;s story.</source>
        <extracomment>Explains a reason for a reward.</extracomment>
        <translation>Anderen erklären, was geholfen hat, ohne die Geschichte von irgendjemandem.</translation>
    </message>
    <message>
        <source>Putting texts of the community into another language.</source>
        <extracomment>Explains a reason for a reward.</extracomment>
        <translation>Texte der Gemeinschaft in eine andere Sprache bringen.</translation>
    </message>
    <message>
        <source>Programs, pictures and texts that everyone may use.</source>
        <extracomment>Explains a reason for a reward.</extracomment>
        <translation>Programme, Bilder und Texte, die alle verwenden dürfen.</translation>
    </message>
    <message>
        <source>Helping other therapists to work well.</source>
        <extracomment>Explains a reason for a reward.</extracomment>
        <translation>Anderen Therapeuten helfen, gut zu arbeiten.</translation>
    </message>
    <message>
        <source>%1 BTAI</source>
        <extracomment>An amount of the community&apos;s coin. %1 is a figure.</extracomment>
        <translation>%1 BTAI</translation>
    </message>
    <message>
        <source>Can be paid from %1, unless a steward objects before.</source>
        <extracomment>State of an award. %1 is a day and time, inside a sentence.</extracomment>
        <translation>Kann ab %1 gezahlt werden, wenn vorher niemand von den Verwaltern widerspricht.</translation>
    </message>
    <message>
        <source>Can be paid now.</source>
        <extracomment>State of an award.</extracomment>
        <translation>Kann jetzt gezahlt werden.</translation>
    </message>
    <message>
        <source>The payment is on its way.</source>
        <extracomment>State of an award.</extracomment>
        <translation>Die Zahlung ist unterwegs.</translation>
    </message>
    <message>
        <source>Paid %1.</source>
        <extracomment>State of an award. %1 is a day and time, inside a sentence.</extracomment>
        <translation>Gezahlt %1.</translation>
    </message>
    <message>
        <source>The rules do not allow it: it is more than one award, its kind of work or this round may have.</source>
        <extracomment>State of an award that the pool&apos;s own rules refuse.</extracomment>
        <translation>Die Regeln erlauben sie nicht: Sie ist höher, als eine Belohnung, ihre Art von Arbeit oder diese Runde haben darf.</translation>
    </message>
    <message>
        <source>A steward stopped this round. Nothing of it is paid.</source>
        <extracomment>State of an award whose round a steward has stopped.</extracomment>
        <translation>Diese Runde wurde angehalten. Nichts daraus wird gezahlt.</translation>
    </message>
    <message>
        <source>Its round is over. It was not paid in time.</source>
        <extracomment>State of an award that nobody had paid before the next round began.</extracomment>
        <translation>Ihre Runde ist vorbei. Sie wurde nicht rechtzeitig gezahlt.</translation>
    </message>
    <message>
        <source>Round %1 was announced, with this much to give</source>
        <extracomment>Something that happened to the reward pool. %1 is the number of a round.</extracomment>
        <translation>Runde %1 wurde angekündigt, mit so viel zu vergeben</translation>
    </message>
    <message>
        <source>Paid to you: %1</source>
        <extracomment>Something that happened to the reward pool. %1 is a kind of work.</extracomment>
        <translation>An Sie gezahlt: %1</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <translation>Gezahlt: %1</translation>
    </message>
    <message>
        <source>A steward stopped round %1</source>
        <extracomment>Something that happened to the reward pool. %1 is the number of a round.</extracomment>
        <translation>Runde %1 wurde angehalten</translation>
    </message>
    <message>
        <source>Other stewards took over</source>
        <extracomment>Something that happened to the reward pool.</extracomment>
        <translation>Andere Verwalter haben übernommen</translation>
    </message>
    <message>
        <source>Gifts were put together</source>
        <extracomment>Something that happened to the reward pool.</extracomment>
        <translation>Spenden wurden zusammengelegt</translation>
    </message>
    <message>
        <source>Somebody gave</source>
        <extracomment>Something that happened to the reward pool.</extracomment>
        <translation>Jemand hat gespendet</translation>
    </message>
</context>
<context>
    <name>RewardsAsk</name>
    <message>
        <source>Ask for a reward</source>
        <extracomment>Heading of the form that asks for a reward.</extracomment>
        <translation>Um eine Belohnung bitten</translation>
    </message>
    <message>
        <source>What did you do?</source>
        <extracomment>Label of the list of kinds of work.</extracomment>
        <translation>Was haben Sie getan?</translation>
    </message>
    <message>
        <source>Describe it, and where it can be seen</source>
        <extracomment>Label of the field that describes the work.</extracomment>
        <translation>Beschreiben Sie es, und wo man es sehen kann</translation>
    </message>
    <message>
        <source>Stewards read this; the network sees only a fingerprint of it. Leave out your name, and anything about anyone&apos;s health.</source>
        <extracomment>Hint under the description of work that is to be rewarded.</extracomment>
        <translation>Die Verwalter lesen das; das Netzwerk sieht nur einen Fingerabdruck davon. Lassen Sie Ihren Namen weg und alles über die Gesundheit von irgendjemandem.</translation>
    </message>
    <message>
        <source>Make the request</source>
        <extracomment>Button: makes a request for a reward.</extracomment>
        <translation>Anfrage anlegen</translation>
    </message>
    <message>
        <source>Give this to a steward: %1</source>
        <extracomment>Over the code of a request. %1 is a kind of work.</extracomment>
        <translation>Geben Sie das einer Verwalterin oder einem Verwalter: %1</translation>
    </message>
    <message>
        <source>It holds your words and a key that was made for this award alone. Nobody can tell from it who you are, or that another award is yours too.</source>
        <extracomment>Under the code of a request for a reward.</extracomment>
        <translation>Darin stehen Ihre Worte und ein Schlüssel, der nur für diese Belohnung gemacht wurde. Niemand erkennt daran, wer Sie sind oder dass eine andere Belohnung auch Ihre ist.</translation>
    </message>
    <message>
        <source>Code of the request</source>
        <extracomment>Name of a technical value: the code of a request for a reward.</extracomment>
        <translation>Code der Anfrage</translation>
    </message>
    <message>
        <source>QR code of your request</source>
        <extracomment>Spoken for the QR code of a request for a reward.</extracomment>
        <translation>QR-Code Ihrer Anfrage</translation>
    </message>
    <message>
        <source>Forget this request</source>
        <extracomment>Button: forgets a request for a reward.</extracomment>
        <translation>Diese Anfrage vergessen</translation>
    </message>
    <message>
        <source>Let the practice stewards decide</source>
        <extracomment>Button, practice network only: the practice stewards give every request an award.</extracomment>
        <translation>Die Übungsverwalter entscheiden lassen</translation>
    </message>
    <message>
        <source>Your requests</source>
        <extracomment>Heading over a person&apos;s own requests for rewards.</extracomment>
        <translation>Ihre Anfragen</translation>
    </message>
</context>
<context>
    <name>RewardsMine</name>
    <message>
        <source>Your awards</source>
        <extracomment>Heading over a person&apos;s own awards.</extracomment>
        <translation>Ihre Belohnungen</translation>
    </message>
    <message>
        <source>Have %1 paid</source>
        <extracomment>Button: has an award paid. %1 is an amount.</extracomment>
        <translation>%1 auszahlen lassen</translation>
    </message>
    <message>
        <source>List of awards</source>
        <extracomment>Label of the field for a list of awards.</extracomment>
        <translation>Liste der Belohnungen</translation>
    </message>
    <message>
        <source>Check and take in</source>
        <extracomment>Button: takes in a list of awards.</extracomment>
        <translation>Prüfen und übernehmen</translation>
    </message>
    <message>
        <source>Have the award paid?</source>
        <extracomment>Title of a dialog before an award is paid.</extracomment>
        <translation>Die Belohnung auszahlen lassen?</translation>
    </message>
    <message>
        <source>Have it paid</source>
        <extracomment>Button of a dialog: has the award paid.</extracomment>
        <translation>Auszahlen lassen</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button of a dialog: not now.</extracomment>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>RewardsPage</name>
    <message>
        <source>Rewards</source>
        <extracomment>Title of the page about the community&apos;s reward pool.</extracomment>
        <translation>Belohnungen</translation>
    </message>
    <message>
        <source>Nothing to see yet</source>
        <extracomment>There is no reward pool to show.</extracomment>
        <translation>Noch nichts zu sehen</translation>
    </message>
    <message>
        <source>The pool holds</source>
        <extracomment>Over the amount that the reward pool holds.</extracomment>
        <translation>Im Topf sind</translation>
    </message>
    <message>
        <source>What exactly happens?</source>
        <extracomment>Opens the technical details.</extracomment>
        <translation>Was passiert genau?</translation>
    </message>
    <message>
        <source>The pool is a program on the chain that owns BTAI. Stewards put the root of a list of awards on the chain; each payment proves its place in that list and crosses it out. Everyone sees the pool, its payments, and the key that each award names; a key is made for one award alone. Whoever has an award paid pays a small network fee and puts 0.5 KAS under it, which stays with the award.</source>
        <extracomment>Under &quot;What exactly happens?&quot; on the page about rewards, in true terms.</extracomment>
        <translation>Der Topf ist ein Programm auf der Chain, dem BTAI gehören. Die Verwalter schreiben die Wurzel einer Liste von Belohnungen auf die Chain; jede Zahlung beweist ihren Platz in dieser Liste und streicht ihn aus. Alle sehen den Topf, seine Zahlungen und den Schlüssel, den jede Belohnung nennt; ein Schlüssel wird nur für eine Belohnung gemacht. Wer eine Belohnung auszahlen lässt, zahlt eine kleine Netzwerkgebühr und legt 0,5 KAS darunter, die bei der Belohnung bleiben.</translation>
    </message>
    <message>
        <source>The pool&apos;s id</source>
        <extracomment>Name of a technical value: the id of the reward pool.</extracomment>
        <translation>Kennung des Topfes</translation>
    </message>
    <message>
        <source>What the pool did so far</source>
        <extracomment>Heading over what the reward pool did so far.</extracomment>
        <translation>Was der Topf bisher getan hat</translation>
    </message>
</context>
<context>
    <name>RewardsRules</name>
    <message>
        <source>What it pays for</source>
        <extracomment>Heading over the rules of the reward pool.</extracomment>
        <translation>Wofür er zahlt</translation>
    </message>
    <message>
        <source>It cannot pay for attending, disclosing, praising or referring. Nobody can add that, stewards neither.</source>
        <extracomment>A rule of the reward pool.</extracomment>
        <translation>Er kann nicht für Teilnehmen, Offenlegen, Loben oder Empfehlen zahlen. Niemand kann das hinzufügen, auch die Verwalter nicht.</translation>
    </message>
    <message>
        <source>A round spends at most a quarter of what the pool holds, at most half of that for one kind of work, and at most a tenth of it for one award. A round lasts a week or more.</source>
        <extracomment>A rule of the reward pool.</extracomment>
        <translation>Eine Runde gibt höchstens ein Viertel des Topfes aus, davon höchstens die Hälfte für eine Art von Arbeit und höchstens ein Zehntel für eine Belohnung. Eine Runde dauert eine Woche oder länger.</translation>
    </message>
    <message>
        <source>Several stewards announce a round together. For three days each of them alone can stop it, before anything is paid.</source>
        <extracomment>A rule of the reward pool.</extracomment>
        <translation>Mehrere Verwalter kündigen eine Runde gemeinsam an. Drei Tage lang kann jeder von ihnen allein sie anhalten, bevor etwas gezahlt wird.</translation>
    </message>
    <message>
        <source>One payment for each award. Anyone can have it paid; it goes to the key that the award names, and to nobody else.</source>
        <extracomment>A rule of the reward pool.</extracomment>
        <translation>Jede Belohnung wird einmal gezahlt. Alle können sie auszahlen lassen; sie geht an den Schlüssel, den die Belohnung nennt, und an niemanden sonst.</translation>
    </message>
    <message>
        <source>What was given to the pool leaves it in no other way. Anyone can read its balance and every payment.</source>
        <extracomment>A rule of the reward pool.</extracomment>
        <translation>Was dem Topf gegeben wurde, verlässt ihn auf keinem anderen Weg. Alle können seinen Stand und jede Zahlung lesen.</translation>
    </message>
</context>
<context>
    <name>RoomClosing</name>
    <message>
        <source>This visit is over</source>
        <extracomment>Heading of the last steps of a visit.</extracomment>
        <translation>Dieser Termin ist vorbei</translation>
    </message>
    <message>
        <source>Ending the visit</source>
        <translation>Den Termin beenden</translation>
    </message>
    <message>
        <source>Both sign that it took place</source>
        <extracomment>First of the last steps of a visit.</extracomment>
        <translation>Beide unterschreiben, dass er stattgefunden hat</translation>
    </message>
    <message>
        <source>Sign</source>
        <extracomment>Button: one&apos;s own signature under &quot;this visit took place&quot;.</extracomment>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Confirm</source>
        <extracomment>Second of the last steps of a visit, for the patient.</extracomment>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>What was held safely goes to the other person. This cannot be undone.</source>
        <extracomment>What confirming does.</extracomment>
        <translation>Was sicher verwahrt war, geht an die andere Person. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>See the visit</source>
        <extracomment>Button: the page of this visit.</extracomment>
        <translation>Termin ansehen</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <extracomment>Button: not ending yet.</extracomment>
        <translation>Zurück zur Unterhaltung</translation>
    </message>
    <message>
        <source>Help now</source>
        <extracomment>Button that opens the crisis lines.</extracomment>
        <translation>Hilfe jetzt</translation>
    </message>
</context>
<context>
    <name>RoomControls</name>
    <message>
        <source>End the visit</source>
        <extracomment>Button: shows the last steps of a visit (signing and paying).</extracomment>
        <translation>Termin beenden</translation>
    </message>
    <message>
        <source>Leave</source>
        <extracomment>Button: out of the room; one may come back.</extracomment>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>Help now</source>
        <extracomment>Button that opens the crisis lines.</extracomment>
        <translation>Hilfe jetzt</translation>
    </message>
</context>
<context>
    <name>RoomLobby</name>
    <message>
        <source>Come in when you are ready</source>
        <extracomment>Before entering the room of a visit.</extracomment>
        <translation>Kommen Sie herein, wenn Sie so weit sind</translation>
    </message>
    <message>
        <source>The room is not open yet</source>
        <translation>Der Raum ist noch nicht offen</translation>
    </message>
    <message>
        <source>You write to each other here. Nothing is recorded but what you both keep. When you come in, the other person sees that you are here.</source>
        <extracomment>What coming in means.</extracomment>
        <translation>Hier schreiben Sie einander. Nichts wird aufgezeichnet außer dem, was Sie beide behalten. Wenn Sie hereinkommen, sieht die andere Person, dass Sie da sind.</translation>
    </message>
    <message>
        <source>It opens shortly before the visit begins.</source>
        <extracomment>Why one cannot come in yet.</extracomment>
        <translation>Er öffnet kurz vor Beginn des Termins.</translation>
    </message>
    <message>
        <source>Come in</source>
        <extracomment>Button: enters the room.</extracomment>
        <translation>Hereinkommen</translation>
    </message>
</context>
<context>
    <name>RoomPage</name>
    <message>
        <source>Room</source>
        <extracomment>Title of the room; tells nothing over a shoulder.</extracomment>
        <translation>Raum</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide what is typed</source>
        <extracomment>Eye button in a passphrase field</extracomment>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
</context>
<context>
    <name>SecretWords</name>
    <message>
        <source>Your %1 recovery words, not read aloud</source>
        <extracomment>What a screen reader says instead of the recovery words; %1 is their number</extracomment>
        <translation>Ihre %1 Wiederherstellungswörter, nicht vorgelesen</translation>
    </message>
    <message>
        <source>Read word %1 of %2 aloud</source>
        <extracomment>Reads one recovery word aloud; %1 its place, %2 how many there are</extracomment>
        <translation>Wort %1 von %2 vorlesen</translation>
    </message>
    <message>
        <source>Anyone near you would hear it.</source>
        <extracomment>Warning beside the button that reads recovery words aloud</extracomment>
        <translation>Wer in Ihrer Nähe ist, würde es hören.</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>An amount in currency, then the same exactly in coins.
----------
An amount of money and of coins, as &quot;12.00 € (100 KAS)&quot;. %1 money, %2 coins.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>every %1</source>
        <extracomment>How often. %1 is a day of the week.</extracomment>
        <translation>jeden %1</translation>
    </message>
    <message>
        <source>every second %1</source>
        <extracomment>How often: every two weeks. %1 is a day of the week.</extracomment>
        <translation>jeden zweiten %1</translation>
    </message>
    <message numerus="yes">
        <source>every %n weeks on %1</source>
        <extracomment>How often. %n weeks, %1 is a day of the week.</extracomment>
        <translation>
            <numerusform>jede Woche am %1</numerusform>
            <numerusform>alle %n Wochen am %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Place of a visit in its series: &quot;3 of 8&quot;.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;3 of 8&quot;, %2 is &quot;every Tuesday&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 has not published this week yet; the hour is usual. If it cannot be, your money for it comes back.</source>
        <extracomment>About a day of a series. %1 is a name.</extracomment>
        <translation>%1 hat diese Woche noch nicht veröffentlicht; die Stunde ist üblich. Geht sie nicht, kommt Ihr Geld dafür zurück.</translation>
    </message>
    <message>
        <source>%1 does not have this hour then.</source>
        <extracomment>Why a day of a series cannot be asked for. %1 is a name.</extracomment>
        <translation>%1 hat diese Stunde dann nicht.</translation>
    </message>
    <message>
        <source>You have another visit at that time.</source>
        <extracomment>Why a day of a series cannot be asked for.</extracomment>
        <translation>Sie haben zu dieser Zeit einen anderen Termin.</translation>
    </message>
    <message>
        <source>This is too soon.</source>
        <extracomment>Why a day of a series cannot be asked for.</extracomment>
        <translation>Das ist zu bald.</translation>
    </message>
    <message>
        <source>The clocks jump over this hour on that day.</source>
        <extracomment>Why a day of a series cannot be asked for: the clocks change.</extracomment>
        <translation>Die Uhren überspringen diese Stunde an dem Tag.</translation>
    </message>
    <message numerus="yes">
        <source>%n visits in sum:</source>
        <extracomment>Heads the exact outcome of cancelling several visits. %n is their number.</extracomment>
        <translation>
            <numerusform>%n Termin:</numerusform>
            <numerusform>%n Termine zusammen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the price come to you: %1.</source>
        <extracomment>Part of what cancelling gives. %1 an amount, %2 a name.</extracomment>
        <translation>Vom Preis kommen zu Ihnen: %1.</translation>
    </message>
    <message>
        <source>Of the price go to %2: %1.</source>
        <translation>Vom Preis gehen an %2: %1.</translation>
    </message>
    <message>
        <source>The other side&apos;s stake comes to you: %1.</source>
        <extracomment>Part of what cancelling gives the patient. %1 an amount, %2 a name.</extracomment>
        <translation>Der Einsatz der anderen Seite kommt zu Ihnen: %1.</translation>
    </message>
    <message>
        <source>Their own stake goes back to %2: %1.</source>
        <translation>Der eigene Einsatz geht zurück an %2: %1.</translation>
    </message>
    <message>
        <source>Your stake goes to %2: %1.</source>
        <translation>Ihr Einsatz geht an %2: %1.</translation>
    </message>
    <message>
        <source>Your stake comes back to you: %1.</source>
        <extracomment>Part of what cancelling gives the therapist. %1 an amount.</extracomment>
        <translation>Ihr Einsatz kommt zu Ihnen zurück: %1.</translation>
    </message>
    <message>
        <source>The deposit comes back to you: %1.</source>
        <extracomment>Part of what cancelling gives. %1 an amount, %2 a name.</extracomment>
        <translation>Die Kaution kommt zu Ihnen zurück: %1.</translation>
    </message>
    <message>
        <source>The deposit goes back to %2: %1.</source>
        <translation>Die Kaution geht zurück an %2: %1.</translation>
    </message>
    <message>
        <source>Kept for your rating, then yours: %1.</source>
        <extracomment>Part of what cancelling gives. %1 an amount, %2 a name.</extracomment>
        <translation>Für Ihre Bewertung aufbewahrt, danach Ihres: %1.</translation>
    </message>
    <message>
        <source>Kept for the rating of %2: %1.</source>
        <translation>Für die Bewertung von %2 aufbewahrt: %1.</translation>
    </message>
    <message>
        <source>In all, to you: %1.</source>
        <extracomment>The sum of what cancelling gives.</extracomment>
        <translation>Insgesamt an Sie: %1.</translation>
    </message>
    <message>
        <source>Network fee, taken from what comes to you: %1.</source>
        <translation>Netzgebühr, von dem abgezogen, was zu Ihnen kommt: %1.</translation>
    </message>
    <message>
        <source>Network fee: %1.</source>
        <translation>Netzgebühr: %1.</translation>
    </message>
    <message>
        <source>A time limit has just passed. If the network acts on it first, nothing is cancelled and you are asked again.</source>
        <translation>Eine Frist ist eben abgelaufen. Kommt das Netz zuvor, wird nichts abgesagt und Sie werden noch einmal gefragt.</translation>
    </message>
    <message>
        <source>So it stays until %1.</source>
        <extracomment>When the outcome of cancelling gets worse. %1 is a moment.</extracomment>
        <translation>So bleibt es bis %1.</translation>
    </message>
    <message>
        <source>%1 becomes %2.</source>
        <extracomment>A visit that is moved. %1 and %2 moments.</extracomment>
        <translation>%1 wird zu %2.</translation>
    </message>
    <message>
        <source>%1 stays. %2</source>
        <extracomment>A visit that cannot be moved. %1 a moment, %2 a reason.</extracomment>
        <translation>%1 bleibt. %2</translation>
    </message>
    <message>
        <source>Back to you from the old hour: %1.</source>
        <extracomment>What money moves when a visit is moved. %1 an amount.</extracomment>
        <translation>Von der alten Stunde an Sie zurück: %1.</translation>
    </message>
    <message>
        <source>Kept by %2 for late cancelling: %1.</source>
        <extracomment>%1 an amount, %2 a name.</extracomment>
        <translation>Für spätes Absagen behält %2: %1.</translation>
    </message>
    <message>
        <source>Held for the new hour: %1.</source>
        <extracomment>%1 an amount.</extracomment>
        <translation>Für die neue Stunde verwahrt: %1.</translation>
    </message>
    <message>
        <source>Network fees: %1.</source>
        <extracomment>%1 an amount.</extracomment>
        <translation>Netzgebühren: %1.</translation>
    </message>
    <message>
        <source>The new hour is asked for when the old one&apos;s money is back; %1 answers it anew. The other visits stay as they are.</source>
        <extracomment>%1 a name.</extracomment>
        <translation>Die neue Stunde wird angefragt, wenn das Geld der alten zurück ist; %1 antwortet darauf neu. Die anderen Termine bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>For this %1 are missing.</source>
        <extracomment>%1 an amount.</extracomment>
        <translation>Dafür fehlen %1.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>Title of the settings.</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>How it looks and speaks</source>
        <extracomment>Heading in the settings.</extracomment>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>Label in the settings.</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>Label in the settings: light, dark or high contrast.</extracomment>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Label in the settings.</extracomment>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Movement</source>
        <extracomment>Label in the settings: whether things move.</extracomment>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Practice network</source>
        <extracomment>Heading in the settings.</extracomment>
        <translation>Übungsnetz</translation>
    </message>
    <message>
        <source>Everything here runs on this computer alone, with play money. You can start it anew; your persona stays, its visits and its play money go.</source>
        <extracomment>What the practice network is.</extracomment>
        <translation>Alles hier läuft nur auf diesem Computer, mit Spielgeld. Sie können neu beginnen; Ihre Persona bleibt, ihre Termine und ihr Spielgeld gehen.</translation>
    </message>
    <message>
        <source>Start the practice network anew</source>
        <extracomment>Button: forgets the practice network (asks first).</extracomment>
        <translation>Das Übungsnetz neu beginnen</translation>
    </message>
    <message>
        <source>Start the practice network anew?</source>
        <extracomment>Title of a dialog.</extracomment>
        <translation>Das Übungsnetz neu beginnen?</translation>
    </message>
    <message>
        <source>All visits, listings and play money of this computer go. This cannot be undone.</source>
        <extracomment>What starting anew takes away.</extracomment>
        <translation>Alle Termine, Angebote und alles Spielgeld dieses Computers gehen verloren. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <extracomment>Button of a dialog: really start anew.</extracomment>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button of a dialog: leave everything.</extracomment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>Heading in the settings.</extracomment>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Network and nodes</source>
        <extracomment>Button: the page about the network and its nodes.</extracomment>
        <translation>Netz und Knoten</translation>
    </message>
</context>
<context>
    <name>SettingsSafety</name>
    <message>
        <source>Safety</source>
        <extracomment>Heading in the settings.</extracomment>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Lock by itself when nobody is there</source>
        <extracomment>Label in the settings.</extracomment>
        <translation>Von selbst sperren, wenn niemand da ist</translation>
    </message>
    <message>
        <source>Your 24 recovery words</source>
        <extracomment>Button: the page with the recovery words.</extracomment>
        <translation>Ihre 24 Wiederherstellungswörter</translation>
    </message>
    <message>
        <source>It stays open on this computer</source>
        <extracomment>Opens a part of the settings: the keychain of the computer.</extracomment>
        <translation>Es bleibt auf diesem Computer offen</translation>
    </message>
    <message>
        <source>Stay open on this computer</source>
        <translation>Auf diesem Computer offen bleiben</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Passwortsatz</translation>
    </message>
    <message>
        <source>Ask for the passphrase each time</source>
        <extracomment>Button: whether the keychain keeps the profile open.</extracomment>
        <translation>Jedes Mal nach dem Passwortsatz fragen</translation>
    </message>
    <message>
        <source>Keep it open until I lock it</source>
        <translation>Offen lassen, bis ich sperre</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <extracomment>Opens a part of the settings.</extracomment>
        <translation>Passwortsatz ändern</translation>
    </message>
    <message>
        <source>The passphrase now</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Jetziger Passwortsatz</translation>
    </message>
    <message>
        <source>The new passphrase</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Neuer Passwortsatz</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Neuer Passwortsatz noch einmal</translation>
    </message>
    <message>
        <source>Change it</source>
        <extracomment>Button: changes the passphrase.</extracomment>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>What exactly happens?</source>
        <extracomment>Opens the technical details.</extracomment>
        <translation>Was geschieht genau?</translation>
    </message>
    <message>
        <source>Your identity (DID)</source>
        <extracomment>Name of a technical value: one&apos;s own identity on the network.</extracomment>
        <translation>Ihre Identität (DID)</translation>
    </message>
</context>
<context>
    <name>SettingsWatch</name>
    <message>
        <source>While this computer is off</source>
        <extracomment>Heading in the settings: a program on another computer that keeps visits moving.</extracomment>
        <translation>Während dieser Computer aus ist</translation>
    </message>
    <message>
        <source>Some steps of a visit are due at a certain time. A computer that is always on can take them for you, with a list of your visits and without any key of yours.</source>
        <extracomment>What a watch list is for.</extracomment>
        <translation>Manche Schritte eines Termins sind zu einer bestimmten Zeit fällig. Ein Computer, der immer an ist, kann sie für Sie tun: mit einer Liste Ihrer Termine und ohne einen Ihrer Schlüssel.</translation>
    </message>
    <message>
        <source>Whoever reads the list learns where the money of your visits lies, their prices, when they begin and end, and that one person has them all. It holds no name, no note and no key. Save it anew after booking.</source>
        <extracomment>What a watch list gives away.</extracomment>
        <translation>Wer die Liste liest, erfährt, wo das Geld Ihrer Termine liegt, ihre Preise, wann sie beginnen und enden, und dass eine Person sie alle hat. Sie enthält keinen Namen, keine Notiz und keinen Schlüssel. Speichern Sie sie nach dem Buchen neu.</translation>
    </message>
    <message>
        <source>Save a watch list</source>
        <extracomment>Button: writes the list.</extracomment>
        <translation>Eine Wachliste speichern</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>Name of a line to type on another computer.</extracomment>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>SharedRecords</name>
    <message>
        <source>What you may read</source>
        <extracomment>Heading over texts that others let one read.</extracomment>
        <translation>Was Sie lesen dürfen</translation>
    </message>
</context>
<context>
    <name>SlotGrid</name>
    <message>
        <source>No free times this week.</source>
        <extracomment>A week without free times.</extracomment>
        <translation>Keine freien Zeiten in dieser Woche.</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message>
        <source>%1 of 5 stars</source>
        <extracomment>Spoken value of the stars. %1 is 0 to 5.</extracomment>
        <translation>%1 von 5 Sternen</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <extracomment>One star. %n is 1 to 5.</extracomment>
        <translation>
            <numerusform>%n Stern</numerusform>
            <numerusform>%n Sterne</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TherapistPage</name>
    <message>
        <source>Therapists</source>
        <extracomment>Title over one therapist&apos;s page.</extracomment>
        <translation>Fachpersonen</translation>
    </message>
    <message>
        <source>This listing is not there any more</source>
        <extracomment>A listing that was there before is gone.</extracomment>
        <translation>Dieses Angebot gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The person may have taken it back. Nothing was booked.</source>
        <extracomment>Under the sentence about a listing that is gone.</extracomment>
        <translation>Vielleicht hat die Person es zurückgenommen. Nichts wurde gebucht.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <extracomment>Button that returns to the list.</extracomment>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Practice partner</source>
        <extracomment>Badge: a machine that answers on the practice network.</extracomment>
        <translation>Übungspartner</translation>
    </message>
    <message>
        <source>Talks by</source>
        <extracomment>How a therapist talks with people.</extracomment>
        <translation>Spricht per</translation>
    </message>
    <message>
        <source>Writing</source>
        <extracomment>How a therapist talks with people.</extracomment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Languages</source>
        <extracomment>Which languages a therapist speaks.</extracomment>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Answers</source>
        <extracomment>How soon a therapist answers requests.</extracomment>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Place</source>
        <extracomment>Where a therapist is.</extracomment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Week before</source>
        <extracomment>Button: the week before.</extracomment>
        <translation>Woche davor</translation>
    </message>
    <message>
        <source>Week after</source>
        <extracomment>Button: the week after.</extracomment>
        <translation>Woche danach</translation>
    </message>
    <message>
        <source>Ratings</source>
        <extracomment>What patients said in public about a therapist.</extracomment>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>What exactly happens?</source>
        <extracomment>Opens the technical details.</extracomment>
        <translation>Was passiert genau?</translation>
    </message>
    <message>
        <source>Reputation id</source>
        <extracomment>Name of a technical value: where on the network a therapist&apos;s ratings add up.</extracomment>
        <translation>Kennung der Bewertungen</translation>
    </message>
</context>
<context>
    <name>TherapistRow</name>
    <message>
        <source>Practice partner</source>
        <extracomment>Badge: a machine that answers on the practice network.</extracomment>
        <translation>Übungspartner</translation>
    </message>
    <message>
        <source>See times</source>
        <extracomment>In a row of the list: opens the therapist&apos;s page.</extracomment>
        <translation>Zeiten ansehen</translation>
    </message>
</context>
<context>
    <name>ThreadList</name>
    <message>
        <source>Conversations</source>
        <extracomment>Spoken name of the list of conversations.</extracomment>
        <translation>Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>Enter sends, Shift+Enter makes a new line</source>
        <extracomment>Under the field where one writes.</extracomment>
        <translation>Enter sendet, Umschalt+Enter macht eine neue Zeile</translation>
    </message>
    <message>
        <source>Cannot wait? F1 opens Help now</source>
        <extracomment>Under the field where one writes; F1 opens the crisis lines.</extracomment>
        <translation>Es kann nicht warten? F1 öffnet „Hilfe jetzt“</translation>
    </message>
    <message>
        <source>Send money to %1</source>
        <extracomment>Button over a conversation. %1 is a name.</extracomment>
        <translation>%1 Geld senden</translation>
    </message>
    <message>
        <source>Ask %1 for money</source>
        <extracomment>Button over a conversation. %1 is a name.</extracomment>
        <translation>%1 um Geld bitten</translation>
    </message>
    <message>
        <source>Who may read</source>
        <extracomment>Button: the page about who may read one&apos;s record.</extracomment>
        <translation>Wer lesen darf</translation>
    </message>
</context>
<context>
    <name>ThreadVisit</name>
    <message>
        <source>Open the room</source>
        <extracomment>Button: opens the room of the visit.</extracomment>
        <translation>Raum öffnen</translation>
    </message>
    <message>
        <source>See the visit</source>
        <extracomment>Button: the page of the visit.</extracomment>
        <translation>Termin ansehen</translation>
    </message>
</context>
<context>
    <name>TodayMessages</name>
    <message>
        <source>Messages</source>
        <extracomment>Heading of the newest conversations.</extracomment>
        <translation>Nachrichten</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>How many messages are new.</extracomment>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>No visit ahead</source>
        <extracomment>There is no visit ahead.</extracomment>
        <translation>Kein Termin in Sicht</translation>
    </message>
    <message>
        <source>When you have agreed a time with someone, it stands here.</source>
        <extracomment>Under &quot;No visit ahead&quot;.</extracomment>
        <translation>Wenn Sie mit jemandem eine Zeit vereinbart haben, steht sie hier.</translation>
    </message>
    <message>
        <source>Find a therapist</source>
        <extracomment>Button to the list of therapists.</extracomment>
        <translation>Eine Fachperson finden</translation>
    </message>
    <message>
        <source>Money</source>
        <extracomment>Heading of the small card with one&apos;s money.</extracomment>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Free to use</source>
        <extracomment>Money that is not held for a visit.</extracomment>
        <translation>Frei verfügbar</translation>
    </message>
    <message>
        <source>Held safely</source>
        <extracomment>Money that is held for visits.</extracomment>
        <translation>Sicher verwahrt</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <extracomment>Returns to the page before</extracomment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Practice network</source>
        <extracomment>Badge: play money, nothing here is real</extracomment>
        <translation>Übungsnetz</translation>
    </message>
    <message>
        <source>Search or do</source>
        <extracomment>Opens the palette of everything one can do</extracomment>
        <translation>Suchen oder tun</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Help now</source>
        <extracomment>Opens the crisis help</extracomment>
        <translation>Hilfe jetzt</translation>
    </message>
</context>
<context>
    <name>Visit</name>
    <message>
        <source>Done</source>
        <extracomment>Badge of a visit that took place and is paid.</extracomment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Declined</source>
        <extracomment>Badge: the therapist said no.</extracomment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>No answer</source>
        <extracomment>Badge: nobody answered the request in time.</extracomment>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>Badge of a visit that was called off.</extracomment>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Agreed split</source>
        <extracomment>Badge: both agreed how to share the money.</extracomment>
        <translation>Einvernehmlich geteilt</translation>
    </message>
    <message>
        <source>Decided</source>
        <extracomment>Badge: a problem was decided by others.</extracomment>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Time ran out</source>
        <extracomment>Badge: a problem that nobody decided in time.</extracomment>
        <translation>Frist abgelaufen</translation>
    </message>
    <message>
        <source>Not booked</source>
        <extracomment>Badge: the booking never went through.</extracomment>
        <translation>Nicht gebucht</translation>
    </message>
    <message>
        <source>You both confirmed the visit. %1 went to %2.</source>
        <translation>Sie haben den Termin beide bestätigt. %1 gingen an %2.</translation>
    </message>
    <message>
        <source>You both confirmed the visit. %1 came to you.</source>
        <translation>Sie haben den Termin beide bestätigt. %1 gingen an Sie.</translation>
    </message>
    <message>
        <source>The visit was not confirmed in time, so %1 went to %2 as agreed.</source>
        <translation>Der Termin wurde nicht in der Frist bestätigt, also gingen %1 wie vereinbart an %2.</translation>
    </message>
    <message>
        <source>The visit was not confirmed in time, so %1 came to you as agreed.</source>
        <translation>Der Termin wurde nicht in der Frist bestätigt, also gingen %1 wie vereinbart an Sie.</translation>
    </message>
    <message>
        <source>%1 cannot take this time. All your money came back.</source>
        <translation>%1 kann zu dieser Zeit nicht. Ihr ganzes Geld kam zurück.</translation>
    </message>
    <message>
        <source>You declined. All the money went back.</source>
        <translation>Sie haben abgelehnt. Das ganze Geld ging zurück.</translation>
    </message>
    <message>
        <source>There was no answer in time. All your money came back.</source>
        <translation>Es kam keine Antwort in der Frist. Ihr ganzes Geld kam zurück.</translation>
    </message>
    <message>
        <source>You did not answer in time. All the money went back.</source>
        <translation>Sie haben nicht in der Frist geantwortet. Das ganze Geld ging zurück.</translation>
    </message>
    <message>
        <source>You cancelled in time. All your money came back.</source>
        <translation>Sie haben rechtzeitig abgesagt. Ihr ganzes Geld kam zurück.</translation>
    </message>
    <message>
        <source>%1 cancelled in time. All the money went back.</source>
        <translation>%1 hat rechtzeitig abgesagt. Das ganze Geld ging zurück.</translation>
    </message>
    <message>
        <source>You cancelled late. What comes back then came back to you; the rest went to %1.</source>
        <translation>Sie haben spät abgesagt. Was dann zurückkommt, kam zu Ihnen zurück; der Rest ging an %1.</translation>
    </message>
    <message>
        <source>%1 cancelled late. Your share came to you.</source>
        <translation>%1 hat spät abgesagt. Ihr Anteil ging an Sie.</translation>
    </message>
    <message>
        <source>%1 cancelled. All your money came back.</source>
        <translation>%1 hat abgesagt. Ihr ganzes Geld kam zurück.</translation>
    </message>
    <message>
        <source>You cancelled. All the money went back to %1.</source>
        <translation>Sie haben abgesagt. Das ganze Geld ging an %1 zurück.</translation>
    </message>
    <message>
        <source>You both agreed how to share the money, and it was shared that way.</source>
        <translation>Sie haben sich beide geeinigt, wie das Geld geteilt wird, und so wurde es geteilt.</translation>
    </message>
    <message>
        <source>The problem was decided and the money shared that way.</source>
        <translation>Über das Problem wurde entschieden und das Geld so geteilt.</translation>
    </message>
    <message>
        <source>Nobody decided in time, so the money was shared by the rules of the visit.</source>
        <translation>Niemand hat in der Frist entschieden, also wurde das Geld nach den Regeln des Termins geteilt.</translation>
    </message>
    <message>
        <source>This booking did not go through. Your money never left you or came back.</source>
        <translation>Diese Buchung ging nicht durch. Ihr Geld blieb bei Ihnen oder kam zurück.</translation>
    </message>
    <message>
        <source>Agreed. The room opens shortly before %1.</source>
        <translation>Vereinbart. Der Raum öffnet kurz vor %1.</translation>
    </message>
    <message>
        <source>It is time. The room is open until %1.</source>
        <translation>Es ist so weit. Der Raum ist bis %1 offen.</translation>
    </message>
    <message>
        <source>You both signed that the visit took place. Confirm it, and it is paid.</source>
        <translation>Sie haben beide unterschrieben, dass der Termin stattgefunden hat. Bestätigen Sie ihn, dann wird bezahlt.</translation>
    </message>
    <message>
        <source>You both signed that the visit took place. It is paid when it is confirmed.</source>
        <translation>Sie haben beide unterschrieben, dass der Termin stattgefunden hat. Bezahlt wird, sobald er bestätigt ist.</translation>
    </message>
    <message>
        <source>The waiting time is over. You can collect the price now.</source>
        <translation>Die Wartezeit ist vorbei. Sie können den Preis jetzt einziehen.</translation>
    </message>
    <message>
        <source>The visit is over. If it is not confirmed, you can collect the price from %1.</source>
        <translation>Der Termin ist vorbei. Wird er nicht bestätigt, können Sie den Preis ab %1 einziehen.</translation>
    </message>
    <message>
        <source>The visit is over. Sign that it took place, then confirm it.</source>
        <translation>Der Termin ist vorbei. Unterschreiben Sie, dass er stattgefunden hat, und bestätigen Sie ihn dann.</translation>
    </message>
    <message>
        <source>Answer needed</source>
        <translation>Antwort nötig</translation>
    </message>
    <message>
        <source>On its way</source>
        <extracomment>Badge: the request has not left this computer yet.</extracomment>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Asked</source>
        <extracomment>Badge of a visit that waits for the therapist&apos;s answer.</extracomment>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Fragt an</translation>
    </message>
    <message>
        <source>Agreed</source>
        <extracomment>Badge of a visit that both agreed on.</extracomment>
        <translation>Vereinbart</translation>
    </message>
    <message>
        <source>In session</source>
        <extracomment>Badge: the visit is running or waits to be confirmed.</extracomment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Being decided</source>
        <extracomment>Badge: a problem was raised.</extracomment>
        <translation>Wird entschieden</translation>
    </message>
    <message>
        <source>Your request is being sent. You can still take it back.</source>
        <translation>Ihre Anfrage wird gesendet. Sie können sie noch zurücknehmen.</translation>
    </message>
    <message>
        <source>%1 answers by %2. If not, all your money comes back.</source>
        <translation>%1 antwortet bis %2. Sonst kommt Ihr ganzes Geld zurück.</translation>
    </message>
    <message>
        <source>%1 asks for this time and hopes to hear by %2.</source>
        <translation>%1 fragt diese Zeit an und hofft auf Antwort bis %2.</translation>
    </message>
    <message>
        <source>A problem was raised. The money stays held safely until it is decided.</source>
        <translation>Ein Problem wurde gemeldet. Das Geld bleibt sicher verwahrt, bis entschieden ist.</translation>
    </message>
    <message>
        <source>Free to cancel until %1</source>
        <extracomment>%1 is a moment such as &quot;today, 17:00&quot;.</extracomment>
        <translation>Kostenlos absagen bis %1</translation>
    </message>
    <message>
        <source>If you cancel now, %1 come back to you. Nothing is kept.</source>
        <translation>Wenn Sie jetzt absagen, kommen %1 zu Ihnen zurück. Nichts wird einbehalten.</translation>
    </message>
    <message>
        <source>If you cancel now, %1 go to %2. Nothing comes back to you.</source>
        <translation>Wenn Sie jetzt absagen, gehen %1 an %2. Zu Ihnen kommt nichts zurück.</translation>
    </message>
    <message>
        <source>If you cancel now, %1 come to you and %2 go to %3.</source>
        <translation>Wenn Sie jetzt absagen, gehen %1 an Sie und %2 an %3.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>Spoken by a screen reader. %1 name, %2 time, %3 state.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>Badge: the request cannot go out as it is; the patient has to decide.</extracomment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Your request did not go through.</source>
        <translation>Ihre Anfrage ist nicht durchgegangen.</translation>
    </message>
</context>
<context>
    <name>VisitActions</name>
    <message>
        <source>Price</source>
        <extracomment>The price of a visit.</extracomment>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Stake of the therapist</source>
        <extracomment>The therapist&apos;s own stake in a visit.</extracomment>
        <translation>Einsatz der Fachperson</translation>
    </message>
    <message>
        <source>Your own stake</source>
        <translation>Ihr eigener Einsatz</translation>
    </message>
    <message>
        <source>Held safely now</source>
        <extracomment>What is held for this visit now.</extracomment>
        <translation>Jetzt sicher verwahrt</translation>
    </message>
    <message>
        <source>Accept</source>
        <extracomment>Button: the therapist takes the request.</extracomment>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Decline</source>
        <extracomment>Button: the therapist says no to the request.
----------
Button of a dialog: really decline.</extracomment>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Open the room</source>
        <extracomment>Button: opens the room of the visit.</extracomment>
        <translation>Raum öffnen</translation>
    </message>
    <message>
        <source>Sign that it took place</source>
        <extracomment>Button: one&apos;s own signature under &quot;this visit took place&quot;.</extracomment>
        <translation>Unterschreiben, dass er stattgefunden hat</translation>
    </message>
    <message>
        <source>Collect the price</source>
        <extracomment>Button: the therapist takes the price after the waiting time.</extracomment>
        <translation>Preis einziehen</translation>
    </message>
    <message>
        <source>Write a message</source>
        <extracomment>Button: the conversation with this person.</extracomment>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Save for my calendar</source>
        <extracomment>Button: this visit as a calendar file.</extracomment>
        <translation>Für meinen Kalender speichern</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <extracomment>Button: calls the visit off (asks first).
----------
Button of a dialog: really cancel.</extracomment>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button of a dialog: leave the visit as it is.</extracomment>
        <translation>Termin behalten</translation>
    </message>
    <message>
        <source>Decline the request of %1?</source>
        <extracomment>Title of a dialog. %1 is a name.</extracomment>
        <translation>Die Anfrage von %1 ablehnen?</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button of a dialog: do not decline now.
----------
Button of a dialog: do not collect now.</extracomment>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Collect the price?</source>
        <extracomment>Title of a dialog.</extracomment>
        <translation>Den Preis einziehen?</translation>
    </message>
    <message>
        <source>Collect</source>
        <extracomment>Button of a dialog: really collect.</extracomment>
        <translation>Einziehen</translation>
    </message>
    <message>
        <source>What the network will see</source>
        <extracomment>Opens what everyone can see of the next payment.</extracomment>
        <translation>Was das Netz sehen wird</translation>
    </message>
    <message>
        <source>The problem</source>
        <extracomment>Button: the page about a problem with this visit.</extracomment>
        <translation>Das Problem</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Who may read</source>
        <extracomment>Button: the page about who may read one&apos;s record.</extracomment>
        <translation>Wer lesen darf</translation>
    </message>
</context>
<context>
    <name>VisitHead</name>
    <message>
        <source>The last step is on its way. You can close this page; it goes on by itself.</source>
        <extracomment>A payment of this visit has been sent and is not settled yet.</extracomment>
        <translation>Der letzte Schritt ist unterwegs. Sie können diese Seite schließen; es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Try again with other coins</source>
        <extracomment>Button: plans a payment anew whose coins were spent elsewhere.</extracomment>
        <translation>Mit anderen Münzen versuchen</translation>
    </message>
    <message>
        <source>Take back</source>
        <extracomment>Button: gives up a payment whose coins were spent elsewhere, or a request that has not left this computer.</extracomment>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Visit</source>
        <extracomment>Title of the page of one visit.</extracomment>
        <translation>Termin</translation>
    </message>
    <message>
        <source>This visit is not here</source>
        <extracomment>A visit that this profile does not know.</extracomment>
        <translation>Diesen Termin gibt es hier nicht</translation>
    </message>
    <message>
        <source>It may belong to another profile. Nothing was changed.</source>
        <extracomment>Under &quot;This visit is not here&quot;.</extracomment>
        <translation>Vielleicht gehört er zu einem anderen Profil. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>To the calendar</source>
        <extracomment>Button to the calendar.</extracomment>
        <translation>Zum Kalender</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <extracomment>Heading over the note that went with the request; for the patient, then the therapist.</extracomment>
        <translation>Was Sie geschrieben haben</translation>
    </message>
    <message>
        <source>What %1 wrote</source>
        <translation>Was %1 geschrieben hat</translation>
    </message>
    <message>
        <source>If plans change</source>
        <extracomment>Heading over the line of what comes back when a visit is cancelled; for the patient, then the therapist.</extracomment>
        <translation>Wenn sich Pläne ändern</translation>
    </message>
    <message>
        <source>What exactly happens?</source>
        <extracomment>Opens the technical details.</extracomment>
        <translation>Was geschieht genau?</translation>
    </message>
    <message>
        <source>If %1 cancels</source>
        <translation>Wenn %1 absagt</translation>
    </message>
</context>
<context>
    <name>VisitPlans</name>
    <message>
        <source>If you cancel now</source>
        <extracomment>Heading over the exact outcome of cancelling.</extracomment>
        <translation>Wenn Sie jetzt absagen</translation>
    </message>
    <message>
        <source>Move it to another hour</source>
        <extracomment>Opens the choice of another hour for a visit.</extracomment>
        <translation>Auf eine andere Stunde verlegen</translation>
    </message>
    <message>
        <source>New hour</source>
        <extracomment>Label of a list of hours.</extracomment>
        <translation>Neue Stunde</translation>
    </message>
    <message>
        <source>Move all later visits too</source>
        <extracomment>Tick: later visits of the series are moved in the same rhythm.</extracomment>
        <translation>Alle späteren Termine auch verlegen</translation>
    </message>
    <message>
        <source>Move</source>
        <extracomment>Button: cancels the old hour and asks for the new one.</extracomment>
        <translation>Verlegen</translation>
    </message>
    <message>
        <source>Cancel all of them</source>
        <extracomment>Button of a dialog: really cancel.</extracomment>
        <translation>Alle absagen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <extracomment>Button of a dialog: leave the visits as they are.</extracomment>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>VisitPublicRating</name>
    <message>
        <source>Rate in public</source>
        <extracomment>Heading over the stars that everyone can see.</extracomment>
        <translation>Öffentlich bewerten</translation>
    </message>
    <message>
        <source>Take back</source>
        <extracomment>Button: a public rating that was not released yet.</extracomment>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>What exactly happens?</source>
        <extracomment>Opens the technical details.</extracomment>
        <translation>Was passiert genau?</translation>
    </message>
    <message>
        <source>Transaction</source>
        <extracomment>Name of a technical value: the id of the transaction that rated.</extracomment>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Give no public rating?</source>
        <extracomment>Title of a dialog: the public rating is given up.</extracomment>
        <translation>Keine öffentliche Bewertung abgeben?</translation>
    </message>
    <message>
        <source>Take the deposit</source>
        <extracomment>Button of a dialog: the deposit comes back instead of a rating.</extracomment>
        <translation>Kaution nehmen</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button of a dialog: nothing happens now.</extracomment>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Keep these, publish later</source>
        <extracomment>Button: the stars are kept, and published at a later time.</extracomment>
        <translation>Behalten, später veröffentlichen</translation>
    </message>
</context>
<context>
    <name>VisitRating</name>
    <message>
        <source>A word to go with it (you may leave it empty)</source>
        <extracomment>Label of the private comment.</extracomment>
        <translation>Ein Wort dazu (Sie dürfen es leer lassen)</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>Button: sends stars and comment.</extracomment>
        <translation>Senden</translation>
    </message>
    <message>
        <source>How was it? In private</source>
        <extracomment>Heading over the stars; while rating, then afterwards.</extracomment>
        <translation>Wie war es? Vertraulich</translation>
    </message>
    <message>
        <source>How it was, in private</source>
        <translation>Wie es war, vertraulich</translation>
    </message>
    <message>
        <source>Sealed for %1: nobody else can read it, and it counts nowhere. You may leave it out.</source>
        <extracomment>Who can read the rating. %1 is the therapist&apos;s name.</extracomment>
        <translation>Versiegelt für %1: Niemand sonst kann es lesen, und es zählt nirgends. Sie können es weglassen.</translation>
    </message>
</context>
<context>
    <name>VisitReceipt</name>
    <message>
        <source>Receipt</source>
        <extracomment>Heading over the receipt of a visit.</extracomment>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Ask for a receipt</source>
        <extracomment>Button: the other side&apos;s app is asked for a receipt; the second: one&apos;s own signature makes it.</extracomment>
        <translation>Um einen Beleg bitten</translation>
    </message>
    <message>
        <source>Sign a receipt</source>
        <translation>Einen Beleg unterschreiben</translation>
    </message>
    <message>
        <source>Your name on it (leave it empty, and none is there)</source>
        <extracomment>Label of a field: whom a receipt is for.</extracomment>
        <translation>Ihr Name darauf (leer gelassen, steht keiner da)</translation>
    </message>
    <message>
        <source>Diagnosis code (leave it empty, and none is there)</source>
        <extracomment>Label of a field: a code that an insurer may want.</extracomment>
        <translation>Diagnoseschlüssel (leer gelassen, steht keiner da)</translation>
    </message>
    <message>
        <source>Only if your insurer wants one. You sign what you type here; it is kept nowhere and sent to nobody.</source>
        <extracomment>Hint under a field.</extracomment>
        <translation>Nur wenn Ihre Versicherung einen verlangt. Was Sie hier eingeben, unterschreiben Sie selbst; es wird nirgends aufbewahrt und niemandem gesendet.</translation>
    </message>
    <message>
        <source>Paper</source>
        <extracomment>Spoken name of the choice of a paper size.</extracomment>
        <translation>Papier</translation>
    </message>
    <message>
        <source>A4</source>
        <extracomment>A paper size.</extracomment>
        <translation>A4</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>Save the signed file</source>
        <extracomment>Button: the receipt as a file whose signatures a computer can check.</extracomment>
        <translation>Unterschriebene Datei speichern</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <extracomment>Button: the receipt as a PDF.</extracomment>
        <translation>Als PDF speichern</translation>
    </message>
</context>
<context>
    <name>VisitSeries</name>
    <message>
        <source>Or open a single one below and answer it alone.</source>
        <extracomment>Beside the buttons that answer a whole series.</extracomment>
        <translation>Oder öffnen Sie unten einen einzelnen und beantworten Sie nur diesen.</translation>
    </message>
    <message>
        <source>Decline</source>
        <extracomment>Button of a dialog: really decline.</extracomment>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button of a dialog: do not decline now.</extracomment>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>VisitSplit</name>
    <message>
        <source>Share it another way</source>
        <extracomment>Heading: both sides may agree on how the held money is shared.</extracomment>
        <translation>Anders teilen</translation>
    </message>
    <message>
        <source>Agree</source>
        <extracomment>Button: yes to the other side&apos;s suggestion.</extracomment>
        <translation>Zustimmen</translation>
    </message>
    <message>
        <source>Say no</source>
        <extracomment>Button: no to the other side&apos;s suggestion.</extracomment>
        <translation>Nein sagen</translation>
    </message>
    <message>
        <source>Suggest something</source>
        <extracomment>Opens the field for a suggestion.</extracomment>
        <translation>Etwas vorschlagen</translation>
    </message>
    <message>
        <source>How much comes back to you?</source>
        <extracomment>Label of a field: how much of the held money goes (back) to the patient.</extracomment>
        <translation>Wie viel kommt zu Ihnen zurück?</translation>
    </message>
    <message>
        <source>How much goes back to %1?</source>
        <translation>Wie viel geht an %1 zurück?</translation>
    </message>
    <message>
        <source>Send the suggestion</source>
        <extracomment>Button: sends the suggestion.</extracomment>
        <translation>Vorschlag senden</translation>
    </message>
</context>
<context>
    <name>VisitSteps</name>
    <message>
        <source>The money of this visit lies in a covenant on the Kaspa network: a small program that both agreed to. Each line below is one transaction that moved it.</source>
        <extracomment>Under &quot;What exactly happens?&quot; of a visit: how the money is held, in true terms.</extracomment>
        <translation>Das Geld dieses Termins liegt in einem Covenant im Kaspa-Netz: einem kleinen Programm, dem beide zugestimmt haben. Jede Zeile darunter ist eine Transaktion, die es bewegt hat.</translation>
    </message>
    <message>
        <source>Covenant id</source>
        <extracomment>Name of a technical value: the id of the covenant that holds the money.</extracomment>
        <translation>Covenant-Kennung</translation>
    </message>
    <message>
        <source>Transaction, fee %1</source>
        <extracomment>Name of a technical value: the id of a transaction. %1 is its fee.</extracomment>
        <translation>Transaktion, Gebühr %1</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <extracomment>No payment of this visit exists yet.</extracomment>
        <translation>Noch wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <extracomment>Spoken name of the first page.</extracomment>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>Short switch on the first page: light or dark.</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Button on the first page: larger text.</extracomment>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Find help that stays between two people.</source>
        <extracomment>Heading of the first page.</extracomment>
        <translation>Finden Sie Hilfe, die unter zwei Menschen bleibt.</translation>
    </message>
    <message>
        <source>Look around first. You need no name, no account and no card until there is something worth keeping.</source>
        <extracomment>Under the heading of the first page.</extracomment>
        <translation>Sehen Sie sich zuerst um. Sie brauchen weder Namen noch Konto noch Karte, bis es etwas zu bewahren gibt.</translation>
    </message>
    <message>
        <source>Look around</source>
        <extracomment>Large button on the first page.</extracomment>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>See therapists, prices and free times</source>
        <extracomment>Under &quot;Look around&quot;.</extracomment>
        <translation>Fachpersonen, Preise und freie Zeiten sehen</translation>
    </message>
    <message>
        <source>I practise</source>
        <extracomment>Large button on the first page, for therapists.</extracomment>
        <translation>Ich praktiziere</translation>
    </message>
    <message>
        <source>Show your licence once, then set your hours</source>
        <extracomment>Under &quot;I practise&quot;.</extracomment>
        <translation>Einmal die Zulassung zeigen, dann Zeiten setzen</translation>
    </message>
    <message>
        <source>Been here before?</source>
        <extracomment>Before a link on the first page.</extracomment>
        <translation>Waren Sie schon hier?</translation>
    </message>
    <message>
        <source>Bring yourself back with your 24 words</source>
        <extracomment>Link on the first page: restore from the recovery words.</extracomment>
        <translation>Holen Sie sich mit Ihren 24 Wörtern zurück</translation>
    </message>
    <message>
        <source>Help now</source>
        <extracomment>Button that opens the crisis lines.</extracomment>
        <translation>Hilfe jetzt</translation>
    </message>
    <message>
        <source>In danger, or thinking about ending your life?</source>
        <extracomment>Beside &quot;Help now&quot; on the first page.</extracomment>
        <translation>In Gefahr, oder denken Sie daran, Ihr Leben zu beenden?</translation>
    </message>
    <message>
        <source>Crisis lines for your country. Works without an account and without internet.</source>
        <extracomment>Beside &quot;Help now&quot; on the first page.</extracomment>
        <translation>Krisentelefone für Ihr Land. Geht ohne Konto und ohne Internet.</translation>
    </message>
    <message>
        <source>You begin on the practice network.</source>
        <extracomment>Before a link on the first page.</extracomment>
        <translation>Sie beginnen im Übungsnetz.</translation>
    </message>
    <message>
        <source>Choose another network</source>
        <extracomment>Link on the first page: the page about the network.</extracomment>
        <translation>Anderes Netz wählen</translation>
    </message>
</context>
<context>
    <name>WordsNudge</name>
    <message>
        <source>Could you get everything back?</source>
        <extracomment>A quiet reminder about the recovery words.</extracomment>
        <translation>Könnten Sie alles zurückholen?</translation>
    </message>
    <message>
        <source>24 words on paper are enough. It takes four minutes.</source>
        <extracomment>Under the reminder about the recovery words.</extracomment>
        <translation>24 Wörter auf Papier genügen. Es dauert vier Minuten.</translation>
    </message>
    <message>
        <source>See the words</source>
        <extracomment>Button of the reminder: shows the recovery words.</extracomment>
        <translation>Wörter ansehen</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>Button of the reminder: not now.</extracomment>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Your 24 recovery words</source>
        <extracomment>Title of the page with the recovery words.</extracomment>
        <translation>Ihre 24 Wiederherstellungswörter</translation>
    </message>
    <message>
        <source>With these words you can bring back your keys, your money and open visits on another computer. Whoever has them has your money. Write them on paper; make no photo.</source>
        <extracomment>What the recovery words are for.</extracomment>
        <translation>Mit diesen Wörtern holen Sie Ihre Schlüssel, Ihr Geld und offene Termine auf einem anderen Computer zurück. Wer sie hat, hat Ihr Geld. Schreiben Sie sie auf Papier; machen Sie kein Foto.</translation>
    </message>
    <message>
        <source>You have written them down before. You may look at them again.</source>
        <extracomment>The words were confirmed before.</extracomment>
        <translation>Sie haben sie schon aufgeschrieben. Sie dürfen sie noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Passwortsatz</translation>
    </message>
    <message>
        <source>Show the words</source>
        <extracomment>Button: shows the recovery words.</extracomment>
        <translation>Wörter zeigen</translation>
    </message>
    <message>
        <source>I wrote them down</source>
        <extracomment>Button under the recovery words.</extracomment>
        <translation>Ich habe sie aufgeschrieben</translation>
    </message>
    <message>
        <source>Hide them</source>
        <extracomment>Button under the recovery words: takes them off the screen.</extracomment>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>bt::app::AppViewModel</name>
    <message>
        <source>Practice</source>
        <extracomment>Under the person&apos;s own name: the role.</extracomment>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient/in</translation>
    </message>
    <message>
        <source>Looking around</source>
        <extracomment>In place of a name, before anything was made.</extracomment>
        <translation>Sich umsehen</translation>
    </message>
    <message>
        <source>Nothing is saved</source>
        <translation>Nichts wird gespeichert</translation>
    </message>
    <message>
        <source>Find a therapist</source>
        <translation>Eine Fachperson finden</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Wie es geht</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Klienten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>I practise</source>
        <translation>Ich praktiziere</translation>
    </message>
    <message>
        <source>I have my 24 words</source>
        <translation>Ich habe meine 24 Wörter</translation>
    </message>
    <message>
        <source>What is waiting</source>
        <translation>Was wartet</translation>
    </message>
    <message>
        <source>Your 24 recovery words</source>
        <translation>Ihre 24 Wiederherstellungswörter</translation>
    </message>
    <message>
        <source>Save the calendar as a file</source>
        <translation>Den Kalender als Datei speichern</translation>
    </message>
    <message>
        <source>Add play money</source>
        <translation>Spielgeld hinzufügen</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <extracomment>A command in the search. %1 is a name.</extracomment>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Offline, everything here still works</source>
        <extracomment>State of the network at the top of the window.</extracomment>
        <translation>Offline, hier geht alles weiter</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) waiting for the network</source>
        <translation>
            <numerusform>%n Sache wartet auf das Netz</numerusform>
            <numerusform>%n Sachen warten auf das Netz</numerusform>
        </translation>
    </message>
    <message>
        <source>All saved</source>
        <extracomment>State of the network at the top of the window.</extracomment>
        <translation>Alles gespeichert</translation>
    </message>
    <message>
        <source>List from %1</source>
        <extracomment>How fresh the list of therapists is. %1 is a time such as &quot;Today, 09:38&quot;.</extracomment>
        <translation>Liste von %1</translation>
    </message>
    <message>
        <source>Getting the list</source>
        <translation>Liste wird geholt</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Button on a toast: shows the visit.</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Someone asks for a visit on %1.</source>
        <translation>Jemand fragt einen Termin am %1 an.</translation>
    </message>
    <message>
        <source>Your visit on %1 is agreed.</source>
        <translation>Ihr Termin am %1 ist vereinbart.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Move the practice clock on by an hour</source>
        <translation>Die Übungsuhr um eine Stunde vorstellen</translation>
    </message>
    <message>
        <source>Move the practice clock on by a day</source>
        <translation>Die Übungsuhr um einen Tag vorstellen</translation>
    </message>
    <message>
        <source>Move the practice clock to the next visit</source>
        <translation>Die Übungsuhr zum nächsten Termin vorstellen</translation>
    </message>
    <message>
        <source>Practice network</source>
        <extracomment>Badge: play money, nothing here is real.</extracomment>
        <translation>Übungsnetz</translation>
    </message>
    <message>
        <source>Test money</source>
        <extracomment>Badge: a network whose coins are worth nothing.</extracomment>
        <translation>Testgeld</translation>
    </message>
    <message>
        <source>Spending is off</source>
        <extracomment>Badge: mainnet, while spending is switched off.</extracomment>
        <translation>Ausgeben ist aus</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>The network took a payment of a visit back. It is being sent again; nothing is lost.</source>
        <extracomment>Button on a toast: shows the visit.</extracomment>
        <translation>Das Netz hat eine Zahlung eines Termins zurückgenommen. Sie wird neu gesendet; nichts ist verloren.</translation>
    </message>
    <message>
        <source>The network&apos;s node keeps only the last days. Older visits could not be brought back: a copy of your data folder would hold them.</source>
        <translation>Der Knoten hebt nur die letzten Tage auf. Ältere Termine ließen sich nicht zurückholen: Eine Kopie Ihres Datenordners hielte sie fest.</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Button on a toast: what waits for the network.</extracomment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Looking for the network</source>
        <extracomment>State of the network at the top of the window: no node answers at the moment.</extracomment>
        <translation>Netz wird gesucht</translation>
    </message>
    <message>
        <source>Connected</source>
        <extracomment>State of the network at the top of the window: a node answers.</extracomment>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Send money</source>
        <translation>Geld senden</translation>
    </message>
    <message>
        <source>Decide a case for others</source>
        <translation>Für andere einen Fall entscheiden</translation>
    </message>
    <message>
        <source>A problem was raised with one of your visits. The money stays held; you can add what you want to show.</source>
        <translation>Bei einem Ihrer Termine wurde ein Problem gemeldet. Das Geld bleibt aufbewahrt; Sie können hinzufügen, was Sie zeigen möchten.</translation>
    </message>
    <message>
        <source>Nothing was cancelled: by the time it could be, it would have given you less than you were told. Look at it anew.</source>
        <translation>Nichts wurde abgesagt: Als es möglich war, hätte es Ihnen weniger gegeben, als Ihnen gesagt wurde. Sehen Sie es neu an.</translation>
    </message>
    <message>
        <source>A visit was cancelled free of charge: the therapist&apos;s app did not allow it to be rated. You can ask again.</source>
        <translation>Ein Termin wurde kostenlos abgesagt: Die App der Therapeutin hat nicht erlaubt, ihn zu bewerten. Sie können noch einmal anfragen.</translation>
    </message>
    <message>
        <source>Who may read</source>
        <translation>Wer lesen darf</translation>
    </message>
    <message>
        <source>Your public profile</source>
        <translation>Ihr öffentliches Profil</translation>
    </message>
    <message>
        <source>Guardians</source>
        <translation>Vertraute</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>Belohnungen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>A request that had failed has reached the network after all, and its price is held. You can cancel it.</source>
        <translation>Eine Anfrage, die gescheitert war, hat das Netz doch erreicht, und ihr Preis ist hinterlegt. Sie können sie absagen.</translation>
    </message>
    <message>
        <source>A payment that had failed has gone through after all. Look at Money before you pay it again.</source>
        <translation>Eine Zahlung, die gescheitert war, ist doch angekommen. Sehen Sie unter Geld nach, bevor Sie noch einmal zahlen.</translation>
    </message>
</context>
<context>
    <name>bt::app::BookingViewModel</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>Ein Zeichen zu viel</numerusform>
            <numerusform>%n Zeichen zu viel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Noch ein Zeichen</numerusform>
            <numerusform>Noch %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <extracomment>%1 is &quot;Licensed in Berlin&quot;, %2 a date.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, in writing.</source>
        <extracomment>%1 is &quot;50 minutes&quot;.</extracomment>
        <translation>%1, schriftlich.</translation>
    </message>
    <message>
        <source>It is %1 in %2.</source>
        <extracomment>%1 a time, %2 a city.</extracomment>
        <translation>In %2 ist es dann %1.</translation>
    </message>
    <message>
        <source>Visit, %1</source>
        <extracomment>%1 is &quot;50 minutes&quot;.</extracomment>
        <translation>Termin, %1</translation>
    </message>
    <message>
        <source>rate fixed by the practice network</source>
        <extracomment>Where the exchange rate comes from.</extracomment>
        <translation>Kurs vom Übungsnetz festgelegt</translation>
    </message>
    <message>
        <source>Hold %1 and ask</source>
        <extracomment>Button that pays. %1 is a price.</extracomment>
        <translation>%1 verwahren und anfragen</translation>
    </message>
    <message>
        <source>The answer comes by %1. If it does not, all of it comes back to you.</source>
        <extracomment>%1 is a moment.</extracomment>
        <translation>Die Antwort kommt bis %1. Kommt sie nicht, kommt alles zu Ihnen zurück.</translation>
    </message>
    <message>
        <source>%1 are missing. Nothing was sent.</source>
        <extracomment>%1 is an amount.</extracomment>
        <translation>Es fehlen %1. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>If %1 cancels late or does not come, you get %2 back and %3 on top.</source>
        <translation>Sagt %1 spät ab oder kommt nicht, bekommen Sie %2 zurück und %3 dazu.</translation>
    </message>
    <message>
        <source>that about %1 are set aside for a visit, its time limits, and when the money moves</source>
        <extracomment>What is public about a booking. %1 is an amount.</extracomment>
        <translation>dass etwa %1 für einen Termin zurückgelegt sind, seine Fristen und wann das Geld sich bewegt</translation>
    </message>
    <message>
        <source>who you are, who the other person is, and what is said</source>
        <extracomment>What nobody can see about a booking.</extracomment>
        <translation>wer Sie sind, wer die andere Person ist und was gesagt wird</translation>
    </message>
    <message>
        <source>the hour of the visit from its time limits, and a habit if it repeats</source>
        <extracomment>What somebody could work out about a booking.</extracomment>
        <translation>die Uhrzeit des Termins aus seinen Fristen, und eine Gewohnheit, wenn es sich wiederholt</translation>
    </message>
    <message>
        <source>rate made up for test money</source>
        <extracomment>Where the exchange rate comes from.</extracomment>
        <translation>Kurs für Testgeld ausgedacht</translation>
    </message>
    <message>
        <source>Send coins to your own address, and come back when they have arrived: %1</source>
        <extracomment>Where money can be sent to when it is short. %1 is an address.</extracomment>
        <translation>Senden Sie Münzen an Ihre eigene Adresse und kommen Sie zurück, wenn sie da sind: %1</translation>
    </message>
    <message>
        <source>If something goes wrong and you cannot agree, two of three people decide: one named by you, one by %1, one by both of you.</source>
        <extracomment>Who shares the money out if two cannot agree. %1 is the therapist&apos;s name.</extracomment>
        <translation>Wenn etwas schiefgeht und Sie sich nicht einigen, entscheiden zwei von drei Personen: eine nennen Sie, eine %1, eine Sie beide.</translation>
    </message>
    <message>
        <source>On the practice network programs stand in for those whom nobody named.</source>
        <translation>Im Übungsnetz vertreten Programme, wen niemand genannt hat.</translation>
    </message>
    <message>
        <source>You named nobody yet; you can in the settings.</source>
        <translation>Sie haben noch niemanden genannt; das geht in den Einstellungen.</translation>
    </message>
    <message>
        <source>Missing: %1. Nothing was sent.</source>
        <extracomment>How much money is short, in coins of one or two kinds. %1 such as &quot;116.00 BTAI, 2.00 KAS&quot;.</extracomment>
        <translation>Es fehlen: %1. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>Both kinds of coins of a price. %1 such as &quot;116.00 BTAI&quot;, %2 such as &quot;2.01 KAS&quot;.</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>The price is %1. Beside it, %2 are held; they come back at the end.</source>
        <extracomment>Under the price of a visit that is paid in BTAI. %1 is an amount of BTAI, %2 of KAS.</extracomment>
        <translation>Der Preis ist %1. Daneben werden %2 hinterlegt; sie kommen am Ende zurück.</translation>
    </message>
    <message>
        <source>If the visit takes place, %1 of them go along with the payments.</source>
        <extracomment>Follows the sentence that the KAS come back at the end. %1 is an amount of KAS.</extracomment>
        <translation>Wenn der Termin stattfindet, gehen davon %1 mit den Zahlungen mit.</translation>
    </message>
    <message>
        <source>Of what %2 gets, %1 go to the pool for rewards; that gives your rating its weight.</source>
        <extracomment>Under the price of a visit that is paid in BTAI. %1 is an amount of BTAI, %2 a name.</extracomment>
        <translation>Von dem, was %2 bekommt, gehen %1 in den Belohnungstopf; das gibt Ihrer Bewertung ihr Gewicht.</translation>
    </message>
    <message>
        <source>The price in BTAI, the other side&apos;s stake and the part for the pool, and the way that these BTAI take.</source>
        <extracomment>What anyone who reads the chain learns of a booking in BTAI.</extracomment>
        <translation>Den Preis in BTAI, den Einsatz der anderen Seite, den Teil für den Belohnungstopf und den Weg, den diese BTAI nehmen.</translation>
    </message>
    <message>
        <source>Of it in BTAI, which pays this visit</source>
        <extracomment>A line of a person&apos;s money, before a visit is paid in BTAI.</extracomment>
        <translation>Davon in BTAI, womit dieser Termin bezahlt wird</translation>
    </message>
    <message>
        <source>Of it in KAS, which pays this visit</source>
        <extracomment>A line of a person&apos;s money, before a visit is paid in KAS.</extracomment>
        <translation>Davon in KAS, womit dieser Termin bezahlt wird</translation>
    </message>
    <message>
        <source>This visit is paid in KAS, and %1 of that are missing. Nothing was sent.</source>
        <extracomment>When money is short in one of two coins. %1 is an amount.</extracomment>
        <translation>Dieser Termin wird in KAS bezahlt, und davon fehlen %1. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>bt::app::CalendarViewModel</name>
    <message>
        <source>Asks: %1</source>
        <extracomment>Title of a request in the calendar. %1 is a name.</extracomment>
        <translation>Fragt an: %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <extracomment>From-to of a visit. %1 and %2 are times.</extracomment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>Spoken by a screen reader. %1 name, %2 day and time, %3 state.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Free</source>
        <extracomment>A time in the practice calendar that people can book.</extracomment>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Free, %1</source>
        <translation>Frei, %1</translation>
    </message>
    <message>
        <source>%1 time</source>
        <extracomment>Which clock the calendar follows. %1 is a city.</extracomment>
        <translation>Zeit in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free time(s)</source>
        <translation>
            <numerusform>%n freie Zeit</numerusform>
            <numerusform>%n freie Zeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1. Your visits are called &quot;Appointment&quot; there.</source>
        <extracomment>A toast after exporting. %1 is a file path.</extracomment>
        <translation>Gespeichert als %1. Ihre Termine heißen dort „Appointment“.</translation>
    </message>
</context>
<context>
    <name>bt::app::ClientsViewModel</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>no visits yet</source>
        <translation>noch keine Termine</translation>
    </message>
    <message>
        <source>%1, next %2</source>
        <extracomment>%1 is &quot;3 visits&quot;, %2 a day and time.</extracomment>
        <translation>%1, nächster %2</translation>
    </message>
</context>
<context>
    <name>bt::app::ClockViewModel</name>
    <message>
        <source>To the visit, %1</source>
        <extracomment>Button on the practice clock. %1 is the time of the next visit.</extracomment>
        <translation>Zum Termin, %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The practice clock at the top of the window. %1 weekday, %2 time.</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>bt::app::ConsentsViewModel</name>
    <message>
        <source>Nobody may read anything</source>
        <extracomment>Headline of the page about who may read one&apos;s record: nobody.</extracomment>
        <translation>Niemand darf etwas lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) may read something</source>
        <translation>
            <numerusform>%n Person darf etwas lesen</numerusform>
            <numerusform>%n Personen dürfen etwas lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>State of a permission in the table: there is none.</extracomment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>State of a permission in the table. %1 is a day.</extracomment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>being given</source>
        <extracomment>State of a permission in the table: it waits for the network.</extracomment>
        <translation>wird erteilt</translation>
    </message>
    <message>
        <source>being taken back</source>
        <extracomment>State of a permission in the table: it waits for the network.</extracomment>
        <translation>wird zurückgenommen</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Licensed therapist</source>
        <extracomment>Under a name in the table of permissions.</extracomment>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Someone you talk with</source>
        <translation>Jemand, mit dem Sie sprechen</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Noch nichts geschrieben</translation>
    </message>
    <message>
        <source>Written %1</source>
        <translation>Geschrieben %1</translation>
    </message>
    <message>
        <source>Illnesses, medicines, allergies: what someone who treats you should know.</source>
        <translation>Krankheiten, Medikamente, Allergien: was man wissen sollte, um Sie zu behandeln.</translation>
    </message>
    <message>
        <source>How you have been. Write as often as you like; readers see the newest text.</source>
        <translation>Wie es Ihnen ging. Schreiben Sie, so oft Sie mögen; gelesen wird der neueste Text.</translation>
    </message>
    <message>
        <source>A name and a number of someone who may be called when you are in danger.</source>
        <translation>Name und Nummer von jemandem, den man anrufen darf, wenn Sie in Gefahr sind.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Heading over a text that somebody lets one read. %1 what, %2 whose.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Written %1; you may read it until %2</source>
        <extracomment>Under that heading. %1 when it was written, %2 until when it may be read.</extracomment>
        <translation>Geschrieben %1; Sie dürfen es bis %2 lesen</translation>
    </message>
    <message>
        <source>On its way to you</source>
        <translation>Auf dem Weg zu Ihnen</translation>
    </message>
    <message>
        <source>Waits for the network</source>
        <extracomment>A permission&apos;s state in the list of receipts.</extracomment>
        <translation>Wartet auf das Netz</translation>
    </message>
    <message>
        <source>Stands until %1</source>
        <extracomment>A permission&apos;s state in the list of receipts. %1 is a day.</extracomment>
        <translation>Besteht bis %1</translation>
    </message>
    <message>
        <source>Being taken back; nothing new goes out</source>
        <translation>Wird zurückgenommen; nichts Neues geht hinaus</translation>
    </message>
    <message>
        <source>Ran out on %1</source>
        <translation>Abgelaufen am %1</translation>
    </message>
    <message>
        <source>Taken back on %1</source>
        <translation>Zurückgenommen am %1</translation>
    </message>
    <message>
        <source>Was never given: the network did not take it</source>
        <translation>Wurde nie erteilt: Das Netz nahm sie nicht an</translation>
    </message>
    <message>
        <source>Gone with a practice network that was begun anew</source>
        <translation>Fort mit einem Übungsnetz, das neu begonnen wurde</translation>
    </message>
    <message>
        <source>Given</source>
        <extracomment>Facts of a receipt: when it was given.</extracomment>
        <translation>Erteilt</translation>
    </message>
    <message>
        <source>Agreed end</source>
        <extracomment>Facts of a receipt: until when it was agreed.</extracomment>
        <translation>Vereinbartes Ende</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Held meanwhile</source>
        <extracomment>Facts of a receipt: the deposit that comes back.</extracomment>
        <translation>So lange hinterlegt</translation>
    </message>
    <message>
        <source>Receipt</source>
        <extracomment>Facts of a receipt: its id in the network.</extracomment>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Ended by</source>
        <extracomment>Facts of a receipt: the transaction that ended it.</extracomment>
        <translation>Beendet durch</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <extracomment>A line of the list of receipts. %1 what, %2 who reads it / whose it is.</extracomment>
        <translation>%1, für %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Title of a dialog. %1 what, %2 who may read it.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 may read this until %2. Choose another end, or take it back.</source>
        <translation>%1 darf das bis %2 lesen. Wählen Sie ein anderes Ende oder nehmen Sie es zurück.</translation>
    </message>
    <message>
        <source>%1 can read it, and whatever you change in it, until</source>
        <translation>%1 kann es lesen, und was Sie daran ändern, bis</translation>
    </message>
    <message>
        <source>Meanwhile %1 are held and come back at the end. The network sees that a permission was made and when it ends, not whose, not for whom, not for what.</source>
        <translation>So lange sind %1 hinterlegt und kommen am Ende zurück. Das Netz sieht, dass eine Erlaubnis erteilt wurde und wann sie endet, nicht von wem, nicht für wen, nicht wofür.</translation>
    </message>
    <message>
        <source>Nothing new can be opened after that. Copies of what was read before may remain.</source>
        <translation>Danach lässt sich nichts Neues öffnen. Kopien des schon Gelesenen können bleiben.</translation>
    </message>
    <message>
        <source>After the visit on %1</source>
        <extracomment>An end of a permission. %1 is a day.</extracomment>
        <translation>Nach dem Termin am %1</translation>
    </message>
    <message>
        <source>%1, one month</source>
        <extracomment>An end of a permission. %1 is a date.</extracomment>
        <translation>%1, ein Monat</translation>
    </message>
    <message>
        <source>%1, three months</source>
        <extracomment>An end of a permission. %1 is a date.</extracomment>
        <translation>%1, drei Monate</translation>
    </message>
    <message>
        <source>%1, a year</source>
        <extracomment>An end of a permission. %1 is a date.</extracomment>
        <translation>%1, ein Jahr</translation>
    </message>
    <message>
        <source>Another day</source>
        <extracomment>An end of a permission: a day that is typed.</extracomment>
        <translation>Ein anderer Tag</translation>
    </message>
    <message>
        <source>Type a day within five years, such as %1.</source>
        <extracomment>%1 is a day as it is typed in this language.</extracomment>
        <translation>Schreiben Sie einen Tag innerhalb von fünf Jahren, etwa %1.</translation>
    </message>
    <message>
        <source>%1 may read it until %2.</source>
        <extracomment>A short note. %1 a name, %2 a date.</extracomment>
        <translation>%1 darf es bis %2 lesen.</translation>
    </message>
    <message>
        <source>Taken back. %1 cannot open anything new.</source>
        <extracomment>A short note after a permission was taken back. %1 is a name.</extracomment>
        <translation>Zurückgenommen. %1 kann nichts Neues öffnen.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>A short note. %1 is a file.</extracomment>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Health notes</source>
        <extracomment>A part of one&apos;s own record.</extracomment>
        <translation>Notizen zur Gesundheit</translation>
    </message>
    <message>
        <source>Diary</source>
        <extracomment>A part of one&apos;s own record.</extracomment>
        <translation>Tagebuch</translation>
    </message>
    <message>
        <source>Someone to call</source>
        <extracomment>A part of one&apos;s own record: a person who may be called.</extracomment>
        <translation>Wen man anruft</translation>
    </message>
</context>
<context>
    <name>bt::app::DecideViewModel</name>
    <message>
        <source>You named nobody. In your visits the people whom the network names decide; on the practice network these are programs for trying things out.</source>
        <translation>Sie haben niemanden benannt. In Ihren Terminen entscheiden die, die das Netz benennt; im Übungsnetz sind das Programme zum Ausprobieren.</translation>
    </message>
    <message>
        <source>You named one person for your side.</source>
        <translation>Sie haben eine Person für Ihre Seite benannt.</translation>
    </message>
    <message>
        <source>You named people. A visit can only be agreed with someone who names the same person for both.</source>
        <translation>Sie haben Personen benannt. Ein Termin lässt sich nur mit jemandem vereinbaren, der dieselbe Person für beide benennt.</translation>
    </message>
    <message>
        <source>A visit with %1</source>
        <extracomment>A case in a list. %1 an amount.</extracomment>
        <translation>Ein Termin mit %1</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>zu entscheiden</translation>
    </message>
    <message>
        <source>signed by two</source>
        <translation>von zweien unterschrieben</translation>
    </message>
    <message>
        <source>signed by one</source>
        <translation>von einer Person unterschrieben</translation>
    </message>
    <message>
        <source>In their own words</source>
        <extracomment>Title of a piece of evidence.</extracomment>
        <translation>In eigenen Worten</translation>
    </message>
    <message>
        <source>the word of this side</source>
        <translation>das Wort dieser Seite</translation>
    </message>
    <message>
        <source>Message of the patient</source>
        <extracomment>Title of a piece of evidence: who wrote a message.</extracomment>
        <translation>Nachricht der Patientin oder des Patienten</translation>
    </message>
    <message>
        <source>Message of the therapist</source>
        <translation>Nachricht der Therapeutin oder des Therapeuten</translation>
    </message>
    <message>
        <source>both sides show it</source>
        <translation>beide Seiten zeigen sie</translation>
    </message>
    <message>
        <source>shown by this side alone; nobody signs messages</source>
        <translation>nur von dieser Seite gezeigt; Nachrichten unterschreibt niemand</translation>
    </message>
    <message>
        <source>The patient came to the visit</source>
        <extracomment>Title of a piece of evidence.</extracomment>
        <translation>Die Patientin oder der Patient kam zum Termin</translation>
    </message>
    <message>
        <source>signed by the patient, checked</source>
        <translation>von der Patientin oder dem Patienten unterschrieben, geprüft</translation>
    </message>
    <message>
        <source>The visit took place</source>
        <extracomment>Title of a piece of evidence.</extracomment>
        <translation>Der Termin hat stattgefunden</translation>
    </message>
    <message>
        <source>signed by both, checked</source>
        <translation>von beiden unterschrieben, geprüft</translation>
    </message>
    <message>
        <source>signed by the therapist, checked</source>
        <translation>von der Therapeutin oder dem Therapeuten unterschrieben, geprüft</translation>
    </message>
    <message>
        <source>Nothing was handed in by this side.</source>
        <translation>Diese Seite hat nichts eingereicht.</translation>
    </message>
    <message>
        <source>This side handed in a file and chose to show nothing.</source>
        <translation>Diese Seite hat eine Datei eingereicht und möchte nichts zeigen.</translation>
    </message>
    <message>
        <source>Handed in and signed by this side, %1.</source>
        <translation>Eingereicht und unterschrieben von dieser Seite, %1.</translation>
    </message>
    <message>
        <source>%1 are to be shared. The patient raised the problem with a stake of %2.</source>
        <extracomment>%1 and %2 amounts.</extracomment>
        <translation>%1 sind aufzuteilen. Die Patientin oder der Patient hat das Problem mit einem Einsatz von %2 gemeldet.</translation>
    </message>
    <message>
        <source>%1 are to be shared. The therapist raised the problem with a stake of %2.</source>
        <translation>%1 sind aufzuteilen. Die Therapeutin oder der Therapeut hat das Problem mit einem Einsatz von %2 gemeldet.</translation>
    </message>
    <message>
        <source>You were named by the patient. Two of three must sign.</source>
        <translation>Sie wurden von der Patientin oder dem Patienten benannt. Zwei von dreien müssen unterschreiben.</translation>
    </message>
    <message>
        <source>You were named by the therapist. Two of three must sign.</source>
        <translation>Sie wurden von der Therapeutin oder dem Therapeuten benannt. Zwei von dreien müssen unterschreiben.</translation>
    </message>
    <message>
        <source>You were named by both. Two of three must sign.</source>
        <translation>Sie wurden von beiden benannt. Zwei von dreien müssen unterschreiben.</translation>
    </message>
    <message>
        <source>Nobody asks you to decide this. You can look, and send what two have signed.</source>
        <translation>Niemand bittet Sie, das zu entscheiden. Sie können es ansehen und absenden, was zwei unterschrieben haben.</translation>
    </message>
    <message>
        <source>%1 to the patient, %2 to the therapist.</source>
        <extracomment>A division. %1 and %2 amounts.</extracomment>
        <translation>%1 an die Patientin oder den Patienten, %2 an die Therapeutin oder den Therapeuten.</translation>
    </message>
    <message>
        <source>It is over: the money has moved.</source>
        <translation>Es ist vorbei: Das Geld ist weitergegangen.</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>Es ist unterwegs.</translation>
    </message>
    <message>
        <source>Two of three have signed. Anyone may send it.</source>
        <translation>Zwei von dreien haben unterschrieben. Wer möchte, kann es absenden.</translation>
    </message>
    <message>
        <source>You have signed. Pass it on to one of the other two.</source>
        <translation>Sie haben unterschrieben. Geben Sie es an eine der beiden anderen Personen weiter.</translation>
    </message>
    <message>
        <source>Nobody has signed yet.</source>
        <translation>Es hat noch niemand unterschrieben.</translation>
    </message>
    <message>
        <source>One of three has signed.</source>
        <translation>Eine von dreien hat unterschrieben.</translation>
    </message>
    <message>
        <source>Kept. It counts for visits that are agreed from now on.</source>
        <translation>Übernommen. Es gilt für Termine, die ab jetzt vereinbart werden.</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Vergessen.</translation>
    </message>
    <message>
        <source>Signed. Pass it on to one of the other two.</source>
        <translation>Unterschrieben. Geben Sie es an eine der beiden anderen Personen weiter.</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>Unterschrieben.</translation>
    </message>
    <message>
        <source>Sent. The money is on its way.</source>
        <translation>Gesendet. Das Geld ist unterwegs.</translation>
    </message>
</context>
<context>
    <name>bt::app::DisputeViewModel</name>
    <message>
        <source>Nothing is raised yet. %1 are held for this visit.</source>
        <extracomment>How it stands before a problem is raised. %1 an amount.</extracomment>
        <translation>Es ist noch nichts gemeldet. Für diesen Termin sind %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>You raised a problem. The money stays held until it is decided, settled by you two, or the time is over.</source>
        <translation>Sie haben ein Problem gemeldet. Das Geld bleibt aufbewahrt, bis entschieden ist, Sie sich einigen oder die Zeit um ist.</translation>
    </message>
    <message>
        <source>%1 raised a problem. You may add what you want to show, or settle it together.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>%1 hat ein Problem gemeldet. Sie können hinzufügen, was Sie zeigen möchten, oder sich gemeinsam einigen.</translation>
    </message>
    <message>
        <source>Your stake of %1 is held with the rest.</source>
        <extracomment>%1 an amount.</extracomment>
        <translation>Ihr Einsatz von %1 ist mit aufbewahrt.</translation>
    </message>
    <message>
        <source>A stake of %1 by %2 is held with the rest.</source>
        <extracomment>%1 an amount, %2 a name.</extracomment>
        <translation>Ein Einsatz von %1 von %2 ist mit aufbewahrt.</translation>
    </message>
    <message>
        <source>Raising a problem costs a stake of %1. It comes back only if you two settle it yourselves.</source>
        <extracomment>%1 an amount.</extracomment>
        <translation>Ein Problem zu melden kostet einen Einsatz von %1. Er kommt nur zurück, wenn Sie beide sich selbst einigen.</translation>
    </message>
    <message>
        <source>Two of three people decide how %1 are shared. The stake goes to the one whom both named.</source>
        <extracomment>What can come of a problem. %1 an amount.</extracomment>
        <translation>Zwei von drei Personen entscheiden, wie %1 aufgeteilt werden. Der Einsatz geht an die Person, die beide benannt haben.</translation>
    </message>
    <message>
        <source>You two agree on a share yourselves. Then everyone&apos;s stake comes back.</source>
        <extracomment>What can come of a problem.</extracomment>
        <translation>Sie beide einigen sich selbst auf eine Aufteilung. Dann kommt der Einsatz zurück.</translation>
    </message>
    <message>
        <source>The stake goes to you.</source>
        <translation>Der Einsatz geht an Sie.</translation>
    </message>
    <message>
        <source>The stake goes to %1.</source>
        <translation>Der Einsatz geht an %1.</translation>
    </message>
    <message>
        <source>If nobody decides until %1: %2 to you, %3 to %4. %5</source>
        <extracomment>%1 a day and time, %2 and %3 amounts, %4 a name, %5 a sentence about the stake.</extracomment>
        <translation>Wenn bis %1 niemand entscheidet: %2 an Sie, %3 an %4. %5</translation>
    </message>
    <message>
        <source>If nobody decides within %1: %2 to you, %3 to %4. %5</source>
        <extracomment>%1 a span such as &quot;14 days&quot;, %2 and %3 amounts, %4 a name, %5 a sentence about the stake.</extracomment>
        <translation>Wenn innerhalb von %1 niemand entscheidet: %2 an Sie, %3 an %4. %5</translation>
    </message>
    <message>
        <source>%1 of yours are put in as a stake. You cannot take this back alone; %2 is told.</source>
        <extracomment>Body of the question before a problem is raised. %1 an amount.</extracomment>
        <translation>%1 von Ihnen werden als Einsatz hinterlegt. Sie können das nicht allein zurücknehmen; %2 wird informiert.</translation>
    </message>
    <message>
        <source>The practice network decides half and half at %1. This is for trying things out: no person looks at it.</source>
        <extracomment>%1 is a day and time.</extracomment>
        <translation>Das Übungsnetz entscheidet um %1 halb und halb. Das ist zum Ausprobieren: Kein Mensch sieht es sich an.</translation>
    </message>
    <message>
        <source>This is the practice network. If you like, it decides half and half after an hour, so that you can see how it ends. No person looks at it.</source>
        <translation>Das ist das Übungsnetz. Wenn Sie möchten, entscheidet es nach einer Stunde halb und halb, damit Sie sehen, wie es ausgeht. Kein Mensch sieht es sich an.</translation>
    </message>
    <message>
        <source>Nothing is chosen. Those who decide see nothing from you but the amounts and the rules of the visit.</source>
        <translation>Es ist nichts gewählt. Die Entscheidenden sehen von Ihnen nur die Beträge und die Regeln des Termins.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) chosen. Those who decide see these, the amounts and the rules of the visit, and nothing else.</source>
        <translation>
            <numerusform>%n Sache gewählt. Die Entscheidenden sehen diese, die Beträge und die Regeln des Termins, sonst nichts.</numerusform>
            <numerusform>%n Sachen gewählt. Die Entscheidenden sehen diese, die Beträge und die Regeln des Termins, sonst nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Named by both</source>
        <extracomment>Who named one of the three people who decide: this side, the other (%1 a name), or both.</extracomment>
        <translation>Von beiden benannt</translation>
    </message>
    <message>
        <source>Named by you</source>
        <translation>Von Ihnen benannt</translation>
    </message>
    <message>
        <source>Named by %1</source>
        <translation>Von %1 benannt</translation>
    </message>
    <message>
        <source>the practice network, for trying things out</source>
        <translation>das Übungsnetz, zum Ausprobieren</translation>
    </message>
    <message>
        <source>you yourself</source>
        <translation>Sie selbst</translation>
    </message>
    <message>
        <source>a person with this code</source>
        <translation>eine Person mit diesem Code</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>In front of one&apos;s own message.</extracomment>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Kept. Nothing has left this computer.</source>
        <translation>Behalten. Nichts hat diesen Computer verlassen.</translation>
    </message>
    <message>
        <source>Raised. The stake is on its way.</source>
        <translation>Gemeldet. Der Einsatz ist unterwegs.</translation>
    </message>
    <message>
        <source>The money is on its way, as the rules say.</source>
        <translation>Das Geld ist unterwegs, wie es die Regeln sagen.</translation>
    </message>
    <message>
        <source>Asked. It is decided in an hour.</source>
        <translation>Gefragt. In einer Stunde wird entschieden.</translation>
    </message>
    <message>
        <source>Your signature for having come to the visit</source>
        <translation>Ihre Unterschrift, dass Sie zum Termin gekommen sind</translation>
    </message>
    <message>
        <source>The signature of %1 for having come to the visit</source>
        <translation>Die Unterschrift von %1 für das Kommen zum Termin</translation>
    </message>
</context>
<context>
    <name>bt::app::FindViewModel</name>
    <message>
        <source>All, the soonest time first</source>
        <translation>Alle, die früheste Zeit zuerst</translation>
    </message>
    <message>
        <source>Fits all three of your answers</source>
        <translation>Passt zu allen drei Antworten</translation>
    </message>
    <message>
        <source>Fits both of your answers</source>
        <translation>Passt zu beiden Antworten</translation>
    </message>
    <message>
        <source>Fits your answer</source>
        <translation>Passt zu Ihrer Antwort</translation>
    </message>
    <message>
        <source>Fits two of them</source>
        <translation>Passt zu zweien davon</translation>
    </message>
    <message>
        <source>Fits one of them</source>
        <translation>Passt zu einer davon</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Length of a visit beside its price. %1 is a number: &quot;50 min&quot;.</extracomment>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>No free times now</source>
        <translation>Zurzeit keine freien Zeiten</translation>
    </message>
    <message>
        <source>checked %1</source>
        <extracomment>When a licence was checked. %1 is &quot;3 min ago&quot; or &quot;today&quot;.</extracomment>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>Not sure</source>
        <extracomment>An answer to &quot;What is it about?&quot;.</extracomment>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Mornings</source>
        <translation>Vormittags</translation>
    </message>
    <message>
        <source>Afternoons</source>
        <translation>Nachmittags</translation>
    </message>
    <message>
        <source>Evenings</source>
        <translation>Abends</translation>
    </message>
    <message>
        <source>Weekends</source>
        <translation>Am Wochenende</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <extracomment>A filter by price. %1 is an amount: &quot;Up to 80 €&quot;.</extracomment>
        <translation>Bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Next %1</source>
        <extracomment>The soonest free time. %1 is a day and time.</extracomment>
        <translation>Frei %1</translation>
    </message>
    <message>
        <source>%1, %2, %3. %4</source>
        <extracomment>Spoken by a screen reader for a row. %1 name, %2 licence, %3 price, %4 next free time.</extracomment>
        <translation>%1, %2, %3. %4</translation>
    </message>
</context>
<context>
    <name>bt::app::Format</name>
    <message>
        <source>under %1</source>
        <extracomment>A network fee too small for the currency&apos;s smallest coin. %1 is that coin, such as &quot;0.01 €&quot;.</extracomment>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A time in another place that falls on another day there. %1 weekday, %2 time: &quot;Wed 01:00&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Date pattern (Qt): day and short month, &quot;8 Dec&quot;. Keep the letters d and M.</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Date pattern (Qt): short weekday, day, short month, &quot;Tue 8 Dec&quot;.
----------
%1 a long date, %2 a time: &quot;Tuesday 8 December, 17:00&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>Date pattern (Qt): weekday, day, month, &quot;Tuesday 8 December&quot;.</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>Date pattern (Qt): day, month, year, &quot;30 June 2028&quot;.</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>Date pattern (Qt): month and year as a heading, &quot;December 2026&quot;.</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>Date pattern (Qt): day and month, &quot;13 December&quot;.</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A span of days. %1 first day, %2 last day: &quot;7 to 13 December&quot;.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <extracomment>A time today. %1 is the time: &quot;Today, 17:00&quot;.</extracomment>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <extracomment>A time tomorrow. %1 is the time.</extracomment>
        <translation>Morgen, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <extracomment>A time yesterday. %1 is the time.</extracomment>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>now</source>
        <extracomment>A moment that has come.</extracomment>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1 h %2 min</source>
        <extracomment>%1 hours, %2 minutes until something: &quot;in 2 h 10 min&quot;.</extracomment>
        <translation>in %1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>in %1 Std.</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 h</source>
        <extracomment>%1 is &quot;in 1 day&quot;, %2 the hours that come on top: &quot;in 1 day 2 h&quot;.</extracomment>
        <translation>%1 %2 Std.</translation>
    </message>
    <message>
        <source>just now</source>
        <extracomment>When something was checked: less than a minute ago.</extracomment>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor einer Min.</numerusform>
            <numerusform>vor %n Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>When something was checked.</extracomment>
        <translation>heute</translation>
    </message>
    <message>
        <source>on %1</source>
        <extracomment>When something was checked. %1 is a date: &quot;on 2 Dec&quot;.</extracomment>
        <translation>am %1</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n Min.</numerusform>
            <numerusform>%n Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>same time as you</source>
        <extracomment>Another person&apos;s time zone.</extracomment>
        <translation>dieselbe Zeit wie bei Ihnen</translation>
    </message>
    <message>
        <source>%1 behind you</source>
        <extracomment>Another person&apos;s time zone. %1 is &quot;1 hour&quot;.</extracomment>
        <translation>%1 hinter Ihnen</translation>
    </message>
    <message>
        <source>%1 ahead of you</source>
        <translation>%1 vor Ihnen</translation>
    </message>
    <message>
        <source>today, %1</source>
        <extracomment>A time today, inside a sentence. %1 is the time: &quot;today, 17:00&quot;.</extracomment>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <extracomment>A time tomorrow, inside a sentence. %1 is the time.</extracomment>
        <translation>morgen, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <extracomment>A time yesterday, inside a sentence. %1 is the time.</extracomment>
        <translation>gestern, %1</translation>
    </message>
</context>
<context>
    <name>bt::app::GuardiansViewModel</name>
    <message>
        <source>Is a guardian</source>
        <extracomment>State of somebody who may be a guardian.</extracomment>
        <translation>Ist dabei</translation>
    </message>
    <message>
        <source>Has agreed</source>
        <translation>Hat zugesagt</translation>
    </message>
    <message>
        <source>Was asked</source>
        <translation>Ist gefragt</translation>
    </message>
    <message>
        <source>%1 of your %2 guardians together, after %3</source>
        <extracomment>%1 how many must agree, %2 of how many, %3 a time such as &quot;2 days&quot;.</extracomment>
        <translation>%1 von Ihren %2 Vertrauten zusammen, nach %3</translation>
    </message>
    <message>
        <source>Choose those who have agreed.</source>
        <translation>Wählen Sie, wer zugesagt hat.</translation>
    </message>
    <message>
        <source>More must agree than there are. Choose a smaller number, or more people.</source>
        <translation>Es müssten mehr zustimmen, als da sind. Wählen Sie eine kleinere Zahl oder mehr Menschen.</translation>
    </message>
    <message>
        <source>%1 of %2 together could ask for a new key. You would have %3 to call it off.</source>
        <translation>%1 von %2 könnten zusammen einen neuen Schlüssel verlangen. Sie hätten %3, um es abzubrechen.</translation>
    </message>
    <message>
        <source>Asks you to be a guardian</source>
        <translation>Bittet Sie um Ihr Vertrauensamt</translation>
    </message>
    <message>
        <source>You agreed; the choice is not made yet</source>
        <translation>Sie haben zugesagt; die Wahl steht noch aus</translation>
    </message>
    <message>
        <source>A recovery runs; it is done on %1</source>
        <translation>Eine Wiederherstellung läuft; sie ist fertig am %1</translation>
    </message>
    <message>
        <source>This profile has ended</source>
        <translation>Dieses Profil ist beendet</translation>
    </message>
    <message>
        <source>%1 of %2 guardians together, after %3</source>
        <translation>%1 von %2 Vertrauten zusammen, nach %3</translation>
    </message>
    <message>
        <source>Asked. The answer comes as a message.</source>
        <translation>Gefragt. Die Antwort kommt von selbst hierher.</translation>
    </message>
    <message>
        <source>Your guardians are on their way to the network.</source>
        <translation>Ihre Vertrauten sind auf dem Weg ins Netz.</translation>
    </message>
    <message>
        <source>You agreed.</source>
        <translation>Sie haben zugesagt.</translation>
    </message>
    <message>
        <source>You said no.</source>
        <translation>Sie haben abgelehnt.</translation>
    </message>
    <message>
        <source>Signed. Pass it on to the next guardian.</source>
        <translation>Unterschrieben. Geben Sie es an die nächste Person weiter.</translation>
    </message>
    <message>
        <source>The profile of %1 is to get a new key. Sign only if you heard from that person, by voice or face to face, that this key is theirs: compare its first and last signs.</source>
        <translation>Das Profil von %1 soll einen neuen Schlüssel bekommen. Unterschreiben Sie nur, wenn Sie von dieser Person selbst gehört haben, mit ihrer Stimme oder persönlich, dass dieser Schlüssel ihr gehört: Vergleichen Sie seine ersten und letzten Zeichen.</translation>
    </message>
    <message>
        <source>%1 of %2 needed have signed.</source>
        <extracomment>%1 how many have signed, %2 how many are needed.</extracomment>
        <translation>%1 von %2 nötigen haben unterschrieben.</translation>
    </message>
    <message>
        <source>Signed. Pass it on, or send it if enough have signed.</source>
        <translation>Unterschrieben. Geben Sie es weiter, oder senden Sie es, wenn genug unterschrieben haben.</translation>
    </message>
    <message>
        <source>Sent. The new key takes over after the time that was agreed.</source>
        <translation>Gesendet. Der neue Schlüssel übernimmt nach der vereinbarten Zeit.</translation>
    </message>
    <message>
        <source>The profile is here; your key takes over after the time that was agreed.</source>
        <translation>Das Profil ist hier; Ihr Schlüssel übernimmt nach der vereinbarten Zeit.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>A short note. %1 is a file.</extracomment>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>bt::app::MessagesModel</name>
    <message>
        <source>Today</source>
        <extracomment>Heading between the messages of two days.</extracomment>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <extracomment>Heading between the messages of two days.</extracomment>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>Spoken before one&apos;s own message.</extracomment>
        <translation>Sie</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <extracomment>State of one&apos;s own message.</extracomment>
        <translation>Wartet auf das Netz</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>State of one&apos;s own message.</extracomment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <extracomment>State of one&apos;s own message.</extracomment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Not sent</source>
        <extracomment>State of one&apos;s own message.</extracomment>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Your request to pay</source>
        <extracomment>Spoken for a request to pay in a conversation.</extracomment>
        <translation>Ihre Bitte um Zahlung</translation>
    </message>
    <message>
        <source>Request to pay from %1</source>
        <translation>Bitte um Zahlung von %1</translation>
    </message>
    <message>
        <source>You asked for %1</source>
        <translation>Sie haben angefragt: %1</translation>
    </message>
    <message>
        <source>%1 asked for %2</source>
        <extracomment>In a conversation, opens the visit. %1 a name, %2 a day and a time.</extracomment>
        <translation>%1 hat angefragt: %2</translation>
    </message>
</context>
<context>
    <name>bt::app::MoneyViewModel</name>
    <message>
        <source>1 KAS is %1 %2 on the practice network</source>
        <extracomment>The exchange rate. %1 is the price of one coin.</extracomment>
        <translation>1 KAS sind im Übungsnetz %1 %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>State of a payment.</extracomment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>State of a payment.</extracomment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Settled</source>
        <extracomment>State of a payment.</extracomment>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Held safely</source>
        <translation>Sicher verwahrt</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>A payment and the day of its visit. %1 such as &quot;Held for your visit&quot;, %2 a day.</extracomment>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 what a request to pay was for, %2 a day.
----------
%1 a name, %2 a day.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <extracomment>Spoken by a screen reader. %1 what, %2 who and when, %3 state, %4 amount.</extracomment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Visit on %1</source>
        <extracomment>%1 is a day and time.</extracomment>
        <translation>Termin am %1</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>Play money is on its way. It has no worth outside the practice network.</source>
        <translation>Spielgeld ist unterwegs. Außerhalb des Übungsnetzes hat es keinen Wert.</translation>
    </message>
    <message>
        <source>1 KAS counts as %1 %2 here; it is test money</source>
        <translation>1 KAS zählt hier als %1 %2; es ist Testgeld</translation>
    </message>
    <message>
        <source>Seen by the network</source>
        <extracomment>State of a payment: it stands in the chain, but not deep yet.</extracomment>
        <translation>Vom Netz gesehen</translation>
    </message>
    <message>
        <source>Your money is KAS, the coin of the Kaspa network. Only the keys on this computer can move it. %1.</source>
        <extracomment>Under &quot;What exactly happens?&quot; on the money page, in true terms. %1 is the exchange rate.</extracomment>
        <translation>Ihr Geld ist KAS, die Münze des Kaspa-Netzes. Nur die Schlüssel auf diesem Computer können es bewegen. %1.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>Under the total: both kinds of coins. %1 such as &quot;5,000.00 KAS&quot;, %2 such as &quot;1,000.00 BTAI&quot;.</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Network fees are paid in KAS, and you have little of it left. Add about %1, so that your next payment can leave.</source>
        <extracomment>Hint on the money page. %1 is an amount of coins.</extracomment>
        <translation>Netzgebühren werden in KAS bezahlt, und Sie haben nur noch wenig davon. Fügen Sie etwa %1 hinzu, damit Ihre nächste Zahlung abgehen kann.</translation>
    </message>
    <message>
        <source>Your money is KAS, the coin of the Kaspa network, and BTAI, a token on it. Only the keys on this computer can move them.</source>
        <extracomment>Under &quot;What exactly happens?&quot; on the money page, in true terms.</extracomment>
        <translation>Ihr Geld ist KAS, die Münze des Kaspa-Netzes, und BTAI, ein Token darauf. Nur die Schlüssel auf diesem Computer können beides bewegen.</translation>
    </message>
    <message>
        <source>Play money</source>
        <extracomment>A row of the payments.</extracomment>
        <translation>Spielgeld</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>A row of the payments. %1 is a name.</extracomment>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Received from %1</source>
        <translation>Empfangen von %1</translation>
    </message>
    <message>
        <source>Sent to an address</source>
        <extracomment>A row of the payments. %1 is a name.</extracomment>
        <translation>An eine Adresse gesendet</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>Gesendet an %1</translation>
    </message>
    <message>
        <source>Waiting for an address</source>
        <extracomment>State of a payment: the contact&apos;s app has not said yet where it takes BTAI.</extracomment>
        <translation>Wartet auf eine Adresse</translation>
    </message>
    <message>
        <source>Not sent</source>
        <extracomment>State of a payment that did not happen.</extracomment>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Your money is KAS, the coin of the Kaspa network, and BTAI, a token on it. Only the keys on this computer can move them. %1, and 1 BTAI is %2.</source>
        <extracomment>Under &quot;What exactly happens?&quot; on the money page. %1 the rate of KAS as a sentence without its full stop, %2 the price of 1 BTAI.</extracomment>
        <translation>Ihr Geld ist KAS, die Münze des Kaspa-Netzes, und BTAI, ein Token darauf. Nur die Schlüssel auf diesem Computer können beides bewegen. %1, und 1 BTAI ist %2.</translation>
    </message>
    <message>
        <source>%1 of your KAS lie under your BTAI, because the network keeps a little under every part of them. They come free when you spend those.</source>
        <extracomment>Follows on under &quot;What exactly happens?&quot; on the money page. %1 is an amount of KAS.</extracomment>
        <translation>%1 Ihrer KAS liegen unter Ihren BTAI, weil das Netz unter jedem Teil davon ein wenig behält. Sie werden frei, wenn Sie diese ausgeben.</translation>
    </message>
    <message>
        <source>Held safely are %1 for visits, and %2 as deposits beside them.</source>
        <extracomment>Under &quot;Held safely 60.06 €&quot; on the money page: its two parts, both amounts.</extracomment>
        <translation>Sicher verwahrt sind %1 für Termine und %2 als Kaution daneben.</translation>
    </message>
    <message>
        <source>Beside it a deposit of %1, which comes back.</source>
        <translation>Daneben eine Kaution von %1, die zurückkommt.</translation>
    </message>
</context>
<context>
    <name>bt::app::NetworkViewModel</name>
    <message>
        <source>answers</source>
        <extracomment>How a node does: it answers.</extracomment>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>connecting</source>
        <extracomment>How a node does: a connection is being made.</extracomment>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>standing by</source>
        <extracomment>How a node does: another one is asked, this one stands by.</extracomment>
        <translation>steht bereit</translation>
    </message>
    <message>
        <source>Everything runs on this computer alone, by the real rules, with play money.</source>
        <translation>Alles läuft nur auf diesem Computer, nach den echten Regeln, mit Spielgeld.</translation>
    </message>
    <message>
        <source>Looking for a node that answers.</source>
        <extracomment>How the network stands. %1 is the address of a node.</extracomment>
        <translation>Suche einen Knoten, der antwortet.</translation>
    </message>
    <message>
        <source>%1 answers and is in step.</source>
        <translation>%1 antwortet und ist auf dem Stand.</translation>
    </message>
    <message>
        <source>%1 answers, but is still catching up with the network.</source>
        <translation>%1 antwortet, holt das Netz aber noch ein.</translation>
    </message>
    <message>
        <source>Payments go over this network. Messages, listings and records do not yet: their sealed blocks stay on this computer, so only people who use this computer can read what you send each other.</source>
        <translation>Zahlungen gehen über dieses Netz. Nachrichten, Einträge und Berichte noch nicht: Ihre versiegelten Blöcke bleiben auf diesem Computer, sodass nur Menschen an diesem Computer lesen können, was Sie einander senden.</translation>
    </message>
    <message>
        <source>Inside this computer, with play money. The best place to begin.</source>
        <translation>In diesem Computer, mit Spielgeld. Der beste Ort für den Anfang.</translation>
    </message>
    <message>
        <source>A network of your own, for developers. Its coins are worth nothing.</source>
        <translation>Ein eigenes Netz, für Entwickler. Seine Münzen sind nichts wert.</translation>
    </message>
    <message>
        <source>A public network for trying out. Its coins are worth nothing.</source>
        <translation>Ein öffentliches Netz zum Ausprobieren. Seine Münzen sind nichts wert.</translation>
    </message>
    <message>
        <source>The network where coins are money. Nothing leaves your wallet until you switch spending on.</source>
        <translation>Das Netz, in dem Münzen Geld sind. Nichts verlässt Ihre Geldbörse, bis Sie das Ausgeben einschalten.</translation>
    </message>
    <message>
        <source>ws:// is not encrypted: everyone on the way sees your addresses and could change answers. Use wss://, or a node on this computer.</source>
        <translation>ws:// ist nicht verschlüsselt: Alle auf dem Weg sehen Ihre Adressen und könnten Antworten ändern. Nehmen Sie wss:// oder einen Knoten auf diesem Computer.</translation>
    </message>
    <message>
        <source>Connected to %1: %2. It is still catching up, about %3 behind. Wait until it has, or choose another.</source>
        <extracomment>What a test of a node found. %1 its address, %2 the network&apos;s name, %3 a length of time.</extracomment>
        <translation>Verbunden mit %1: %2. Er holt noch auf und liegt etwa %3 zurück. Warten Sie so lange oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Connected to %1: %2. It is still catching up with the network. Wait until it has, or choose another.</source>
        <translation>Verbunden mit %1: %2. Er holt das Netz noch ein. Warten Sie so lange oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Connected to %1: %2, version %3, in step with the network.</source>
        <extracomment>What a test of a node found. %1 its address, %2 the network&apos;s name, %3 a version such as 2.1.0.</extracomment>
        <translation>Verbunden mit %1: %2, Version %3, auf dem Stand des Netzes.</translation>
    </message>
    <message>
        <source>Real money can leave your wallet now.</source>
        <translation>Echtes Geld kann Ihre Geldbörse jetzt verlassen.</translation>
    </message>
    <message>
        <source>Nothing leaves your wallet any more.</source>
        <translation>Nichts verlässt mehr Ihre Geldbörse.</translation>
    </message>
    <message>
        <source>No node answers there. Nothing was changed. Compare the address, and see whether the node runs.</source>
        <extracomment>A test of nodes: none answers.</extracomment>
        <translation>Dort antwortet kein Knoten. Nichts wurde geändert. Vergleichen Sie die Adresse und sehen Sie nach, ob der Knoten läuft.</translation>
    </message>
    <message>
        <source>The node took too long to answer. Nothing was changed. Test it again, or choose another.</source>
        <extracomment>A test of nodes: one took the connection and said nothing in time.</extracomment>
        <translation>Der Knoten hat zu lange gebraucht. Nichts wurde geändert. Prüfen Sie noch einmal oder wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>bt::app::OutboxViewModel</name>
    <message>
        <source>%1, since %2</source>
        <extracomment>%1 whom it is about, %2 since when.</extracomment>
        <translation>%1, seit %2</translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>%n Mal versucht</numerusform>
            <numerusform>%n Mal versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back. Nothing was sent.</source>
        <translation>Zurückgenommen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>It is being planned with other coins. Nothing is paid twice.</source>
        <translation>Es wird mit anderen Münzen geplant. Nichts wird doppelt bezahlt.</translation>
    </message>
</context>
<context>
    <name>bt::app::PayViewModel</name>
    <message>
        <source>Somebody by an address</source>
        <translation>Jemand über eine Adresse</translation>
    </message>
    <message>
        <source>You have %1 (%2)</source>
        <extracomment>%1 is an amount such as &quot;480.00 €&quot;, %2 the same in BTAI.</extracomment>
        <translation>Sie haben %1 (%2)</translation>
    </message>
    <message>
        <source>You have %1</source>
        <translation>Sie haben %1</translation>
    </message>
    <message>
        <source>Send money</source>
        <extracomment>Title of the page where one pays.</extracomment>
        <translation>Geld senden</translation>
    </message>
    <message>
        <source>Ask for money</source>
        <extracomment>Title of the page where one asks to be paid.</extracomment>
        <translation>Um Geld bitten</translation>
    </message>
    <message>
        <source>Pay</source>
        <extracomment>Title of the page where one pays what somebody asked for.</extracomment>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>%1 asks for %2</source>
        <extracomment>%1 a name, %2 an amount.</extracomment>
        <translation>%1 bittet um %2</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <extracomment>Button: sends a request to pay. %1 is an amount.</extracomment>
        <translation>Um %1 bitten</translation>
    </message>
    <message>
        <source>The app of %1 is asked for an address first. The payment leaves by itself when the answer is there.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>Die App von %1 wird zuerst nach einer Adresse gefragt. Die Zahlung geht von selbst ab, sobald die Antwort da ist.</translation>
    </message>
    <message>
        <source>Your BTAI lie in many parts. They are put together first, by themselves.</source>
        <translation>Ihre BTAI liegen in vielen Teilen. Sie werden zuerst zusammengelegt, von selbst.</translation>
    </message>
    <message>
        <source>Send %1</source>
        <extracomment>Button: pays. %1 is an amount.</extracomment>
        <translation>%1 senden</translation>
    </message>
    <message>
        <source>Your request is on its way.</source>
        <translation>Ihre Bitte ist unterwegs.</translation>
    </message>
    <message>
        <source>Your payment is on its way.</source>
        <translation>Ihre Zahlung ist unterwegs.</translation>
    </message>
    <message>
        <source>You ask %1 for %2</source>
        <extracomment>Card in a conversation: one&apos;s own request. %1 a name, %2 an amount.</extracomment>
        <translation>Sie bitten %1 um %2</translation>
    </message>
    <message>
        <source>%1 asks you to pay %2</source>
        <extracomment>Card in a conversation: the other side&apos;s request. %1 a name, %2 an amount.</extracomment>
        <translation>%1 bittet Sie um %2</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <extracomment>State of a request to pay: one&apos;s own, unanswered.</extracomment>
        <translation>Noch nicht bezahlt</translation>
    </message>
    <message>
        <source>Being paid</source>
        <extracomment>State of a request to pay: the payment is on its way.</extracomment>
        <translation>Wird gerade bezahlt</translation>
    </message>
    <message>
        <source>Paid, settled</source>
        <extracomment>State of a request to pay. %1 is such as &quot;Settled&quot; or &quot;Seen by the network&quot;.</extracomment>
        <translation>Bezahlt, endgültig</translation>
    </message>
    <message>
        <source>Paid, seen by the network</source>
        <translation>Bezahlt, vom Netz gesehen</translation>
    </message>
    <message>
        <source>Declined</source>
        <extracomment>State of a request to pay.</extracomment>
        <translation>Abgelehnt</translation>
    </message>
</context>
<context>
    <name>bt::app::PersonaViewModel</name>
    <message>
        <source>Your passphrase is changed.</source>
        <translation>Ihr Passwortsatz ist geändert.</translation>
    </message>
    <message>
        <source>It stays open on this computer until you lock it.</source>
        <translation>Auf diesem Computer bleibt es offen, bis Sie es sperren.</translation>
    </message>
    <message>
        <source>From now on your passphrase is asked each time.</source>
        <translation>Ab jetzt wird jedes Mal nach Ihrem Passwortsatz gefragt.</translation>
    </message>
</context>
<context>
    <name>bt::app::PlansViewModel</name>
    <message numerus="yes">
        <source>Accept all %n</source>
        <extracomment>Button: the therapist takes all visits of a series that wait for her.</extracomment>
        <translation>
            <numerusform>%n annehmen</numerusform>
            <numerusform>Alle %n annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decline all %n</source>
        <extracomment>Button: the therapist says no to all of them.</extracomment>
        <translation>
            <numerusform>%n ablehnen</numerusform>
            <numerusform>Alle %n ablehnen</numerusform>
        </translation>
    </message>
    <message>
        <source>All the money of these visits goes back to %1. You cannot undo this; a new request is possible.</source>
        <extracomment>Body of a dialog. %1 is a name.</extracomment>
        <translation>Alles Geld dieser Termine geht zurück an %1. Das lässt sich nicht rückgängig machen; eine neue Anfrage ist möglich.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel this and %n later</source>
        <extracomment>Button: calls this visit and all later ones of its series off. %n is how many come after it.</extracomment>
        <translation>
            <numerusform>Diesen und einen späteren absagen</numerusform>
            <numerusform>Diesen und %n spätere absagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n visits with %1?</source>
        <extracomment>Title of a dialog. %n visits, %1 is a name.</extracomment>
        <translation>
            <numerusform>%n Termin mit %1 absagen?</numerusform>
            <numerusform>%n Termine mit %1 absagen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. The money is on its way.</source>
        <translation>Abgesagt. Das Geld ist unterwegs.</translation>
    </message>
    <message>
        <source>Accepted. They are in your calendar.</source>
        <translation>Angenommen. Sie stehen in Ihrem Kalender.</translation>
    </message>
    <message>
        <source>Declined. The money is on its way back.</source>
        <translation>Abgelehnt. Das Geld ist auf dem Rückweg.</translation>
    </message>
    <message>
        <source>The new hour is being asked for.</source>
        <translation>Die neue Stunde wird angefragt.</translation>
    </message>
</context>
<context>
    <name>bt::app::PracticeViewModel</name>
    <message>
        <source>%1 signed your licence. Valid until %2.</source>
        <extracomment>%1 who signed, %2 a date.</extracomment>
        <translation>%1 hat Ihre Zulassung unterschrieben. Gültig bis %2.</translation>
    </message>
    <message>
        <source>Without a valid licence nobody can book you.</source>
        <translation>Ohne gültige Zulassung kann niemand bei Ihnen buchen.</translation>
    </message>
    <message>
        <source>People can find you and book.</source>
        <translation>Man kann Sie finden und bei Ihnen buchen.</translation>
    </message>
    <message>
        <source>Nobody can find you yet. Set your hours and your price, then publish.</source>
        <translation>Noch kann Sie niemand finden. Setzen Sie Zeiten und Preis, dann veröffentlichen Sie.</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>No pause between two visits.</extracomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>until %1 before</source>
        <extracomment>How long before a visit cancelling is free. %1 is &quot;24 hours&quot;.</extracomment>
        <translation>bis %1 vorher</translation>
    </message>
    <message>
        <source>%1 % of the price</source>
        <extracomment>Share of the price that the therapist keeps. %1 is a percentage.</extracomment>
        <translation>%1 % des Preises</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Free to cancel until %1 before. Later, %2 goes to you. If you cancel late or do not come, the other person gets everything back%3.</source>
        <extracomment>The rules as patients read them. %1 is &quot;24 hours&quot;, %2 a share, %3 an amount.</extracomment>
        <translation>Kostenlos absagen bis %1 vorher. Danach geht %2 an Sie. Sagen Sie spät ab oder kommen nicht, bekommt die andere Person alles zurück%3.</translation>
    </message>
    <message>
        <source> and %1 from you</source>
        <extracomment>End of a sentence. %1 is the therapist&apos;s own stake.</extracomment>
        <translation> und %1 von Ihnen</translation>
    </message>
    <message>
        <source>Saved. Your listing is on its way.</source>
        <translation>Gespeichert. Ihr Angebot ist unterwegs.</translation>
    </message>
    <message>
        <source>no break</source>
        <extracomment>In place of the beginning of a break in a working day.</extracomment>
        <translation>keine Pause</translation>
    </message>
</context>
<context>
    <name>bt::app::ProfileViewModel</name>
    <message>
        <source>You have no public profile</source>
        <extracomment>How one&apos;s public profile stands.</extracomment>
        <translation>Sie haben kein öffentliches Profil</translation>
    </message>
    <message>
        <source>Nobody needs one. It gives you a name that anyone can check without asking a company.</source>
        <translation>Niemand braucht eines. Es gibt Ihnen einen Namen, den alle prüfen können, ohne eine Firma zu fragen.</translation>
    </message>
    <message>
        <source>Your profile waits for the network</source>
        <translation>Ihr Profil wartet auf das Netz</translation>
    </message>
    <message>
        <source>It is there as soon as the network has it.</source>
        <translation>Es ist da, sobald das Netz es hat.</translation>
    </message>
    <message>
        <source>A change waits for the network</source>
        <translation>Eine Änderung wartet auf das Netz</translation>
    </message>
    <message>
        <source>Your public profile stands</source>
        <translation>Ihr öffentliches Profil steht</translation>
    </message>
    <message>
        <source>Anyone with its name can check that it is yours and that nobody changed it.</source>
        <translation>Mit seinem Namen können alle prüfen, dass es Ihres ist und dass niemand es verändert hat.</translation>
    </message>
    <message>
        <source>Guardians ask for another key</source>
        <translation>Vertraute verlangen einen anderen Schlüssel</translation>
    </message>
    <message>
        <source>If you lost your keys, this is your way back. If it is not you who asked, call it off.</source>
        <translation>Haben Sie Ihre Schlüssel verloren, ist das Ihr Weg zurück. Haben nicht Sie darum gebeten, brechen Sie es ab.</translation>
    </message>
    <message>
        <source>Your public profile has ended</source>
        <translation>Ihr öffentliches Profil ist beendet</translation>
    </message>
    <message>
        <source>Its name is gone for good. You may make a new one, with another name.</source>
        <translation>Sein Name ist endgültig fort. Sie können ein neues machen, mit einem anderen Namen.</translation>
    </message>
    <message>
        <source>The other key takes over on %1.</source>
        <extracomment>%1 is a day and time.</extracomment>
        <translation>Der andere Schlüssel übernimmt am %1.</translation>
    </message>
    <message>
        <source>A change costs a network fee of about a cent.</source>
        <translation>Eine Änderung kostet eine Netzgebühr von etwa einem Cent.</translation>
    </message>
    <message>
        <source>%1 are held as long as it stands, and come back when you end it.</source>
        <translation>%1 sind hinterlegt, solange es steht, und kommen zurück, wenn Sie es beenden.</translation>
    </message>
    <message>
        <source>Someone you do not know</source>
        <translation>Jemand, den Sie nicht kennen</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Schlüssel</translation>
    </message>
    <message>
        <source>Guardians asked</source>
        <translation>Vertraute haben es verlangt</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Checked on this computer, as of %1</source>
        <translation>Auf diesem Computer geprüft, Stand %1</translation>
    </message>
    <message>
        <source>Its text is not here yet</source>
        <translation>Sein Text ist noch nicht hier</translation>
    </message>
    <message>
        <source>Your profile is on its way.</source>
        <translation>Ihr Profil ist unterwegs.</translation>
    </message>
    <message>
        <source>Nothing yet: the profile was not published.</source>
        <translation>Noch nichts: Das Profil wurde nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>This viewer sees that there is more, and cannot open it.</source>
        <translation>Hier ist zu sehen, dass es mehr gibt, aber nicht, was.</translation>
    </message>
    <message>
        <source>New keys are on their way.</source>
        <translation>Neue Schlüssel sind unterwegs.</translation>
    </message>
    <message>
        <source>Called off.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Your profile is being ended.</source>
        <translation>Ihr Profil wird beendet.</translation>
    </message>
    <message>
        <source>This is not your listing. Your listing is published: patients find and book you by it, and you change it under Practice. They need no profile for that.</source>
        <extracomment>On the page about one&apos;s public profile, for a therapist whose listing is published.</extracomment>
        <translation>Das ist nicht Ihr Angebot. Ihr Angebot ist veröffentlicht: Patientinnen und Patienten finden und buchen Sie darüber, und Sie ändern es unter Praxis. Ein Profil braucht dafür niemand.</translation>
    </message>
    <message>
        <source>This is not your listing. Patients find and book you by a listing, which you write and publish under Practice. They need no profile for that.</source>
        <extracomment>On the page about one&apos;s public profile, for a therapist without a listing.</extracomment>
        <translation>Das ist nicht Ihr Angebot. Patientinnen und Patienten finden und buchen Sie über ein Angebot, das Sie unter Praxis schreiben und veröffentlichen. Ein Profil braucht dafür niemand.</translation>
    </message>
</context>
<context>
    <name>bt::app::PublicRatingViewModel</name>
    <message>
        <source>If you like, say in public how many stars you give %1. Nobody pays for it, and only this app ever asks.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>Wenn Sie mögen, sagen Sie öffentlich, wie viele Sterne Sie %1 geben. Niemand bezahlt dafür, und nur diese App fragt danach.</translation>
    </message>
    <message>
        <source>It is on its way. It cannot be taken back any more.</source>
        <translation>Sie ist unterwegs. Sie lässt sich nicht mehr zurücknehmen.</translation>
    </message>
    <message>
        <source>You gave no public rating. Your deposit is on its way back.</source>
        <translation>Sie haben keine öffentliche Bewertung abgegeben. Ihre Kaution ist auf dem Rückweg.</translation>
    </message>
    <message>
        <source>You gave no public rating. Your deposit came back.</source>
        <translation>Sie haben keine öffentliche Bewertung abgegeben. Ihre Kaution ist zurückgekommen.</translation>
    </message>
    <message>
        <source>Do not rate; %1 come back</source>
        <extracomment>Button. %1 is an amount.</extracomment>
        <translation>Nicht bewerten; %1 kommen zurück</translation>
    </message>
    <message>
        <source>The deposit of %1, less the network&apos;s fee, comes back to you. This visit can then never be rated in public.</source>
        <extracomment>Body of a dialog. %1 is an amount.</extracomment>
        <translation>Die Kaution von %1, abzüglich der Netzgebühr, kommt zu Ihnen zurück. Dieser Termin lässt sich dann nie mehr öffentlich bewerten.</translation>
    </message>
    <message>
        <source>Your deposit of this visit became a rating ticket at an address that nothing else uses. To rate, the ticket is spent into the therapist&apos;s reputation, an output on the network that only adds up; the rest of the deposit goes to another new address of yours and pays the fee.</source>
        <translation>Aus Ihrer Kaution für diesen Termin wurde ein Bewertungsschein an einer Adresse, die sonst nichts benutzt. Zum Bewerten wird der Schein in die Bewertungen der Therapeutin gegeben, eine Stelle im Netz, die nur zusammenzählt; der Rest der Kaution geht an eine weitere neue Adresse von Ihnen und zahlt die Gebühr.</translation>
    </message>
    <message>
        <source>The app waits for a random time within the days shown, so that nobody can tell from the hour whose visit it was. If the computer is off at that time, another one is drawn when it runs again.</source>
        <translation>Die App wartet eine zufällige Zeit innerhalb der gezeigten Tage, damit niemand an der Uhrzeit erkennt, wessen Termin es war. Ist der Computer dann aus, wird eine neue Zeit gezogen, sobald er wieder läuft.</translation>
    </message>
    <message>
        <source>The stars carry a salted hash of what you wrote in private: only whoever has your words can recognise it.</source>
        <translation>Die Sterne tragen einen gesalzenen Prüfwert dessen, was Sie vertraulich geschrieben haben: Nur wer Ihre Worte hat, kann ihn wiedererkennen.</translation>
    </message>
    <message>
        <source>Kept. It is released later, at a random time.</source>
        <translation>Aufgehoben. Sie wird später freigegeben, zu einer zufälligen Zeit.</translation>
    </message>
    <message>
        <source>Taken back. Nothing was said.</source>
        <translation>Zurückgenommen. Es wurde nichts gesagt.</translation>
    </message>
    <message>
        <source>Your deposit is on its way back.</source>
        <translation>Ihre Kaution ist auf dem Rückweg.</translation>
    </message>
    <message>
        <source>Everyone sees the stars, and which payments on the network were this visit with %1: its price and when it was paid. Your name and your messages are not in it. %1 can recognise the visit.</source>
        <extracomment>Who learns what from a public rating. %1 is a name.</extracomment>
        <translation>Alle sehen die Sterne und welche Zahlungen im Netz dieser Termin bei %1 waren: seinen Preis und wann er bezahlt wurde. Ihr Name und Ihre Nachrichten stehen nicht darin. %1 kann den Termin wiedererkennen.</translation>
    </message>
    <message>
        <source>From then on nothing of yours hangs on the ticket but this visit&apos;s own payments. Spending the returned deposit together with other money would link the two, so the app keeps it apart.</source>
        <translation>Von da an hängt nichts von Ihnen an dem Schein als die Zahlungen dieses Termins. Die zurückgekommene Kaution zusammen mit anderem Geld auszugeben, würde beides verbinden; darum hält die App sie getrennt.</translation>
    </message>
    <message>
        <source>Will be published between %1 and %2, at a random time, while this app runs.</source>
        <extracomment>%1 and %2 are days and times.</extracomment>
        <translation>Wird zwischen %1 und %2 zu einem zufälligen Zeitpunkt veröffentlicht, während diese App läuft.</translation>
    </message>
    <message>
        <source>It was published. It counts, and cannot be taken back.</source>
        <translation>Sie ist veröffentlicht. Sie zählt und kann nicht zurückgenommen werden.</translation>
    </message>
</context>
<context>
    <name>bt::app::ReceiptViewModel</name>
    <message>
        <source>The app of %1 signs a receipt for what you paid, by itself. It says when, how much and to whom, and nothing about you.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>Die App von %1 unterschreibt von selbst einen Beleg über das, was Sie bezahlt haben. Er sagt, wann, wie viel und an wen, und nichts über Sie.</translation>
    </message>
    <message>
        <source>You can sign a receipt for what was paid. It says when, how much and to whom, and nothing about your client.</source>
        <translation>Sie können einen Beleg über die Zahlung unterschreiben. Er sagt, wann, wie viel und an wen, und nichts über Ihre Klientin oder Ihren Klienten.</translation>
    </message>
    <message>
        <source>Asked for. It comes as soon as the app of %1 runs.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>Angefragt. Er kommt, sobald die App von %1 läuft.</translation>
    </message>
    <message>
        <source>Receipt %1 is signed.</source>
        <extracomment>%1 is a number.</extracomment>
        <translation>Beleg %1 ist unterschrieben.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>A toast after saving. %1 is a file path.</extracomment>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>bt::app::RecordsViewModel</name>
    <message>
        <source>no signed record</source>
        <extracomment>A visit among the records: nobody signed that it took place.</extracomment>
        <translation>kein unterschriebener Nachweis</translation>
    </message>
    <message>
        <source>record signed by you</source>
        <extracomment>A visit among the records: its record needs a second signature.</extracomment>
        <translation>Nachweis von Ihnen unterschrieben</translation>
    </message>
    <message>
        <source>record signed by the other side</source>
        <extracomment>A visit among the records: its record needs a second signature.</extracomment>
        <translation>Nachweis von der anderen Seite unterschrieben</translation>
    </message>
    <message>
        <source>record signed by both</source>
        <extracomment>A visit among the records: both signed that it took place.</extracomment>
        <translation>Nachweis von beiden unterschrieben</translation>
    </message>
    <message>
        <source>a receipt can be had</source>
        <extracomment>A visit among the records: it was paid.</extracomment>
        <translation>ein Beleg ist zu haben</translation>
    </message>
    <message>
        <source>receipt asked for</source>
        <extracomment>A visit among the records.</extracomment>
        <translation>Beleg angefragt</translation>
    </message>
    <message>
        <source>receipt here</source>
        <extracomment>A visit among the records.</extracomment>
        <translation>Beleg da</translation>
    </message>
    <message>
        <source>%1, and %2.</source>
        <extracomment>Under the title of the place Records. The two parts are &quot;2 records are signed by both sides&quot; and &quot;1 receipt is here&quot;.</extracomment>
        <translation>%1 und %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) signed by both</source>
        <translation>
            <numerusform>%n Nachweis von beiden unterschrieben</numerusform>
            <numerusform>%n Nachweise von beiden unterschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) here</source>
        <translation>
            <numerusform>%n Beleg da</numerusform>
            <numerusform>%n Belege da</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::RewardsViewModel</name>
    <message>
        <source>There is no reward pool on this network.</source>
        <translation>In diesem Netzwerk gibt es keinen Belohnungstopf.</translation>
    </message>
    <message>
        <source>The pool&apos;s history is being read from the network.</source>
        <translation>Die Geschichte des Topfes wird aus dem Netzwerk gelesen.</translation>
    </message>
    <message>
        <source>The pool moved in a way that this version of the app cannot read. Nothing of yours is lost. Use a newer version.</source>
        <translation>Der Topf hat sich auf eine Weise bewegt, die diese Version der App nicht lesen kann. Von Ihnen ist nichts verloren. Verwenden Sie eine neuere Version.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>What may still be paid for a kind of work in this round. %1 is an amount.</extracomment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>No round of awards has been announced yet.</source>
        <extracomment>How the reward pool stands. %1 is the number of a round.</extracomment>
        <translation>Noch wurde keine Runde von Belohnungen angekündigt.</translation>
    </message>
    <message>
        <source>Round %1 was stopped by a steward. Nothing of it is paid.</source>
        <translation>Runde %1 wurde angehalten. Nichts daraus wird gezahlt.</translation>
    </message>
    <message>
        <source>Round %1 is announced. Until %2 any steward can stop it; then awards are paid.</source>
        <extracomment>How the reward pool stands. %1 is the number of a round, %2 a day and time inside a sentence.</extracomment>
        <translation>Runde %1 ist angekündigt. Bis %2 kann jeder Verwalter sie anhalten; danach werden Belohnungen gezahlt.</translation>
    </message>
    <message>
        <source>Round %1 is being paid.</source>
        <extracomment>How the reward pool stands. %1 is the number of a round.</extracomment>
        <translation>Runde %1 wird ausgezahlt.</translation>
    </message>
    <message>
        <source>At most %1 more in this round, and at most %2 for one award.</source>
        <extracomment>What the reward pool may still give in this round. Both are amounts.</extracomment>
        <translation>Höchstens noch %1 in dieser Runde, und höchstens %2 für eine Belohnung.</translation>
    </message>
    <message>
        <source>The next round may open now.</source>
        <extracomment>%1 is a day and time, inside a sentence.</extracomment>
        <translation>Die nächste Runde darf jetzt beginnen.</translation>
    </message>
    <message>
        <source>The next round may open from %1.</source>
        <translation>Die nächste Runde darf ab %1 beginnen.</translation>
    </message>
    <message>
        <source>The list of this round is not on this computer yet. Ask a steward for it, and paste it below.</source>
        <translation>Die Liste dieser Runde ist noch nicht auf diesem Computer. Bitten Sie die Verwalter darum und fügen Sie sie unten ein.</translation>
    </message>
    <message>
        <source>Has an award.</source>
        <extracomment>State of a request for a reward. %1 is when it was made, inside a sentence.</extracomment>
        <translation>Hat eine Belohnung.</translation>
    </message>
    <message>
        <source>Made %1; waits for the stewards.</source>
        <translation>Angelegt %1; wartet auf die Verwalter.</translation>
    </message>
    <message>
        <source>The list is right. None of its awards is yours.</source>
        <translation>Die Liste stimmt. Keine ihrer Belohnungen ist Ihre.</translation>
    </message>
    <message numerus="yes">
        <source>The list is right. %n of its awards are yours.</source>
        <translation>
            <numerusform>Die Liste stimmt. %n ihrer Belohnungen ist Ihre.</numerusform>
            <numerusform>Die Liste stimmt. %n ihrer Belohnungen sind Ihre.</numerusform>
        </translation>
    </message>
    <message>
        <source>The network fee is %1 (%2). Beside it, %3 go along and lie under the award; they stay yours.</source>
        <extracomment>Before an award is paid. %1 is an amount of the person&apos;s currency, %2 the same in KAS, %3 an amount of KAS.</extracomment>
        <translation>Die Netzgebühr beträgt %1 (%2). Dazu gehen %3 mit und liegen unter der Belohnung; sie bleiben Ihre.</translation>
    </message>
</context>
<context>
    <name>bt::app::RoomViewModel</name>
    <message>
        <source>Not here yet</source>
        <translation>Noch nicht da</translation>
    </message>
    <message>
        <source>Present</source>
        <extracomment>Who is in the room. %1 is a city.</extracomment>
        <translation>Anwesend</translation>
    </message>
    <message>
        <source>Present, in %1</source>
        <translation>Anwesend, in %1</translation>
    </message>
    <message>
        <source>Started %1, both present</source>
        <extracomment>Line over the conversation. %1 is a time.</extracomment>
        <translation>Begonnen um %1, beide anwesend</translation>
    </message>
    <message>
        <source>Begins %1</source>
        <extracomment>Line over the conversation. %1 is a time.</extracomment>
        <translation>Beginnt %1</translation>
    </message>
    <message>
        <source>Nobody has signed yet.</source>
        <translation>Noch hat niemand unterschrieben.</translation>
    </message>
    <message>
        <source>You signed. %1 has not signed yet.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>Sie haben unterschrieben. %1 noch nicht.</translation>
    </message>
    <message>
        <source>%1 signed. Your signature is missing.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>%1 hat unterschrieben. Ihre Unterschrift fehlt.</translation>
    </message>
    <message>
        <source>You both signed that the visit took place.</source>
        <translation>Sie haben beide unterschrieben, dass der Termin stattgefunden hat.</translation>
    </message>
    <message>
        <source>Confirm, and %1 are paid</source>
        <extracomment>Button. %1 is a price.</extracomment>
        <translation>Bestätigen, dann werden %1 bezahlt</translation>
    </message>
    <message>
        <source>begins %1</source>
        <extracomment>Beside the time until a visit. %1 is a moment.</extracomment>
        <translation>beginnt %1</translation>
    </message>
    <message>
        <source>left, until %1</source>
        <extracomment>Beside the time that is left. %1 is a time.</extracomment>
        <translation>übrig, bis %1</translation>
    </message>
    <message>
        <source>Time is over</source>
        <extracomment>Instead of a timer: the visit&apos;s time has passed.</extracomment>
        <translation>Die Zeit ist um</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>bt::app::SeriesViewModel</name>
    <message>
        <source>Once</source>
        <extracomment>How often a visit is asked for.</extracomment>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>2-weekly</source>
        <translation>Alle 2 Wochen</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits, %1, %2</source>
        <extracomment>&quot;6 visits, every Tuesday, 17:00&quot;.</extracomment>
        <translation>
            <numerusform>%n Termin, %1, %2</numerusform>
            <numerusform>%n Termine, %1, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The hour stays %1 in %2, also when the clocks change.</source>
        <extracomment>%1 a time, %2 a city.</extracomment>
        <translation>Die Stunde bleibt %1 in %2, auch wenn die Uhren umgestellt werden.</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <extracomment>Days that are not asked for. %1 is a list of days.</extracomment>
        <translation>Ausgelassen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n visits of %1</source>
        <extracomment>A line of the price. %1 is the price of one.</extracomment>
        <translation>
            <numerusform>%n Termin zu %1</numerusform>
            <numerusform>%n Termine zu %1</numerusform>
        </translation>
    </message>
    <message>
        <source>For all of them %1 (%2) are missing. Add money, or leave days out.</source>
        <extracomment>%1 an amount, %2 the same in coins.</extracomment>
        <translation>Für alle fehlen %1 (%2). Holen Sie Geld oder lassen Sie Tage aus.</translation>
    </message>
    <message>
        <source>Hold %1 and ask</source>
        <extracomment>Button that pays. %1 is the price of all visits.</extracomment>
        <translation>%1 verwahren und anfragen</translation>
    </message>
    <message>
        <source>Each visit is held by itself: it is answered, cancelled and paid alone. What is held for the others stays.</source>
        <translation>Jeder Termin wird für sich verwahrt: Er wird einzeln beantwortet, abgesagt und bezahlt. Was für die anderen verwahrt ist, bleibt.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1 a time, %2 a city.</extracomment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Free to cancel until %1, after that %2 come back. Answered by %3, else all of it comes back.</source>
        <extracomment>One visit of a series. %1 a moment, %2 an amount.</extracomment>
        <translation>Kostenlos absagen bis %1, danach kommen %2 zurück. Antwort bis %3, sonst kommt alles zurück.</translation>
    </message>
    <message>
        <source>Left out.</source>
        <extracomment>A day that the person left out herself.</extracomment>
        <translation>Ausgelassen.</translation>
    </message>
    <message>
        <source>%1 (the usual hour)</source>
        <extracomment>First choice of a list: the series&apos; own hour. %1 is a moment.</extracomment>
        <translation>%1 (die übliche Stunde)</translation>
    </message>
    <message>
        <source>Take it in</source>
        <extracomment>Button at a day of a series.</extracomment>
        <translation>Dazunehmen</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>Both kinds of coins of the price of several visits. %1 such as &quot;116.00 BTAI&quot;, %2 such as &quot;2.01 KAS&quot;.</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>The prices are %1 in all. Beside them, %2 are held; they come back at the end of each visit.</source>
        <extracomment>Under the price of several visits that are paid in BTAI. %1 is an amount of BTAI, %2 of KAS.</extracomment>
        <translation>Die Preise sind zusammen %1. Daneben werden %2 hinterlegt; sie kommen am Ende jedes Termins zurück.</translation>
    </message>
    <message>
        <source>If all visits take place, %1 of them go along with the payments.</source>
        <extracomment>Follows the sentence that the KAS come back. %1 is an amount of KAS.</extracomment>
        <translation>Wenn alle Termine stattfinden, gehen davon %1 mit den Zahlungen mit.</translation>
    </message>
    <message>
        <source>Of what %2 gets, %1 in all go to the pool for rewards; that gives your ratings their weight.</source>
        <extracomment>Under the price of several visits that are paid in BTAI. %1 is an amount of BTAI, %2 a name.</extracomment>
        <translation>Von dem, was %2 bekommt, gehen insgesamt %1 in den Belohnungstopf; das gibt Ihren Bewertungen ihr Gewicht.</translation>
    </message>
    <message>
        <source>Missing for all of them: %1. Nothing was sent. Add money, or leave days out.</source>
        <extracomment>How much money is short for all visits of a series, in coins of one or two kinds. %1 such as &quot;116.00 BTAI, 2.00 KAS&quot;.</extracomment>
        <translation>Für alle zusammen fehlen: %1. Nichts wurde gesendet. Fügen Sie Geld hinzu oder lassen Sie Tage aus.</translation>
    </message>
    <message>
        <source>Of it in BTAI, which pays these visits</source>
        <extracomment>A line of a person&apos;s money, before several visits are paid in BTAI.</extracomment>
        <translation>Davon in BTAI, womit diese Termine bezahlt werden</translation>
    </message>
    <message>
        <source>Of it in KAS, which pays these visits</source>
        <extracomment>A line of a person&apos;s money, before several visits are paid in KAS.</extracomment>
        <translation>Davon in KAS, womit diese Termine bezahlt werden</translation>
    </message>
</context>
<context>
    <name>bt::app::SettingsViewModel</name>
    <message>
        <source>As the system</source>
        <extracomment>A choice in the settings: do as the desktop does.</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Text size in percent. %1 is a whole number.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Gentle movement</source>
        <translation>Sanfte Bewegung</translation>
    </message>
    <message>
        <source>No movement</source>
        <translation>Ohne Bewegung</translation>
    </message>
    <message numerus="yes">
        <source>after %n minute(s)</source>
        <translation>
            <numerusform>nach %n Minute</numerusform>
            <numerusform>nach %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>The practice network begins anew.</source>
        <translation>Das Übungsnetz beginnt neu.</translation>
    </message>
</context>
<context>
    <name>bt::app::TherapistViewModel</name>
    <message>
        <source>checked %1</source>
        <extracomment>When a licence was checked. %1 is &quot;3 min ago&quot; or &quot;today&quot;.</extracomment>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>%1 signed this licence. This computer checked the signature. Valid until %2.</source>
        <extracomment>%1 who signed the licence, %2 a date.</extracomment>
        <translation>%1 hat diese Zulassung unterschrieben. Dieser Computer hat die Unterschrift geprüft. Gültig bis %2.</translation>
    </message>
    <message>
        <source>%1 signed this licence, but it ended on %2. Nothing can be booked here.</source>
        <extracomment>%1 who signed the licence, %2 a date.</extracomment>
        <translation>%1 hat diese Zulassung unterschrieben, aber sie endete am %2. Hier kann nichts gebucht werden.</translation>
    </message>
    <message>
        <source>Nobody this app knows has signed this licence. Nothing can be booked here.</source>
        <translation>Niemand, den diese App kennt, hat diese Zulassung unterschrieben. Hier kann nichts gebucht werden.</translation>
    </message>
    <message>
        <source>There is no licence to check. Nothing can be booked here.</source>
        <translation>Es gibt keine Zulassung zu prüfen. Hier kann nichts gebucht werden.</translation>
    </message>
    <message>
        <source>within %1</source>
        <extracomment>How soon a therapist answers. %1 is &quot;24 hours&quot;.</extracomment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Where a therapist is. %1 a city, %2 &quot;1 hour behind you&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A visit, %1, %2</source>
        <extracomment>%1 is &quot;50 minutes&quot;, %2 a price.</extracomment>
        <translation>Ein Termin, %1, %2</translation>
    </message>
    <message>
        <source>Times are yours, in %1</source>
        <extracomment>Under the title of a week of free times. %1 is the viewer&apos;s own city.</extracomment>
        <translation>Zeiten bei Ihnen, in %1</translation>
    </message>
    <message>
        <source>There are no free times now. Look again another day.</source>
        <translation>Zurzeit gibt es keine freien Zeiten. Sehen Sie an einem anderen Tag wieder nach.</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Zeit wählen</translation>
    </message>
    <message>
        <source>%1, held safely until after the visit</source>
        <extracomment>%1 is a price.</extracomment>
        <translation>%1, sicher verwahrt bis nach dem Termin</translation>
    </message>
    <message>
        <source>%1 in %2 · %3</source>
        <extracomment>%1 a time there, %2 a city, %3 the sentence about the price.</extracomment>
        <translation>%1 in %2 · %3</translation>
    </message>
    <message>
        <source>Book %1</source>
        <extracomment>Button. %1 is a day and a time, such as &quot;Tue 8 Dec, 17:00&quot;: the week on screen may be another one.</extracomment>
        <translation>%1 buchen</translation>
    </message>
</context>
<context>
    <name>bt::app::ThreadsViewModel</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>Spoken by a screen reader for a conversation. %1 name, %2 last message, %3 time.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers requests within %1</source>
        <extracomment>Under a therapist&apos;s name. %1 is &quot;24 hours&quot;.</extracomment>
        <translation>Antwort auf Anfragen: höchstens %1</translation>
    </message>
    <message>
        <source>%1, in writing</source>
        <extracomment>%1 is &quot;50 minutes&quot;.</extracomment>
        <translation>%1, schriftlich</translation>
    </message>
    <message>
        <source>Taken back. Nothing was sent.</source>
        <translation>Zurückgenommen. Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>bt::app::TodayViewModel</name>
    <message>
        <source>Good evening, %1</source>
        <extracomment>Title of the first page. %1 is the person&apos;s own name.</extracomment>
        <translation>Guten Abend, %1</translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <extracomment>Title of the first page. %1 is the person&apos;s own name.</extracomment>
        <translation>Guten Morgen, %1</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <extracomment>Title of the first page. %1 is the person&apos;s own name.</extracomment>
        <translation>Guten Tag, %1</translation>
    </message>
    <message>
        <source>now</source>
        <extracomment>The next visit has begun.</extracomment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1, in writing</source>
        <extracomment>%1 is &quot;50 minutes&quot;.</extracomment>
        <translation>%1, schriftlich</translation>
    </message>
    <message>
        <source>%1 · %2 in %3</source>
        <extracomment>%1 is a sentence, %2 a time, %3 a city.</extracomment>
        <translation>%1 · %2 in %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Title of the next visit of a practice. %1 time, %2 name.
----------
%1 is &quot;3 visits&quot;, %2 is &quot;1 request&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Visit number %1, in writing, %2</source>
        <translation>Termin Nummer %1, schriftlich, %2</translation>
    </message>
    <message>
        <source>First visit, in writing, %1</source>
        <translation>Erster Termin, schriftlich, %1</translation>
    </message>
    <message>
        <source>A suggestion how to share the money waits for your answer</source>
        <translation>Ein Vorschlag, wie das Geld geteilt wird, wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Confirm the visit, then it is paid</source>
        <translation>Bestätigen Sie den Termin, dann wird bezahlt</translation>
    </message>
    <message>
        <source>Sign that the visit took place</source>
        <translation>Unterschreiben, dass der Termin stattgefunden hat</translation>
    </message>
    <message>
        <source>Collect the price, the waiting time is over</source>
        <translation>Ziehen Sie den Preis ein, die Wartezeit ist vorbei</translation>
    </message>
    <message>
        <source>Say how it was, if you like</source>
        <translation>Sagen Sie, wie es war, wenn Sie mögen</translation>
    </message>
    <message>
        <source>No requests</source>
        <extracomment>Heading over the requests that wait for the therapist&apos;s answer.</extracomment>
        <translation>Keine Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <extracomment>Heading over small tasks.</extracomment>
        <translation>Nichts zu tun</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to do</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Licence valid</source>
        <translation>Zulassung gültig</translation>
    </message>
    <message>
        <source>Licence not valid</source>
        <translation>Zulassung nicht gültig</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a date.</extracomment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>nobody can book</source>
        <translation>niemand kann buchen</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>no visits</source>
        <translation>keine Termine</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A day of the week strip. %1 weekday, %2 day of the month.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, in writing, %2</source>
        <extracomment>How many visits there were with this person. %1 is &quot;50 minutes&quot;. The next visit. %1 is &quot;3 of 8, every Tuesday&quot;, %2 is &quot;50 minutes&quot;.</extracomment>
        <translation>%1, schriftlich, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n visits, %1, from %2</source>
        <extracomment>A request for several visits. %1 is &quot;every Tuesday&quot;, %2 the first day and hour.</extracomment>
        <translation>
            <numerusform>%n Termin, %1, ab %2</numerusform>
            <numerusform>%n Termine, %1, ab %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <extracomment>Spoken by a screen reader. %1 a name, %2 what is asked for.</extracomment>
        <translation>%1 fragt an: %2</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <extracomment>Title of the first page in the night, when no time of day is wished. %1 is the person&apos;s own name.</extracomment>
        <translation>Hallo, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait for your answer</source>
        <extracomment>In place of the next visit of a practice, while requests wait.</extracomment>
        <translation>
            <numerusform>%n Anfrage wartet auf Ihre Antwort</numerusform>
            <numerusform>%n Anfragen warten auf Ihre Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>No visit agreed yet</source>
        <extracomment>In place of the next visit: there is none.</extracomment>
        <translation>Noch kein Termin vereinbart</translation>
    </message>
    <message>
        <source>No visit is agreed yet. It is once you accept.</source>
        <extracomment>Under &quot;2 requests wait for your answer&quot;.</extracomment>
        <translation>Noch ist kein Termin vereinbart. Das ist er, sobald Sie annehmen.</translation>
    </message>
    <message>
        <source>Requests appear here as soon as someone asks.</source>
        <translation>Anfragen erscheinen hier, sobald jemand fragt.</translation>
    </message>
</context>
<context>
    <name>bt::app::TokenWords</name>
    <message>
        <source>The amount, and the way that these BTAI take from here on. Nobody sees whose they are.</source>
        <extracomment>What the chain shows of a payment in BTAI.</extracomment>
        <translation>Den Betrag und den Weg, den diese BTAI von hier an nehmen. Niemand sieht, wem sie gehören.</translation>
    </message>
    <message>
        <source>%1 lie under the BTAI as a deposit; they belong to whoever holds them.</source>
        <extracomment>What the chain shows of a payment in BTAI. %1 is an amount of coins.</extracomment>
        <translation>%1 liegen als Pfand unter den BTAI; sie gehören dem, der diese hält.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your coins pay the fee together, so everyone can guess that they have one owner.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>%n Ihrer Münzen zahlt die Gebühr, sodass jeder vermuten kann, dass sie einen Besitzer hat.</numerusform>
            <numerusform>%n Ihrer Münzen zahlen die Gebühr zusammen, sodass jeder vermuten kann, dass sie einen Besitzer haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It uses money from %n of your relationships, which become connected by it.</source>
        <extracomment>What the chain shows of a payment.</extracomment>
        <translation>
            <numerusform>Sie nimmt Geld aus %n Ihrer Beziehungen, die dadurch verbunden werden.</numerusform>
            <numerusform>Sie nimmt Geld aus %n Ihrer Beziehungen, die dadurch verbunden werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bt::app::VisitViewModel</name>
    <message>
        <source>%1, in writing.</source>
        <extracomment>%1 is &quot;50 minutes&quot;.</extracomment>
        <translation>%1, schriftlich.</translation>
    </message>
    <message>
        <source>It is %1 in %2.</source>
        <extracomment>%1 a time, %2 a city.</extracomment>
        <translation>In %2 ist es dann %1.</translation>
    </message>
    <message>
        <source>You signed that the visit took place. %1 has not signed yet.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>Sie haben unterschrieben, dass der Termin stattgefunden hat. %1 noch nicht.</translation>
    </message>
    <message>
        <source>%1 signed that the visit took place. Your signature is missing.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>%1 hat unterschrieben, dass der Termin stattgefunden hat. Ihre Unterschrift fehlt.</translation>
    </message>
    <message>
        <source>You both signed that the visit took place.</source>
        <translation>Sie haben beide unterschrieben, dass der Termin stattgefunden hat.</translation>
    </message>
    <message>
        <source>Take back your request to %1?</source>
        <extracomment>Title of a dialog. %1 is a name.</extracomment>
        <translation>Ihre Anfrage an %1 zurücknehmen?</translation>
    </message>
    <message>
        <source>Cancel the visit with %1?</source>
        <translation>Den Termin mit %1 absagen?</translation>
    </message>
    <message>
        <source>All %1 go back to %2. You cannot undo this; a new request is possible.</source>
        <extracomment>%1 a price, %2 a name.</extracomment>
        <translation>Alle %1 gehen an %2 zurück. Sie können das nicht rückgängig machen; eine neue Anfrage ist möglich.</translation>
    </message>
    <message>
        <source>%1 come to you now, because the visit was not confirmed in time.</source>
        <extracomment>%1 an amount.</extracomment>
        <translation>%1 gehen jetzt an Sie, weil der Termin nicht in der Frist bestätigt wurde.</translation>
    </message>
    <message>
        <source>Confirm, and %1 are paid</source>
        <extracomment>Button. %1 is a price.</extracomment>
        <translation>Bestätigen, dann werden %1 bezahlt</translation>
    </message>
    <message>
        <source>You suggested: %1 to you, %3 to %2. It waits for an answer.</source>
        <extracomment>%1 and %3 amounts, %2 a name.</extracomment>
        <translation>Ihr Vorschlag: %1 an Sie, %3 an %2. Er wartet auf Antwort.</translation>
    </message>
    <message>
        <source>%2 suggests: %1 to you, %3 to %2.</source>
        <translation>Vorschlag von %2: %1 an Sie, %3 an %2.</translation>
    </message>
    <message>
        <source>%1 to you, %2 to %3.</source>
        <extracomment>What a suggestion means. %1 and %2 amounts, %3 a name.</extracomment>
        <translation>%1 an Sie, %2 an %3.</translation>
    </message>
    <message>
        <source>Accepted. It is in your calendar.</source>
        <translation>Angenommen. Er steht in Ihrem Kalender.</translation>
    </message>
    <message>
        <source>Declined. The money is on its way back.</source>
        <translation>Abgelehnt. Das Geld ist auf dem Rückweg.</translation>
    </message>
    <message>
        <source>Cancelled. The money is on its way.</source>
        <translation>Abgesagt. Das Geld ist unterwegs.</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>Unterschrieben.</translation>
    </message>
    <message>
        <source>Confirmed. The money is on its way.</source>
        <translation>Bestätigt. Das Geld ist unterwegs.</translation>
    </message>
    <message>
        <source>The money is on its way to you.</source>
        <translation>Das Geld ist unterwegs zu Ihnen.</translation>
    </message>
    <message>
        <source>Your suggestion is on its way.</source>
        <translation>Ihr Vorschlag ist unterwegs.</translation>
    </message>
    <message>
        <source>Agreed. The money is on its way.</source>
        <translation>Vereinbart. Das Geld ist unterwegs.</translation>
    </message>
    <message>
        <source>Your answer is on its way.</source>
        <translation>Ihre Antwort ist unterwegs.</translation>
    </message>
    <message>
        <source>Thank you. Only %1 can read it.</source>
        <extracomment>%1 is a name.</extracomment>
        <translation>Danke. Nur %1 kann es lesen.</translation>
    </message>
    <message>
        <source>waiting</source>
        <extracomment>State of a payment: still on this computer.</extracomment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>State of a payment: handed to the network.</extracomment>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>seen by the network</source>
        <extracomment>State of a payment: in the chain, but not deep yet.</extracomment>
        <translation>vom Netz gesehen</translation>
    </message>
    <message>
        <source>settled</source>
        <extracomment>State of a payment: deep in the chain.</extracomment>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>It is being planned with other coins. Nothing is paid twice.</source>
        <translation>Es wird mit anderen Münzen geplant. Nichts wird doppelt bezahlt.</translation>
    </message>
    <message>
        <source>Taken back. Nothing was paid.</source>
        <translation>Zurückgenommen. Nichts wurde bezahlt.</translation>
    </message>
</context>
<context>
    <name>bt::app::WatchViewModel</name>
    <message numerus="yes">
        <source>%n visit(s) are in %1. On the computer that watches, start:</source>
        <extracomment>After saving. %n visits, %1 is a file path.</extracomment>
        <translation>
            <numerusform>%n Termin steht in %1. Starten Sie auf dem Computer, der wacht:</numerusform>
            <numerusform>%n Termine stehen in %1. Starten Sie auf dem Computer, der wacht:</numerusform>
        </translation>
    </message>
</context>
</TS>
