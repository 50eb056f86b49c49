// Words that a list holds, looked up at once.
#pragma once

#include <string_view>
#include <unordered_set>

namespace sidebill {

class WordSet {
 public:
  /// Words with single spaces between; the text outlives the set.
  explicit WordSet(std::string_view words) {
    while (!words.empty()) {
      const std::string_view word = words.substr(0, words.find(' '));
      if (!word.empty()) words_.insert(word);
      words.remove_prefix(word.size() < words.size() ? word.size() + 1 : word.size());
    }
  }

  bool has(std::string_view word) const { return words_.find(word) != words_.end(); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace sidebill
