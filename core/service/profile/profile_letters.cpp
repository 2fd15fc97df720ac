// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of public profiles, and what people write to one another about them and about guarding them.
#include "identity/did_key.h"
#include "ipld/sealed_object.h"
#include "records/text.h"
#include "service/profile/profile.h"

namespace bt::service {

namespace cp = contract::profile;

namespace {

constexpr std::string_view kCard = "profile_card", kAsk = "guardian_ask", kYes = "guardian_yes", kPlan = "guardian_plan";
constexpr std::size_t kMostKnown = 8; // profiles that one conversation may bring

tl::unexpected<Error> bad(const char* why) { return fail("profile.bad_letter", why); }

//! Who speaks in a conversation says that the anchor is hers: by the key that is in charge of it.
Hash256 boundMessage(const kaspa::CovenantId& id, std::string_view did)
{
    Bytes said = bytesOf(std::string_view("bt/profile-of/v1"));
    append(said, id.view());
    append(said, bytesOf(did));
    return crypto::blake3(said);
}

std::string asked(const std::string& threadId) { return "profile/guardian/" + threadId; }

} // namespace

Result<Profile::Made> Profile::make(const std::vector<ProfileFieldView>& fields, std::int64_t sequence)
{
    Made out;
    records::ProfileDocument document;
    const auto key = signer();
    document.key = identity::didKey(key.open);
    document.name = m_c->persona.name;
    document.salt = m_c->world.random.fixed<decltype(document.salt)>();
    document.sequence = sequence;
    document.writtenAt = m_c->now();
    std::vector<records::ProfileField> closed;
    for (const auto& field : fields) (field.contactsOnly ? closed : document.fields).push_back({field.label, field.text});
    if (!closed.empty()) {
        BT_TRY(const auto plain, records::serialiseFields(closed));
        BT_TRY(auto sealed, ipld::seal(plain, m_c->world.random));
        BT_CHECK(m_c->blocks.keep(sealed.cid, sealed.block));
        document.sealedCid = sealed.cid.text();
        out.sealedCid = document.sealedCid;
        out.audienceKey = std::make_shared<const Secret>(std::move(sealed.contentKey));
        out.fields = plain;
    }
    BT_TRY(out.block, records::signProfile(document, key));
    return out;
}

Result<void> Profile::keepMade(const Made& made) { return m_c->blocks.keep(ipld::cidOfRaw(made.block), made.block); }

Result<ProfileShown> Profile::read(const ipld::Cid& cid, const Hash256& document, ByteView key)
{
    ProfileShown out;
    const auto block = m_c->blocks.get(cid, Deadline{});
    if (!block && block.error().code.substr(0, 6) == "store.") return tl::unexpected(block.error());
    if (!block || records::profileHash(*block) != document) return out;
    const auto opened = records::openProfileBlock(*block);
    if (!opened) return out;
    out.readable = true;
    out.name = opened->name;
    out.writtenAt = opened->writtenAt;
    for (const auto& field : opened->fields) out.fields.push_back({field.label, field.text, false});
    if (opened->sealedCid.empty()) return out;
    out.moreForContacts = true;
    const auto sealedCid = ipld::parseCid(std::string_view(opened->sealedCid));
    if (!sealedCid || key.empty()) return out;
    const auto sealed = m_c->blocks.get(*sealedCid, Deadline{});
    const auto plain = sealed ? ipld::open(*sealed, key) : Result<Bytes>(fail("ipld.not_authentic"));
    const auto fields = plain ? records::parseFields(*plain) : Result<std::vector<records::ProfileField>>(fail("record.bad_profile"));
    if (!fields) return out;
    out.moreForContacts = false;
    for (const auto& field : *fields) out.fields.push_back({field.label, field.text, true});
    return out;
}

Result<ProfileShown> Profile::viewAs(const std::string& threadId)
{
    const auto* row = m_store.mine();
    if (row == nullptr || row->block.empty()) return fail("profile.none");
    Bytes key;
    if (!threadId.empty()) {
        // The key is in that person's hands if the letter with it was written.
        BT_TRY(const auto told, m_c->book.get("profile/told/" + threadId));
        if (told && textOf(*told).starts_with(hexOf(records::profileHash(row->block))) && row->audienceKey)
            key = bytesOf(row->audienceKey->view());
    }
    return read(ipld::cidOfRaw(row->block), records::profileHash(row->block), key);
}

std::span<const std::string_view> Profile::letterKinds() const
{
    static constexpr std::string_view kinds[] = {kCard, kAsk, kYes, kPlan};
    return kinds;
}

Result<void> Profile::letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival&)
{
    if (letter.kind == kCard) return onCard(letter.body, arrived);
    if (letter.kind == kAsk) return onAsk(letter.body, arrived);
    if (letter.kind == kYes) return onYes(letter.body, arrived);
    return onPlan(letter.body, arrived);
}

