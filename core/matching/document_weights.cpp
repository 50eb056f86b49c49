#include "core/matching/document_weights.h"

namespace sidebill {

namespace {

constexpr DocumentWeight tie_weights[] = {
    {"customer", "matched", 95},    {"customer", "linked", 49},     {"customer", "differs", -300},
    {"currency", "same", 4},        {"currency", "differs", -300},  {"amount", "rest", 822},
    {"amount", "share", 582},       {"amount", "same", 361},        {"amount", "same-with-tax", 195},
    {"amount", "near", 98},         {"amount", "more", -155},       {"amount", "less", -257},
    {"amount", "far", -567},        {"date", "same-week", 504},     {"date", "same-month", 273},
    {"date", "same-quarter", 191},  {"date", "while-billing", 161}, {"date", "same-year", -83},
    {"date", "before-deal", -250},  {"date", "far", -666},          {"lines", "within", 411},
    {"lines", "same-amounts", 222}, {"lines", "same", 80},          {"lines", "alike", 28},
    {"lines", "overlaps", 14},      {"lines", "touches", -362},     {"lines", "differs", -385},
    {"reference", "same", 565},     {"reference", "name", 283},     {"reference", "absent", -60},
    {"billed", "beyond", -400},
};

constexpr DocumentWeight radar_weights[] = {
    {"customer", "same", 100},  {"customer", "differs", -600}, {"amount", "same", 511},
    {"amount", "near", 34},     {"amount", "differs", -559},   {"amount", "part", -658},
    {"date", "days", 486},      {"date", "fortnight", 483},    {"date", "same-day", 436},
    {"date", "weeks", 269},     {"date", "far", -548},         {"date", "month-apart", -822},
    {"lines", "overlaps", 428}, {"lines", "same", 80},         {"lines", "same-amounts", 65},
    {"lines", "differs", -150}, {"number", "same", 500},       {"number", "differs", -11},
    {"reference", "same", 147}, {"reference", "differs", -7},
};

template <std::size_t count>
constexpr DocumentConfiguration configured(const DocumentWeight (&weights)[count], int prior, int link,
                                           int margin, int ask) {
  return {weights, count, prior, link, margin, ask};
}

constexpr DocumentConfiguration tie = configured(tie_weights, -189, 350, 250, -100);
constexpr DocumentConfiguration radar = configured(radar_weights, -603, 400, 0, 100);

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

void DocumentEvidence::say(std::string_view field, std::string_view level, std::string left,
                           std::string right) {
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
