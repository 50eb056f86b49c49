#include "core/matching/document_weights.h"

namespace sidebill {

namespace {

constexpr DocumentWeight tie_weights[] = {
    {"customer", "linked", 150},
    {"customer", "matched", 120},
    {"customer", "possible", 0},
    {"customer", "differs", -500},
    {"currency", "same", 0},
    {"currency", "differs", -500},
    {"amount", "same", 450},
    {"amount", "same-with-tax", 450},
    {"amount", "rest", 400},
    {"amount", "share", 150},
    {"amount", "near", 150},
    {"amount", "less", -100},
    {"amount", "more", -300},
    {"amount", "far", -500},
    {"date", "same-week", 250},
    {"date", "same-month", 150},
    {"date", "same-quarter", 0},
    {"date", "same-year", -150},
    {"date", "while-billing", 50},
    {"date", "before-deal", -400},
    {"date", "far", -400},
    {"lines", "same", 350},
    {"lines", "within", 300},
    {"lines", "alike", 100},
    {"lines", "overlaps", 50},
    {"lines", "touches", 0},
    {"lines", "same-amounts", 200},
    {"lines", "differs", -200},
    {"reference", "same", 600},
    {"reference", "name", 400},
    {"reference", "name-part", 100},
    {"reference", "absent", -50},
    {"billed", "beyond", -400},
};

constexpr DocumentWeight radar_weights[] = {
    {"customer", "same", 0},
    {"customer", "differs", -600},
    {"amount", "same", 400},
    {"amount", "near", 100},
    {"amount", "part", -200},
    {"amount", "differs", -500},
    {"date", "same-day", 250},
    {"date", "days", 200},
    {"date", "fortnight", 50},
    {"date", "weeks", -100},
    {"date", "month-apart", -350},
    {"date", "far", -400},
    {"lines", "same", 300},
    {"lines", "within", 100},
    {"lines", "alike", 100},
    {"lines", "overlaps", 0},
    {"lines", "touches", -50},
    {"lines", "same-amounts", 100},
    {"lines", "differs", -250},
    {"number", "same", 500},
    {"number", "differs", 0},
    {"reference", "same", 250},
    {"reference", "differs", -300},
};

template <std::size_t count>
constexpr DocumentConfiguration configured(const DocumentWeight (&weights)[count], int prior, int link, int margin,
                                           int ask) {
  return {weights, count, prior, link, margin, ask};
}

constexpr DocumentConfiguration tie = configured(tie_weights, -300, 400, 250, -100);
constexpr DocumentConfiguration radar = configured(radar_weights, -300, 400, 0, 0);

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
