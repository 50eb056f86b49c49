#include "core/matching/spelling.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <cstdlib>

#include "core/base/words.h"
#include "core/matching/nicknames.h"

namespace sidebill {

namespace {

constexpr std::size_t longest = 63;

struct Common {
  int matches = 0;
  int out_of_order = 0;
};

/// Letters that both have near the same place.
Common common_letters(std::string_view left, std::string_view right) {
  const int n = static_cast<int>(left.size()), m = static_cast<int>(right.size());
  const int window = std::max(0, std::max(n, m) / 2 - 1);
  std::uint64_t used = 0;
  std::array<char, longest + 1> found{};
  Common common;
  for (int i = 0; i < n; ++i) {
    for (int j = std::max(0, i - window); j <= std::min(m - 1, i + window); ++j) {
      if ((used >> j & 1U) != 0 || left[static_cast<std::size_t>(i)] != right[static_cast<std::size_t>(j)])
        continue;
      used |= std::uint64_t{1} << j;
      found[static_cast<std::size_t>(common.matches++)] = left[static_cast<std::size_t>(i)];
      break;
    }
  }
  for (int j = 0, next = 0; j < m; ++j) {
    if ((used >> j & 1U) == 0) continue;
    if (found[static_cast<std::size_t>(next++)] != right[static_cast<std::size_t>(j)]) ++common.out_of_order;
  }
  return common;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool stands_in_order(std::string_view letters, std::string_view word) {
  std::size_t at = 0;
  for (const char c : word) {
    if (at < letters.size() && c == letters[at]) ++at;
  }
  return at == letters.size();
}

/// How many letters of each have no partner in the other at least: most words have too many to be alike, and
/// their letters as two sets of bits show it.
struct Lonely {
  int left = 0, right = 0;
};

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters |= std::uint32_t{1} << (static_cast<unsigned char>(c) & 31U);
  return letters;
}

int count_of(std::uint32_t bits) { return static_cast<int>(std::bitset<32>(bits).count()); }

Lonely lonely_letters(std::string_view left, std::string_view right) {
  const std::uint32_t mine = letters_of(left), theirs = letters_of(right);
  return {count_of(mine & ~theirs), count_of(theirs & ~mine)};
}

constexpr int whole = 10000;

/// Of so many letters in common, so many of them out of order.
int winkler_of(std::string_view left, std::string_view right, int matches, int out_of_order) {
  if (matches <= 0) return 0;
  const int n = static_cast<int>(left.size()), m = static_cast<int>(right.size());
  const int jaro =
      (whole * matches / n + whole * matches / m + whole * (matches - out_of_order / 2) / matches) / 3;
  const auto begins = std::mismatch(left.begin(), left.begin() + std::min({4, n, m}), right.begin());
  const int prefix = static_cast<int>(begins.first - left.begin());
  return std::min(99, (jaro + prefix * (whole - jaro) / 10) / 100);
}

/// What `jaro_winkler` gives at most.
int most_winkler(std::string_view left, std::string_view right, Lonely lonely) {
  const int matches =
      std::min(static_cast<int>(left.size()) - lonely.left, static_cast<int>(right.size()) - lonely.right);
  return winkler_of(left, right, matches, 0);
}

/// The agreement of two words that are spelled alike.
int spelling_agreement(std::string_view left, std::string_view right) {
  const std::size_t shorter = std::min(left.size(), right.size());
  const Lonely lonely = lonely_letters(left, right);
  if (shorter >= 4) {
    const int limit = shorter >= 7 ? 2 : 1;
    // An edit gives at most one letter of each a partner.
    const int edits =
        std::max(lonely.left, lonely.right) > limit ? limit + 1 : edits_between(left, right, limit);
    if (edits <= limit) return edits == 1 ? 9 : 8;
  }
  if (is_short_form(left, right)) return 7;
  if (shorter < 3 || most_winkler(left, right, lonely) < 85) return 0;
  const int likeness = jaro_winkler(left, right);
  if (likeness >= 90) return 7;
  return likeness >= 85 && shorter >= 4 ? 6 : 0;
}

}  // namespace

int jaro_winkler(std::string_view left, std::string_view right) {
  if (left == right) return 100;
  if (left.empty() || right.empty() || left.size() > longest || right.size() > longest) return 0;
  const Common common = common_letters(left, right);
  return winkler_of(left, right, common.matches, common.out_of_order);
}

int edits_between(std::string_view left, std::string_view right, int limit) {
  const int n = static_cast<int>(left.size()), m = static_cast<int>(right.size());
  if (std::abs(n - m) > limit || left.size() > longest || right.size() > longest) return limit + 1;
  // Three rows of the table in turn, of which only what is near the diagonal can be within the limit.
  const int beyond = limit + 1;
  std::array<std::array<int, longest + 2>, 3> rows;
  for (int j = 0; j <= std::min(m, beyond); ++j) rows[0][static_cast<std::size_t>(j)] = j;
  for (int i = 1; i <= n; ++i) {
    const auto& before = rows[static_cast<std::size_t>(i + 1) % 3];
    const auto& last = rows[static_cast<std::size_t>(i + 2) % 3];
    auto& now = rows[static_cast<std::size_t>(i) % 3];
    const int from = std::max(1, i - limit), to = std::min(m, i + limit);
    now[static_cast<std::size_t>(from - 1)] = from == 1 ? i : beyond;
    int least = now[static_cast<std::size_t>(from - 1)];
    for (int at = from; at <= to; ++at) {
      const auto j = static_cast<std::size_t>(at), k = static_cast<std::size_t>(i);
      const int replaced = last[j - 1] + (left[k - 1] == right[j - 1] ? 0 : 1);
      const int added = at == i + limit ? beyond : last[j] + 1;
      now[j] = std::min({added, now[j - 1] + 1, replaced});
      const bool swapped = i > 1 && at > 1 && left[k - 1] == right[j - 2] && left[k - 2] == right[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
      least = std::min(least, now[j]);
    }
    if (least > limit) return beyond;
  }
  return std::min(rows[static_cast<std::size_t>(n) % 3][static_cast<std::size_t>(m)], beyond);
}

bool is_short_form(std::string_view left, std::string_view right) {
  const std::string_view form = left.size() < right.size() ? left : right;
  const std::string_view word = left.size() < right.size() ? right : left;
  if (form.size() < 3 || form.size() + 2 > word.size() || form.front() != word.front()) return false;
  if (word.substr(0, form.size()) == form) return true;
  return std::none_of(form.begin() + 1, form.end(), is_vowel) && stands_in_order(form, word);
}

int word_agreement(std::string_view left, std::string_view right, bool of_person) {
  if (left == right) return 10;
  if (left.empty() || right.empty()) return 0;
  if (left.size() == 1 || right.size() == 1) return of_person && left.front() == right.front() ? 5 : 0;
  if (has_digit(left) || has_digit(right)) return 0;
  return share_a_given_name(left, right) ? 9 : spelling_agreement(left, right);
}

}  // namespace sidebill
