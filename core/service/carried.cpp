// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/carried.h"

#include "kaspa/hashing.h"
#include "kaspa/transaction_codec.h"
#include "service/json_fields.h"

namespace bt::service {

Bytes encodeCarried(const CarriedTx& c)
{
    Json spent = Json::array();
    for (const auto& u : c.submission.spent) {
        Json one{{"amount", amountText(u.amount)},
                 {"version", u.spk.version},
                 {"script", hexOf(u.spk.script)},
                 {"daa", std::to_string(u.daaScore)},
                 {"coinbase", u.isCoinbase}};
        if (u.covenant) one["covenant"] = hexOf(*u.covenant);
        spent.push_back(std::move(one));
    }
    return bytesOf(Json{
        {"tx", hexOf(kaspa::encodeTransaction(c.submission.tx))},
        {"fee", amountText(c.submission.fee)},
        {"cap", amountText(c.submission.feeCap)},
        {"rate", std::to_string(c.rate)},
        {"contract", c.submission.contract},
        {"spent", spent},
        {"intent", c.intent},
        {"visit", c.visitId},
        {"step", c.step},
        {"daa", std::to_string(c.daaScore)},
        {"block", hexOf(c.block)},
        {"sent", c.sent},
        {"done",
         c.done}}.dump());
}

Result<CarriedTx> decodeCarried(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    CarriedTx c;
    BT_TRY(c.submission.tx, kaspa::decodeTransaction(f.bytes("tx")));
    c.id = kaspa::transactionId(c.submission.tx);
    c.submission.fee = f.amount("fee");
    c.submission.feeCap = f.amount("cap");
    c.rate = std::strtoull(f.text("rate").c_str(), nullptr, 10);
    c.submission.contract = f.flag("contract");
    for (const auto& item : f.array("spent")) {
        FieldReader s(item);
        kaspa::Utxo u;
        u.amount = s.amount("amount");
        u.spk = {static_cast<std::uint16_t>(s.small("version", 0, 65535)), s.bytes("script")};
        u.daaScore = std::strtoull(s.text("daa").c_str(), nullptr, 10);
        u.isCoinbase = s.flag("coinbase");
        if (s.has("covenant")) u.covenant = s.fixed<kaspa::CovenantId>("covenant");
        if (!s.ok()) f.fail();
        c.submission.spent.push_back(std::move(u));
    }
    c.intent = f.integer("intent");
    c.visitId = f.text("visit");
    c.step = f.text("step");
    c.daaScore = std::strtoull(f.text("daa").c_str(), nullptr, 10);
    c.block = f.fixed<ledger::BlockHash>("block");
    c.sent = f.flag("sent");
    c.done = f.flag("done");
    if (!f.ok()) return fail("service.bad_row", "carried");
    return c;
}

Result<Carried> Carried::open(store::Database& db)
{
    BT_CHECK(db.migrate("carried", {"CREATE TABLE carried (txid BLOB PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"}));
    Carried out(db);
    BT_CHECK(out.reload());
    return out;
}

Result<void> Carried::reload()
{
    m_all.clear();
    BT_TRY(auto rows, m_db->prepare("SELECT body FROM carried"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return {};
        BT_TRY(auto one, decodeCarried(rows.blob(0)));
        m_all.insert_or_assign(one.id, std::move(one));
    }
}

const CarriedTx* Carried::find(const kaspa::TxId& id) const
{
    const auto it = m_all.find(id);
    return it == m_all.end() ? nullptr : &it->second;
}

Result<void> Carried::save(const CarriedTx& tx)
{
    BT_TRY(auto put, m_db->prepare("INSERT INTO carried (txid, body) VALUES (?, ?) ON CONFLICT (txid) DO UPDATE SET body = excluded.body"));
    BT_CHECK(put.bind(tx.id.view()).bind(ByteView(encodeCarried(tx))).run());
    m_all.insert_or_assign(tx.id, tx);
    return {};
}

Result<void> Carried::forget(const kaspa::TxId& id)
{
    BT_TRY(auto drop, m_db->prepare("DELETE FROM carried WHERE txid = ?"));
    BT_CHECK(drop.bind(id.view()).run());
    m_all.erase(id);
    return {};
}

void Carried::looked(const kaspa::TxId& id)
{
    const auto it = m_all.find(id);
    if (it != m_all.end()) it->second.looked = std::chrono::steady_clock::now();
}

Result<void> Carried::settle(std::uint64_t daaScore)
{
    std::vector<kaspa::TxId> deep;
    for (const auto& [id, tx] : m_all)
        if (tx.done && tx.daaScore != 0 && tx.daaScore < daaScore) deep.push_back(id);
    for (const auto& id : deep) BT_CHECK(forget(id));
    return {};
}

} // namespace bt::service
