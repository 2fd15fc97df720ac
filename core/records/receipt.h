// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! "This was paid": a receipt that the therapist's listing key signs, and what the patient adds to it herself (a name, a
//! diagnosis code), signed by her key of the relation and bound to that very receipt. Without her addition there is neither
//! in it. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/clock.h"
#include "base/fixed.h"
#include "base/sompi.h"
#include "crypto/curve25519.h"

#include <optional>
#include <string>

namespace bt::records {

inline constexpr std::size_t kReceiptBytes = 64 * 1024;
inline constexpr std::size_t kDiagnosisBytes = 64;

using ReceiptNumber = Fixed<8, struct ReceiptNumberTag>;
using ReceiptTx = Fixed<32, struct ReceiptTxTag>;
using ReceiptVisit = Fixed<32, struct ReceiptVisitTag>;

//! What the therapist signs.
struct Receipt {
    ReceiptNumber number;           //!< random, not zero
    std::string issuer;             //!< did:key of her listing; its key signs
    std::string name;               //!< hers, one line
    std::string licence;            //!< SD-JWT VC as in her listing; empty: none
    std::string holder;             //!< did:key of the patient in this relation; its key signs the addition
    std::string network;            //!< "practice", "mainnet", ...: [a-z0-9-]{1,32}
    ReceiptVisit visit;             //!< covenant id of the contract that held the money
    ReceiptTx payment;              //!< the transaction that paid
    Millis start, end;              //!< end after start, at most a day
    std::string service;            //!< neutral code, [A-Z0-9-]{1,16}
    Sompi amount;                   //!< above 0; base units of `coin`
    std::string coin;               //!< "KAS" or "BTAI"
    Millis paidAt;                  //!< of the block
    std::string currency;           //!< ISO 4217, or the coin's own name where no rate is known
    std::int64_t microsPerCoin = 0; //!< millionths of `currency` for one coin, of the day of paidAt; above 0
    std::string rateSource;         //!< code, [a-z_]{1,32}: who said so
    Millis issuedAt;
    bool operator==(const Receipt&) const = default;
    //! The amount in millionths of `currency`, rounded down: stands in the document too and must agree.
    [[nodiscard]] std::int64_t micros() const;
};
//! What the patient adds; an empty field is left out. With a diagnosis it is a superbill.
struct ReceiptAddition {
    std::string name, diagnosis; //!< one line each
    bool operator==(const ReceiptAddition&) const = default;
    [[nodiscard]] bool empty() const { return name.empty() && diagnosis.empty(); }
};
struct SignedReceipt {
    Receipt receipt;
    crypto::Ed25519Signature byIssuer;
    ReceiptAddition added;                            //!< empty: nothing
    std::optional<crypto::Ed25519Signature> byHolder; //!< over receipt and addition; with an addition only
};

//! Canonical JSON of the part that is signed. "record.bad_receipt" (detail: the field), "record.bad_text", "record.too_long".
[[nodiscard]] Result<Bytes> serialise(const Receipt& receipt);
//! \param secret64 of the listing's key. Ed25519 over "bt/receipt/v1" 0x00 and the canonical bytes.
[[nodiscard]] Result<crypto::Ed25519Signature> signReceipt(const Receipt& receipt, const Secret& secret64);
//! Adds what the patient typed; an empty addition takes an earlier one away. Ed25519 over "bt/receipt-addition/v1" 0x00,
//! the receipt's canonical bytes, 0x00 and the addition's.
[[nodiscard]] Result<SignedReceipt> addTo(SignedReceipt receipt, const ReceiptAddition& added, const Secret& secret64);
//! The document: canonical JSON {"added":...,"byHolder":...,"byIssuer":...,"form":"bt/receipt/v1","receipt":{...}}.
[[nodiscard]] Result<Bytes> serialise(const SignedReceipt& receipt);
//! Reads a document from anyone: exact canonical form, every limit, and both signatures.
//! "record.bad_receipt" (detail: the field), "record.bad_signature" (args: "issuer" or "holder"), "record.too_long".
[[nodiscard]] Result<SignedReceipt> openReceipt(ByteView bytes);

} // namespace bt::records
