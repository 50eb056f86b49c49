#include "core/matching/crm_shelf.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/matching/keys.h"
#include "core/matching/record_bytes.h"
#include "core/matching/search.h"
#include "core/matching/search_text.h"
#include "core/matching/sides.h"

namespace sidebill {

namespace {

// How many resemble a record at most, by each of its two texts.
constexpr std::size_t by_name = 16, by_second_text = 10;

CustomerFeatures read(const MatchRecord& record, CustomerLexicons& lexicons) {
  return read_customer(record, lexicons);
}
ItemFeatures read(const MatchRecord& record, Lexicon& lexicon) { return read_item(record, lexicon); }

MatchRecord match_record_of(const CrmContact& contact) { return match_record(nullptr, &contact); }
MatchRecord match_record_of(const CrmCompany& company) { return match_record(&company, nullptr); }
MatchRecord match_record_of(const CrmProduct& product) { return match_record(product); }

void add_name(SearchEntry& entry, std::string_view name) {
  std::string text = search_text(name);
  if (!text.empty()) entry.names.push_back(std::move(text));
}

void add_code(SearchEntry& entry, std::string_view code) {
  if (!code.empty()) entry.codes.push_back(match_key(code));
}

SearchEntry search_entry(const CrmContact& contact) {
  SearchEntry entry;
  add_name(entry, contact.first_name + " " + contact.last_name);
  add_name(entry, contact.company_name);
  add_code(entry, contact.email);
  for (const std::string& email : contact.other_emails) add_code(entry, email);
  add_code(entry, contact.phone);
  return entry;
}

SearchEntry search_entry(const CrmCompany& company) {
  SearchEntry entry;
  add_name(entry, company.name);
  add_code(entry, company.domain);
  add_code(entry, company.phone);
  return entry;
}

SearchEntry search_entry(const CrmProduct& product) {
  SearchEntry entry;
  add_name(entry, product.name);
  add_code(entry, product.sku);
  return entry;
}

constexpr const char* code_field(const CrmContact*) { return "email"; }
constexpr const char* code_field(const CrmCompany*) { return "website"; }
constexpr const char* code_field(const CrmProduct*) { return "sku"; }

std::vector<std::string> other_emails(const CrmContact& contact) { return contact.other_emails; }
template <class Record>
std::vector<std::string> other_emails(const Record&) {
  return {};
}

std::vector<std::string> keys_of_email(const std::string& email) {
  CustomerFeatures only;
  only.email = parse_mail(email);
  return keys_of(only);
}

/// Those of all its addresses, each once.
template <class Record, class Features>
std::vector<std::string> all_keys(const Record& record, const Features& features) {
  std::vector<std::string> keys = keys_of(features);
  for (const std::string& email : other_emails(record)) {
    for (std::string& key : keys_of_email(email)) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
    }
  }
  return keys;
}

void find_emails(const CustomerCandidates& candidates, const std::vector<std::string>& emails,
                 std::vector<std::uint32_t>& slots) {
  for (const std::string& email : emails) {
    for (const std::string& key : keys_of_email(email)) candidates.find(key, slots);
  }
}
void find_emails(const ItemCandidates&, const std::vector<std::string>&, std::vector<std::uint32_t>&) {}

void save_counts(const WordCounts& counts, SnapshotWriter& out) { counts.save(out); }
void save_counts(const CustomerCounts& counts, SnapshotWriter& out) {
  for (const WordCounts* one :
       {&counts.names, &counts.streets, &counts.cities, &counts.emails, &counts.phones})
    one->save(out);
}

bool load_counts(WordCounts& counts, SnapshotReader& in) { return counts.load(in); }
bool load_counts(CustomerCounts& counts, SnapshotReader& in) {
  WordCounts* const all[] = {&counts.names, &counts.streets, &counts.cities, &counts.emails, &counts.phones};
  return std::all_of(std::begin(all), std::end(all), [&](WordCounts* one) { return one->load(in); });
}

}  // namespace

