// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of what stands beside visits and chat, a block a feature. Three parts each, as in error_table.cpp.
#include "error_table.h"

#include <QtGlobal>

namespace bt::app {

const ErrorRow kFeatureErrorRows[] = {
    // BTAI
    {"token.absent",
     QT_TRANSLATE_NOOP("Errors", "There is no BTAI on this network. Nothing was sent. Choose another network.")},
    {"token.not_enough",
     QT_TRANSLATE_NOOP("Errors", "You have less BTAI than that. Nothing was sent. Choose a smaller amount, or add money.")},
    {"token.no_kas",
     QT_TRANSLATE_NOOP("Errors", "Fees are paid in KAS, and there is too little of it. Nothing was sent. Add some KAS, then try again.")},
    {"token.on_its_way",
     QT_TRANSLATE_NOOP("Errors", "The change of your last payment is still on its way. Nothing was sent. Try again in a moment.")},
    {"token.scattered",
     QT_TRANSLATE_NOOP("Errors", "Your BTAI lie in too many parts. Nothing was sent. Try again in a moment, they are put together.")},
    {"token.bad_amount",
     QT_TRANSLATE_NOOP("Errors", "This amount cannot be paid. Nothing was sent. Enter more than nothing.")},
    {"token.bad_address",
     QT_TRANSLATE_NOOP("Errors", "This is no address for BTAI on this network. Nothing was sent. Ask for one that begins with btai.")},
    {"token.request_closed",
     QT_TRANSLATE_NOOP("Errors", "This request is paid, declined or being paid already. Nothing was sent. Look at the conversation.")},
    {"token.bad_birth",
     QT_TRANSLATE_NOOP("Errors", "The file that names BTAI for this network is damaged. Nothing was opened. Replace it or take it away.")},
    {"money.no_token",
     QT_TRANSLATE_NOOP("Errors", "There is no BTAI on this network. Nothing was sent. Choose another network.")},
    // signing by several people
    {"partial.newer",
     QT_TRANSLATE_NOOP("Errors", "This file was made by a newer version. Nothing was signed. Update the app, then open it again.")},
    {"partial.other_network",
     QT_TRANSLATE_NOOP("Errors", "This file belongs to another network (%1, and this is %2). Nothing was signed. Open it on its own network.")},
    {"partial.bad_signature",
     QT_TRANSLATE_NOOP("Errors", "A signature in this file is not for what the file pays. Nothing was signed. Do not trust it; ask for it again.")},
    {"partial.not_a_signer",
     QT_TRANSLATE_NOOP("Errors", "Nobody asks for your signature here. Nothing was signed. Check that it is the right file.")},
    {"partial.already_signed",
     QT_TRANSLATE_NOOP("Errors", "You have signed this already. Nothing was changed. Pass the file on.")},
    {"partial.other_transaction",
     QT_TRANSLATE_NOOP("Errors", "These two files are not about the same payment. Nothing was put together. Choose two that belong together.")},
    {"partial.incomplete",
     QT_TRANSLATE_NOOP("Errors", "Not everyone has signed: %1 of %2. Nothing was sent. Pass the file on to the next.")},
    {"partial.input_gone",
     QT_TRANSLATE_NOOP("Errors", "The money of this file has moved already. Nothing was signed. Look at how things stand now.")},
    {"partial.input_differs",
     QT_TRANSLATE_NOOP("Errors", "This file says something else about the money than the network. Nothing was signed. Do not trust it.")},
    {"parts.missing",
     QT_TRANSLATE_NOOP("Errors", "%1 of %2 parts are there. Nothing was read yet. Add the others.")},
    {"parts.damaged",
     QT_TRANSLATE_NOOP("Errors", "Part %1 was changed on its way. Nothing was read. Copy or scan it again.")},
    {"parts.mixed",
     QT_TRANSLATE_NOOP("Errors", "These parts belong to different files. Nothing was read. Take the parts of one only.")},
    // what the access policy refuses
    {"access.not_your_role",
     QT_TRANSLATE_NOOP("Errors", "This belongs to the other side: what a therapist does, a patient cannot, and the other way round. Nothing was "
                                 "changed. Ask the other person, or use a profile of that kind.")},
    {"access.not_your_visit",
     QT_TRANSLATE_NOOP("Errors", "This belongs to a visit of other people. Nothing was changed. Open one of your own visits.")},
    {"access.licence_needed",
     QT_TRANSLATE_NOOP("Errors", "This needs a licence that is valid today, and yours is not. Nothing was changed; what you have already agreed "
                                 "to can still be held and ended. Look at your licence on the page Practice.")},
    {"access.badge_needed",
     QT_TRANSLATE_NOOP("Errors", "This is for people whose profession is confirmed, and yours is not. Nothing was changed. Look at your licence "
                                 "on the page Practice.")},
    {"access.holding_needed",
     QT_TRANSLATE_NOOP("Errors", "This is open to people who hold BTAI, and you hold none. Nothing was changed. Get some first.")},
    {"access.key_needed",
     QT_TRANSLATE_NOOP("Errors", "Only somebody who was named for this can do it, and you were not. Nothing was changed. Ask who named the "
                                 "people for it.")},
    {"access.unknown_letter",
     QT_TRANSLATE_NOOP("Errors", "Something arrived that this version does not know. Nothing was changed. Update the app.")},
};
const std::size_t kFeatureErrorRowCount = sizeof kFeatureErrorRows / sizeof kFeatureErrorRows[0];

} // namespace bt::app
