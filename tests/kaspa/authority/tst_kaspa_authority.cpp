// SPDX-License-Identifier: GPL-3.0-or-later
// KCC-2 authorities and KCC-1's demands of a whole interface: what must pass, what must be refused.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "kaspa/abi/interface.h"
#include "kaspa/authority/authority.h"
#include "kaspa/script/engine.h"
#include "support/vectors.h"
#endif

using namespace bt;
using namespace bt::kaspa;
using namespace bt::kaspa::authority;

namespace {

struct Keys {
    Bytes xonly, compressed;
};
Keys keysOf(std::uint64_t seed)
{
    SeededRandom random(seed);
    const Secret secret = crypto::secpNewSecret(random);
    return {bytesOf(crypto::secpXOnly(secret.view())->view()), bytesOf(crypto::secpPublic(secret.view())->view())};
}
abi::Type type(std::string_view name, const abi::Records& records = {}) { return *abi::parseType(name, records); }

} // namespace

class TestKaspaAuthority : public QObject
{
    Q_OBJECT
private slots:
    void bytes_of_the_registry()
    {
        for (unsigned b = 0; b < 256; ++b) {
            const auto byte = static_cast<std::uint8_t>(b);
            QCOMPARE(classOf(byte) == SchemeClass::Assigned, b < 5);
            QCOMPARE(classOf(byte) == SchemeClass::Custom, b >= 0x80);
            QCOMPARE(schemeOf(byte).has_value(), b < 5);
            if (b < 5) QVERIFY(*schemeNamed(nameOf(static_cast<Scheme>(byte))) == static_cast<Scheme>(byte));
        }
        BT_REFUSED(schemeNamed("p2sh/v2"), "kaspa.authority.unknown_scheme");
    }

    void a_key_approves_for_itself_only()
    {
        const Keys mine = keysOf(1);
        const Keys other = keysOf(2);
        for (const Scheme scheme : {Scheme::PayToKey, Scheme::PayToKeyHash, Scheme::PayToKeyHashEcdsa}) {
            const bool ecdsa = scheme == Scheme::PayToKeyHashEcdsa;
            const Bytes& right = ecdsa ? mine.compressed : mine.xonly;
            const auto value = valueOfKey(scheme, right);
            BT_OK(value);
            BT_OK(checkKey(scheme, *value, {right, true}));
            BT_REFUSED(checkKey(scheme, *value, {right, false}), "kaspa.authority.bad_signature");
            BT_REFUSED(checkKey(scheme, *value, {ecdsa ? other.compressed : other.xonly, true}), "kaspa.authority.other_key");
            BT_REFUSED(checkKey(scheme, *value, {ecdsa ? mine.xonly : mine.compressed, true}), "kaspa.authority.bad_key");
            BT_REFUSED(checkKey(scheme, *value, {{}, true}), "kaspa.authority.bad_key");
            BT_REFUSED(valueOfKey(scheme, Bytes(ecdsa ? 33 : 32, 0xff)), "kaspa.authority.bad_key");
        }
        Bytes flipped = mine.compressed; // the other point with this x
        flipped[0] ^= 1;
        BT_REFUSED(checkKey(Scheme::PayToKeyHashEcdsa, *valueOfKey(Scheme::PayToKeyHashEcdsa, mine.compressed), {flipped, true}),
                   "kaspa.authority.other_key");
        BT_REFUSED(checkKey(Scheme::PayToScriptHash, {}, {mine.xonly, true}), "kaspa.authority.not_a_key_scheme");
        BT_REFUSED(valueOfKey(Scheme::CovenantId, mine.xonly), "kaspa.authority.not_a_key_scheme");
    }

