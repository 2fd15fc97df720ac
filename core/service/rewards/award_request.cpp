// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/award_request.h"

#include "records/text.h"
#include "service/json_fields.h"

namespace bt::service::rewards {
namespace {

constexpr std::string_view kPrefix = "bt-reward:";
constexpr std::string_view kFormat = "bt-reward-request/1";

tl::unexpected<Error> bad(const char* what) { return fail("reward.bad_request", {what}, {}); }

} // namespace

Hash256 evidenceOf(const AwardRequest& request)
{
    Bytes said = bytesOf("bt/award-evidence/v1");
    append(said, request.salt.view());
    append(said, viewOf(request.text));
    return crypto::blake3(said);
}

Hash256 requestHash(const AwardRequest& request)
{
    Bytes said = bytesOf("bt/award-request/v1");
    append(said, request.pool.view());
    said.push_back(static_cast<std::uint8_t>(request.reason));
    append(said, request.winner.view());
    append(said, evidenceOf(request).view());
    return crypto::blake3(said);
}

Result<std::string> encodeRequest(const AwardRequest& request)
{
    BT_TRY(const auto text, codec::canonicalJson(Json{{"format", std::string(kFormat)},
                                                      {"network", request.network},
                                                      {"pool", hexOf(request.pool)},
                                                      {"reason", std::string(reward::reasonName(request.reason))},
                                                      {"salt", hexOf(request.salt)},
                                                      {"signature", hexOf(request.signature)},
                                                      {"text", request.text},
                                                      {"winner", hexOf(request.winner)}}));
    return std::string(kPrefix) + codec::base64urlEncode(viewOf(text));
}

Result<AwardRequest> decodeRequest(std::string_view code)
{
    while (!code.empty() && (code.back() == '\n' || code.back() == '\r' || code.back() == ' ')) code.remove_suffix(1);
    while (!code.empty() && (code.front() == '\n' || code.front() == ' ')) code.remove_prefix(1);
    if (!code.starts_with(kPrefix) || code.size() > 8'192) return bad("text");
    const auto raw = codec::base64urlDecode(code.substr(kPrefix.size()));
    if (!raw) return bad("text");
    const auto json = codec::parseJson(textOf(*raw));
    if (!json) return bad("text");
    FieldReader f(*json);
    if (f.text("format", 64) != kFormat || !f.ok()) return bad("text");
    AwardRequest out;
    out.network = f.text("network", 32);
    out.pool = f.fixed<kaspa::CovenantId>("pool");
    out.winner = f.fixed<crypto::XOnlyKey>("winner");
    out.salt = f.fixed<decltype(out.salt)>("salt");
    out.signature = f.fixed<crypto::Signature64>("signature");
    out.text = f.text("text", kMaxEvidence);
    const auto reason = f.text("reason", 32);
    if (!f.ok()) return bad("text");
    BT_TRY(out.reason, reward::reasonFrom(reason));
    // A steward reads it on a terminal: no character that moves a cursor or turns a line around.
    const auto plain = records::plainText(out.text, kMaxEvidence);
    if (!plain || *plain != out.text || out.text.empty() || records::turns(out.text)) return bad("evidence");
    if (!crypto::schnorrVerify(out.winner, requestHash(out).view(), out.signature)) return bad("signature");
    return out;
}

} // namespace bt::service::rewards
