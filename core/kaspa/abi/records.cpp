// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/abi/records.h"

namespace bt::kaspa::abi {

Result<std::vector<Leaf>> splitValue(const Type& type, const Value& value, const Records& records)
{
    if (type.kind != Kind::Record) return std::vector<Leaf>{{type, value}};
    const auto found = records.find(type.record);
    if (found == records.end()) return fail("abi.bad_type", {type.record}, "unknown record");
    std::vector<Leaf> out;

    if (!type.isArray()) {
        const auto* fields = std::get_if<RecordValue>(&value.v);
        if (fields == nullptr || fields->size() != found->second.size()) return fail("abi.bad_value", {type.record}, "fields of a record");
        for (const Field& field : found->second) {
            const auto member = fields->find(field.name);
            if (member == fields->end()) return fail("abi.bad_value", {field.name}, "missing field");
            BT_TRY(auto leaves, splitValue(field.type, member->second, records));
            std::ranges::move(leaves, std::back_inserter(out));
        }
        return out;
    }

    const auto* items = std::get_if<List>(&value.v);
    if (items == nullptr) return fail("abi.bad_value", {type.record}, "not an array");
    if (type.dims.back() && *type.dims.back() != items->size()) return fail("abi.bad_value", {type.record}, "array length");
    // One array per leaf of the element: a column of the table that the records make.
    BT_TRY(const auto columns, flatten({"", type.element()}, records));
    for (const Field& column : columns) {
        Type array = column.type;
        array.dims.push_back(type.dims.back());
        out.push_back({std::move(array), List{}});
    }
    for (const Value& item : *items) {
        BT_TRY(auto leaves, splitValue(type.element(), item, records));
        for (std::size_t i = 0; i < out.size(); ++i) std::get<List>(out[i].value.v).push_back(std::move(leaves[i].value));
    }
    return out;
}

Result<Value> joinValue(const Type& type, std::span<const Value>& leaves, const Records& records)
{
    if (type.kind != Kind::Record) {
        if (leaves.empty()) return fail("abi.bad_value", "too few values");
        Value first = leaves.front();
        leaves = leaves.subspan(1);
        return first;
    }
    const auto found = records.find(type.record);
    if (found == records.end()) return fail("abi.bad_type", {type.record}, "unknown record");

    if (!type.isArray()) {
        RecordValue out;
        for (const Field& field : found->second) {
            BT_TRY(Value member, joinValue(field.type, leaves, records));
            out.emplace(field.name, std::move(member));
        }
        return Value(std::move(out));
    }

    BT_TRY(const auto columns, flatten({"", type.element()}, records));
    if (columns.empty() || leaves.size() < columns.size()) return fail("abi.bad_value", "too few values");
    std::vector<List> lists;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool oneByte = columns[i].type.kind == Kind::Byte && !columns[i].type.isArray();
        if (const auto* bytes = std::get_if<Bytes>(&leaves[i].v); bytes != nullptr && oneByte)
            lists.emplace_back(bytes->begin(), bytes->end()); // a column of bytes is packed as a byte array
        else if (const auto* list = std::get_if<List>(&leaves[i].v)) lists.push_back(*list);
        else return fail("abi.bad_value", {type.record}, "not an array");
        if (lists.back().size() != lists.front().size())
            return fail("abi.bad_value", {type.record}, "columns of a record array differ in length");
    }
    leaves = leaves.subspan(columns.size());
    List items;
    for (std::size_t row = 0; row < lists.front().size(); ++row) {
        std::vector<Value> cells;
        for (const List& list : lists) cells.push_back(list[row]);
        std::span<const Value> view(cells);
        BT_TRY(Value item, joinValue(type.element(), view, records));
        items.push_back(std::move(item));
    }
    return Value(std::move(items));
}

} // namespace bt::kaspa::abi
