// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault.h"

#include "kaspa/bip39.h"
#include "vault/files.h"
#include "vault/slots.h"
#include "vault/tries.h"

#include <cassert>
#include <filesystem>
#include <system_error>

namespace bt::vault {
namespace fs = std::filesystem;

struct Vault::Impl {
    VaultOptions options;
    const Clock& clock;
    Random& random;
    Keychain* keychain;
    FolderLock lock;
    std::optional<Slots> slots; // absent: no persona here
    std::optional<store::Database> db;
    std::optional<Keys> keys;
    bool stay = false;
    std::optional<Error> trouble;

    Impl(VaultOptions o, const Clock& c, Random& r, Keychain* k) : options(std::move(o)), clock(c), random(r), keychain(k) {}

    [[nodiscard]] std::string file(std::string_view name) const { return options.folder + "/" + std::string(name); }
    [[nodiscard]] Tries tries() const { return Tries(file("wait"), slots->maskKey(), clock, random); }
    [[nodiscard]] Deadline deadline() const
    {
        return {std::chrono::steady_clock::now() + std::chrono::seconds(options.keychainSeconds), {}};
    }

    Result<void> tidy();
    Result<void> make(const kaspa::Phrase& phrase, const Secret& passphrase, bool stayOpen, const FirstRows& first);
    Result<Secret> keyFor(const Secret& passphrase);
    Result<void> openWith(const Secret& databaseKey);
    Result<void> openKeychainSlot(const Secret& databaseKey);
    Result<void> saveSlots(Slots next);
    Result<void> closeKeychainSlot();
    Result<void> saveWish(bool wish);
    void forget();
};

namespace {

const std::vector<std::string>& rootSteps()
{
    static const std::vector<std::string> steps{
        "CREATE TABLE vault_root(id INTEGER PRIMARY KEY CHECK(id = 1), entropy BLOB NOT NULL, stay INTEGER NOT NULL)",
        // Of the words that were written down: 0, English, for every persona from before there was a choice.
        "ALTER TABLE vault_root ADD COLUMN language INTEGER NOT NULL DEFAULT 0"};
    return steps;
}

Result<kaspa::Phrase> phraseOf(Bytes entropy, std::int64_t language)
{
    kaspa::Phrase out;
    out.entropy = Secret::copyOf(entropy);
    wipe(entropy.data(), entropy.size());
    if (language < 0 || language >= static_cast<std::int64_t>(kaspa::kWordLanguages))
        return fail("vault.damaged", "words of an unknown language");
    out.language = static_cast<kaspa::WordLanguage>(language);
    return out;
}

Result<void> renameFile(const std::string& from, const std::string& to)
{
    std::error_code error;
    fs::rename(from, to, error);
    if (error) return fail("store.io", "rename: " + error.message());
    return {};
}

bool present(const std::string& path)
{
    std::error_code error;
    return fs::exists(path, error);
}

} // namespace

// Clears what interrupted writes left, and finishes or undoes an interrupted creation. A creation makes the database
// as "fresh", then the slots as "slot-fresh", and only then gives both their names; the slot file comes last.
Result<void> Vault::Impl::tidy()
{
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(options.folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.find("-new") != std::string::npos) fs::remove(entry.path(), error);
    }
    if (present(file("slot"))) return {};
    if (present(file("slot-fresh")) && present(file("data"))) return renameFile(file("slot-fresh"), file("slot"));
    for (const char* name : {"fresh", "fresh-wal", "fresh-journal", "slot-fresh"}) fs::remove(file(name), error);
    if (present(file("data"))) return fail("vault.damaged", "the slot file is missing");
    return {};
}

Result<Vault> Vault::at(VaultOptions options, const Clock& clock, Random& random, Keychain* keychain)
{
    auto impl = std::make_unique<Impl>(std::move(options), clock, random, keychain);
    BT_CHECK(makeFolder(impl->options.folder));
    BT_TRY(impl->lock, FolderLock::take(impl->file("lock")));
    BT_CHECK(impl->tidy());
    BT_TRY(const auto content, readSmallFile(impl->file("slot")));
    if (content) {
        BT_TRY(impl->slots, Slots::parse(*content));
    }
    return Vault(std::move(impl));
}

