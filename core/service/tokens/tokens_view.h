// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window shows of BTAI: values in a Snapshot. Amounts are units (10^-8 BTAI). Thread safety: values.
#pragma once

#include "service/snapshot.h"

#include <map>

namespace bt::service {

//! One payment in BTAI.
struct TokenRow {
    std::string id;
    std::string kind; //!< code: play_money, received, sent, request_paid (by us), request_received
    std::string threadId, peerName;
    std::string to;   //!< address, where it was sent to one
    std::string note; //!< of the request that it answers
    Millis at;
    std::int64_t units = 0; //!< signed
    Sompi fee;              //!< KAS, ours
    PaymentState state = PaymentState::Waiting;
    bool asksAddress = false; //!< waits for the contact's app to say where it takes BTAI
    std::string_view failure; //!< error code; empty: none
    std::string txid;
};

enum class RequestState { Open, Paying, Paid, Declined };
//! "Please pay", as both sides see it. Paid is what the chain says, never what a letter says.
struct PayRequestView {
    std::string id, threadId;
    bool mine = false; //!< we ask; else we are asked
    std::uint64_t units = 0;
    std::string note;
    Millis at;
    RequestState state = RequestState::Open;
    PaymentState payment = PaymentState::Waiting; //!< of Paid
    std::string txid;
};

struct TokensView {
    std::string tokenId;                            //!< hex of the covenant id
    std::uint64_t available = 0;                    //!< can be sent now
    std::uint64_t waiting = 0;                      //!< comes back as change of what is being sent
    std::uint64_t held = 0;                         //!< in visits: the price that we pay, or our bond
    Sompi under;                                    //!< KAS that lie under `available`: they come free when those are spent or joined
    Sompi underWaiting;                             //!< and under `waiting`
    std::int64_t microsPerToken = 0;                //!< millionths of the currency for 1 BTAI, from the network's parameters
    std::string address;                            //!< for receiving from outside the app; a new one for every payer
    std::string ownerKey;                           //!< the same as the hex of the key, for other wallets
    Sompi kasWanted;                                //!< KAS that the next payment may need for deposit and fee
    bool kasShort = false;                          //!< less than that is free
    std::vector<TokenRow> rows;                     //!< newest first
    std::map<std::string, PayRequestView> requests; //!< by id
};

//! What a person is about to send.
struct TokenPayment {
    std::string threadId; //!< to a contact; or
    std::string address;  //!< to an address of ours (btai...) or the one in a QR code
    std::uint64_t units = 0;
};
//! What it costs, before anything is signed.
struct TokenQuote {
    Sompi fee;
    Sompi deposit;            //!< KAS that goes along under a new UTXO of the recipient
    bool joinsTheirs = false; //!< is added to a UTXO that the contact holds already: no deposit
    bool asksAddress = false; //!< the contact's app is asked for an address first
    int merges = 0;           //!< transfers to ourselves that come first because the tokens are scattered
    std::uint64_t left = 0;   //!< units afterwards
    DisclosureView disclosure;
};

} // namespace bt::service
