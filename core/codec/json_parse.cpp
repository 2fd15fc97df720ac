// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"

#include <cmath>
#include <utility>
#include <vector>

namespace bt::codec {

namespace {

// Builds the tree from nlohmann's events, which, unlike its own builder, shows every key, also the repeated ones.
class Builder : public nlohmann::json_sax<Json>
{
public:
    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override
    {
        return std::isfinite(value) ? put(value) : refuse("codec.bad_json", "number outside a double");
    }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return refuse("codec.bad_json", "binary"); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool key(string_t& name) override
    {
        Json& object = m_open.back().value;
        if (object.contains(name)) return refuse("codec.duplicate_key", {});
        m_open.back().key = std::move(name);
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        // nlohmann's own text quotes the input, which may be private.
        return refuse("codec.bad_json", "not JSON at byte " + std::to_string(position));
    }

    [[nodiscard]] Json take() { return std::move(m_root); }
    [[nodiscard]] const Error& error() const { return m_error; }

private:
    struct Level {
        Json value;
        std::string key;
    };

    bool refuse(std::string_view code, std::string detail)
    {
        m_error = Error{code, {}, std::move(detail)};
        return false;
    }
    bool put(Json value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return true;
        }
        Level& level = m_open.back();
        if (level.value.is_array()) level.value.push_back(std::move(value));
        else level.value.emplace(std::move(level.key), std::move(value));
        return true;
    }
    bool open(Json empty)
    {
        if (m_open.size() >= kMaxJsonDepth) return refuse("codec.json_too_deep", {});
        m_open.push_back({std::move(empty), {}});
        return true;
    }
    bool close()
    {
        Json done = std::move(m_open.back().value);
        m_open.pop_back();
        return put(std::move(done));
    }

    std::vector<Level> m_open;
    Json m_root;
    Error m_error{"codec.bad_json", {}, {}};
};

} // namespace

Result<Json> parseJson(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) return fail("codec.bad_json", "byte order mark");
    if (text.find('\0') != text.npos) return fail("codec.bad_json", "a zero byte"); // where the library would stop reading
    Builder builder;
    try {
        if (!Json::sax_parse(text.begin(), text.end(), &builder)) return tl::unexpected(builder.error());
    } catch (const std::exception&) {
        return fail("codec.bad_json", "parser gave up");
    }
    return builder.take();
}

} // namespace bt::codec
