// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for whole families of codes. The longest comes first where one contains another.
#include "error_table.h"

#include <QtGlobal>

namespace bt::app {

const ErrorRow kErrorFamilies[] = {
    {"case.",
     QT_TRANSLATE_NOOP("Errors", "This case file does not hold. Nothing was taken from it. Ask the one who gave it to you for a new one.")},
    {"dispute.",
     QT_TRANSLATE_NOOP("Errors", "This is not possible with this problem now. Nothing was changed. The page shows how it stands.")},
    {"partial.", QT_TRANSLATE_NOOP("Errors", "This file with signatures does not hold. Nothing was signed or sent. Ask for it again.")},
    {"parts.",
     QT_TRANSLATE_NOOP("Errors", "This text is not complete or was changed on its way. Nothing was read from it. Ask for it again.")},
    {"rating.no_reputation",
     QT_TRANSLATE_NOOP("Errors",
                       "This visit was agreed without a public rating. Nothing was said. Your deposit can come back at any time.")},
    {"rating.no_permit",
     QT_TRANSLATE_NOOP(
         "Errors", "The therapist's app has not allowed a public rating of this visit. Nothing was said. It is asked again by itself.")},
    {"rating.released",
     QT_TRANSLATE_NOOP("Errors", "This rating is released already. Nothing was changed. It cannot be taken back any more.")},
    {"rating.",
     QT_TRANSLATE_NOOP("Errors", "This visit cannot be rated in public now. Nothing was said. The page shows what is possible.")},
    {"receipt.not_yours",
     QT_TRANSLATE_NOOP("Errors", "Only the patient adds a name or a diagnosis to a receipt. Nothing was saved. Leave both empty.")},
    {"receipt.", QT_TRANSLATE_NOOP("Errors", "There is no receipt of this visit now. Nothing was saved. Ask for it first.")},
    {"money.", QT_TRANSLATE_NOOP("Errors", "This could not be done with your money now. Nothing was sent. Try again.")},
    {"badge.", QT_TRANSLATE_NOOP("Errors", "This proof of a profession does not hold. Nothing was changed. Ask for a new one.")},
    {"profile.",
     QT_TRANSLATE_NOOP("Errors", "The rules of this profile do not allow that. Nothing was changed. Look at it anew and try again.")},
    {"consent.",
     QT_TRANSLATE_NOOP("Errors", "The rules of this consent do not allow that. Nothing was changed. Look at it anew and try again.")},
    {"reward.",
     QT_TRANSLATE_NOOP("Errors", "The rules of this reward do not allow that. Nothing was paid. Look at it anew and try again.")},
    {"inspect.", QT_TRANSLATE_NOOP("Errors", "This could not be explained. Nothing was changed. Check that it belongs to this app.")},
    {"payment.", QT_TRANSLATE_NOOP("Errors", "This payment could not go through. Nothing was paid twice. Look at what is waiting.")},
    {"persona.", QT_TRANSLATE_NOOP("Errors", "This profile could not be opened. Nothing was changed. Look at the page Network.")},
    {"clock.", QT_TRANSLATE_NOOP("Errors", "The clock could not be used for this. Nothing was changed. Check the computer's clock.")},
    {"file.", QT_TRANSLATE_NOOP("Errors", "The file could not be used. Nothing was changed. Choose another folder.")},
    {"vault.", QT_TRANSLATE_NOOP("Errors", "Your profile could not be opened or changed. Nothing was overwritten. Try again, or "
                                           "use your 24 recovery words.")},
    {"store.", QT_TRANSLATE_NOOP("Errors", "Your profile could not be read or written. Nothing was changed. Check the disk, then "
                                           "try again.")},
    {"kaspa.bip39.", QT_TRANSLATE_NOOP("Errors", "These recovery words do not fit. Nothing was changed. Compare them with your paper, "
                                                 "word by word.")},
    {"kaspa.words.", QT_TRANSLATE_NOOP("Errors", "These recovery words do not fit. Nothing was changed. Compare them with your paper, "
                                                 "word by word.")},
    {"kaspa.bip32.", QT_TRANSLATE_NOOP("Errors", "The keys could not be made from this. Nothing was changed. Check your words and try "
                                                 "again.")},
    {"kaspa.address.", QT_TRANSLATE_NOOP("Errors", "This is not an address that can be used. Nothing was sent. Copy it again.")},
    {"kaspa.", QT_TRANSLATE_NOOP("Errors", "The payment could not be built by the rules. Nothing was sent. Try again; if it "
                                           "happens again, report the code below.")},
    {"ledger.", QT_TRANSLATE_NOOP("Errors", "The payment could not be prepared. Nothing was sent. Try again; if it happens again, "
                                            "report the code below.")},
    {"token.", QT_TRANSLATE_NOOP("Errors", "The payment could not be prepared. Nothing was sent. Try again; if it happens again, "
                                           "report the code below.")},
    {"contract.", QT_TRANSLATE_NOOP("Errors", "The rules of this visit do not allow that. No money moved. The page shows what is "
                                              "possible.")},
    {"node.rejected.", QT_TRANSLATE_NOOP("Errors", "The network refused this step. No money moved. The page shows how things stand now.")},
    {"node.", QT_TRANSLATE_NOOP("Errors", "The network could not do this now. What you did is kept and tried again by itself.")},
    {"outbox.", QT_TRANSLATE_NOOP("Errors", "What was waiting could not be changed. Nothing was sent twice. Look at what is "
                                            "waiting.")},
    {"scheduling.", QT_TRANSLATE_NOOP("Errors", "These hours cannot be used. Nothing was saved. Check days, beginnings and ends.")},
    {"practice.", QT_TRANSLATE_NOOP("Errors", "Your practice could not be saved. Nothing was published. Check the fields and try "
                                              "again.")},
    {"visit.", QT_TRANSLATE_NOOP("Errors", "This is not possible for this visit now. Nothing was changed. The page shows what is "
                                           "possible.")},
    {"record.", QT_TRANSLATE_NOOP("Errors", "What the other side sent could not be confirmed. Nothing was changed. Ask the other "
                                            "person to send it again.")},
    {"message.", QT_TRANSLATE_NOOP("Errors", "The message could not be sent. It is kept here. Try again.")},
    {"messaging.", QT_TRANSLATE_NOOP("Errors", "A message could not be read or sent safely. Nothing is lost. Ask the other person to "
                                               "write again.")},
    {"ipld.", QT_TRANSLATE_NOOP("Errors", "A file that arrived is damaged or not what was asked for. It was not opened. It is "
                                          "fetched again by itself.")},
    {"storage.", QT_TRANSLATE_NOOP("Errors", "A copy could not be read or kept. Nothing is lost. It is tried again by itself.")},
    {"identity.", QT_TRANSLATE_NOOP("Errors", "A proof card could not be confirmed. Nothing was accepted. Ask for a new one.")},
    {"codec.", QT_TRANSLATE_NOOP("Errors", "Something that arrived is unreadable. It was not opened. Nothing is lost.")},
    {"abi.", QT_TRANSLATE_NOOP("Errors", "The rules of this visit could not be read. No money moved. Update the app, then try "
                                         "again.")},
    {"crypto.", QT_TRANSLATE_NOOP("Errors", "A key or seal could not be confirmed. Nothing was accepted. Try again.")},
    {"base.", QT_TRANSLATE_NOOP("Errors", "Something was not in the expected form. Nothing was changed. Try again.")},
    {"service.", QT_TRANSLATE_NOOP("Errors", "This could not be done right now. Nothing was changed. Try again.")},
    {"zk.", QT_TRANSLATE_NOOP("Errors", "A proof could not be confirmed. Nothing was accepted. Try again.")},
};
const std::size_t kErrorFamilyCount = sizeof kErrorFamilies / sizeof kErrorFamilies[0];

} // namespace bt::app
