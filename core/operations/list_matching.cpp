#include "core/operations/list_matching.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/text.h"

namespace sidebill {

namespace {

constexpr std::size_t longest_field = 2000;

std::optional<Role> role_named(std::string_view name) {
  for (std::size_t i = 0; i < role_count; ++i) {
    const auto role = static_cast<Role>(i);
    if (name == text_of(role)) return role;
  }
  return std::nullopt;
}

/// The text up to the separator, which goes as well.
std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

std::optional<std::vector<Role>> roles_of(std::string_view names) {
  std::vector<Role> roles;
  while (!names.empty()) {
    const auto role = role_named(take_until(names, ListMatching::end_of_field));
    if (!role) return std::nullopt;
    roles.push_back(*role);
  }
  return roles;
}

MatchRecord record_of(std::string_view row, const std::vector<Role>& roles) {
  MatchRecord record;
  for (const Role role : roles) {
    const std::string_view field = take_until(row, ListMatching::end_of_field);
    if (field.empty()) continue;
    std::string& text = record[role];
    if (!text.empty()) text.push_back(' ');
    text += field.size() > longest_field ? first_code_points(field, longest_field) : std::string(field);
  }
  return record;
}

void append(std::string& text, const Evidence& evidence) {
  text += evidence.field;
  if (!evidence.level.empty()) text += " " + evidence.level;
  text += " " + std::to_string(evidence.weight);
  if (!evidence.left.empty() || !evidence.right.empty())
    text += ": " + evidence.left + " | " + evidence.right;
}

}  // namespace

ListMatching::ListMatching(const std::string& kind)
    : lists_(make_lists(kind == "customers" ? RecordKind::customers : RecordKind::items)) {}

char* ListMatching::make_room(std::size_t bytes) {
  room_.resize(bytes);
  return room_.data();
}

bool ListMatching::add(const std::string& side, const std::string& roles) {
  const auto known = roles_of(roles);
  if (!known) return false;
  std::string_view rows(room_.data(), room_.size());
  while (!rows.empty()) {
    const MatchRecord record = record_of(take_until(rows, end_of_row), *known);
    if (side == "left")
      lists_->add_left(record);
    else
      lists_->add_right(record);
  }
  room_ = {};
  return true;
}

std::size_t ListMatching::match(bool one_to_one, bool estimate_prior) {
  if (estimate_prior) lists_->estimate_prior();
  return keep(lists_->match({.one_to_one = one_to_one}), false);
}

std::size_t ListMatching::find_duplicates() { return keep(lists_->find_duplicates(), true); }

std::size_t ListMatching::compare_rows(bool one_to_one) {
  return keep(lists_->compare_rows({.one_to_one = one_to_one}), false);
}

std::size_t ListMatching::keep(std::vector<ListPair> pairs, bool within) {
  pairs_ = std::move(pairs);
  within_ = within;
  numbers_.clear();
  for (const ListPair& pair : pairs_) {
    const int link = pair.outcome == Outcome::link ? 1 : 0;
    for (const int number : {static_cast<int>(pair.left), static_cast<int>(pair.right), pair.score, link})
      numbers_.push_back(number);
  }
  return pairs_.size();
}

std::string ListMatching::evidence(std::size_t from, std::size_t count) const {
  std::string text;
  const std::size_t end = std::min(pairs_.size(), from + std::min(count, pairs_.size()));
  for (std::size_t at = from; at < end; ++at) {
    bool first = true;
    for (const Evidence& one : lists_->explain(pairs_[at], within_)) {
      if (!std::exchange(first, false)) text += "; ";
      append(text, one);
    }
    text.push_back(end_of_row);
  }
  return text;
}

}  // namespace sidebill
