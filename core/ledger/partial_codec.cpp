// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes and texts of a partially signed transaction. Layout: "btsign" | version[1] | network | kind | facts | transaction |
// calls (slots of each) | signers | signatures; texts have one byte of length, facts' values and the transaction four.
#include "kaspa/transaction_codec.h"
#include "ledger/partial_signing.h"
#include "ledger/parts.h"

namespace bt::ledger {

using namespace kaspa;
using crypto::XOnlyKey;

namespace {

constexpr std::string_view kMagic = "btsign";
constexpr std::uint8_t kVersion = 1;
constexpr std::string_view kTitle = "BetterTherapy signing 1";
constexpr std::string_view kTag = "BTSIGN1";

void putText(Bytes& to, std::string_view text)
{
    to.push_back(static_cast<std::uint8_t>(text.size()));
    append(to, viewOf(text));
}
void putBlock(Bytes& to, ByteView bytes)
{
    appendLe(to, static_cast<std::uint32_t>(bytes.size()));
    append(to, bytes);
}

//! Takes fields from the front; after the first that is not there every answer is empty and `bad` stays set.
struct Reader {
    ByteView left;
    bool bad = false;

    ByteView raw(std::size_t size)
    {
        if (bad || left.size() < size) {
            bad = true;
            return {};
        }
        const ByteView part = left.first(size);
        left = left.subspan(size);
        return part;
    }
    template <typename T> T le()
    {
        const ByteView part = raw(sizeof(T));
        return bad ? T{} : readLe<T>(part);
    }
    template <typename F> F fixed()
    {
        const ByteView part = raw(F::size);
        F out;
        if (!bad) std::copy(part.begin(), part.end(), out.bytes.begin());
        return out;
    }
    std::string text() { return textOf(raw(le<std::uint8_t>())); }
    ByteView block() { return raw(le<std::uint32_t>()); }
};

tl::unexpected<Error> unreadable(const char* what) { return fail("partial.unreadable", {std::string(what)}, what); }

Result<SigningSubject> subjectIn(Reader& in)
{
    SigningSubject out;
    out.kind = in.text();
    std::string last;
    for (std::size_t n = in.le<std::uint8_t>(); n > 0 && !in.bad; --n) {
        std::string name = in.text();
        if (!out.facts.empty() && name <= last) return unreadable("facts");
        last = name;
        out.facts.emplace(std::move(name), textOf(in.block()));
    }
    return out;
}

Result<std::vector<contract::SignatureSlot>> slotsIn(Reader& in)
{
    std::vector<contract::SignatureSlot> out;
    for (std::size_t n = in.le<std::uint8_t>(); n > 0 && !in.bad; --n) {
        contract::SignatureSlot slot;
        slot.argument = in.le<std::uint8_t>();
        slot.offset = in.le<std::uint16_t>();
        slot.key = bytesOf(in.raw(XOnlyKey::size));
        out.push_back(std::move(slot));
    }
    if (in.bad || out.size() > kMaxSigners) return unreadable("calls");
    return out;
}

} // namespace

Bytes encodeSigning(const PartialSigning& p)
{
    Bytes out = bytesOf(kMagic);
    out.push_back(kVersion);
    putText(out, p.network);
    putText(out, p.subject.kind);
    out.push_back(static_cast<std::uint8_t>(p.subject.facts.size()));
    for (const auto& [name, value] : p.subject.facts) {
        putText(out, name);
        putBlock(out, viewOf(value));
    }
    // A call travels as the script with zeros for signatures: entry, arguments and code, as the program's encoder writes it.
    Populated tx = p.tx;
    for (std::size_t i = 0; i < p.calls.size() && i < tx.tx.inputs.size(); ++i)
        tx.tx.inputs[i].signatureScript = contract::unsignedScript(p.calls[i]).value_or(Bytes{});
    putBlock(out, encodePopulated(tx));
    out.push_back(static_cast<std::uint8_t>(p.calls.size()));
    for (const auto& call : p.calls) {
        out.push_back(static_cast<std::uint8_t>(call.wanted.size()));
        for (const auto& slot : call.wanted) {
            out.push_back(static_cast<std::uint8_t>(slot.argument));
            appendLe(out, static_cast<std::uint16_t>(slot.offset));
            append(out, slot.key);
        }
    }
    out.push_back(static_cast<std::uint8_t>(p.signers.size()));
    for (const XOnlyKey& key : p.signers) append(out, key.view());
    out.push_back(static_cast<std::uint8_t>(p.given.size()));
    for (const GivenSignature& g : p.given) {
        appendLe(out, g.input);
        append(out, g.key.view());
        append(out, g.signature.view());
    }
    return out;
}

Result<PartialSigning> decodeSigning(ByteView bytes, std::string_view network)
{
    if (bytes.size() > kMaxSigningBytes) return unreadable("size");
    Reader in{bytes};
    if (!equal(in.raw(kMagic.size()), viewOf(kMagic))) return unreadable("magic");
    const auto version = in.le<std::uint8_t>();
    if (in.bad || version == 0) return unreadable("version");
    if (version > kVersion) return fail("partial.newer");
    PartialSigning p;
    p.network = in.text();
    if (in.bad) return unreadable("network");
    BT_TRY(p.subject, subjectIn(in));
    auto tx = decodePopulated(in.block());
    if (in.bad || !tx) return unreadable("transaction");
    p.tx = *std::move(tx);
    const std::size_t calls = in.le<std::uint8_t>();
    if (in.bad || calls > p.tx.tx.inputs.size()) return unreadable("calls");
    for (std::size_t i = 0; i < calls; ++i) {
        BT_TRY(auto slots, slotsIn(in));
        Input& input = p.tx.tx.inputs[i];
        auto call = contract::readUnsigned(input.signatureScript, p.tx.utxos[i], std::move(slots));
        if (!call) return fail("partial.bad_call", {std::to_string(i)}, std::string(call.error().code) + ": " + call.error().detail);
        p.calls.push_back(*std::move(call));
        input.signatureScript.clear();
    }
    for (std::size_t n = in.le<std::uint8_t>(); n > 0 && !in.bad; --n) p.signers.push_back(in.fixed<XOnlyKey>());
    for (std::size_t n = in.le<std::uint8_t>(); n > 0 && !in.bad; --n) {
        GivenSignature g;
        g.input = in.le<std::uint16_t>();
        g.key = in.fixed<XOnlyKey>();
        g.signature = in.fixed<InputSignature>();
        p.given.push_back(g);
    }
    if (in.bad || !in.left.empty()) return unreadable("end");
    if (p.network != network) return fail("partial.other_network", {p.network.substr(0, 40), std::string(network)}, {});
    BT_CHECK(checkSigning(p));
    return p;
}

std::string signingText(const PartialSigning& p) { return toFileText(encodeSigning(p), kTitle); }

Result<PartialSigning> readSigningText(std::string_view text, std::string_view network)
{
    BT_TRY(const Bytes bytes, looksLikeParts(text, kTag) ? fromParts(text, kTag) : fromFileText(text, kTitle));
    return decodeSigning(bytes, network);
}

std::vector<std::string> signingParts(const PartialSigning& p) { return toParts(encodeSigning(p), kTag); }

} // namespace bt::ledger