    void a_script_approves_by_an_input_that_spends_it()
    {
        const Bytes script{0x51};
        const AuthorityValue value = valueOfScript(script);
        const ScriptPublicKey right = payToScriptHash(script);
        const ScriptPublicKey other = payToScriptHash(Bytes{0x52});
        QCOMPARE(*checkScript(value, {other, right}), std::size_t(1));
        BT_OK(checkScript(value, {other, right}, 1));
        BT_REFUSED(checkScript(value, {other, right}, 0), "kaspa.authority.no_input");
        BT_REFUSED(checkScript(value, {other, right}, 2), "kaspa.authority.no_input");
        BT_REFUSED(checkScript(value, {}), "kaspa.authority.no_input");
        ScriptPublicKey versioned = right;
        versioned.version = 1;
        ScriptPublicKey longer = right;
        longer.script.push_back(0x61);
        BT_REFUSED(checkScript(value, {versioned, longer, other}), "kaspa.authority.no_input");
    }

    void a_covenant_approves_by_an_input_of_its_lineage()
    {
        CovenantId id;
        id.bytes.fill(7);
        CovenantId other;
        other.bytes.fill(8);
        QCOMPARE(*checkCovenant(valueOfCovenant(id), {std::nullopt, other, id}), std::size_t(2));
        BT_REFUSED(checkCovenant(valueOfCovenant(id), {std::nullopt, other}), "kaspa.authority.no_input");
        BT_REFUSED(checkCovenant(valueOfCovenant(id), {}), "kaspa.authority.no_input");
    }

    void types_without_an_encoding_are_refused()
    {
        const abi::Records records{{"Point", {{"id", type("byte[2]")}, {"on", type("bool")}}},
                                   {"Note", {{"text", type("string")}}},
                                   {"_", {{"data", type("byte[]")}}}};
        for (const char* good :
             {"int", "byte[0]", "byte[32]", "bool[3][2]", "int[]", "byte[4][]", "Point", "Point[]", "Point[2]", "Note", "_", "string"})
            BT_OK(abi::checkType(good, records));
        for (const char* bad : {"",         "uint",     "byte[01]",  "byte[+1]", "byte[ 1]", "byte[1",    "byte]",
                                "byte[-1]", "string[]", "string[2]", "byte[][]", "int[][3]", "byte[0][]", "Note[]",
                                "Note[2]",  "_[]",      "point",     "Point []", "9a",       "a-b",       "byte[1048577]"})
            BT_REFUSED(abi::checkType(bad, records), "abi.bad_type");
        BT_OK(abi::checkRecords(records));
        BT_REFUSED(abi::checkRecords({{"Twice", {{"a", type("int")}, {"a", type("int")}}}}), "abi.bad_type");
        BT_REFUSED(abi::checkRecords({{"int", {{"a", type("int")}}}}), "abi.bad_type");
        BT_REFUSED(abi::checkRecords({{"Self", {{"a", abi::Type{abi::Kind::Record, "Self", {}}}}}}), "abi.bad_type");
        BT_REFUSED(abi::checkRecords({{"List", {{"a", abi::Type{abi::Kind::String, "", {std::nullopt}}}}}}), "abi.bad_type");
    }

    void entrypoints_are_told_apart()
    {
        BT_OK(abi::checkEntrypoints({{"step", {type("int")}}, {"step", {type("bool")}}, {"tick", {}}}, {}));
        BT_REFUSED(abi::checkEntrypoints({}, {}), "abi.no_entrypoint");
        BT_REFUSED(abi::checkEntrypoints({{"step", {type("int")}}, {"step", {type("int")}}}, {}), "abi.same_tag");
        BT_REFUSED(abi::checkEntrypoints({{"a(int", {}}}, {}), "abi.bad_type");
        // Records of the same structure make the same signature.
        const abi::Records records{{"A", {{"x", type("int")}}}, {"B", {{"y", type("int")}}}};
        BT_REFUSED(abi::checkEntrypoints({{"go", {type("A", records)}}, {"go", {type("B", records)}}}, records), "abi.same_tag");
        BT_REFUSED(abi::checkEntrypoints({{"go", {type("string[]")}}}, {}), "abi.bad_type");
    }
};

QTEST_GUILESS_MAIN(TestKaspaAuthority)
#include "tst_kaspa_authority.moc"