Vault::Vault(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;
Vault::~Vault() = default;

VaultState Vault::state() const
{
    if (m->db) return VaultState::Open;
    return m->slots ? VaultState::Locked : VaultState::Absent;
}

Result<void> Vault::create(const Secret& passphrase, bool stayOpen, const FirstRows& first)
{
    return m->make({m->random.secret(32), kaspa::WordLanguage::English}, passphrase, stayOpen, first);
}

Result<void> Vault::restore(const Secret& words, const Secret& passphrase, bool stayOpen, const FirstRows& first)
{
    BT_TRY(const kaspa::Phrase phrase, kaspa::readWords({reinterpret_cast<const char*>(words.data()), words.size()}));
    return m->make(phrase, passphrase, stayOpen, first);
}

Result<void> Vault::Impl::make(const kaspa::Phrase& phrase, const Secret& passphrase, bool stayOpen, const FirstRows& first)
{
    if (slots) return fail("vault.exists");
    BT_CHECK(checkPassphraseStrength(passphrase));
    const Secret databaseKey = random.secret(kDatabaseKeyBytes);
    Slots next = Slots::fresh(random);
    BT_CHECK(next.setPassphrase(passphrase, options.argon2, databaseKey, random));
    BT_CHECK(tidy()); // of a try before this one
    {
        BT_TRY(auto fresh, store::Database::open({.path = file("fresh"), .exclusive = true, .create = true}, databaseKey));
        BT_CHECK(fresh.migrate("vault", rootSteps()));
        BT_TRY(auto put, fresh.prepare("INSERT INTO vault_root(id, entropy, stay, language) VALUES(1, ?, ?, ?)"));
        BT_CHECK(put.bind(phrase.entropy.view()).bind(std::int64_t{stayOpen}).bind(static_cast<std::int64_t>(phrase.language)).run());
        if (first) BT_CHECK(first(fresh));
    }
    BT_CHECK(replaceSmallFile(file("slot-fresh"), next.bytes()));
    BT_CHECK(renameFile(file("fresh"), file("data")));
    // The last rename, made durable with its folder, is the instant at which the persona exists.
    BT_CHECK(replaceSmallFile(file("slot"), next.bytes()));
    std::error_code error;
    fs::remove(file("slot-fresh"), error);
    slots = std::move(next);
    BT_CHECK(tries().succeeded());
    BT_CHECK(openWith(databaseKey));
    if (stayOpen) {
        if (auto done = openKeychainSlot(databaseKey); !done) trouble = done.error();
    }
    return {};
}

// The database key by the passphrase, counted as a try.
Result<Secret> Vault::Impl::keyFor(const Secret& passphrase)
{
    if (!slots) return fail("vault.absent");
    Tries counter = tries();
    BT_CHECK(counter.begin());
    auto key = slots->openPassphrase(passphrase);
    if (key) {
        BT_CHECK(counter.succeeded());
        return key;
    }
    if (key.error().code == "vault.wrong_passphrase") return fail("vault.wrong_passphrase", {std::to_string(counter.secondsToWait())}, {});
    BT_CHECK(counter.undo());
    return key;
}

Result<void> Vault::Impl::openWith(const Secret& databaseKey)
{
    auto opened = store::Database::open({.path = file("data"), .exclusive = true, .create = false}, databaseKey);
    if (!opened) {
        if (opened.error().code == "store.wrong_key" || opened.error().code == "store.absent")
            return fail("vault.damaged", "slot file and database do not belong together");
        return tl::unexpected(std::move(opened).error());
    }
    BT_CHECK(opened->migrate("vault", rootSteps()));
    BT_TRY(auto query, opened->prepare("SELECT entropy, stay, language FROM vault_root WHERE id = 1"));
    BT_TRY(const bool there, query.step());
    if (!there) return fail("vault.damaged", "no root record");
    BT_TRY(const kaspa::Phrase phrase, phraseOf(query.blob(0), query.integer(2)));
    const bool wish = query.integer(1) != 0;
    query.reset();
    auto derived = Keys::fromEntropy(phrase.entropy, phrase.language);
    if (!derived) return fail("vault.damaged", "the root record has another size");
    keys = std::move(*derived);
    stay = wish;
    db = std::move(*opened);
    return {};
}

Result<void> Vault::Impl::saveSlots(Slots next)
{
    BT_CHECK(replaceSmallFile(file("slot"), next.bytes()));
    slots = std::move(next);
    return {};
}

// Puts a key into the keychain and opens the slot under it. Reads before it writes: after a failed read nothing is
// written, since the keychain may only be slow or locked and hold the right entry.
Result<void> Vault::Impl::openKeychainSlot(const Secret& databaseKey)
{
    trouble.reset();
    if (keychain == nullptr) return fail("vault.keychain_absent", "none on this computer");
    const std::string entry = slots->keychainEntry();
    BT_TRY(const auto held, keychain->read(entry, deadline()));
    if (held && slots->openKeychain(*held)) return {}; // open already
    const Secret wrap = random.secret(32);
    BT_CHECK(keychain->write(entry, wrap, deadline()));
    Slots next = *slots;
    next.setKeychain(wrap, databaseKey, random);
    return saveSlots(std::move(next));
}

Result<void> Vault::Impl::closeKeychainSlot()
{
    Slots next = *slots;
    next.closeKeychain(random);
    auto closed = saveSlots(std::move(next));
    if (!closed && keychain != nullptr) {
        // The slot file cannot be written (full disk): take the key away instead.
        if (keychain->erase(slots->keychainEntry(), deadline())) return {};
    }
    return closed;
}

Result<void> Vault::unlock(const Secret& passphrase)
{
    if (m->db) return m->keyFor(passphrase).map([](const Secret&) {});
    BT_TRY(const Secret key, m->keyFor(passphrase));
    BT_CHECK(m->openWith(key));
    m->trouble.reset();
    if (m->stay) {
        if (auto done = m->openKeychainSlot(key); !done) m->trouble = done.error();
    }
    return {};
}

Result<void> Vault::unlockWithKeychain()
{
    if (m->db) return {};
    if (!m->slots) return fail("vault.absent");
    if (m->keychain == nullptr) return fail("vault.keychain_absent", "none on this computer");
    BT_TRY(const auto held, m->keychain->read(m->slots->keychainEntry(), m->deadline()));
    if (!held) return fail("vault.keychain_closed", "no entry");
    BT_TRY(const Secret key, m->slots->openKeychain(*held));
    return m->openWith(key);
}

void Vault::Impl::forget()
{
    keys.reset();
    db.reset();
    trouble.reset();
}

Result<void> Vault::lock()
{
    if (!m->slots) return {};
    const bool close = !m->db || m->stay; // a locked vault closes its slot too when asked again
    m->forget();
    return close ? m->closeKeychainSlot() : Result<void>();
}

Result<void> Vault::check(const Secret& passphrase)
{
    return m->keyFor(passphrase).map([](const Secret&) {});
}

Result<void> Vault::changePassphrase(const Secret& current, const Secret& next)
{
    BT_CHECK(checkPassphraseStrength(next));
    BT_TRY(const Secret key, m->keyFor(current));
    Slots slots = *m->slots;
    BT_CHECK(slots.setPassphrase(next, m->options.argon2, key, m->random));
    return m->saveSlots(std::move(slots));
}

Result<void> Vault::Impl::saveWish(bool wish)
{
    BT_TRY(auto put, db->prepare("UPDATE vault_root SET stay = ? WHERE id = 1"));
    BT_CHECK(put.bind(std::int64_t{wish}).run());
    stay = wish;
    return {};
}

Result<void> Vault::setStayOpen(bool wish, const Secret& passphrase)
{
    if (!m->db) return fail("vault.locked");
    BT_TRY(const Secret key, m->keyFor(passphrase));
    if (wish) {
        BT_CHECK(m->openKeychainSlot(key));
        return m->saveWish(true);
    }
    BT_CHECK(m->saveWish(false));
    BT_CHECK(m->closeKeychainSlot());
    // What stays in the keychain opens nothing any more; whether it can be removed does not matter to the person.
    if (m->keychain != nullptr) (void)m->keychain->erase(m->slots->keychainEntry(), m->deadline()).has_value();
    return {};
}

bool Vault::staysOpen() const { return m->db && m->stay; }
std::optional<Error> Vault::keychainTrouble() const { return m->trouble; }

Result<Secret> Vault::recoveryWords(const Secret& passphrase)
{
    if (!m->db) return fail("vault.locked");
    BT_CHECK(m->keyFor(passphrase));
    BT_TRY(auto query, m->db->prepare("SELECT entropy, language FROM vault_root WHERE id = 1"));
    BT_TRY(const bool there, query.step());
    if (!there) return fail("vault.damaged", "no root record");
    BT_TRY(const kaspa::Phrase phrase, phraseOf(query.blob(0), query.integer(1)));
    BT_TRY(const Secret words, kaspa::wordsFromEntropy(phrase.entropy.view(), phrase.language));
    return kaspa::canonicalWords({reinterpret_cast<const char*>(words.data()), words.size()}); // plain spaces
}

store::Database& Vault::database()
{
    assert(m->db);
    return *m->db;
}

const Keys& Vault::keys() const
{
    assert(m->keys);
    return *m->keys;
}

} // namespace bt::vault
