// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduling/zone.h"

#include "scheduling/zone_data.h"

#include <cctz/time_zone.h>
#include <cctz/zone_info_source.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <span>

namespace bt::scheduling {

namespace {

using Seconds = std::chrono::seconds;
using Point = cctz::time_point<Seconds>;

const PackedZone* packed(std::string_view name)
{
    const std::span all(kPackedZones, kPackedZoneCount);
    const auto it = std::ranges::lower_bound(all, name, {}, [](const PackedZone& z) { return std::string_view(z.name); });
    return it != all.end() && name == it->name ? &*it : nullptr;
}

//! Hands the packed bytes of one zone to cctz.
class PackedSource final : public cctz::ZoneInfoSource
{
public:
    explicit PackedSource(const PackedZone& zone) : m_at(kZoneBytes + zone.offset), m_left(zone.size) {}
    std::size_t Read(void* to, std::size_t size) override
    {
        const std::size_t count = std::min(size, m_left);
        std::memcpy(to, m_at, count);
        m_at += count;
        m_left -= count;
        return count;
    }
    int Skip(std::size_t offset) override
    {
        const std::size_t count = std::min(offset, m_left);
        m_at += count;
        m_left -= count;
        return count == offset ? 0 : -1;
    }
    std::string Version() const override { return kZoneVersion; }

private:
    const char* m_at;
    std::size_t m_left;
};

Point pointOf(Millis at)
{
    std::int64_t seconds = at.value / kSecond;
    if (at.value % kSecond < 0) --seconds;
    return Point(Seconds(seconds));
}
Millis millisOf(Point point) { return {point.time_since_epoch().count() * kSecond}; }

cctz::civil_day civil(CivilDay d) { return cctz::civil_day(d.year, d.month, d.day); }
CivilDay dayOf(const cctz::civil_day& d) { return {static_cast<int>(d.year()), d.month(), d.day()}; }

} // namespace

} // namespace bt::scheduling

// Defined here, beside the only caller of load_time_zone, so that this definition is always linked with it: it takes
// the place of cctz's weak one, and no zone file of the computer is read.
namespace cctz_extension {
namespace {
std::unique_ptr<cctz::ZoneInfoSource> fromBinary(const std::string& name,
                                                 const std::function<std::unique_ptr<cctz::ZoneInfoSource>(const std::string&)>&)
{
    const auto* zone = bt::scheduling::packed(name);
    return zone ? std::make_unique<bt::scheduling::PackedSource>(*zone) : nullptr;
}
} // namespace
ZoneInfoSourceFactory zone_info_source_factory = fromBinary;
} // namespace cctz_extension

namespace bt::scheduling {

struct Zone::Data {
    std::string name;
    cctz::time_zone zone;
};

CivilDay CivilDay::plus(int days) const { return dayOf(civil(*this) + days); }
int CivilDay::weekday() const { return static_cast<int>(cctz::get_weekday(civil(*this))) + 1; }
int CivilDay::daysUntil(CivilDay later) const { return static_cast<int>(civil(later) - civil(*this)); }

Result<Zone> Zone::find(std::string_view name)
{
    static std::mutex mutex;
    static auto& known = *new std::map<std::string, std::unique_ptr<const Data>, std::less<>>;
    const std::lock_guard lock(mutex);
    if (const auto it = known.find(name); it != known.end()) return Zone(it->second.get());
    if (!packed(name)) return fail("scheduling.unknown_zone");
    auto data = std::make_unique<Data>();
    data->name = name;
    if (!cctz::load_time_zone(data->name, &data->zone)) return fail("scheduling.unknown_zone", "unreadable zone data");
    const auto it = known.emplace(data->name, std::move(data)).first;
    return Zone(it->second.get());
}

Zone Zone::utc()
{
    static const Data& data = *new Data{"UTC", cctz::utc_time_zone()};
    return Zone(&data);
}

const std::string& Zone::name() const { return m_data->name; }

LocalTime Zone::local(Millis at) const
{
    const auto wall = m_data->zone.lookup(pointOf(at)).cs;
    return {dayOf(cctz::civil_day(wall)), wall.hour(), wall.minute(), wall.second()};
}

Instants Zone::instants(const LocalTime& wall) const
{
    const auto found =
        m_data->zone.lookup(cctz::civil_second(wall.day.year, wall.day.month, wall.day.day, wall.hour, wall.minute, wall.second));
    switch (found.kind) {
    case cctz::time_zone::civil_lookup::SKIPPED: return {Instants::Kind::Skipped, millisOf(found.trans), millisOf(found.trans)};
    case cctz::time_zone::civil_lookup::REPEATED: return {Instants::Kind::Repeated, millisOf(found.pre), millisOf(found.post)};
    case cctz::time_zone::civil_lookup::UNIQUE: break;
    }
    return {Instants::Kind::Unique, millisOf(found.pre), millisOf(found.pre)};
}

int Zone::offsetMinutes(Millis at) const
{
    const int seconds = m_data->zone.lookup(pointOf(at)).offset;
    return seconds / 60 - (seconds % 60 < 0 ? 1 : 0);
}

Millis Zone::startOf(CivilDay day) const { return instants({day, 0, 0, 0}).first; }

BothTimes bothTimes(Millis at, const Zone& mine, const Zone& theirs)
{
    BothTimes both{mine.local(at), theirs.local(at)};
    both.dayShift = both.mine.day.daysUntil(both.theirs.day);
    both.same = both.mine == both.theirs;
    return both;
}

const std::vector<ZoneChoice>& zoneChoices()
{
    static const auto& all = *[] {
        auto* list = new std::vector<ZoneChoice>{{"UTC", ""}};
        for (const auto& choice : std::span(kPackedChoices, kPackedChoiceCount)) list->push_back({choice.name, choice.countries});
        return list;
    }();
    return all;
}

std::string_view zoneDataVersion() { return kZoneVersion; }

} // namespace bt::scheduling
