// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "kaspa/authority/authority.h"
#include "tx_json.h"

namespace bt::conform {
namespace {

using namespace kaspa::authority;

//! A byte as two digits or a number, "p2sh/v1" or "p2sh".
Result<Scheme> schemeIn(const In& in)
{
    BT_TRY(const Json* value, in.member("scheme"));
    if (value->is_number()) {
        BT_TRY(const std::uint64_t byte, numberOf(*value, "scheme", 255));
        return schemeOf(static_cast<std::uint8_t>(byte));
    }
    BT_TRY(const std::string name, in.text("scheme"));
    if (name.size() == 2) {
        BT_TRY(const Bytes byte, in.bytes("scheme"));
        return schemeOf(byte[0]);
    }
    return schemeNamed(name.find('/') == std::string::npos ? name + "/v1" : name);
}

Result<Json> check(const In& in)
{
    BT_TRY(const Scheme scheme, schemeIn(in));
    BT_TRY(const AuthorityValue value, in.fixed<AuthorityValue>("value"));
    const Json nothing = Json::object();
    const auto object = [&](std::string_view name) -> Result<const Json*> {
        if (!in.has(name)) return &nothing;
        BT_TRY(const Json* there, in.member(name));
        if (!there->is_object()) return fail("codec.wrong_type", std::string(name) + " must be an object");
        return there;
    };
    BT_TRY(const Json* witnessJson, object("witness"));
    BT_TRY(const Json* contextJson, object("context"));
    Json all = *contextJson; // what approves may stand in either
    all.update(*witnessJson);
    const In given(all);
    if (scheme == Scheme::PayToScriptHash) {
        BT_TRY(const Json* list, given.array("input_script_public_keys"));
        std::vector<kaspa::ScriptPublicKey> inputs;
        for (const Json& one : *list) {
            if (!one.is_object()) return fail("codec.wrong_type", "a script public key must be an object");
            BT_TRY(kaspa::ScriptPublicKey spk, spkOf(In(one)));
            inputs.push_back(std::move(spk));
        }
        std::optional<std::size_t> named;
        if (given.has("input_index")) {
            BT_TRY(named, given.number("input_index"));
        }
        BT_CHECK(checkScript(value, inputs, named));
        return Json::object();
    }
    if (scheme == Scheme::CovenantId) {
        BT_TRY(const Json* list, given.array("input_covenant_ids"));
        std::vector<std::optional<kaspa::CovenantId>> inputs;
        for (const Json& one : *list) {
            inputs.emplace_back();
            if (one.is_null()) continue;
            BT_TRY(const Bytes raw, conform::bytesOf(one, "a covenant id"));
            BT_TRY(inputs.back(), kaspa::CovenantId::from(raw));
        }
        BT_CHECK(checkCovenant(value, inputs));
        return Json::object();
    }
    KeyApproval approval;
    BT_TRY(approval.key, given.bytes("public_key"));
    BT_TRY(approval.signatureValid, given.flag("signature_valid"));
    BT_CHECK(checkKey(scheme, value, approval));
    return Json::object();
}

constexpr Op kOps[] = {{"authority.check", check}};

} // namespace

std::span<const Op> authorityOps() { return kOps; }

} // namespace bt::conform