Result<Json> Profile::cardBody(const AnchorRow& row, const std::string& threadId)
{
    const auto* thread = m_c->postbox.find(threadId);
    if (thread == nullptr) return fail("message.no_conversation");
    BT_TRY(const auto card, writeCard(row.card));
    BT_TRY(const auto id, cp::idOf(row.card.birth));
    BT_TRY(const auto secret, secretOf(row.card.state.controller.view()));
    BT_TRY(const auto signer, crypto::SchnorrSigner::from(secret.view()));
    const auto did = identity::didKey(m_c->postbox.keysOf(*thread).identity.open);
    const auto bound = signer.sign(boundMessage(id, did), m_c->world.random.fixed<Hash256>());
    return Json{{"card", textOf(card)}, {"bound", hexOf(bound)}};
}

//! The new edition to everyone one talks with, once each; plans to guardians.
Result<bool> Profile::tellContacts(const AnchorRow& row)
{
    if (!row.live() || !row.pendingStep.empty() || row.card.state.pending || row.block.empty()) return false;
    const auto document = hexOf(records::profileHash(row.block));
    if (document != hexOf(row.card.state.document)) return false;
    // With every step: a card that a later step overtook on its way is worth nothing to whoever did not know her yet.
    const auto now = document + ":" + std::to_string(row.card.state.sequence);
    bool any = false;
    std::vector<std::string> threads;
    for (const auto& [id, thread] : m_c->postbox.threads()) threads.push_back(id);
    for (const auto& thread : threads) {
        BT_TRY(const auto told, m_c->book.get("profile/told/" + thread));
        if (!told || textOf(*told) != now) {
            BT_CHECK(m_c->atomically([&]() -> Result<void> {
                BT_TRY(auto body, cardBody(row, thread));
                if (row.audienceKey) body["key"] = hexOf(row.audienceKey->view());
                BT_CHECK(m_c->book.put("profile/told/" + thread, viewOf(now)));
                return m_p.letters.post(thread, FeatureLetter{std::string(kCard), std::move(body)}, 0);
            }));
            any = true;
        }
        if (!row.guardians) continue;
        const auto secret = m_c->book.get(asked(thread));
        if (!secret || !*secret ||
            !std::ranges::any_of(row.guardians->keys, [&](const auto& key) { return hexOf(key) == textOf(**secret); }))
            continue;
        const auto plan = hexOf(row.card.state.guardians) + ":" + std::to_string(row.card.state.sequence);
        BT_TRY(const auto sent, m_c->book.get("profile/plan/" + thread));
        if (sent && textOf(*sent) == plan) continue;
        BT_CHECK(m_c->atomically([&]() -> Result<void> {
            BT_TRY(auto body, cardBody(row, thread));
            BT_TRY(const auto packed, cp::packGuardians(*row.guardians));
            body["plan"] = hexOf(ByteView(packed));
            BT_CHECK(m_c->book.put("profile/plan/" + thread, viewOf(plan)));
            return m_p.letters.post(thread, FeatureLetter{std::string(kPlan), std::move(body)}, 0);
        }));
        any = true;
    }
    return any;
}

Result<Profile::Checked> Profile::check(const Json& body, const Arrived& arrived)
{
    FieldReader f(body);
    const auto text = f.text("card", 8 * 1024);
    const auto bound = f.fixed<crypto::Signature64>("bound");
    if (!f.ok()) return bad("a field");
    Checked out;
    BT_TRY(out.card, readCard(viewOf(text)));
    BT_TRY(out.id, cp::idOf(out.card.birth));
    const Thread thread = *m_c->postbox.find(arrived.threadId);
    if (!crypto::schnorrVerify(out.card.state.controller, boundMessage(out.id, thread.did).view(), bound)) return bad("bound");
    const auto* known = m_store.find(hexOf(out.id));
    if (known != nullptr && known->role == AnchorRole::Mine) return bad("ours");
    if (known != nullptr && known->threadId != thread.id) return bad("somebody else's");
    if (known != nullptr) return out; // followed on the chain since: what it says is held against that
    if (std::ranges::count_if(m_store.all(), [&](const auto& one) { return one.second.threadId == thread.id; }) >=
        static_cast<std::ptrdiff_t>(kMostKnown))
        return bad("too many");
    BT_TRY(const auto output, cp::utxoOf(anchorOf(out.card, out.id)));
    BT_TRY(const auto there, m_c->world.node.utxoOf(out.card.outpoint, output.spk, Deadline{}));
    if (!there || there->covenant != std::optional(out.id) || there->amount != out.card.birth.value) return bad("not on the chain");
    out.card.daaScore = there->daaScore;
    return out;
}

//! The row of a card that was checked: known already, or new.
AnchorRow Profile::rowOf(const Checked& checked, const std::string& threadId) const
{
    const auto id = hexOf(checked.id);
    if (const auto* known = m_store.find(id)) return *known;
    AnchorRow row;
    row.id = id;
    row.threadId = threadId;
    row.card = checked.card;
    row.born = true;
    return row;
}

