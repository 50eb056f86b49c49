#include "core/matching/planned_taken.h"

#include <algorithm>
#include <tuple>

#include "core/base/text.h"
#include "core/matching/planned_text.h"

namespace sidebill {
namespace {

constexpr std::string_view deleted_mark = "(deleted)";

/// 9 before 10: ids count upwards.
bool comes_first(const TakenName& left, const TakenName& right) {
  const auto place = [](const TakenName& name) {
    return std::make_tuple(name.kind, !name.active, name.id.size(), std::string_view(name.id),
                           std::string_view(name.display_name), std::string_view(name.parent_id));
  };
  return place(left) < place(right);
}

void insert_in_order(std::vector<TakenName>& names, const TakenName& name) {
  names.insert(std::upper_bound(names.begin(), names.end(), name, comes_first), name);
}

std::vector<TakenName> first_of(std::vector<TakenName> left, const std::vector<TakenName>& right,
                                std::size_t most) {
  for (const TakenName& name : right) insert_in_order(left, name);
  if (left.size() > most) left.resize(most);
  return left;
}

/// Without the marks at the end of a folded name.
void drop_deleted_marks(std::string& folded) {
  while (folded == deleted_mark || ends_with(folded, " (deleted)")) {
    folded.resize(folded.size() - deleted_mark.size());
    if (!folded.empty()) folded.pop_back();
  }
}

/// The Greek accent that Unicode holds to be the acute one; the fold tables keep the two apart.
/// Source: Unicode 16, UnicodeData.txt, canonical decomposition of U+1FFD
std::string with_one_acute(std::string_view text) {
  constexpr std::string_view oxia = "\u1FFD", acute = "\u00B4";
  std::string changed(text);
  for (std::size_t at = changed.find(oxia); at != std::string::npos; at = changed.find(oxia, at))
    changed.replace(at, oxia.size(), acute);
  return changed;
}

/// Nothing in it is invisible or has an accent.
bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

TakenName taken_name(const Customer& customer) {
  return {NameKind::customer, customer.id, customer.active, customer.display_name, customer.parent_id};
}

TakenName taken_name(const OtherName& other) {
  const NameKind kind = other.kind == "Vendor" ? NameKind::vendor : NameKind::employee;
  return {kind, other.id, true, other.display_name, {}};
}

std::string name_key(std::string_view display_name) {
  std::string key = is_printable_ascii(display_name) ? fold(display_name)
                                                     : fold(with_one_acute(without_invisible(display_name)));
  if (key.find("&amp;") != std::string::npos) key = decode_ampersands(key);
  drop_deleted_marks(key);
  return key;
}

void ListedNames::add(const TakenName& name) {
  insert_in_order(by_key_[name_key(name.display_name)], name);
  if (name.kind == NameKind::customer) customers_by_id_.insert_or_assign(name.id, name);
}

std::vector<TakenName> ListedNames::holders(std::string_view key, std::size_t most) const {
  std::vector<TakenName> found = below_ == nullptr ? std::vector<TakenName>() : below_->holders(key, most);
  const auto own = by_key_.find(key);
  if (own == by_key_.end()) return found;
  // Only the first `most` of either side can be among the first `most` of both.
  const auto end = own->second.begin() + static_cast<std::ptrdiff_t>(std::min(most, own->second.size()));
  return first_of(std::move(found), std::vector<TakenName>(own->second.begin(), end), most);
}

std::optional<TakenName> ListedNames::customer(std::string_view id) const {
  const auto own = customers_by_id_.find(id);
  if (own != customers_by_id_.end()) return own->second;
  return below_ == nullptr ? std::nullopt : below_->customer(id);
}

}  // namespace sidebill
