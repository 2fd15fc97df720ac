// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A counterpart that does as it likes: a persona whose insides a test reaches into, on the test's own thread. What it
//! sends goes through the real ratchet, block store and chain, so that only the receiver's checks stand in its way.
#pragma once

#include "adversarial/journey.h"
#include "contract/health_session/messages.h"
#include "contract/health_session/steps.h"
#include "crypto/hash.h"
#include "identity/did_key.h"
#include "ipld/sealed_object.h"
#include "kaspa/transaction_codec.h"
#include "messaging/message.h"
#include "service/booking_terms.h"
#include "service/capsule.h"
#include "service/persona.h"

namespace bt::test {

namespace cs = contract::session;

class Hostile
{
public:
    Hostile(std::shared_ptr<NetworkWorld> world, const QString& folder) : m_world(std::move(world)), m_folder(folder.toStdString()) {}

    [[nodiscard]] Result<void> begin(Role role, const std::string& name)
    {
        vault::VaultOptions options;
        options.folder = m_folder;
        options.argon2 = {64, 1, 1};
        BT_TRY(auto vault, vault::Vault::at(options, m_world->systemClock, m_world->random, nullptr));
        m_vault.emplace(std::move(vault));
        BT_TRY(const auto first, Persona::firstRows({name, role, "DE-BE", false, false}, m_world->network.id));
        BT_CHECK(m_vault->create(words("no good can come of it"), false, first));
        m_listings = std::make_unique<ListingBook>(*m_world->node, *m_world->blocks, m_world->clock());
        const service::World ports{*m_world->node, m_world->practice, *m_world->blocks, m_world->clock(), m_world->random};
        BT_TRY(m_persona, Persona::open(ports, *m_vault, *m_listings, m_world->network));
        BT_CHECK(m_persona->round());
        return {};
    }
    [[nodiscard]] Persona& self() { return *m_persona; }
    [[nodiscard]] Context& c() { return m_persona->context(); }
    [[nodiscard]] ListingBook& listings() { return *m_listings; }
    void round()
    {
        (void)m_listings->refresh(Deadline{}).has_value();
        (void)m_persona->round().has_value();
    }
    //! Lives on until the condition holds.
    [[nodiscard]] bool until(const std::function<bool()>& condition, int ms = 30'000)
    {
        return QTest::qWaitFor(
            [&] {
                round();
                return condition();
            },
            ms);
    }
    [[nodiscard]] const Visit* visit(const std::string& id) { return c().visits.find(id); }
    [[nodiscard]] std::uint64_t free()
    {
        const auto balance = c().wallet.balance();
        return balance ? balance->confirmed.value + balance->pending.value : 0;
    }

    //! Hands a payment over at once, waiting for own change if need be.
    [[nodiscard]] Result<kaspa::TxId> pay(ledger::BuildRequest request)
    {
        Result<Signed> made = fail("test.never");
        const bool built = until([&] {
            made = c().payments.pay(request, "hostile");
            return made.has_value() || made.error().code != "ledger.not_enough";
        });
        if (!built || !made) return tl::unexpected(made.error());
        BT_CHECK(c().wallet.notePending(made->tx, "hostile"));
        BT_CHECK(c().world.node.submit(made->tx, Deadline{}));
        return made->id;
    }
    //! A transaction with any payload.
    [[nodiscard]] Result<void> announce(Bytes payload)
    {
        ledger::BuildRequest request;
        request.payload = std::move(payload);
        BT_CHECK(pay(std::move(request)));
        return {};
    }
    //! The payload that points the reader of `inbox` to a block.
    [[nodiscard]] Result<Bytes> pointing(const crypto::X25519Public& inbox, const Hash256& digest, const Secret& key)
    {
        BT_TRY(auto payload, messaging::sealPointer(inbox, messaging::Pointer{digest, key.clone()}, m_world->random));
        append(payload, m_world->random.bytes(messaging::kPointerBytes));
        return payload;
    }
    //! Puts a block where all can get it.
    [[nodiscard]] Result<Hash256> put(ByteView block)
    {
        const auto cid = ipld::cidOfRaw(block);
        BT_CHECK(m_world->blocks->put(cid, block, Deadline{}));
        return cid.digest;
    }
    //! Any content through the ratchet of a thread, as the block that would carry it.
    [[nodiscard]] Result<ipld::SealedObject> sealContent(const std::string& thread, ByteView content)
    {
        BT_TRY(auto row, c().db.prepare("SELECT ratchet FROM threads WHERE id = ?"));
        BT_TRY(const bool there, row.bind(thread).step());
        if (!there) return fail("test.no_thread");
        const auto raw = row.blob(0);
        row.reset();
        BT_TRY(auto session, messaging::Session::importState(raw));
        BT_TRY(const auto sealed, session.seal(content, m_world->random));
        const auto state = session.exportState();
        BT_TRY(auto keep, c().db.prepare("UPDATE threads SET ratchet = ? WHERE id = ?"));
        BT_CHECK(keep.bind(state.view()).bind(thread).run());
        BT_CHECK(c().postbox.reload());
        return ipld::seal(sealed.envelope, m_world->random);
    }
    //! Content to the other side of a thread, whatever it is.
    [[nodiscard]] Result<void> sendContent(const std::string& thread, ByteView content)
    {
        BT_TRY(const auto object, sealContent(thread, content));
        BT_TRY(const auto digest, put(object.block));
        BT_TRY(auto payload, pointing(c().postbox.find(thread)->inbox, digest, object.contentKey));
        return announce(std::move(payload));
    }
    //! A well-formed message whose body says what it likes.
    [[nodiscard]] Result<void> sendBody(const std::string& thread, Json body)
    {
        const auto message = messaging::makeMessage(messaging::Kind::System, std::move(body), c().now(), m_world->random);
        BT_TRY(const auto content, messaging::encodeMessage(message));
        return sendContent(thread, content);
    }
    //! Any letter, by the ordinary way.
    [[nodiscard]] Result<void> sendLetter(const std::string& thread, const Letter& letter)
    {
        return c().atomically([&] { return m_persona->letters().post(thread, letter, 0); });
    }
    [[nodiscard]] Result<void> sendText(const std::string& thread, const std::string& text)
    {
        return m_persona->letters().sendText(thread, text);
    }

    //! How a booking departs from what was offered.
    struct Bend {
        std::function<void(cs::Terms&)> terms;
        std::optional<Sompi> price, bond, pays; //!< `pays`: into the escrow, instead of price and deposit
        std::function<void(BookingLetter&)> letter;
    };
    //! Funds and sends a booking in the thread, bent. \returns the visit's id.
    [[nodiscard]] Result<std::string> book(const std::string& thread, const std::string& therapist, Millis start, const Bend& bend)
    {
        const auto* listing = m_listings->find(therapist);
        if (listing == nullptr) return fail("test.no_listing");
        BT_TRY(auto terms, termsFor(*listing, start, c().now(), m_world->random));
        if (bend.terms) bend.terms(terms);
        const auto price = bend.price.value_or(listing->price), bond = bend.bond.value_or(listing->policy.bond);
        BT_TRY(const auto listed, crypto::XOnlyKey::from(listing->visitKey.view()));
        BT_TRY(const auto derived, cs::deriveVisitKey(listed, m_world->random));
        BT_TRY(const auto key, c().wallet.fresh("hostile"));
        BT_TRY(const auto parts, cs::partHashes(terms));
        const cs::State state{cs::Phase::Requested, key.key, derived.key, price, bond, cs::termsHash(parts)};
        BT_TRY(auto booking, cs::book(state, kaspa::Outpoint{}));
        BookingLetter letter{
            hexOf(ByteView(m_world->random.bytes(16))), "Noor", "Europe/Berlin", key.key, derived.hint, terms, price, bond, "note"};
        if (bend.letter) bend.letter(letter);
        Json body = writeLetter(letter);
        body["what"] = std::string(kindOf(letter));
        const auto message = messaging::makeMessage(messaging::Kind::BookingRequest, std::move(body), c().now(), m_world->random);
        BT_TRY(const auto content, messaging::encodeMessage(message));
        BT_TRY(const auto object, sealContent(thread, content));
        BT_TRY(const auto digest, put(object.block));
        ledger::BuildRequest request;
        request.outputs = {booking.output};
        request.outputs.front().covenant.reset();
        if (bend.pays) request.outputs.front().value = *bend.pays;
        request.geneses = {{0, {0}}};
        BT_TRY(request.payload, pointing(c().postbox.find(thread)->inbox, digest, object.contentKey));
        BT_CHECK(pay(std::move(request)));
        return letter.visitId;
    }
    [[nodiscard]] Result<crypto::SchnorrSigner> signerOf(const Visit& visit)
    {
        BT_TRY(const auto secret, c().wallet.secret(visit.myKey));
        return crypto::SchnorrSigner::from(secret.view());
    }
    [[nodiscard]] Random& random() { return m_world->random; }

private:
    std::shared_ptr<NetworkWorld> m_world;
    std::string m_folder;
    std::optional<vault::Vault> m_vault;
    std::unique_ptr<ListingBook> m_listings;
    std::unique_ptr<Persona> m_persona; // dies first
};

//! The parts of a snapshot that no garbage may change.
inline QString visitsOf(const Snapshot& s)
{
    QStringList out;
    for (const auto& v : s.visits)
        out << QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                   .arg(QString::fromStdString(v.id))
                   .arg(int(v.phase))
                   .arg(int(v.ending))
                   .arg(int(v.record))
                   .arg(v.joinedByThem)
                   .arg(v.rating)
                   .arg(v.price.value);
    out.sort();
    return out.join(QLatin1Char('\n'));
}

} // namespace bt::test
