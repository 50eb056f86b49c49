#include "core/matching/trigram_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace sidebill;

namespace {

class Words {
 public:
  explicit Words(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t end) { return (state_ = state_ * 1664525U + 1013904223U) / 65536U % end; }

  /// Of few syllables, so that many texts have much in common; now and then with letters of another script.
  std::string text() {
    static const char* const syllables[] = {"an", "der", "ber", "lin",          "go",
                                            "to", "mar", "ka",  "\u0436\u0438", "\u6771"};
    std::string text;
    for (std::uint32_t words = 1 + below(4); words > 0; --words) {
      if (!text.empty()) text += ' ';
      for (std::uint32_t parts = 1 + below(4); parts > 0; --parts)
        text += syllables[below(below(3) == 0 ? 10 : 8)];
    }
    return text;
  }

 private:
  std::uint32_t state_;
};

bool are_same(const std::vector<Hit>& some, const std::vector<Hit>& all) {
  const auto same = [](const Hit& a, const Hit& b) {
    return a.record == b.record && a.likeness == b.likeness;
  };
  return some.size() <= all.size() && std::equal(some.begin(), some.end(), all.begin(), same);
}

std::set<std::string> trigrams_of(const std::string& text) {
  const std::string padded = " " + text + " ";
  std::set<std::string> trigrams;
  for (std::size_t at = 0; at + 3 <= padded.size(); ++at) trigrams.insert(padded.substr(at, 3));
  return trigrams;
}

/// The cosine of both texts' trigrams, weighed by how many of the texts have them.
double cosine_of(const std::string& left, const std::string& right, const std::vector<std::string>& texts) {
  const auto weight = [&](const std::string& trigram) {
    const auto with = std::count_if(texts.begin(), texts.end(), [&](const std::string& text) {
      return trigrams_of(text).count(trigram) > 0;
    });
    return std::pow(std::log2((static_cast<double>(texts.size()) + 1) / (static_cast<double>(with) + 0.5)),
                    2);
  };
  double shared = 0, left_norm = 0, right_norm = 0;
  const auto mine = trigrams_of(left), theirs = trigrams_of(right);
  for (const std::string& trigram : mine) {
    left_norm += weight(trigram);
    if (theirs.count(trigram) > 0) shared += weight(trigram);
  }
  for (const std::string& trigram : theirs) right_norm += weight(trigram);
  return shared / std::sqrt(left_norm * right_norm);
}

}  // namespace

TEST_CASE("trigram index: the likeness is the cosine of the weighted trigrams") {
  const std::vector<std::string> texts = {
      "harbour lights bakery", "harbour nights", "oak bakery", "jon andersson",
      "jan anderson",          "zoe quill",      "oslo paint", "lund paint"};
  TrigramIndex index;
  for (std::uint32_t i = 0; i < texts.size(); ++i) index.put(i, texts[i]);
  for (const std::string& asked : texts) {
    for (const Hit& hit : index.most_like(asked, 10)) {
      CAPTURE(asked);
      CAPTURE(texts[hit.record]);
      CHECK(static_cast<double>(hit.likeness) ==
            doctest::Approx(cosine_of(asked, texts[hit.record], texts)).epsilon(0.02));
    }
  }
}

TEST_CASE("trigram index: the best few are exactly those of all") {
  Words words(3);
  TrigramIndex index;
  for (std::uint32_t record = 0; record < 3000; ++record) index.put(record * 2, words.text());
  for (int round = 0; round < 300; ++round) {
    const std::string asked = words.text();
    CAPTURE(asked);
    const std::vector<Hit> all = index.most_like(asked, 100000);
    for (const std::size_t count : {0U, 1U, 2U, 5U, 12U, 50U, 700U}) {
      const std::vector<Hit> best = index.most_like(asked, count);
      REQUIRE(best.size() == std::min(count, all.size()));
      REQUIRE(are_same(best, all));
    }
  }
}

TEST_CASE("trigram index: one that was changed answers as one built afresh") {
  Words words(11);
  TrigramIndex changed;
  std::map<std::uint32_t, std::string> texts;
  for (int step = 0; step < 4000; ++step) {
    const std::uint32_t record = words.below(500);
    if (words.below(3) == 0) {
      changed.remove(record);
      texts.erase(record);
    } else {
      texts[record] = words.text();
      changed.put(record, texts[record]);
    }
  }
  TrigramIndex fresh;
  for (const auto& [record, text] : texts) fresh.put(record, text);
  CHECK(changed.size() == texts.size());
  for (int round = 0; round < 100; ++round) {
    const std::string asked = words.text();
    const auto expected = fresh.most_like(asked, 20), found = changed.most_like(asked, 20);
    REQUIRE(found.size() == expected.size());
    REQUIRE(are_same(found, expected));
  }
}

TEST_CASE("trigram index: records whose numbers are far apart are found as those that stand together") {
  Words words(29);
  TrigramIndex apart, together;
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t from : {0U, 65'300U, 131'072U, 327'000U}) {
    for (std::uint32_t i = 0; i < 400; ++i) numbers.push_back(from + i);
  }
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    const std::string text = words.text();
    apart.put(numbers[i], text);
    together.put(i, text);
  }
  for (std::uint32_t i = 400; i < 900; ++i) {
    apart.remove(numbers[i]);
    together.remove(i);
  }
  for (int round = 0; round < 100; ++round) {
    const std::string asked = words.text();
    for (const std::size_t count : {1U, 8U, 400U}) {
      std::vector<Hit> expected = together.most_like(asked, count);
      for (Hit& hit : expected) hit.record = numbers[hit.record];
      const std::vector<Hit> found = apart.most_like(asked, count);
      REQUIRE(found.size() == expected.size());
      REQUIRE(are_same(found, expected));
    }
  }
}

TEST_CASE("trigram index: texts of a megabyte, of nothing and of unknown letters") {
  TrigramIndex index;
  CHECK(index.most_like("anything", 5).empty());
  index.put(1, "");
  index.put(2, std::string(1'000'000, 'x') + " harbour");
  std::string varied;
  Words words(5);
  while (varied.size() < 1'000'000) varied += words.text() + ' ';
  index.put(3, varied);
  index.put(4, "harbour lights");
  CHECK(index.size() == 3);
  CHECK(index.most_like("harbour lights", 5).front().record == 4);
  CHECK(index.most_like(varied, 1).front().record == 3);
  CHECK(index.most_like("\u0416", 5).empty());
  CHECK(index.most_like("", 5).empty());
}
