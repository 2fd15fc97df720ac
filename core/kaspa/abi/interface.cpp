// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/abi/interface.h"

#include <set>

namespace bt::kaspa::abi {
namespace {

tl::unexpected<Error> bad(std::string name, std::string why) { return fail("abi.bad_type", {std::move(name)}, std::move(why)); }

//! A leaf: no record in it. Its elements need a width, and a dynamic array may only be the outermost.
Result<void> checkLeaf(const Type& type)
{
    if (!type.isArray()) return {};
    const auto width = payloadSize(type.element());
    if (!width) return bad("", "an array of elements without a fixed size");
    if (!type.dims.back() && *width == 0) return bad("", "an open array of empty elements");
    if (type.dims.back()) return payloadSize(type).map([](std::size_t) {});
    return {};
}

} // namespace

Result<void> checkType(const Type& type, const Records& records)
{
    BT_TRY(const auto leaves, flatten({"", type}, records));
    for (const Field& leaf : leaves) {
        BT_CHECK(checkLeaf(leaf.type));
        if (type.kind != Kind::Record || !type.isArray()) continue;
        // An array of records: every column is an array, and what one record adds to it must have a size.
        Type one = leaf.type;
        one.dims.resize(one.dims.size() - type.dims.size());
        const auto width = payloadSize(one);
        if (!width || *width == 0) return bad(type.record, "an array of records with a field that has no fixed size");
    }
    return {};
}

Result<void> checkType(std::string_view name, const Records& records)
{
    BT_TRY(const Type type, parseType(name, records));
    return checkType(type, records);
}

Result<void> checkRecords(const Records& records)
{
    for (const auto& [name, fields] : records) {
        BT_TRY(const Type type, parseType(name, records));
        if (type.kind != Kind::Record || type.isArray()) return bad(name, "a record with the name of another type");
        std::set<std::string_view> seen;
        for (const Field& field : fields)
            if (field.name.empty() || !seen.insert(field.name).second) return bad(name, "two fields of one name");
        BT_CHECK(checkType(type, records));
    }
    return {};
}

Result<void> checkEntrypoints(const std::vector<Entrypoint>& entrypoints, const Records& records)
{
    if (entrypoints.empty()) return fail("abi.no_entrypoint", "a program has at least one entrypoint");
    BT_CHECK(checkRecords(records));
    std::map<DispatchTag, std::string_view> tags;
    for (const Entrypoint& entry : entrypoints) {
        if (!isIdentifier(entry.name)) return bad(entry.name, "not a name of an entrypoint");
        for (const Type& type : entry.arguments) BT_CHECK(checkType(type, records));
        BT_TRY(const DispatchTag tag, dispatchTag(entry.name, entry.arguments, records));
        const auto [other, fresh] = tags.emplace(tag, entry.name);
        if (!fresh) return fail("abi.same_tag", {std::string(other->second), entry.name}, "two entrypoints, one dispatch tag");
    }
    return {};
}

} // namespace bt::kaspa::abi
