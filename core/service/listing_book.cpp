// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/listing_book.h"

#include "crypto/hash.h"
#include "messaging/pointer.h"
#include "service/access/policy.h"
#include "service/access/professional.h"
#include "service/json_fields.h"

namespace bt::service {
namespace {

constexpr int kTries = 2000; // of a block that nobody has: then the announcement is forgotten

} // namespace

void ListingBook::look(const Hash256& digest, const Deadline& deadline)
{
    auto block = m_blocks->get({ipld::Codec::Raw, digest}, deadline);
    if (!block) {
        if (++m_wanted[digest] > kTries) m_wanted.erase(digest);
        return;
    }
    m_wanted.erase(digest);
    const auto listing = records::openListing(*block);
    if (!listing) return; // anyone can announce anything: what does not verify is not shown
    const auto known = m_listings.find(listing->did);
    if (known != m_listings.end() && known->second.sequence >= listing->sequence) return;
    m_listings.insert_or_assign(listing->did, *listing);
    // Only who holds a licence makes this computer read for her.
    if (listing->reputation && access::mayPractise(licenceOf(*listing))) m_reputations.want(*listing->reputation);
    m_changed = true;
}

Result<bool> ListingBook::refresh(const Deadline& deadline)
{
    m_changed = false;
    const auto wanted = m_wanted;
    for (const auto& [digest, tries] : wanted) look(digest, deadline);
    for (;;) {
        auto page = m_node->chain(m_cursor, deadline);
        if (!page && page.error().code == "node.unknown_block") { // the chain was begun anew
            forget();
            m_changed = true;
            page = m_node->chain(m_cursor, deadline);
        }
        if (!page) return tl::unexpected(std::move(page).error());
        for (const auto& gone : page->removed) m_changed = m_reputations.takenBack(gone) || m_changed;
        for (const auto& block : page->added) {
            m_changed = m_reputations.added(block) || m_changed;
            for (const auto& accepted : block.txs)
                if (const auto announced = messaging::parseAnnouncement(accepted.tx.payload);
                    announced && announced->kind == messaging::Announcement::Kind::Listing)
                    look(announced->digest, deadline);
        }
        m_cursor = page->cursor;
        if (page->more) continue;
        BT_TRY(const bool read, m_reputations.read(*m_node, m_cursor, deadline));
        return m_changed || read;
    }
}

LicenceView ListingBook::licenceOf(const records::Listing& listing) const
{
    return access::professionalStanding({listing.did, listing.licence}, m_clock->now());
}

const records::Listing* ListingBook::find(const std::string& did) const
{
    const auto it = m_listings.find(did);
    return it == m_listings.end() ? nullptr : &it->second;
}

const records::Listing* ListingBook::bookable(const std::string& did) const
{
    const auto* listing = find(did);
    if (listing == nullptr) return nullptr;
    const auto may = access::AccessPolicy::judge(access::Use::Offer, access::Actor::Therapist, [&](access::Proof proof) {
        return proof == access::Proof::Licence && access::mayPractise(licenceOf(*listing));
    });
    return may ? listing : nullptr;
}

std::vector<TherapistView> ListingBook::views(Millis now) const
{
    std::vector<TherapistView> out;
    for (const auto& [did, l] : m_listings) {
        TherapistView t;
        t.id = did;
        t.name = l.name;
        t.about = l.about;
        t.topics = l.topics;
        t.languages = l.languages;
        t.zone = l.zone;
        t.price = l.price;
        t.inTokens = l.inTokens();
        t.durationMinutes = l.durationMinutes;
        t.policy = {l.policy.answerWithinMs, l.policy.freeBeforeMs, l.policy.lateShareBps, l.policy.bond};
        t.licence = licenceOf(l);
        t.avatarSeed = hexOf(crypto::blake2b(viewOf(did))).substr(0, 16);
        t.listedAt = l.issuedAt;
        if (access::mayPractise(t.licence)) // no licence, no booking
            for (const auto start : l.openTimes)
                if (start.minus(now) >= 10 * kMinute) t.openTimes.push_back(start);
        out.push_back(std::move(t));
    }
    std::ranges::stable_sort(out, [](const TherapistView& a, const TherapistView& b) {
        return access::mayPractise(a.licence) > access::mayPractise(b.licence);
    });
    return out;
}

std::shared_ptr<const RatingsView> ListingBook::ratings(const RatingAsset& asset) const
{
    auto out = std::make_shared<RatingsView>();
    for (const auto& [did, listing] : m_listings)
        if (listing.reputation && access::mayPractise(licenceOf(listing)))
            out->therapists.emplace(did, m_reputations.view(*listing.reputation, weighs(*listing.reputation, asset)));
    return out;
}

void ListingBook::forget()
{
    m_reputations.forget();
    m_cursor = {};
    m_listings.clear();
    m_wanted.clear();
}

} // namespace bt::service