template <class Record>
Record CrmShelf<Record>::at(std::uint32_t slot) const {
  Record record;
  from_bytes(table_.bytes(slot), record);
  return record;
}

/// Out of everything that leads to it, while the record still says what that is.
template <class Record>
void CrmShelf<Record>::take_out(std::uint32_t slot) {
  const Record record = at(slot);
  typename Kind::Lexicons lexicons(counts_);
  const Features features = read(match_record_of(record), lexicons);
  sidebill::count(features, lexicons, counts_, -1);
  candidates_.remove(slot, all_keys(record, features));
  for (const Link& link : record.links) links_.remove(KeyMap::hash_of(to_text(link)), slot);
}

template <class Record>
void CrmShelf<Record>::put(const Record& record) {
  if (const auto known = table_.slot_of(record.id)) take_out(*known);
  const std::uint32_t slot = table_.put(record.id, to_bytes(record), search_entry(record));
  typename Kind::Lexicons lexicons(counts_);
  const Features features = read(match_record_of(record), lexicons);
  sidebill::count(features, lexicons, counts_, 1);
  candidates_.add(slot, features, all_keys(record, features), KeyMap::tie_of(record.id));
  for (const Link& link : record.links) links_.add(KeyMap::hash_of(to_text(link)), slot);
}

template <class Record>
void CrmShelf<Record>::remove(std::string_view id) {
  const auto known = table_.slot_of(id);
  if (!known) return;
  take_out(*known);
  table_.remove(*known);
}

template <class Record>
std::optional<Record> CrmShelf<Record>::record(std::string_view id) const {
  const auto slot = table_.slot_of(id);
  return slot ? std::optional(at(*slot)) : std::nullopt;
}

template <class Record>
std::vector<Record> CrmShelf<Record>::resembling(const Features& features,
                                                 const std::vector<std::string>& emails) {
  std::vector<std::uint32_t> slots = candidates_.of(features, by_name, by_second_text);
  find_emails(candidates_, emails, slots);
  return records_at(std::move(slots));
}

template <class Record>
std::vector<Record> CrmShelf<Record>::linked_to(const Link& link) const {
  std::vector<std::uint32_t> slots;
  links_.find(KeyMap::hash_of(to_text(link)), most_of_contact, slots);
  std::vector<Record> records = records_at(std::move(slots));
  std::erase_if(records, [&](const Record& record) {
    return std::find(record.links.begin(), record.links.end(), link) == record.links.end();
  });
  return records;
}

/// Each once, by id.
template <class Record>
std::vector<Record> CrmShelf<Record>::records_at(std::vector<std::uint32_t> slots) const {
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  std::vector<Record> records;
  for (const std::uint32_t slot : slots) records.push_back(at(slot));
  std::sort(records.begin(), records.end(),
            [](const Record& left, const Record& right) { return id_before(left.id, right.id); });
  return records;
}

template <class Record>
std::vector<Candidate> CrmShelf<Record>::search(const std::string& typed, std::size_t limit) {
  return search_records(table_, candidates_.names(), code_field(static_cast<const Record*>(nullptr)), typed,
                        limit);
}

template <class Record>
std::vector<std::string> CrmShelf<Record>::ids() const {
  return table_.ids();
}

template <class Record>
void CrmShelf<Record>::save(SnapshotWriter& out) const {
  table_.save(out);
  candidates_.save(out);
  links_.save(out);
  save_counts(counts_, out);
}

template <class Record>
bool CrmShelf<Record>::load(SnapshotReader& in) {
  return table_.load(in) && candidates_.load(in, table_.slots()) && links_.load(in, table_.slots()) &&
         load_counts(counts_, in);
}

template class CrmShelf<CrmContact>;
template class CrmShelf<CrmCompany>;
template class CrmShelf<CrmProduct>;

}  // namespace sidebill
