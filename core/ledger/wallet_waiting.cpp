// SPDX-License-Identifier: GPL-3.0-or-later
// What the wallet knows about transactions that no block has.
#include "codec/text.h"
#include "kaspa/hashing.h"
#include "ledger/builder.h"
#include "ledger/wallet_rows.h"
#include "ledger/wallet_tables.h"

#include <algorithm>
#include <map>

namespace bt::ledger {

using namespace kaspa;

namespace {

std::string nameOf(const Outpoint& at) { return codec::hexEncode(at.id.view()) + ":" + std::to_string(at.index); }

} // namespace

Error Conflict::error() const
{
    return {"ledger.conflict", {nameOf(input), codec::hexEncode(other.view())}, "a block spent an input by another transaction"};
}

Result<std::vector<WaitingTx>> Wallet::waiting() const
{
    BT_TRY(auto q, m_db->prepare("SELECT id, max(own), max(intent), max(relation), EXISTS(SELECT 1 FROM wallet_fallen AS f WHERE "
                                 "f.id = w.id AND f.told <> 2) FROM ("
                                 "SELECT spender AS id, 1 AS own, coalesce(intent, '') AS intent, relation FROM wallet_coin WHERE "
                                 "spender IS NOT NULL AND spent IS NULL AND stale = 0 UNION ALL "
                                 "SELECT txid, 0, '', relation FROM wallet_coin WHERE created IS NULL AND stale = 0) AS w "
                                 "GROUP BY id ORDER BY id"));
    std::vector<WaitingTx> out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        WaitingTx one;
        BT_TRY(one.id, TxId::from(q.blob(0)));
        one.own = q.integer(1) != 0;
        one.intent = q.text(2);
        one.relation = q.text(3);
        one.fellBack = q.integer(4) != 0;
        out.push_back(std::move(one));
    }
}

Result<std::vector<WaitingTx>> Wallet::dropped(Node& node, const Deadline& deadline) const
{
    BT_TRY(auto all, waiting());
    std::vector<WaitingTx> out;
    for (WaitingTx& one : all) {
        BT_TRY(const auto there, node.mempoolTx(one.id, deadline));
        if (!there) out.push_back(std::move(one));
    }
    return out;
}

Result<std::optional<Conflict>> Wallet::conflictOf(const TxId& id) const
{
    BT_TRY(auto q, m_db->prepare("SELECT txid, idx, other, intent, relation FROM wallet_conflict WHERE id = ?"));
    BT_TRY(const bool row, q.bind(id.view()).step());
    if (!row) return std::optional<Conflict>();
    Conflict out;
    out.ours = id;
    BT_TRY(out.input, outpointAt(q, 0));
    BT_TRY(out.other, TxId::from(q.blob(2)));
    out.intent = q.text(3);
    out.relation = q.text(4);
    return std::optional(std::move(out));
}

Result<Draft> Wallet::draftOf(const Transaction& tx, const std::vector<UtxoEntry>& others) const
{
    BT_TRY(const auto accepted, acceptedAt(transactionId(tx)));
    if (accepted) return fail("ledger.not_waiting");
    Draft out;
    out.tx.tx = tx;
    std::uint64_t in = 0;
    for (std::size_t i = 0; i < tx.inputs.size(); ++i) {
        const Input& input = tx.inputs[i];
        BT_TRY(auto q, m_db->prepare("SELECT amount, script, daa, coinbase, covenant, mine, branch, key, relation FROM "
                                     "wallet_coin WHERE txid = ? AND idx = ?"));
        BT_TRY(const bool row, q.bind(input.previous.id.view()).bind(std::int64_t(input.previous.index)).step());
        const auto other = std::ranges::find(others, input.previous, &UtxoEntry::outpoint);
        if (!row && other == others.end()) return fail("ledger.no_such_input", {std::to_string(i), nameOf(input.previous)}, {});
        out.unlockBytes.push_back(input.signatureScript.size());
        out.signers.emplace_back();
        if (!row) {
            out.tx.utxos.push_back(other->utxo);
        } else {
            BT_TRY(auto utxo, utxoAt(q, 0));
            out.tx.utxos.push_back(std::move(utxo));
            if (q.integer(5) != 0) {
                out.signers.back() = {static_cast<Branch>(q.integer(6)), static_cast<std::uint32_t>(q.integer(7))};
                const std::string relation = q.text(8);
                if (std::ranges::find(out.relations, relation) == out.relations.end()) out.relations.push_back(relation);
            }
        }
        in += out.tx.utxos.back().amount.value;
    }
    BT_TRY(out.masses, masses(out.tx));
    for (const Output& output : tx.outputs) in -= output.value.value;
    out.fee = {in};
    WalletTables tables(*m_db);
    for (std::size_t i = tx.outputs.size(); i-- > 0 && !out.changeOutput;) {
        BT_TRY(const auto owner, tables.owner(tx.outputs[i].spk));
        if (owner && owner->mine && owner->key.branch == Branch::Change) out.changeOutput = static_cast<std::uint32_t>(i);
    }
    for (Input& input : out.tx.tx.inputs) input.signatureScript.clear();
    return out;
}

} // namespace bt::ledger
