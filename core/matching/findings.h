// What the comparison of two records found: clues, each made of signals.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/matching/clue.h"

namespace sidebill {

/// What a clue is about; its name is what `Evidence::field` says.
enum class Field : std::uint8_t {
  name,
  legal_form,
  email,
  phone,
  website,
  street,
  postcode,
  city,
  region,
  country,
  household,
  sku,
  code,
  quantity,
  colour,
  number,
  text,
  price,
};
const char* text_of(Field value);

/// How the two values of a clue stand to each other; its name is what `Evidence::level` says.
enum class Level : std::uint8_t { same, alike, within, overlaps, touches, elsewhere, differs };
const char* text_of(Level value);

struct Clue {
  Field field{};
  Level level{};
  std::uint8_t left = 0, right = 0;  // which of several values: of the names, the one compared
};

/// Without memory requests, as it is made for every candidate of every record.
class Findings {
 public:
  struct Measured {
    Signal signal{};
    std::uint8_t clue = 0;
    std::int16_t amount = 0;  // in tenths: 10 for what was found once
  };

  /// Begins a clue; the signals that follow are its own.
  void begin(Clue clue) { clues_[clue_count_++] = clue; }
  void add(Signal signal, int amount = 10) {
    measured_[measured_count_++] = {signal, static_cast<std::uint8_t>(clue_count_ - 1),
                                    static_cast<std::int16_t>(amount)};
  }
  /// The clue begun last turns out to be of this level.
  void relevel(Level level) { clues_[clue_count_ - 1].level = level; }
  void add(Clue clue, Signal signal, int amount = 10) {
    begin(clue);
    add(signal, amount);
  }

  const Clue* clues() const { return clues_.data(); }
  std::size_t clue_count() const { return clue_count_; }
  const Measured* begin() const { return measured_.data(); }
  const Measured* end() const { return measured_.data() + measured_count_; }

 private:
  std::array<Clue, 16> clues_{};
  std::array<Measured, 40> measured_{};
  std::size_t clue_count_ = 0, measured_count_ = 0;
};

/// Points of each signal when it was found once, in hundredths of a bit of evidence.
using Weights = std::array<std::int16_t, signal_count>;

/// The score: each signal's weight times its amount, rounded toward zero one by one, so that the points of
/// the clues sum to it exactly.
int score_of(const Findings& findings, const Weights& weights);
int points_of(const Findings::Measured& measured, const Weights& weights);

}  // namespace sidebill
