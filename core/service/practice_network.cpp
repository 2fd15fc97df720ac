// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/practice_network.h"

#include "crypto/hash.h"

namespace bt::service {
namespace {

Hash256 published(std::string_view label) { return crypto::blake2b(viewOf(label), viewOf("bt/practice/v1")); }

PartnerProfile partner(std::string name, std::string jurisdiction, std::string about, std::vector<std::string> topics,
                       std::vector<std::string> languages, std::string zone, Sompi price, int fromHour, int toHour)
{
    PartnerProfile p{name.append(kPartnerSuffix), std::move(jurisdiction), {}};
    p.practice.about = std::move(about);
    p.practice.topics = std::move(topics);
    p.practice.languages = std::move(languages);
    p.practice.zone = std::move(zone);
    for (int day = 1; day <= 5; ++day) p.practice.hours.push_back({day, fromHour * 60, toHour * 60});
    p.practice.price = price;
    p.practice.policy.bond = {price.value / 5};
    return p;
}

} // namespace

crypto::Ed25519Pair practiceAuthority() { return crypto::ed25519Pair(published("licensing authority").view()); }

std::array<Secret, 3> practiceArbiters()
{
    return {Secret::copyOf(published("arbiter patient").view()), Secret::copyOf(published("arbiter therapist").view()),
            Secret::copyOf(published("arbiter joint").view())};
}

Result<std::array<crypto::XOnlyKey, 3>> practiceArbiterKeys()
{
    std::array<crypto::XOnlyKey, 3> keys;
    const auto secrets = practiceArbiters();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        BT_TRY(keys[i], crypto::secpXOnly(secrets[i].view()));
    }
    return keys;
}

const std::vector<PartnerProfile>& practicePartners()
{
    // Prices are round in euros at the network's fixed rate of 0.058 EUR: 60, 55 and 48 EUR.
    static const std::vector<PartnerProfile> partners{
        partner("Ada", "DE-BE",
                "A practice partner: a program on your computer, not a person. Book me to see how everything works. I accept by "
                "the rules, come to the visit and answer with one sentence.",
                {"worry", "low_mood", "life_changes"}, {"de", "en", "fr"}, "Europe/Berlin", {103'448'275'862}, 8, 20),
        partner("Tomasz", "DE-BB", "A practice partner: a program on your computer, not a person. Try the evening hours with me.",
                {"worry", "sleep", "work"}, {"de", "pl"}, "Europe/Warsaw", {94'827'586'206}, 12, 22),
        partner("Lucia", "PT-11",
                "A practice partner: a program on your computer, not a person. I live in another time zone, so that you can see "
                "both times.",
                {"grief", "relationship", "sleep"}, {"es", "pt", "en"}, "Europe/Lisbon", {82'758'620'689}, 9, 19)};
    return partners;
}

} // namespace bt::service
