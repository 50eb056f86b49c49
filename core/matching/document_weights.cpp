#include "core/matching/document_weights.h"

namespace sidebill {

namespace {

constexpr DocumentWeight tie_weights[] = {
    {"customer", "matched", 99},
    {"customer", "linked", 57},
    {"customer", "differs", -300},
    {"currency", "same", 5},
    {"currency", "differs", -300},
    {"amount", "share", 651},
    {"amount", "rest", 555},
    {"amount", "same", 402},
    {"amount", "same-with-tax", 199},
    {"amount", "near", 109},
    {"amount", "more", -174},
    {"amount", "less", -277},
    {"amount", "far", -591},
    {"date", "same-week", 512},
    {"date", "same-month", 283},
    {"date", "same-quarter", 200},
    {"date", "while-billing", 192},
    {"date", "same-year", -98},
    {"date", "before-deal", -250},
    {"date", "far", -669},
    {"lines", "within", 457},
    {"lines", "same-amounts", 253},
    {"lines", "alike", 42},
    {"lines", "differs", -361},
    {"lines", "touches", -366},
    {"reference", "same", 569},
    {"reference", "name", 290},
    {"reference", "absent", -58},
    {"billed", "beyond", -400},
};

constexpr DocumentWeight radar_weights[] = {
    {"customer", "differs", -600},
    {"amount", "same", 602},
    {"amount", "near", 86},
    {"amount", "differs", -522},
    {"amount", "part", -619},
    {"date", "days", 495},
    {"date", "fortnight", 492},
    {"date", "same-day", 439},
    {"date", "weeks", 274},
    {"date", "far", -544},
    {"date", "month-apart", -825},
    {"lines", "overlaps", 436},
    {"lines", "same-amounts", 55},
    {"lines", "same", 46},
    {"lines", "differs", -150},
    {"number", "same", 500},
    {"number", "differs", -9},
    {"reference", "same", 145},
    {"reference", "differs", -5},
};

template <std::size_t count>
constexpr DocumentConfiguration configured(const DocumentWeight (&weights)[count], int prior, int link, int margin,
                                           int ask) {
  return {weights, count, prior, link, margin, ask};
}

constexpr DocumentConfiguration tie = configured(tie_weights, -213, 350, 250, -100);
constexpr DocumentConfiguration radar = configured(radar_weights, -566, 400, 0, 100);

int points_of(const DocumentConfiguration& configuration, std::string_view field, std::string_view level) {
  for (std::size_t i = 0; i < configuration.weight_count; ++i) {
    const DocumentWeight& row = configuration.weights[i];
    if (row.field == field && row.level == level) return row.points;
  }
  return 0;
}

}  // namespace

const DocumentConfiguration& tie_configuration() { return tie; }

const DocumentConfiguration& radar_configuration() { return radar; }

DocumentEvidence::DocumentEvidence(const DocumentConfiguration& configuration, std::string id)
    : configuration_(configuration), candidate_{std::move(id), configuration.prior, {}} {}

void DocumentEvidence::say(std::string_view field, std::string_view level, std::string left, std::string right) {
  say_measured(field, level, std::move(left), std::move(right), 0);
}

void DocumentEvidence::say_measured(std::string_view field, std::string_view level, std::string left,
                                    std::string right, int points) {
  const int weight = points_of(configuration_, field, level) + points;
  candidate_.score += weight;
  candidate_.evidence.push_back(
      {std::string(field), std::string(level), std::move(left), std::move(right), weight});
}

}  // namespace sidebill
