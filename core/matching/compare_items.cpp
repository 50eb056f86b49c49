#include "core/matching/compare_items.h"

#include <algorithm>
#include <cmath>

#include "core/base/words.h"
#include "core/matching/alike_words.h"
#include "core/matching/spelling.h"

namespace sidebill {

namespace {

/// How alike two bags of words are: the cosine of what they say, in hundredths, and what they share, in
/// tenths of a bit.
struct Likeness {
  int cosine = 0;
  int shared = 0;
};

constexpr std::size_t most_words = 64;  // of a description: what stands behind them is not compared

std::size_t counted(const std::vector<WordId>& words) { return std::min(words.size(), most_words); }

/// Words that both have, and words spelled alike, paired once each. Source: Cohen, Ravikumar and Fienberg, A
/// comparison of string distance metrics for name-matching tasks (2003), SoftTFIDF
class Bags {
 public:
  Bags(const std::vector<WordId>& left, const std::vector<WordId>& right, const Lexicon& lexicon)
      : left_(left), right_(right), lexicon_(lexicon) {}

  Likeness likeness() {
    for (std::size_t j = 0; j < counted(right_); ++j) right_norm_ += square(lexicon_.information(right_[j]));
    for (std::size_t i = 0; i < counted(left_); ++i) {
      left_norm_ += square(lexicon_.information(left_[i]));
      if (!share_same(left_[i])) alone_.push_back(left_[i]);
    }
    share_alike();
    Likeness likeness;
    likeness.shared = shared_;
    const double norms =
        std::sqrt(static_cast<double>(left_norm_)) * std::sqrt(static_cast<double>(right_norm_));
    likeness.cosine = norms > 0 ? static_cast<int>(100.0 * static_cast<double>(product_) / norms) : 0;
    return likeness;
  }

 private:
  static std::int64_t square(int information) { return static_cast<std::int64_t>(information) * information; }

  bool share_same(WordId word) {
    const auto end = right_.begin() + static_cast<std::ptrdiff_t>(counted(right_));
    const auto found = std::lower_bound(right_.begin(), end, word);
    if (found == end || *found != word) return false;
    used_[static_cast<std::size_t>(found - right_.begin())] = true;
    add(lexicon_.information(word), 10);
    return true;
  }

  void share_alike() {
    const AlikeOrder order(alone_.data(), right_.data(), lexicon_);
    std::vector<AlikeWords> pairs;
    for (std::uint32_t i = 0; i < alone_.size(); ++i) {
      const std::string& mine = lexicon_.word(alone_[i]);
      if (has_digit(mine)) continue;
      for (std::uint32_t j = 0; j < counted(right_); ++j) {
        const int agreement = used_[j] ? 0 : word_agreement(mine, lexicon_.word(right_[j]), false);
        if (agreement > 0) pairs.push_back(order.pair(agreement, i, j));
      }
    }
    std::sort(pairs.begin(), pairs.end(), order);
    std::array<bool, most_words> used_alone{};
    for (const AlikeWords& pair : pairs) {
      if (used_alone[pair.left] || used_[pair.right]) continue;
      used_alone[pair.left] = used_[pair.right] = true;
      add(pair.information, pair.agreement);
    }
  }

  void add(int information, int agreement) {
    product_ += square(information) * agreement / 10;
    shared_ += information * agreement / 10;
  }

