// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/profile/anchor_rows.h"

#include "service/json_fields.h"

namespace bt::service {

namespace cp = contract::profile;

namespace {

constexpr std::size_t kCardBytes = 8 * 1024;

Json outpointJson(const kaspa::Outpoint& o) { return Json{{"id", hexOf(o.id)}, {"index", o.index}}; }
kaspa::Outpoint readOutpoint(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    kaspa::Outpoint o;
    o.id = f.fixed<kaspa::TxId>("id");
    const auto index = f.integer("index");
    if (index < 0 || index > 0xffffffffLL) f.fail();
    else o.index = static_cast<std::uint32_t>(index);
    if (!f.ok()) outer.fail();
    return o;
}

Json stateJson(const cp::AnchorState& s)
{
    Json json{{"controller", hexOf(s.controller)}, {"next", hexOf(s.next)},           {"document", hexOf(s.document)},
              {"consents", hexOf(s.consents)},     {"guardians", hexOf(s.guardians)}, {"sequence", s.sequence}};
    if (s.pending) json["pending"] = hexOf(*s.pending);
    return json;
}
cp::AnchorState readState(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    cp::AnchorState s;
    s.controller = f.fixed<cp::XOnlyKey>("controller");
    s.next = f.fixed<Hash256>("next");
    s.document = f.fixed<Hash256>("document");
    s.consents = f.fixed<Hash256>("consents");
    s.guardians = f.fixed<Hash256>("guardians");
    s.sequence = f.integer("sequence");
    if (s.sequence < 0) f.fail();
    if (f.has("pending")) s.pending = f.fixed<cp::XOnlyKey>("pending");
    if (!f.ok()) outer.fail();
    return s;
}

Json cardJson(const AnchorCard& c)
{
    return Json{{"birth",
                 {{"program", hexOf(c.birth.program)},
                  {"authorising", outpointJson(c.birth.authorising)},
                  {"index", c.birth.index},
                  {"value", amountText(c.birth.value)},
                  {"state", stateJson(c.birth.state)}}},
                {"state", stateJson(c.state)},
                {"outpoint", outpointJson(c.outpoint)},
                {"document", c.document.text()}};
}
AnchorCard readCardJson(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    AnchorCard c;
    FieldReader b(f.object("birth"));
    c.birth.program = b.fixed<Hash256>("program");
    c.birth.authorising = readOutpoint(b.object("authorising"), b);
    const auto index = b.integer("index");
    if (index < 0 || index > 1000) b.fail();
    else c.birth.index = static_cast<std::uint32_t>(index);
    c.birth.value = b.amount("value");
    c.birth.state = readState(b.object("state"), b);
    c.state = readState(f.object("state"), f);
    c.outpoint = readOutpoint(f.object("outpoint"), f);
    const auto cid = ipld::parseCid(std::string_view(f.text("document", 128)));
    if (!cid || !b.ok() || !f.ok()) outer.fail();
    else c.document = *cid;
    return c;
}

const char* kRoles[] = {"mine", "guarded", "known"};

} // namespace

Result<Bytes> writeCard(const AnchorCard& card)
{
    BT_TRY(const auto text, codec::canonicalJson(cardJson(card)));
    return bytesOf(text);
}

Result<AnchorCard> readCard(ByteView bytes)
{
    if (bytes.size() > kCardBytes) return fail("profile.bad_card", "size");
    const auto json = codec::parseJson(textOf(bytes));
    if (!json) return fail("profile.bad_card", "form");
    static const Json none = Json::object();
    FieldReader f(none);
    auto card = readCardJson(*json, f);
    if (!f.ok()) return fail("profile.bad_card", "a field");
    BT_TRY(const auto again, writeCard(card));
    if (!equal(again, bytes)) return fail("profile.bad_card", "not the canonical form");
    return card;
}

cp::Anchor anchorOf(const AnchorCard& card, const kaspa::CovenantId& id)
{
    return {card.birth.program, id, card.outpoint, card.birth.value, card.state, card.daaScore};
}

Bytes encodeAnchorRow(const AnchorRow& r)
{
    Json events = Json::array();
    for (const auto& e : r.events)
        events.push_back({{"step", e.step}, {"txid", e.txid}, {"at", e.at.value}, {"daa", std::to_string(e.daaScore)}});
    Json json{{"id", r.id},
              {"role", kRoles[static_cast<int>(r.role)]},
              {"thread", r.threadId},
              {"card", cardJson(r.card)},
              {"daa", std::to_string(r.card.daaScore)},
              {"born", r.born},
              {"ended", r.ended},
              {"birthTxid", r.birthTxid},
              {"keyIndex", r.keyIndex},
              {"rescued", r.rescued},
              {"pendingStep", r.pendingStep},
              {"block", hexOf(ByteView(r.block))},
              {"sealed", r.sealedCid},
              {"fields", hexOf(ByteView(r.fields))},
              {"answered", r.answered},
              {"events", events}};
    if (r.guardians) json["guardians"] = hexOf(ByteView(cp::packGuardians(*r.guardians).value_or(Bytes{})));
    if (r.planned) json["planned"] = hexOf(ByteView(cp::packGuardians(*r.planned).value_or(Bytes{})));
    if (r.guardKey) json["guardKey"] = hexOf(*r.guardKey);
    if (r.audienceKey) json["audienceKey"] = hexOf(r.audienceKey->view());
    return bytesOf(json.dump());
}

Result<cp::Guardians> unpackGuardians(ByteView packed)
{
    if (packed.size() != 185) return fail("profile.bad_guardians", {"size"}, {});
    cp::Guardians g;
    g.needed = packed[0];
    std::uint64_t delay = 0;
    for (int i = 0; i < 8; ++i) delay |= std::uint64_t{packed[1 + static_cast<std::size_t>(i)]} << (8 * i);
    if (delay > cp::kMaxRecoveryDelay) return fail("profile.bad_guardians", {"delay"}, {});
    g.delay = static_cast<std::uint32_t>(delay);
    for (std::size_t i = 0; i < cp::kMaxGuardians; ++i) {
        BT_TRY(const auto key, cp::XOnlyKey::from(packed.subspan(9 + 32 * i, 32)));
        if (key == cp::XOnlyKey{}) break;
        g.keys.push_back(key);
    }
    BT_TRY(g.salt, decltype(g.salt)::from(packed.subspan(169, 16)));
    BT_CHECK(cp::checkGuardians(g));
    BT_TRY(const auto again, cp::packGuardians(g));
    if (!equal(again, packed)) return fail("profile.bad_guardians", {"form"}, {});
    return g;
}

Result<AnchorRow> decodeAnchorRow(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    AnchorRow r;
    r.id = f.text("id", 64);
    const auto role = f.text("role", 16);
    r.role = role == kRoles[0] ? AnchorRole::Mine : role == kRoles[1] ? AnchorRole::Guarded : AnchorRole::Known;
    r.threadId = f.text("thread", 64);
    r.card = readCardJson(f.object("card"), f);
    r.card.daaScore = std::strtoull(f.text("daa", 20).c_str(), nullptr, 10);
    r.born = f.flag("born");
    r.ended = f.flag("ended");
    r.birthTxid = f.text("birthTxid", 64);
    r.keyIndex = f.small("keyIndex", 0, 1 << 20);
    r.rescued = f.flag("rescued");
    r.pendingStep = f.text("pendingStep", 16);
    r.block = f.bytes("block");
    r.sealedCid = f.text("sealed", 128);
    r.fields = f.bytes("fields");
    r.answered = f.flag("answered");
    for (const auto& item : f.array("events")) {
        FieldReader e(item);
        r.events.push_back({e.text("step", 16), e.text("txid", 64), e.time("at"), std::strtoull(e.text("daa", 20).c_str(), nullptr, 10)});
        if (!e.ok()) f.fail();
    }
    if (f.has("guardians")) {
        BT_TRY(r.guardians, unpackGuardians(f.bytes("guardians", 185)));
    }
    if (f.has("planned")) {
        BT_TRY(r.planned, unpackGuardians(f.bytes("planned", 185)));
    }
    if (f.has("guardKey")) r.guardKey = f.fixed<cp::XOnlyKey>("guardKey");
    if (f.has("audienceKey")) r.audienceKey = std::make_shared<const Secret>(Secret::copyOf(f.bytes("audienceKey", 32)));
    if (!f.ok()) return fail("service.bad_row", "anchor");
    return r;
}

Result<AnchorStore> AnchorStore::open(store::Database& db)
{
    BT_CHECK(db.migrate("profiles", {"CREATE TABLE anchors (id TEXT PRIMARY KEY, row BLOB NOT NULL) WITHOUT ROWID;"}));
    AnchorStore out(db);
    BT_CHECK(out.reload());
    return out;
}

Result<void> AnchorStore::reload()
{
    m_all.clear();
    BT_TRY(auto rows, m_db->prepare("SELECT row FROM anchors"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return {};
        BT_TRY(const auto row, decodeAnchorRow(rows.blob(0)));
        m_all.insert_or_assign(row.id, row);
    }
}

const AnchorRow* AnchorStore::find(const std::string& id) const
{
    const auto it = m_all.find(id);
    return it == m_all.end() ? nullptr : &it->second;
}

const AnchorRow* AnchorStore::mine() const
{
    const AnchorRow* ended = nullptr;
    for (const auto& [id, row] : m_all) {
        if (row.role != AnchorRole::Mine) continue;
        if (!row.ended) return &row;
        ended = &row;
    }
    return ended;
}

const AnchorRow* AnchorStore::at(const kaspa::Outpoint& outpoint) const
{
    for (const auto& [id, row] : m_all)
        if (row.born && row.card.outpoint == outpoint) return &row;
    return nullptr;
}

Result<void> AnchorStore::save(const AnchorRow& row)
{
    BT_TRY(auto insert, m_db->prepare("INSERT OR REPLACE INTO anchors (id, row) VALUES (?, ?)"));
    BT_CHECK(insert.bind(row.id).bind(encodeAnchorRow(row)).run());
    m_all.insert_or_assign(row.id, row);
    return {};
}

Result<void> AnchorStore::drop(const std::string& id)
{
    BT_TRY(auto gone, m_db->prepare("DELETE FROM anchors WHERE id = ?"));
    BT_CHECK(gone.bind(id).run());
    m_all.erase(id);
    return {};
}

} // namespace bt::service
