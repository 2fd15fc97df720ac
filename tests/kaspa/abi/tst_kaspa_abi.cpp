// SPDX-License-Identifier: GPL-3.0-or-later
// KCC-1 and KCC-20 encodings against their vectors, and what a strict reader must refuse.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "codec/json.h"
#include "crypto/hash.h"
#include "kaspa/abi/program.h"
#include "support/vectors.h"
#endif

using namespace bt;
using namespace bt::kaspa::abi;
using bt::test::hexOf;
using bt::test::unhex;
using codec::Json;

namespace {

Records recordsOf(const Json& list)
{
    Records out;
    for (const Json& record : list) { // in the order of the file: inner records come first
        std::vector<Field> fields;
        for (const Json& field : record["fields"])
            fields.push_back({field["name"].get<std::string>(), *parseType(field["type"].get<std::string>(), out)});
        out[record["name"].get<std::string>()] = fields;
    }
    return out;
}

//! Values of the vectors: numbers, bools, texts and *_hex members, guided by the type.
Value valueOf(const Json& json, const Type& type, const Records& records)
{
    if (type.kind == Kind::Record && !type.isArray()) {
        RecordValue out;
        for (const Field& field : records.find(type.record)->second)
            out.emplace(field.name, valueOf(json.contains(field.name) ? json[field.name] : json[field.name + "_hex"], field.type, records));
        return out;
    }
    if (type.isBytes() || type.kind == Kind::Pubkey || type.kind == Kind::Sig || type.kind == Kind::Datasig)
        return unhex(json.get<std::string>());
    if (type.isArray()) {
        List out;
        for (const Json& item : json) out.push_back(valueOf(item, type.element(), records));
        return out;
    }
    if (type.kind == Kind::Byte) return unhex(json.get<std::string>()).at(0);
    if (type.kind == Kind::Bool) return json.get<bool>();
    if (type.kind == Kind::String) return json.get<std::string>();
    if (json.is_string()) return std::int64_t{std::stoll(json.get<std::string>())};
    return json.get<std::int64_t>();
}

const Json& member(const Json& row, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (row.contains(name)) return row[name];
    qFatal("vector row without a value");
}

Type typed(std::string_view name, const Records& records = {}) { return *parseType(name, records); }

} // namespace

