#include "core/matching/compare_names.h"

#include <algorithm>

#include "core/matching/alike_words.h"
#include "core/matching/spelling.h"

namespace sidebill {

namespace {

/// More words than a name has: what stands behind them is not compared.
constexpr std::size_t most_words = 24;
constexpr int most_information = 130;

/// What an initial says: a word of one letter is no find and no loss.
constexpr int information_of_initial = 10;

class Pairing {
 public:
  Pairing(const std::vector<WordId>& left, const std::vector<WordId>& right, bool of_person,
          const Lexicon& lexicon)
      : left_(left.data()),
        right_(right.data()),
        left_count_(std::min(left.size(), most_words)),
        right_count_(std::min(right.size(), most_words)),
        of_person_(of_person),
        lexicon_(lexicon) {}

  NameComparison result() {
    pair_same();
    if (open_left_ > 0 && open_right_ > 0) {
      pair_joined(left_, left_count_, left_used_, right_, right_count_, right_used_);
      pair_joined(right_, right_count_, right_used_, left_, left_count_, left_used_);
      pair_alike();
    }
    names_.left_over = over(left_, left_count_, left_used_);
    names_.right_over = over(right_, right_count_, right_used_);
    return names_;
  }

 private:
  using Used = std::array<bool, most_words>;

  void pair_same() {
    open_left_ = left_count_;
    open_right_ = right_count_;
    for (std::size_t i = 0; i < left_count_; ++i) {
      for (std::size_t j = 0; j < right_count_; ++j) {
        if (right_used_[j] || left_[i] != right_[j]) continue;
        left_used_[i] = right_used_[j] = true;
        names_.shared += lexicon_.information(left_[i]);
        --open_left_;
        --open_right_;
        break;
      }
    }
  }

  /// Neighbours that the other side writes as one word.
  void pair_joined(const WordId* parts, std::size_t part_count, Used& part_used, const WordId* wholes,
                   std::size_t whole_count, Used& whole_used) {
    for (std::size_t i = 0; i + 1 < part_count; ++i) {
      if (part_used[i] || part_used[i + 1]) continue;
      const std::string joined = lexicon_.word(parts[i]) + lexicon_.word(parts[i + 1]);
      for (std::size_t j = 0; j < whole_count; ++j) {
        if (whole_used[j] || !is_joined(joined, lexicon_.word(wholes[j]))) continue;
        part_used[i] = part_used[i + 1] = whole_used[j] = true;
        const int information = lexicon_.information(parts[i]) + lexicon_.information(parts[i + 1]);
        share(std::min(most_information, information), 9);
        break;
      }
    }
  }

  static bool is_joined(const std::string& joined, const std::string& whole) {
    return joined == whole || (joined.size() > 7 && edits_between(joined, whole, 1) <= 1);
  }

  void pair_alike() {
    const AlikeOrder order(left_, right_, lexicon_);
    std::array<AlikeWords, most_words * most_words> pairs;
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < left_count_; ++i) {
      if (left_used_[i]) continue;
      const std::string& mine = lexicon_.word(left_[i]);
      for (std::uint32_t j = 0; j < right_count_; ++j) {
        const int agreement = right_used_[j] ? 0 : word_agreement(mine, lexicon_.word(right_[j]), of_person_);
        if (agreement > 0) pairs[count++] = order.pair(agreement, i, j);
      }
    }
    std::sort(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(count), order);
    for (std::size_t k = 0; k < count; ++k) {
      const AlikeWords& pair = pairs[k];
      if (left_used_[pair.left] || right_used_[pair.right]) continue;
      left_used_[pair.left] = right_used_[pair.right] = true;
      share(pair.information, pair.agreement);
    }
  }

  void share(int information, int agreement) {
    names_.shared += information * agreement / 10;
    names_.spelled_same = false;
  }

  int over(const WordId* words, std::size_t count, const Used& used) const {
    int information = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (used[i]) continue;
      information +=
          lexicon_.word(words[i]).size() == 1 ? information_of_initial : lexicon_.information(words[i]);
    }
    return information;
  }

  const WordId* left_;
  const WordId* right_;
  const std::size_t left_count_, right_count_;
  const bool of_person_;
  const Lexicon& lexicon_;
  Used left_used_{}, right_used_{};
  std::size_t open_left_ = 0, open_right_ = 0;
  NameComparison names_;
};

int share_of(int shared, int over) { return shared + over == 0 ? 0 : 100 * shared / (shared + over); }

}  // namespace

NameComparison compare_names(const std::vector<WordId>& left, const std::vector<WordId>& right,
                             bool of_person, const Lexicon& lexicon) {
  return Pairing(left, right, of_person, lexicon).result();
}

int shared_of_left(const NameComparison& names) { return share_of(names.shared, names.left_over); }
int shared_of_right(const NameComparison& names) { return share_of(names.shared, names.right_over); }

}  // namespace sidebill
