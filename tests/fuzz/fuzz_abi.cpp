// SPDX-License-Identifier: GPL-3.0-or-later
// State and arguments of contracts: what is read in its canonical form is written back byte for byte.
#include "fuzz.h"
#include "kaspa/abi/interface.h"
#include "kaspa/abi/program.h"

using namespace bt;
using namespace bt::kaspa::abi;

namespace {

const Records& records()
{
    static const Records all = [] {
        Records out;
        const auto type = [&](const char* name) { return *parseType(name, out); };
        out["Pair"] = {{"count", type("int")}, {"on", type("bool")}};
        out["Point"] = {{"id", type("byte[2]")}, {"mark", type("byte")}, {"pair", type("Pair")}};
        return out;
    }();
    return all;
}

const std::vector<std::vector<Type>>& shapes()
{
    static const std::vector<std::vector<Type>> all = [] {
        std::vector<std::vector<Type>> out;
        for (const auto& names : std::initializer_list<std::vector<const char*>>{{"int"},
                                                                                 {"bool", "byte"},
                                                                                 {"byte[32]", "pubkey", "sig", "datasig"},
                                                                                 {"string"},
                                                                                 {"byte[]", "int[]"},
                                                                                 {"Point"},
                                                                                 {"Point[]", "int"},
                                                                                 {"Point[2]"},
                                                                                 {"bool[3]", "byte[0]"},
                                                                                 {"byte[4][]"},
                                                                                 {"Pair[]", "Pair"}}) {
            std::vector<Type> one;
            for (const char* name : names) one.push_back(*parseType(name, records()));
            out.push_back(std::move(one));
        }
        return out;
    }();
    return all;
}

std::vector<Field> fieldsOf(const std::vector<Type>& types)
{
    std::vector<Field> out;
    for (const Type& type : types) out.push_back({"f" + std::to_string(out.size()), type});
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Source in({data, size});
    const std::uint8_t what = static_cast<std::uint8_t>(in.byte() % 4);
    const auto& types = shapes()[in.byte() % shapes().size()];
    const ByteView body = in.rest();
    if (what == 0) {
        if (const auto values = decodeArguments(types, body, records())) {
            Bytes again;
            for (std::size_t i = 0; i < types.size(); ++i) {
                const auto part = encodeArgument(types[i], (*values)[i], records());
                fuzz::demand(part.has_value(), "arguments that were read cannot be written");
                append(again, *part);
            }
            fuzz::demand(equal(again, body), "arguments change when they are written again");
        }
        (void)decodeArguments(types, body, records(), Strictness::Consensus).has_value();
    } else if (what == 1) {
        const auto fields = fieldsOf(types);
        if (const auto state = decodeState(fields, body, records())) {
            const auto again = encodeState(fields, *state, records());
            fuzz::demand(again && equal(*again, body), "a state changes when it is written again");
        }
    } else if (what == 2) {
        const std::string_view name(reinterpret_cast<const char*>(body.data()), body.size());
        if (const auto type = parseType(name, records())) {
            (void)checkType(*type, records()).has_value();
            (void)dispatchTag("f", {*type}, records()).has_value();
            (void)payloadSize(*type).has_value();
        }
    } else {
        (void)Program::parse({reinterpret_cast<const char*>(body.data()), body.size()}, "C").has_value();
        (void)parsePushes(body).has_value();
    }
    return 0;
}

std::vector<Bytes> fuzz::seeds()
{
    std::vector<Bytes> out;
    const RecordValue pair{{"count", Value(-5)}, {"on", Value(true)}};
    const RecordValue point{{"id", Value(Bytes{1, 2})}, {"mark", Value(std::uint8_t{7})}, {"pair", Value(pair)}};
    const std::vector<std::vector<Value>> values{{Value(17)},
                                                 {Value(true), Value(std::uint8_t{1})},
                                                 {Value(Bytes(32, 1)), Value(Bytes(32, 2)), Value(Bytes(65, 3)), Value(Bytes(64, 4))},
                                                 {Value(std::string("Kaspa"))},
                                                 {Value(Bytes(300, 5)), Value(List{Value(1), Value(-2)})},
                                                 {Value(point)},
                                                 {Value(List{Value(point), Value(point)}), Value(0)},
                                                 {Value(List{Value(point), Value(point)})},
                                                 {Value(List{Value(true), Value(false), Value(true)}), Value(Bytes{})},
                                                 {Value(List{Value(Bytes(4, 1)), Value(Bytes(4, 2))})},
                                                 {Value(List{Value(pair)}), Value(pair)}};
    for (std::size_t i = 0; i < shapes().size(); ++i) {
        Bytes arguments{0, static_cast<std::uint8_t>(i)};
        RecordValue state;
        const auto fields = fieldsOf(shapes()[i]);
        for (std::size_t k = 0; k < fields.size(); ++k) {
            const auto part = encodeArgument(fields[k].type, values[i][k], records());
            demand(part.has_value(), "a seed has no encoding");
            append(arguments, *part);
            state.emplace(fields[k].name, values[i][k]);
        }
        out.push_back(std::move(arguments));
        Bytes whole{1, static_cast<std::uint8_t>(i)};
        append(whole, *encodeState(fields, state, records()));
        out.push_back(std::move(whole));
    }
    for (const char* name : {"int", "byte[32]", "Point[2][]", "string", "byte[01]"}) {
        Bytes seed{2, 0};
        append(seed, viewOf(name));
        out.push_back(std::move(seed));
    }
    Bytes artifact{3, 0};
    append(artifact, viewOf(R"({"schema_version":1,"structs":{"P":{"fields":[]}},"contracts":{"C":{"runtime_state":{"fields":[]},)"
                            R"("entries":{},"compiled":{"bytecode":[81],"template_hash":[1],"state_span":{"offset":0,"len":0}}}}})"));
    out.push_back(std::move(artifact));
    return out;
}