class TestKaspaAbi : public QObject
{
    Q_OBJECT
private slots:
    void pushes_are_minimal_or_explicit()
    {
        BT_VECTOR(text, "kcc/kcc-0001_positive.json");
        const Json kcc = *codec::parseJson(text);
        for (const Json& row : kcc["data_pushes"]) {
            const Json& p = row["payload"];
            Bytes payload;
            if (p.contains("hex")) payload = unhex(p["hex"].get<std::string>());
            else payload.assign(p["count"].get<std::size_t>(), unhex(p["repeat_hex"].get<std::string>()).at(0));
            for (const bool minimal : {true, false}) {
                const Json& want = row[minimal ? "push_minimal" : "push_explicit"];
                Bytes expected;
                if (want.contains("hex")) expected = unhex(want["hex"].get<std::string>());
                else {
                    expected = unhex(want["encoded_prefix_hex"].get<std::string>());
                    append(expected, payload);
                }
                QCOMPARE(hexOf(push(payload, minimal)), hexOf(expected));
                const auto back = parsePushes(expected);
                BT_OK(back);
                QCOMPARE(back->size(), 1U);
                QVERIFY(back->front().data == payload);
            }
        }
    }
    void scalars_and_composites_encode_as_the_vectors_say()
    {
        BT_VECTOR(text, "kcc/kcc-0001_positive.json");
        const Json kcc = *codec::parseJson(text);
        for (const Json& row : kcc["scalar_encodings"]) {
            const Type type = typed(row["type"].get<std::string>());
            const Value value = valueOf(member(row, {"value", "value_hex", "value_decimal"}), type, {});
            QCOMPARE(hexOf(*encodeArgument(type, value, {})), row["standalone_argument_hex"].get<std::string>());
            QCOMPARE(hexOf(*encodePayload(type, value, {})), row["state_payload_hex"].get<std::string>());
            const auto back = decodeArguments({type}, unhex(row["standalone_argument_hex"].get<std::string>()), {});
            BT_OK(back);
            QVERIFY(back->front() == value);
            QVERIFY(*decodePayload(type, unhex(row["state_payload_hex"].get<std::string>())) == value);
        }
        for (const Json& row : kcc["composite_encodings"]) {
            const Records records = row.contains("records")  ? recordsOf(row["records"])
                                    : row.contains("record") ? recordsOf(Json::array({row["record"]}))
                                                             : Records{};
            const Type type =
                typed(row.contains("type") ? row["type"].get<std::string>() : row["record"]["name"].get<std::string>(), records);
            const Value value = valueOf(member(row, {"value", "value_hex"}), type, records);
            const std::string expected = member(row, {"combined_hex", "argument_hex"}).get<std::string>();
            QCOMPARE(hexOf(*encodeArgument(type, value, records)), expected);
            const auto back = decodeArguments({type}, unhex(expected), records);
            BT_OK(back);
            QVERIFY(back->front() == value);
        }
    }
    void dispatch_tags_name_records_by_their_structure()
    {
        BT_VECTOR(text, "kcc/kcc-0001_positive.json");
        const Json kcc = *codec::parseJson(text);
        std::vector<Json> rows(kcc["record_dispatch"].begin(), kcc["record_dispatch"].end());
        rows.push_back(kcc["dispatch_and_arguments"]);
        rows.push_back(kcc["zero_argument_dispatch"]);
        for (const Json& row : rows) {
            const Records records = row.contains("records") ? recordsOf(row["records"]) : Records{};
            std::vector<Type> types;
            for (const Json& name : row["argument_types"]) types.push_back(typed(name.get<std::string>(), records));
            const std::string entry = row["entrypoint_name"].get<std::string>();
            QCOMPARE(hexOf(viewOf(*functionSignature(entry, types, records))), row["function_signature_utf8_hex"].get<std::string>());
            QCOMPARE(hexOf(dispatchTag(entry, types, records)->view()), row["dispatch_tag_hex"].get<std::string>());
        }
    }
    void p2sh_state_and_templates_agree()
    {
        BT_VECTOR(text, "kcc/kcc-0001_positive.json");
        const Json kcc = *codec::parseJson(text);
        const Json& p2sh = kcc["p2sh_envelope"];
        const Bytes redeem = unhex(p2sh["redeem_script_hex"].get<std::string>());
        QCOMPARE(hexOf(scriptHashOf(redeem).script), p2sh["script_public_key"]["script_hex"].get<std::string>());
        const Json& step = kcc["dispatch_and_arguments"];
        Bytes arguments;
        for (const Json& one : step["argument_encodings_hex"]) append(arguments, unhex(one.get<std::string>()));
        QCOMPARE(hexOf(signatureScript(arguments, *DispatchTag::from(unhex(step["dispatch_tag_hex"].get<std::string>())), redeem)),
                 p2sh["signature_script_hex"].get<std::string>());

        const Json& state = kcc["state_encoding"];
        std::vector<Field> fields;
        RecordValue values;
        for (const Json& field : state["fields"]) {
            fields.push_back({field["name"].get<std::string>(), typed(field["type"].get<std::string>())});
            values.emplace(fields.back().name, valueOf(member(field, {"value", "value_hex"}), fields.back().type, {}));
        }
        QCOMPARE(hexOf(*encodeState(fields, values, {})), state["encoded_hex"].get<std::string>());
        QVERIFY(*decodeState(fields, unhex(state["encoded_hex"].get<std::string>()), {}) == values);

        for (const Json& row : kcc["template_hashes"])
            QCOMPARE(hexOf(templateHash(unhex(row["prefix_hex"].get<std::string>()), unhex(row["suffix_hex"].get<std::string>())).view()),
                     row["hash_hex"].get<std::string>());
        for (const Json& row : kcc["template_views"]["views"])
            QCOMPARE(hexOf(templateHash(unhex(row["prefix_hex"].get<std::string>()), unhex(row["suffix_hex"].get<std::string>())).view()),
                     row["template_hash_hex"].get<std::string>());
        const Json& next = kcc["continuation_program"];
        QCOMPARE(hexOf(scriptHashOf(unhex(next["redeem_script_hex"].get<std::string>())).script),
                 next["script_public_key"]["script_hex"].get<std::string>());
        const Json& packed = kcc["hash_committed_virtual_element"];
        QCOMPARE(hexOf(crypto::blake3(unhex(packed["packed_hex"].get<std::string>())).view()), packed["commitment_hex"].get<std::string>());
    }
    void kcc20_transfer_encodes_as_the_vectors_say()
    {
        BT_VECTOR(text, "kcc/kcc-0020_encoding.json");
        const Json kcc = *codec::parseJson(text);
        Records records;
        static constexpr const char* names[] = {"amount", "owner", "owner_scheme", "borrow_scheme", "borrow_guard", "extension_commitment"};
        std::vector<Field> fields;
        for (std::size_t i = 0; i < 6; ++i) fields.push_back({names[i], typed(kcc["state_record"]["field_types"][i].get<std::string>())});
        records["KCC20State"] = fields;
        const Type one = typed("KCC20State", records);
        QCOMPARE(hexOf(*encodeState(fields, std::get<RecordValue>(valueOf(kcc["state_encoding"]["state"], one, records).v), records)),
                 kcc["state_encoding"]["encoded_hex"].get<std::string>());
        const std::vector<Type> types{typed("KCC20State[]", records), typed("byte[]", records)};
        QCOMPARE(hexOf(dispatchTag("transfer", types, records)->view()), kcc["dispatch"][0]["dispatch_tag_hex"].get<std::string>());
        QCOMPARE(hexOf(dispatchTag("transfer_delegator", {types[1]}, records)->view()),
                 kcc["dispatch"][1]["dispatch_tag_hex"].get<std::string>());
        const Json& transfer = kcc["transfer_arguments"];
        const Value states = valueOf(transfer["next_states"], types[0], records);
        std::string expected;
        for (const Json& push : transfer["grouped_field_pushes_hex"]) expected += push.get<std::string>();
        QCOMPARE(hexOf(*encodeArgument(types[0], states, records)), expected);
        QVERIFY(decodeArguments({types[0]}, unhex(expected), records)->front() == states);
    }
    void strict_readers_refuse_what_no_encoder_writes()
    {
        const Type number = typed("int");
        for (const char* hex : {"0101", "0100", "024000", "0180", "09ffffffffffffffffff", "4c0101", "52ac", "4d"})
            QVERIFY2(!decodeArguments({number}, unhex(hex), {}), hex);
        QVERIFY(!decodeArguments({number}, unhex("024000"), {}));
        QVERIFY(decodeArguments({number}, unhex("024000"), {}, Strictness::Consensus)); // the engine takes it for 64
        for (const char* hex : {"0101", "4c0101", "4d010001", "4e0100000001"})
            QVERIFY2(decodeArguments({number}, unhex(hex), {}, Strictness::Consensus)->front() == Value(1), hex);
        QVERIFY(!decodeArguments({number}, unhex("4d02"), {}, Strictness::Consensus));
        QVERIFY(!decodeArguments({number}, unhex("5151"), {}));
        QVERIFY(!decodeArguments({number, number}, unhex("51"), {}));
        QVERIFY(!encodeArgument(number, std::numeric_limits<std::int64_t>::min(), {}));
        QVERIFY(!encodeArgument(typed("byte[4]"), unhex("010203"), {}));
        QVERIFY(!encodeArgument(typed("bool"), 1, {}));
        QVERIFY(!decodePayload(number, unhex("0000000000000080"))); // negative zero
        QVERIFY(!decodePayload(typed("bool"), unhex("02")));
        QVERIFY(!decodePayload(typed("string"), unhex("c0af")));
        QVERIFY(!decodeState({{"n", number}}, unhex("51"), {}));
        QVERIFY(!decodeState({{"n", number}}, unhex("08010000000000000000"), {}));
        for (const char* name : {"", "Int", "int ", "int[", "int]", "int[01]", "int[0", "int[-1]", "9x", "int[][", "byte[99999999]", "a.b"})
            BT_REFUSED(parseType(name, {}), "abi.bad_type");
        Records loop; // a record within itself
        loop["A"] = {{"a", {Kind::Record, "A", {}}}};
        BT_REFUSED(parseType("A", loop), "abi.bad_type");
    }
    void a_damaged_artifact_is_refused()
    {
        const auto text = bt::test::fileText(bt::test::sourceFolder() / "resources/contracts/ticket-677f8b147a60a82c.json");
        QVERIFY(text);
        const auto program = Program::parse(*text, "RatingTicket");
        BT_OK(program);
        QCOMPARE(program->stateBytes(), 99U);
        QCOMPARE(hexOf(program->templateHash().view()).substr(0, 16), std::string("677f8b147a60a82c"));
        BT_REFUSED(Program::parse(*text, "Other"), "abi.bad_artifact");
        const std::vector<std::pair<std::string, std::string>> damages{{"107, 32", "108, 32"},
                                                                       {"f7e8cd3f", "f7e8cd3e"},
                                                                       {"\"offset\": 1", "\"offset\": 2"},
                                                                       {"\"len\": 99", "\"len\": 98"},
                                                                       {"\"schema_version\": 1", "\"schema_version\": 2"},
                                                                       {"\"sig\"", "\"datasig\""}};
        for (const auto& [from, to] : damages) {
            std::string broken = *text;
            const auto at = broken.find(from);
            QVERIFY2(at != std::string::npos, from.c_str());
            broken.replace(at, from.size(), to);
            BT_REFUSED(Program::parse(broken, "RatingTicket"), "abi.bad_artifact");
        }
        const RecordValue state{{"holder", Bytes(32, 1)}, {"terms", Bytes(32, 2)}, {"record", Bytes(32, 3)}};
        const Bytes redeem = *program->redeemScript(state);
        QVERIFY(*program->readState(redeem) == state);
        const auto call = program->readCall(*program->callScript("use", {Bytes(65, 7)}, redeem));
        BT_OK(call);
        QCOMPARE(call->entry, std::string("use"));
        QVERIFY(call->state == state && call->arguments.front() == Value(Bytes(65, 7)));
        Bytes other = redeem;
        other.back() ^= 1;
        BT_REFUSED(program->readState(other), "abi.other_program");
        BT_REFUSED(program->callScript("rate", {}, redeem), "abi.unknown_entry");
    }
};
QTEST_APPLESS_MAIN(TestKaspaAbi)
#include "tst_kaspa_abi.moc"
