// SPDX-License-Identifier: GPL-3.0-or-later
// The table itself. Three parts to a sentence: what happened, what it means for you, what to do.
#include "error_table.h"

#include <QtGlobal>

namespace bt::app {

const ErrorRow kErrorRows[] = {
    // ui
    {"ui.amount_unreadable",
     QT_TRANSLATE_NOOP("Errors", "This is not an amount. Nothing was changed. Type figures only, such as 60 or 62.50.")},
    {"ui.amount_negative",
     QT_TRANSLATE_NOOP("Errors", "An amount cannot be below zero. Nothing was changed. Type the amount without a minus.")},
    {"ui.amount_zero", QT_TRANSLATE_NOOP("Errors", "An amount of zero cannot be used here. Nothing was changed. Type more than zero.")},
    {"ui.amount_too_large", QT_TRANSLATE_NOOP("Errors", "This amount is too large. Nothing was changed. Type a smaller one.")},
    {"ui.rate_unknown", QT_TRANSLATE_NOOP("Errors", "The rate of your currency is not known yet. Nothing was changed. Try again when the "
                                                    "network has answered.")},
    {"ui.passphrases_differ", QT_TRANSLATE_NOOP("Errors", "The two passphrases differ. Nothing was saved. Type the same one twice.")},
    {"ui.name_missing",
     QT_TRANSLATE_NOOP("Errors", "A name is missing. Nothing was saved. Any name that the other person may see will do.")},
    {"ui.no_hours", QT_TRANSLATE_NOOP("Errors", "No hours are set, so nobody could book. Nothing was saved. Switch on at least one "
                                                "day.")},
    {"ui.bad_hours", QT_TRANSLATE_NOOP("Errors", "A day ends before it begins. Nothing was saved. Choose a later end.")},
    {"ui.no_topics", QT_TRANSLATE_NOOP("Errors", "No topic is chosen, so nobody would find you. Nothing was saved. Choose at least one.")},
    {"ui.no_languages", QT_TRANSLATE_NOOP("Errors", "No language is chosen. Nothing was saved. Choose at least one.")},
    {"ui.split_too_much", QT_TRANSLATE_NOOP("Errors", "This is more than is held. Nothing was sent. Choose an amount up to what is held.")},
    // persona and lock
    {"vault.weak_passphrase",
     QT_TRANSLATE_NOOP("Errors", "This passphrase is too easy to guess. Nothing was saved. Use at least 8 characters, "
                                 "best a few words that only you would put together.")},
    {"vault.wrong_passphrase", QT_TRANSLATE_NOOP("Errors", "This is not the passphrase. Everything stays closed. Try again.")},
    {"vault.wait", QT_TRANSLATE_NOOP("Errors", "Too many tries in a row. Everything stays closed and safe. Try again in a moment.")},
    {"vault.exists", QT_TRANSLATE_NOOP("Errors", "There is already someone here. Nothing was changed. Unlock with the passphrase "
                                                 "instead.")},
    {"vault.absent", QT_TRANSLATE_NOOP("Errors", "There is nobody here yet. Nothing was changed. Begin by looking around, or bring "
                                                 "yourself back with your recovery words.")},
    {"vault.in_use", QT_TRANSLATE_NOOP("Errors", "This profile is already open in another window. Nothing was changed. Use that window.")},
    {"vault.damaged", QT_TRANSLATE_NOOP("Errors", "The file with your keys is damaged. Nothing was overwritten. Bring yourself back "
                                                  "with your 24 recovery words.")},
    {"vault.newer", QT_TRANSLATE_NOOP("Errors", "This profile was made by a newer version. Nothing was changed. Update the app, then "
                                                "open it again.")},
    {"vault.locked", QT_TRANSLATE_NOOP("Errors", "Everything is locked. Nothing was done. Open it with your passphrase first.")},
    {"vault.out_of_memory",
     QT_TRANSLATE_NOOP("Errors", "This computer has too little free memory to check the passphrase safely. Nothing was "
                                 "changed. Close some programs and try again.")},
    {"vault.keychain_absent",
     QT_TRANSLATE_NOOP("Errors", "This computer has no keychain that is open. Nothing was stored. Use your passphrase.")},
    {"vault.keychain_closed",
     QT_TRANSLATE_NOOP("Errors", "The keychain of this computer does not open this profile now. Nothing is lost. Type "
                                 "your passphrase.")},
    {"vault.keychain_failed",
     QT_TRANSLATE_NOOP("Errors", "The keychain of this computer did not answer. Nothing is lost. Type your passphrase.")},
    {"vault.keychain_slow", QT_TRANSLATE_NOOP("Errors", "The keychain of this computer is slow to answer. Nothing is lost. Type your "
                                                        "passphrase, or wait a moment.")},
    {"vault.keychain_refused",
     QT_TRANSLATE_NOOP("Errors", "The keychain of this computer refused. Nothing is lost. Type your passphrase.")},
    {"kaspa.words.count", QT_TRANSLATE_NOOP("Errors", "These are not 12 or 24 words. Nothing was changed. Count them and type all, with "
                                                      "spaces between.")},
    {"kaspa.words.unknown",
     QT_TRANSLATE_NOOP("Errors", "Word number %1 is not in the list of recovery words. Nothing was changed. Compare it "
                                 "with your paper.")},
    {"kaspa.words.checksum",
     QT_TRANSLATE_NOOP("Errors", "All words are known, but together they do not fit. Nothing was changed. Look for two "
                                 "that changed places, or one taken for another.")},
    {"kaspa.words.text", QT_TRANSLATE_NOOP("Errors", "These words hold characters that no recovery word has. Nothing was changed. Type "
                                                     "them again.")},
    // storage
    {"store.busy", QT_TRANSLATE_NOOP("Errors", "Another window is writing right now. Nothing was lost. Try again in a moment.")},
    {"store.damaged", QT_TRANSLATE_NOOP("Errors", "A file of your profile is damaged. Nothing was overwritten. Bring yourself back with "
                                                  "your 24 recovery words in a new profile.")},
    {"clock.set_back",
     QT_TRANSLATE_NOOP("Errors", "The computer's clock was set back. Times stand still here until it has caught up; nothing "
                                 "is lost. Check the clock.")},
    {"visit.split_differs",
     QT_TRANSLATE_NOOP("Errors", "The proposed split does not pay what its words say. Nothing was signed and no money moved. "
                                 "Ask for a new proposal.")},
    {"store.full", QT_TRANSLATE_NOOP("Errors", "The disk is full. Nothing was changed and nothing is lost. Free some space, then try "
                                               "again.")},
    {"store.io", QT_TRANSLATE_NOOP("Errors", "The disk reported an error. Nothing was changed. Check the disk, then try again.")},
    {"store.newer", QT_TRANSLATE_NOOP("Errors", "This profile was written by a newer version. Nothing was changed. Update the app, "
                                                "then open it again.")},
    {"store.read_only", QT_TRANSLATE_NOOP("Errors", "The folder of your profile cannot be written. Nothing was changed. Give yourself the "
                                                    "right to write there, then try again.")},
    {"store.wrong_key", QT_TRANSLATE_NOOP("Errors", "These files belong to another key. Nothing was changed. Check that you opened the "
                                                    "right profile.")},
    // money
    {"ledger.not_enough",
     QT_TRANSLATE_NOOP("Errors", "There is not enough free money for this. Nothing was sent. Add money or choose less.")},
    {"ledger.below_minimum", QT_TRANSLATE_NOOP("Errors", "This amount is too small to be sent. Nothing was sent. Choose a larger one.")},
    {"ledger.fee_too_high", QT_TRANSLATE_NOOP("Errors", "The network asks for an unusually high fee. Nothing was sent. Try again later.")},
    {"ledger.fee_too_low", QT_TRANSLATE_NOOP("Errors", "The fee was too low for the network. Nothing was sent. Try again.")},
    {"ledger.reserved", QT_TRANSLATE_NOOP("Errors", "Your free money is tied up by another payment that is on its way. Nothing was sent. "
                                                    "Wait until it has settled.")},
    {"ledger.too_many_coins",
     QT_TRANSLATE_NOOP("Errors", "Your money lies in too many small pieces for this payment. Nothing was sent. Choose "
                                 "a smaller amount.")},
    {"ledger.would_merge",
     QT_TRANSLATE_NOOP("Errors", "This payment would let others connect two of your contacts. Nothing was sent. Choose "
                                 "a smaller amount or wait until money came back.")},
    {"ledger.other_network", QT_TRANSLATE_NOOP("Errors", "This belongs to another network. Nothing was sent. Check where the address comes "
                                                         "from.")},
    {"base.amount_overflow", QT_TRANSLATE_NOOP("Errors", "This amount is too large. Nothing was changed. Choose a smaller one.")},
    {"base.amount_underflow", QT_TRANSLATE_NOOP("Errors", "This is more than there is. Nothing was changed. Choose a smaller amount.")},
    {"kaspa.address.checksum", QT_TRANSLATE_NOOP("Errors", "The address has a typing error. Nothing was sent. Copy it again.")},
    {"kaspa.address.other_network",
     QT_TRANSLATE_NOOP("Errors", "This address belongs to another network. Nothing was sent. Ask for one of this "
                                 "network.")},
    // consents
    {"consent.bad_end",
     QT_TRANSLATE_NOOP("Errors", "This end cannot be used. Nothing was given. Choose a day from tomorrow on, within five years.")},
    {"consent.not_given",
     QT_TRANSLATE_NOOP("Errors", "There is no permission that could be taken back. Nothing was changed. The page shows what stands.")},
    {"consent.not_provable",
     QT_TRANSLATE_NOOP("Errors", "This permission cannot be proved yet. Nothing was saved. Wait until the network has it.")},
    // public profiles
    {"profile.busy",
     QT_TRANSLATE_NOOP("Errors", "Another change of this profile waits for the network. Nothing was changed. Wait until it is through.")},
    {"profile.moved_on",
     QT_TRANSLATE_NOOP("Errors", "The profile has changed since this was written. Nothing was signed or sent. Begin anew.")},
    {"profile.not_guarded",
     QT_TRANSLATE_NOOP("Errors", "This is not about a profile that you guard. Nothing was signed. Ask who gave it to you.")},
    {"profile.not_for_us",
     QT_TRANSLATE_NOOP("Errors", "This asks for another key than yours. Nothing was changed. Give your guardians the key on this page.")},
    {"profile.not_sent",
     QT_TRANSLATE_NOOP("Errors", "Your guardians have not sent this yet. Nothing was changed. Try again when they have.")},
    {"profile.other_file",
     QT_TRANSLATE_NOOP("Errors", "This text is no request of guardians, or was changed on its way. Nothing was signed. Ask for it again.")},
    // network
    {"node.offline", QT_TRANSLATE_NOOP("Errors", "The network does not answer. Everything here still works, and what you do waits and "
                                                 "is sent later. You need to do nothing.")},
    {"node.conflict", QT_TRANSLATE_NOOP("Errors", "Someone else was faster, or this was already done. Your money comes back by itself. "
                                                  "Look at the visit for how it stands.")},
    {"node.spent", QT_TRANSLATE_NOOP("Errors", "This was already done from another place. Nothing was paid twice. Look at the visit "
                                               "for how it stands.")},
    {"node.timeout", QT_TRANSLATE_NOOP("Errors", "The network is slow to answer. Nothing is lost. It is tried again by itself.")},
    {"node.damaged", QT_TRANSLATE_NOOP("Errors", "The practice network's file on this computer is damaged. Your persona is not "
                                                 "touched. Start the practice network anew in Settings.")},
    {"outbox.handed_over",
     QT_TRANSLATE_NOOP("Errors", "This was already sent. It cannot be taken back here. Look at the visit for what you "
                                 "can do.")},
    {"outbox.finished", QT_TRANSLATE_NOOP("Errors", "This is already done. Nothing was changed. There is nothing more to do.")},
    {"outbox.cancelled", QT_TRANSLATE_NOOP("Errors", "This was taken back. Nothing was sent. Start again if you want it after all.")},
    {"outbox.predecessor",
     QT_TRANSLATE_NOOP("Errors", "Something that had to come first did not go through. Nothing was sent. Look at what "
                                 "is waiting and try again.")},
    {"outbox.unknown", QT_TRANSLATE_NOOP("Errors", "This is no longer waiting. Nothing was changed. It was probably sent just now.")},
    // times and practice
    {"scheduling.slot_taken",
     QT_TRANSLATE_NOOP("Errors", "Someone else asked for this time first. Nothing was sent and no money moved. Choose "
                                 "another time.")},
    {"scheduling.not_offered", QT_TRANSLATE_NOOP("Errors", "This time is not offered any more. Nothing was sent and no money moved. Choose "
                                                           "another time.")},
    {"scheduling.too_soon",
     QT_TRANSLATE_NOOP("Errors", "This time is too close or already past. Nothing was sent and no money moved. Choose "
                                 "a later one.")},
    {"scheduling.unknown_zone",
     QT_TRANSLATE_NOOP("Errors", "This time zone is not known here. Nothing was saved. Choose one from the list.")},
    {"scheduling.overlapping_rules", QT_TRANSLATE_NOOP("Errors", "Two spans of one day overlap. Nothing was saved. Change one of them.")},
    {"scheduling.bad_span", QT_TRANSLATE_NOOP("Errors", "A day ends before it begins. Nothing was saved. Choose a later end.")},
    {"scheduling.bad_duration",
     QT_TRANSLATE_NOOP("Errors", "A visit cannot be that long. Nothing was saved. Choose between 10 minutes and 4 "
                                 "hours.")},
    {"scheduling.bad_buffer",
     QT_TRANSLATE_NOOP("Errors", "This pause between visits cannot be used. Nothing was saved. Choose a shorter one.")},
    {"scheduling.gap", QT_TRANSLATE_NOOP("Errors", "This time does not exist on that day, because the clocks change. Nothing was sent. "
                                                   "Choose another time.")},
    {"practice.price_zero", QT_TRANSLATE_NOOP("Errors", "The price is zero. Nothing was published. Set a price above zero.")},
    {"practice.price_too_small",
     QT_TRANSLATE_NOOP("Errors", "The price is too small to be held safely. Nothing was published. Set a higher one.")},
    {"practice.price_too_large", QT_TRANSLATE_NOOP("Errors", "The price is too large. Nothing was published. Set a lower one.")},
    {"practice.no_licence", QT_TRANSLATE_NOOP("Errors", "There is no valid licence, so nobody could book. Nothing was published. Get your "
                                                        "licence first.")},
    {"practice.no_hours", QT_TRANSLATE_NOOP("Errors", "No hours are set, so nobody could book. Nothing was published. Switch on at least "
                                                      "one day.")},
    {"practice.bond_too_large",
     QT_TRANSLATE_NOOP("Errors", "Your own stake is larger than the price. Nothing was published. Choose a smaller "
                                 "stake.")},
    {"practice.not_therapist", QT_TRANSLATE_NOOP("Errors", "Only a practice can do this. Nothing was changed.")},
    // visits
    {"visit.unknown", QT_TRANSLATE_NOOP("Errors", "This visit is not known here. Nothing was changed. Go back to the calendar.")},
    {"visit.record_missing", QT_TRANSLATE_NOOP("Errors", "Both of you have not yet signed that the visit took place. No money moved. Sign "
                                                         "first, and ask the other person to sign.")},
    {"visit.wrong_phase",
     QT_TRANSLATE_NOOP("Errors", "This is not possible at this point of the visit. Nothing was changed. The page shows "
                                 "what is possible now.")},
    {"visit.not_allowed", QT_TRANSLATE_NOOP("Errors", "This is not possible now. Nothing was changed. The page shows what is possible.")},
    {"visit.too_early", QT_TRANSLATE_NOOP("Errors", "It is too early for this. Nothing was changed. The page shows from when it is "
                                                    "possible.")},
    {"visit.too_late", QT_TRANSLATE_NOOP("Errors", "The time for this is over. Nothing was changed. The page shows what is possible now.")},
    {"visit.licence", QT_TRANSLATE_NOOP("Errors", "The licence could not be confirmed, so nothing can be booked. No money moved. Choose "
                                                  "another person.")},
    {"visit.moving", QT_TRANSLATE_NOOP("Errors", "The last step is still on its way. Nothing was changed. Wait a moment, then try "
                                                 "again.")},
    {"contract.wrong_phase",
     QT_TRANSLATE_NOOP("Errors", "This is not possible at this point of the visit. Nothing was changed. The page shows "
                                 "what is possible now.")},
    {"contract.underfunded",
     QT_TRANSLATE_NOOP("Errors", "There is not enough money for this step. Nothing was sent. Add money, then try again.")},
    {"contract.terms_mismatch",
     QT_TRANSLATE_NOOP("Errors", "What is held does not match what was agreed. Nothing was sent. Do not go on with "
                                 "this visit; write to the other person.")},
    {"record.too_long", QT_TRANSLATE_NOOP("Errors", "This text is too long. Nothing was sent. Shorten it, then try again.")},
    {"record.bad_text", QT_TRANSLATE_NOOP("Errors", "This text holds characters that cannot be sent. Nothing was sent. Remove them, then "
                                                    "try again.")},
    {"record.bad_stars", QT_TRANSLATE_NOOP("Errors", "Choose one to five stars. Nothing was sent.")},
    // messages
    {"message.too_long", QT_TRANSLATE_NOOP("Errors", "This message is too long. Nothing was sent. Split it into two.")},
    {"message.empty", QT_TRANSLATE_NOOP("Errors", "There is nothing to send yet. Write something first.")},
    {"message.already_sent", QT_TRANSLATE_NOOP("Errors", "This message is already on its way. It cannot be taken back any more.")},
    {"message.unknown_thread",
     QT_TRANSLATE_NOOP("Errors", "This conversation is not known here. Nothing was sent. Go back to your messages.")},
    {"message.no_session", QT_TRANSLATE_NOOP("Errors", "There is no safe connection with this person yet. The message waits and is sent as "
                                                       "soon as there is one.")},
    {"vault.unknown_key", QT_TRANSLATE_NOOP("Errors", "A key that was asked for does not belong to this profile. Nothing was changed. Try "
                                                      "again.")},
    {"practice.bad_price", QT_TRANSLATE_NOOP("Errors", "A price must lie between %1 and %2. Nothing was published. Choose another one.")},
    {"practice.bad_bond", QT_TRANSLATE_NOOP("Errors", "Your own stake must be zero or lie between %1 and %2. Nothing was published. Choose "
                                                      "another one.")},
    {"practice.bad_policy",
     QT_TRANSLATE_NOOP("Errors", "These rules for cancelling do not fit together. Nothing was published. Choose others "
                                 "from the lists.")},
    {"practice.not_set_up", QT_TRANSLATE_NOOP("Errors", "Your hours and your price are not set yet. Nothing was published. Set them under "
                                                        "Practice first.")},
    {"visit.slot_gone", QT_TRANSLATE_NOOP("Errors", "This time is not free any more. Nothing was sent and no money moved. Choose another "
                                                    "time.")},
    {"visit.slot_mine", QT_TRANSLATE_NOOP("Errors", "You already have a visit at this time. Nothing was sent and no money moved. Choose "
                                                    "another time.")},
    {"visit.too_soon", QT_TRANSLATE_NOOP("Errors", "This time is too close. Nothing was sent and no money moved. Choose a later one.")},
    {"visit.not_now", QT_TRANSLATE_NOOP("Errors", "This is not possible now. Nothing was changed. The page shows what is possible.")},
    {"visit.not_licensed",
     QT_TRANSLATE_NOOP("Errors", "The licence could not be confirmed, so nothing can be booked. No money moved. Choose "
                                 "another person.")},
    {"visit.terms_not_mine",
     QT_TRANSLATE_NOOP("Errors", "What is held does not match what was agreed. No money moved. Do not go on with this "
                                 "visit; write to the other person.")},
    {"visit.record_differs",
     QT_TRANSLATE_NOOP("Errors", "The other side signed something else than you saw: another time or length. Nothing "
                                 "was signed. Write to each other, then sign again.")},
    {"visit.bad_split", QT_TRANSLATE_NOOP("Errors", "A share must be zero or lie between %1 and %2. Nothing was sent. Choose another "
                                                    "amount.")},
    {"money.no_play_money",
     QT_TRANSLATE_NOOP("Errors", "There is no play money on this network. Nothing was added. Receive money at your own "
                                 "address instead.")},
    {"file.not_written", QT_TRANSLATE_NOOP("Errors", "The file could not be written. Nothing was exported. Free some space or choose "
                                                     "another folder.")},
    {"ledger.treasury_empty",
     QT_TRANSLATE_NOOP("Errors", "The practice network has given out all its play money. Nothing was added. Start the "
                                 "practice network anew in Settings.")},
    {"message.no_conversation",
     QT_TRANSLATE_NOOP("Errors", "There is no conversation with this person yet. Nothing was sent. Ask for a visit "
                                 "first.")},
    {"message.not_failed",
     QT_TRANSLATE_NOOP("Errors", "This message is already on its way. Nothing was sent twice. You need to do nothing.")},
    {"messaging.peer_silent",
     QT_TRANSLATE_NOOP("Errors", "The other side has not answered for a long time. The message waits and is sent as "
                                 "soon as there is an answer.")},
    {"messaging.too_long", QT_TRANSLATE_NOOP("Errors", "This message is too long. Nothing was sent. Split it into two.")},
    {"service.not_yet", QT_TRANSLATE_NOOP("Errors", "It is too early for this. It waits and goes on by itself at the right time.")},
    {"message.undeliverable", QT_TRANSLATE_NOOP("Errors", "This message did not arrive. It is kept here. Send it again.")},
    {"service.closed", QT_TRANSLATE_NOOP("Errors", "Everything is locked or closing. Nothing was done. Open it with your passphrase, "
                                                   "then try again.")},
    {"service.not_open", QT_TRANSLATE_NOOP("Errors", "Everything is locked. Nothing was done. Open it with your passphrase first.")},
    {"service.no_persona",
     QT_TRANSLATE_NOOP("Errors", "For this you need to make it yours first. Nothing was sent. Create your persona; it "
                                 "takes a minute.")},
    {"service.wrong_role", QT_TRANSLATE_NOOP("Errors", "Your role cannot do this. Nothing was changed.")},
    // the network and its nodes
    {"persona.other_network",
     QT_TRANSLATE_NOOP("Errors", "This profile belongs to another network (%1). Nothing was changed. Choose that network, or make a new "
                                 "profile here.")},
    {"money.spending_off",
     QT_TRANSLATE_NOOP("Errors",
                       "Spending real money is switched off. Nothing was signed and nothing was sent. Read the warning on the page "
                       "Network, then switch it on.")},
    {"payment.conflict",
     QT_TRANSLATE_NOOP("Errors",
                       "The coins of this payment were spent elsewhere, so it cannot go through. Nothing was paid twice. Try again "
                       "with other coins, or take it back.")},
    {"visit.chain_pruned",
     QT_TRANSLATE_NOOP("Errors",
                       "This visit went on while you were away, and the node no longer keeps what happened. Your money is not lost "
                       "by that. Ask the other person, or a node that keeps everything; a copy of your data folder, or opening the "
                       "app once a day, prevents it.")},
    {"clock.not_ours", QT_TRANSLATE_NOOP("Errors", "Only the practice network's clock can be moved. Nothing was changed.")},
    {"node.url_missing",
     QT_TRANSLATE_NOOP("Errors", "This network needs a node. Nothing was changed. Type the address of one, best your own.")},
    {"node.url_scheme",
     QT_TRANSLATE_NOOP("Errors",
                       "An address of a node begins with wss:// or ws://, this one does not: %1. Nothing was changed. Correct it.")},
    {"node.url_host",
     QT_TRANSLATE_NOOP("Errors",
                       "The name of the computer in this address cannot be right. Nothing was changed. Compare it letter by letter.")},
    {"node.url_port",
     QT_TRANSLATE_NOOP("Errors",
                       "The number after the colon is no port. Nothing was changed. Use one between 1 and 65535, or leave it out.")},
    {"node.url_malformed",
     QT_TRANSLATE_NOOP("Errors",
                       "This is not an address of a node. Nothing was changed. It has no blanks, no name and password, no question "
                       "mark: for example wss://node.example:18110.")},
    {"node.url_twice", QT_TRANSLATE_NOOP("Errors", "The same address stands there twice: %1. Nothing was changed. Remove one.")},
    {"node.url_too_many", QT_TRANSLATE_NOOP("Errors", "These are too many nodes. Nothing was changed. Leave at most %1.")},
    {"node.network_unknown", QT_TRANSLATE_NOOP("Errors", "This network is not known here. Nothing was changed. Choose one from the list.")},
    {"node.practice", QT_TRANSLATE_NOOP("Errors", "The practice network needs no node. Nothing was changed.")},
    {"node.bad_wait",
     QT_TRANSLATE_NOOP("Errors", "This waiting time cannot be used. Nothing was changed. Choose one between a tenth of a second and five "
                                 "minutes.")},
    {"node.ca_unreadable",
     QT_TRANSLATE_NOOP("Errors", "The file of authorities cannot be read. Nothing was changed. Choose another file.")},
    {"node.wrong_network",
     QT_TRANSLATE_NOOP("Errors",
                       "This node belongs to another network. Nothing was sent to it. Check the address, or choose its network.")},
    {"node.version_too_old",
     QT_TRANSLATE_NOOP("Errors",
                       "This node's software is too old to be relied on. Nothing was sent to it. Update it, or choose another node.")},
    {"node.no_index",
     QT_TRANSLATE_NOOP("Errors", "This node does not keep the list that is needed to find your money. Nothing was sent to it. "
                                 "Whoever runs it must switch that list on; or choose another.")},
    {"node.unsynced",
     QT_TRANSLATE_NOOP("Errors",
                       "This node is still catching up with the network. What you do is kept and sent later. Wait, or choose another "
                       "node.")},
    {"node.lied",
     QT_TRANSLATE_NOOP("Errors", "This node said something that cannot be true. It is not used any more. Nothing was lost; choose another "
                                 "node.")},
    {"node.unreadable",
     QT_TRANSLATE_NOOP("Errors",
                       "This node answers in a way that cannot be read. Nothing was sent to it. Check the address: it must be the "
                       "port for JSON.")},
    {"node.tls", QT_TRANSLATE_NOOP(
                     "Errors", "The encrypted connection to this node could not be trusted. Nothing was sent to it. Check its certificate "
                               "and this computer's date.")},
    {"node.squatted",
     QT_TRANSLATE_NOOP("Errors", "A stranger's payment stands in the way of this step. Your money is safe. It is tried again by itself.")},
    {"node.reorg", QT_TRANSLATE_NOOP("Errors", "The network is sorting itself. Nothing is lost. It is tried again by itself.")},
};
const std::size_t kErrorRowCount = sizeof kErrorRows / sizeof kErrorRows[0];

} // namespace bt::app