  const std::vector<WordId>& left_;
  const std::vector<WordId>& right_;
  const Lexicon& lexicon_;
  std::array<bool, most_words> used_{};
  std::vector<WordId> alone_;
  std::int64_t left_norm_ = 0, right_norm_ = 0, product_ = 0;
  int shared_ = 0;
};

bool is_letters_and_digits(const std::string& code) {
  return has_digit(code) &&
         std::any_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_model_number(const std::vector<std::string>& codes) {
  return std::any_of(codes.begin(), codes.end(),
                     [](const std::string& code) { return code.size() >= 5 && is_letters_and_digits(code); });
}

/// One contains the other: a SKU is often a model number with letters around it.
bool one_in_other(const std::string& left, const std::string& right) {
  constexpr std::size_t shortest = 4;
  if (left.size() < shortest || right.size() < shortest) return false;
  return left.find(right) != std::string::npos || right.find(left) != std::string::npos;
}

class Comparing {
 public:
  Comparing(const ItemFeatures& left, const ItemFeatures& right, const Lexicon& lexicon)
      : left_(left), right_(right), lexicon_(lexicon) {}

  Findings findings() {
    compare_name();
    compare_text();
    compare_sku();
    compare_codes();
    compare_quantities();
    compare_colours();
    compare_numbers();
    compare_prices();
    return found_;
  }

 private:
  static Level level_of(int cosine) {
    return cosine >= 100  ? Level::same
           : cosine >= 80 ? Level::alike
           : cosine >= 50 ? Level::overlaps
           : cosine > 0   ? Level::touches
                          : Level::differs;
  }

  void compare_name() {
    if (left_.name_words.empty() || right_.name_words.empty()) return;
    const Likeness likeness = Bags(left_.name_words, right_.name_words, lexicon_).likeness();
    found_.begin({Field::name, level_of(likeness.cosine)});
    found_.add(Signal::item_name_likeness, likeness.cosine / 10);
    found_.add(Signal::item_name_likeness_squared, likeness.cosine * likeness.cosine / 1000);
    found_.add(Signal::item_name_information, std::min(400, likeness.shared) / 10);
  }

  /// Name and description together: what one says in its name, the other may say in its description.
  void compare_text() {
    if (left_.description.words.empty() && right_.description.words.empty()) return;
    const Likeness likeness = Bags(left_.all_words, right_.all_words, lexicon_).likeness();
    found_.begin({Field::text, level_of(likeness.cosine)});
    found_.add(Signal::item_text_likeness, likeness.cosine / 10);
    found_.add(Signal::item_text_information, std::min(600, likeness.shared) / 10);
  }

  void compare_sku() {
    if (left_.sku.empty() || right_.sku.empty()) return;
    if (left_.sku == right_.sku) {
      found_.add({Field::sku, Level::same}, Signal::sku_same);
    } else if (one_in_other(left_.sku, right_.sku)) {
      found_.add({Field::sku, Level::alike}, Signal::sku_alike);
    } else {
      found_.add({Field::sku, Level::differs}, Signal::sku_differs);
    }
  }

  // Model numbers

  /// The most that a code says which both have; 0 when they have none in common.
  int information_of_shared(const std::vector<std::string>& left, const std::vector<std::string>& right,
                            std::size_t shortest) const {
    int most = 0;
    for (const std::string& code : left) {
      if (code.size() < shortest || !std::binary_search(right.begin(), right.end(), code)) continue;
      most = std::max(most, lexicon_.information_of(code));
    }
    return most;
  }

  template <class Test>
  bool any_pair(Test test) const {
    return std::any_of(left_.codes.begin(), left_.codes.end(), [&](const std::string& left) {
      return std::any_of(right_.codes.begin(), right_.codes.end(),
                         [&](const std::string& right) { return test(left, right); });
    });
  }

  static bool same_stem(const std::string& left, const std::string& right) {
    const std::string stem = code_stem(left);
    return stem.size() >= 5 && stem == code_stem(right);
  }

  /// What follows the stem begins alike, or one has nothing there.
  static bool same_ending(const std::string& left, const std::string& right) {
    const std::size_t stem = code_stem(left).size();
    return same_stem(left, right) &&
           (left.size() == stem || right.size() == stem || left[stem] == right[stem]);
  }

  void compare_codes() {
    if (const int in_names = information_of_shared(left_.name.codes, right_.name.codes, 1)) {
      add_code(Level::same, Signal::code_same, in_names);
    } else if (const int anywhere = information_of_shared(left_.codes, right_.codes, 4)) {
      add_code(Level::elsewhere, Signal::code_in_text, anywhere);
    } else if (any_pair(one_in_other)) {
      found_.add({Field::code, Level::alike}, Signal::code_alike);
    } else if (any_pair(same_ending)) {
      found_.add({Field::code, Level::within}, Signal::code_same_stem);
    } else if (any_pair(same_stem)) {
      found_.add({Field::code, Level::overlaps}, Signal::code_other_ending);
    } else if (has_model_number(left_.codes) && has_model_number(right_.codes)) {
      found_.add({Field::code, Level::differs}, Signal::code_differs);
    }
  }

  void add_code(Level level, Signal signal, int information) {
    found_.add({Field::code, level}, signal);
    found_.add(Signal::code_information, information / 10);
  }

  // Variants of one product

  void compare_quantities() {
    bool same = false, differs = false, comparable = false;
    for (const Quantity& mine : quantities(left_)) {
      bool met = false, hit = false;
      for (const Quantity& theirs : quantities(right_)) {
        met = met || mine.unit == theirs.unit;
        hit = hit || mine == theirs;
      }
      comparable = comparable || met;
      same = same || hit;
      differs = differs || (met && !hit);
    }
    if (same && differs)
      found_.add({Field::quantity, Level::overlaps}, Signal::quantity_mixed);
    else if (same)
      found_.add({Field::quantity, Level::same}, Signal::quantity_same);
    else if (differs)
      found_.add({Field::quantity, Level::differs}, Signal::quantity_differs);
    else if (!comparable && !quantities(left_).empty() && !quantities(right_).empty())
      found_.add({Field::quantity, Level::elsewhere}, Signal::quantity_elsewhere);
  }

  static std::vector<Quantity> quantities(const ItemFeatures& item) {
    std::vector<Quantity> all = item.name.quantities;
    all.insert(all.end(), item.description.quantities.begin(), item.description.quantities.end());
    return all;
  }

  static bool share_one(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::find_first_of(left.begin(), left.end(), right.begin(), right.end()) != left.end();
  }

  void compare_colours() {
    const auto& mine = left_.name.colours;
    const auto& theirs = right_.name.colours;
    if (mine.empty() && theirs.empty()) return;
    if (mine.empty() || theirs.empty()) {
      found_.add({Field::colour, Level::elsewhere}, Signal::colour_one_sided);
    } else if (share_one(mine, theirs)) {
      found_.add({Field::colour, Level::same}, Signal::colour_same);
    } else {
      found_.add({Field::colour, Level::differs}, Signal::colour_differs);
    }
  }

  void compare_numbers() {
    const auto& mine = left_.name.numbers;
    const auto& theirs = right_.name.numbers;
    if (mine.empty() || theirs.empty()) return;
    const bool agree = share_one(mine, theirs);
    found_.add({Field::number, agree ? Level::same : Level::differs},
               agree ? Signal::number_same : Signal::number_differs);
  }

  void compare_prices() {
    const std::int64_t lower = std::min(left_.price_minor, right_.price_minor);
    const std::int64_t higher = std::max(left_.price_minor, right_.price_minor);
    if (lower <= 0) return;
    if (higher == lower) {
      found_.add({Field::price, Level::same}, Signal::price_same);
    } else if (higher * 2 < lower * 3) {
      found_.add({Field::price, Level::alike}, Signal::price_near);
    } else if (higher < lower * 3) {
      found_.add({Field::price, Level::touches}, Signal::price_far);
    } else {
      found_.add({Field::price, Level::differs}, Signal::price_very_far);
    }
  }

  const ItemFeatures& left_;
  const ItemFeatures& right_;
  const Lexicon& lexicon_;
  Findings found_;
};

bool has_other_words(const std::vector<WordId>& words, const std::vector<WordId>& others,
                     const Lexicon& lexicon) {
  return std::any_of(words.begin(), words.end(), [&](WordId word) {
    return std::none_of(others.begin(), others.end(), [&](WordId other) {
      return word == other || word_agreement(lexicon.word(word), lexicon.word(other), false) > 0;
    });
  });
}

}  // namespace

bool each_has_other_words(const std::vector<WordId>& left, const std::vector<WordId>& right,
                          const Lexicon& lexicon) {
  return has_other_words(left, right, lexicon) && has_other_words(right, left, lexicon);
}

Findings compare_items(const ItemFeatures& left, const ItemFeatures& right, const Lexicon& lexicon) {
  return Comparing(left, right, lexicon).findings();
}

}  // namespace sidebill
