// SPDX-License-Identifier: GPL-3.0-or-later
// What the two sides' apps tell one another about BTAI. A counterpart wrote it: addresses are held to the curve, amounts to
// what there can be, and nothing is paid or marked as paid because a letter says so.
#include "kaspa/address.h"
#include "records/text.h"
#include "service/tokens/tokens.h"

#include <array>

namespace bt::service {
namespace {

namespace ct = contract::token;

constexpr std::array<std::string_view, 4> kKinds{"btai_ask", "btai_address", "btai_request", "btai_decline"};
constexpr std::size_t kOpenRequests = 20;         // of one contact that wait for an answer: more are not shown
constexpr std::int64_t kTellAgain = 10 * kMinute; // an answer costs a fee: nobody makes us send more than one in this time

//! "btai" where an address of KAS says "kaspa".
std::string prefixOf(const ledger::NetworkParams& network)
{
    return "btai" + network.addressPrefix.substr(std::string_view("kaspa").size());
}

Result<void> badLetter() { return fail("message.bad_letter"); }

} // namespace

std::string tokenAddress(const ledger::NetworkParams& network, const crypto::XOnlyKey& owner)
{
    return kaspa::encodeAddress({prefixOf(network), kaspa::AddressKind::PubKey, bytesOf(owner.view())});
}

Result<crypto::XOnlyKey> readTokenAddress(const ledger::NetworkParams& network, std::string_view text)
{
    BT_TRY(const auto raw, kaspa::decodeRawAddress(text));
    if (raw.prefix.starts_with("kaspa")) return fail("token.bad_address", {"kas"}, "an address of KAS");
    if (raw.prefix != prefixOf(network)) return fail("token.bad_address", {"network"}, "an address of another network");
    const auto key = crypto::XOnlyKey::from(raw.payload);
    if (raw.version != static_cast<std::uint8_t>(kaspa::AddressKind::PubKey) || !key || !crypto::secpOnCurve(*key))
        return fail("token.bad_address", {"key"}, "no key");
    return *key;
}

std::span<const std::string_view> Tokens::letterKinds() const { return kKinds; }

//! Tells where this side takes BTAI of that contact; "btai_ask" wants the same in return.
Result<void> Tokens::ask(const std::string& threadId, std::string_view kind)
{
    BT_TRY(const auto key, m_wallet.keyFor("thread/" + threadId));
    const auto borrow = m_wallet.borrowSecret(key.index);
    return m_parts.letters.post(threadId,
                                FeatureLetter{std::string(kind), Json{{"owner", hexOf(key.key)}, {"borrow", hexOf(borrow.view())}}}, 0);
}

Result<void> Tokens::letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival)
{
    if (m_wallet.token() == nullptr) return {};
    if (letter.kind == "btai_ask" || letter.kind == "btai_address") return addressLetter(letter, arrived);
    if (letter.kind == "btai_request") return requestLetter(letter, arrived, arrival);
    FieldReader f(letter.body);
    BT_TRY(auto request, m_book.request(f.text("id", 32)));
    if (!f.ok()) return badLetter();
    // Only whom it was sent to may decline it, and what is paid stays paid.
    if (!request || !request->mine || request->thread != arrived.threadId || !request->paidBy.empty()) return {};
    request->declined = true;
    return m_book.put(*request);
}

Result<void> Tokens::addressLetter(const FeatureLetter& letter, const Arrived& arrived)
{
    FieldReader f(letter.body);
    const auto owner = f.fixed<crypto::XOnlyKey>("owner");
    const auto borrow = Secret::copyOf(f.bytes("borrow", 32));
    if (!f.ok() || borrow.size() != 32 || !crypto::secpOnCurve(owner) || !crypto::secpValid(borrow.view())) return badLetter();
    if (m_wallet.indexOf(*Hash256::from(owner.view()))) return badLetter(); // ours: nobody else may say so
    BT_CHECK(m_wallet.keepPeer(arrived.threadId, owner, borrow));
    if (letter.kind != "btai_ask") return {};
    const std::string told = "tokens/told/" + arrived.threadId;
    BT_TRY(const auto last, m_c->book.get(told));
    if (last && m_c->now().minus({std::strtoll(textOf(*last).c_str(), nullptr, 10)}) < kTellAgain) return {};
    BT_CHECK(m_c->book.put(told, bytesOf(std::to_string(m_c->now().value))));
    return ask(arrived.threadId, "btai_address");
}

Result<void> Tokens::requestLetter(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival)
{
    FieldReader f(letter.body);
    TokenRequest request;
    request.id = f.text("id", 32);
    const auto units = codec::amountField(letter.body, "units");
    const auto owner = f.fixed<crypto::XOnlyKey>("owner");
    const auto note = records::plainLine(f.text("note", kNoteBytes), kNoteBytes);
    const auto id = codec::hexDecode(request.id);
    if (!f.ok() || !units || *units == 0 || *units > ct::kMaxUnits || !note || !id || id->size() != 16 || !crypto::secpOnCurve(owner))
        return badLetter();
    request.owner = *Hash256::from(owner.view());
    if (m_wallet.indexOf(request.owner)) return badLetter();
    BT_TRY(const auto known, m_book.request(request.id));
    BT_TRY(const auto same, m_book.requestOf(request.owner));
    BT_TRY(const auto open, m_book.openFrom(arrived.threadId));
    if (known || same || open >= kOpenRequests) return {};
    request.thread = arrived.threadId;
    request.units = *units;
    request.note = *note;
    request.at = arrival.at;
    BT_CHECK(m_book.put(request));
    MessageView card;
    card.threadId = arrived.threadId;
    card.kind = MessageKind::PayRequest;
    card.text = request.note;
    card.visitId = request.id;
    card.at = arrival.at;
    BT_TRY(const auto row, m_c->postbox.add(card));
    (void)row;
    return {};
}

} // namespace bt::service