Result<void> Profile::onCard(const Json& body, const Arrived& arrived)
{
    BT_TRY(const auto checked, check(body, arrived));
    auto row = rowOf(checked, arrived.threadId);
    row.card.document = checked.card.document;
    FieldReader f(body);
    row.audienceKey.reset();
    if (f.has("key")) {
        const auto key = f.bytes("key", 32);
        if (!f.ok() || key.size() != 32) return bad("key");
        row.audienceKey = std::make_shared<const Secret>(Secret::copyOf(key));
    }
    return m_store.save(row);
}

Result<void> Profile::askGuardian(const std::string& threadId)
{
    BT_TRY(const auto row, ownLive());
    if (m_c->postbox.find(threadId) == nullptr) return fail("message.no_conversation");
    BT_TRY(const auto known, m_c->book.get(asked(threadId)));
    if (known && !known->empty()) return {};
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_c->book.put(asked(threadId), viewOf(std::string_view("asked"))));
        BT_TRY(auto body, cardBody(row, threadId));
        return m_p.letters.post(threadId, FeatureLetter{std::string(kAsk), std::move(body)}, 0);
    });
}

Result<void> Profile::onAsk(const Json& body, const Arrived& arrived)
{
    BT_TRY(const auto checked, check(body, arrived));
    auto row = rowOf(checked, arrived.threadId);
    row.role = AnchorRole::Guarded;
    return m_store.save(row);
}

Result<void> Profile::answerGuardian(const std::string& anchorId, bool yes)
{
    const auto* row = m_store.find(anchorId);
    if (row == nullptr || row->role != AnchorRole::Guarded || row->answered) return fail("profile.nothing_asked");
    return m_c->atomically([&]() -> Result<void> {
        AnchorRow next = *row;
        if (!yes) {
            next.role = AnchorRole::Known;
            return m_store.save(next);
        }
        next.answered = true;
        BT_TRY(next.guardKey, crypto::secpXOnly(guardKey(next.threadId).view()));
        BT_CHECK(m_store.save(next));
        return m_p.letters.post(next.threadId, FeatureLetter{std::string(kYes), Json{{"anchor", next.id}, {"key", hexOf(*next.guardKey)}}},
                                0);
    });
}

Result<void> Profile::onYes(const Json& body, const Arrived& arrived)
{
    FieldReader f(body);
    const auto anchor = f.text("anchor", 64);
    const auto key = f.fixed<cp::XOnlyKey>("key");
    if (!f.ok() || !crypto::secpOnCurve(key)) return bad("key");
    const auto* row = m_store.mine();
    BT_TRY(const auto known, m_c->book.get(asked(arrived.threadId)));
    if (row == nullptr || row->id != anchor || !known || textOf(*known) != "asked") return {}; // nobody asked, or answered before
    return m_c->book.put(asked(arrived.threadId), viewOf(hexOf(key)));
}

Result<void> Profile::setGuardians(const std::vector<std::string>& threadIds, int needed, std::int64_t delayMs)
{
    BT_TRY(auto row, ownLive());
    cp::Guardians plan;
    plan.needed = static_cast<std::uint8_t>(std::clamp(needed, 0, 255));
    const auto delay = delayMs / 1000 * static_cast<std::int64_t>(m_c->wallet.network().daaPerSecond);
    if (delay < 0 || delay > cp::kMaxRecoveryDelay) return fail("profile.bad_guardians", {"delay"}, {});
    plan.delay = static_cast<std::uint32_t>(delay);
    for (const auto& thread : threadIds) {
        BT_TRY(const auto known, m_c->book.get(asked(thread)));
        if (!known || known->size() != 64) return fail("profile.bad_guardians", {"keys"}, "one has not agreed");
        BT_TRY(const auto raw, codec::hexDecode(textOf(*known)));
        BT_TRY(const auto key, cp::XOnlyKey::from(raw));
        plan.keys.push_back(key);
    }
    plan.salt = m_c->world.random.fixed<decltype(plan.salt)>();
    BT_CHECK(cp::checkGuardians(plan));
    row.planned = plan;
    return m_c->atomically([&] { return post(row, "rotate", Json::object()); });
}

Result<void> Profile::onPlan(const Json& body, const Arrived& arrived)
{
    BT_TRY(const auto checked, check(body, arrived));
    FieldReader f(body);
    const auto packed = f.bytes("plan", 185);
    if (!f.ok()) return bad("plan");
    BT_TRY(const auto plan, unpackGuardians(packed));
    auto row = rowOf(checked, arrived.threadId);
    BT_TRY(const auto hash, cp::guardiansHash(plan));
    if (hash != row.card.state.guardians) return bad("plan");
    BT_TRY(const auto mine, crypto::secpXOnly(guardKey(arrived.threadId).view()));
    if (!row.answered || std::ranges::find(plan.keys, mine) == plan.keys.end()) return bad("not a guardian");
    row.role = AnchorRole::Guarded;
    row.guardKey = mine;
    row.guardians = plan;
    return m_store.save(row);
}

} // namespace bt::service
