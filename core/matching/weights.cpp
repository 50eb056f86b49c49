#include "core/matching/weights.h"

namespace sidebill {

namespace {

struct Row {
  Signal signal;
  std::int16_t points;
};

template <std::size_t count>
Weights weights_of(const Row (&rows)[count]) {
  Weights weights{};
  for (const Row& row : rows) weights[static_cast<std::size_t>(row.signal)] = row.points;
  return weights;
}

constexpr int customer_prior = -306;

constexpr Row customer_rows[] = {
    {Signal::company_name_same, 170},
    {Signal::company_name_alike, 195},
    {Signal::company_name_within, 92},
    {Signal::company_name_overlaps, -24},
    {Signal::company_name_touches, -34},
    {Signal::company_name_differs, -194},
    {Signal::company_name_information, 126},
    {Signal::company_name_unshared, -115},
    {Signal::person_name_same, 397},
    {Signal::person_name_alike, 232},
    {Signal::person_name_within, 225},
    {Signal::person_name_overlaps, -528},
    {Signal::person_name_touches, -118},
    {Signal::person_name_differs, -247},
    {Signal::person_name_information, 213},
    {Signal::person_name_unshared, -174},
    {Signal::single_name_same, 146},
    {Signal::single_name_alike, 10},
    {Signal::single_name_within, 104},
    {Signal::single_name_differs, -138},
    {Signal::single_name_information, 175},
    {Signal::single_name_unshared, -147},
    {Signal::legal_form_same, 227},
    {Signal::legal_form_differs, -156},
    {Signal::email_same, 669},
    {Signal::email_shared_by_many, -19},
    {Signal::email_same_local, 1055},
    {Signal::email_alike, 602},
    {Signal::email_same_desk, 23},
    {Signal::email_same_domain, 173},
    {Signal::email_differs, -214},
    {Signal::email_differs_free, -240},
    {Signal::phone_same, 383},
    {Signal::phone_shared_by_many, -62},
    {Signal::phone_alike, 187},
    {Signal::phone_differs, -209},
    {Signal::website_differs, -115},
    {Signal::street_same, 325},
    {Signal::street_same_number, 376},
    {Signal::street_same_words, 331},
    {Signal::street_words_within, 147},
    {Signal::street_other_number, -357},
    {Signal::street_differs, -251},
    {Signal::street_information, 478},
    {Signal::postcode_differs, -213},
    {Signal::city_alike, 329},
    {Signal::city_differs, -210},
    {Signal::city_information, 432},
    {Signal::region_differs, -169},
    {Signal::country_differs, -78},
    {Signal::household_email, -34},
    {Signal::household_phone, -866},
    {Signal::household_street, -289},
};

constexpr int item_prior = -824;

constexpr Row item_rows[] = {
    {Signal::item_name_likeness, 532},
    {Signal::item_name_likeness_squared, 288},
    {Signal::item_name_information, 112},
    {Signal::item_text_information, 17},
    {Signal::sku_same, 635},
    {Signal::sku_differs, -354},
    {Signal::code_information, 495},
    {Signal::code_alike, 566},
    {Signal::code_same_stem, 431},
    {Signal::code_other_ending, 277},
    {Signal::code_differs, -339},
    {Signal::quantity_mixed, -41},
    {Signal::quantity_differs, -686},
    {Signal::quantity_elsewhere, -193},
    {Signal::colour_same, 127},
    {Signal::colour_differs, -724},
    {Signal::colour_one_sided, -94},
    {Signal::number_differs, -193},
    {Signal::price_near, 59},
    {Signal::price_far, -87},
    {Signal::price_very_far, -352},
};

}  // namespace

const Configuration& customer_configuration() {
  static const Configuration configuration = {.weights = weights_of(customer_rows),
                                              .prior = customer_prior,
                                              .link = 0,
                                              .link_with_margin = -150,
                                              .link_one_to_one = -500,
                                              .margin = 250,
                                              .certain = 400,
                                              .margin_of_one = 250,
                                              .ask = -700,
                                              .least_in_group = -70,
                                              .within_group = -140};
  return configuration;
}

const Configuration& item_configuration() {
  static const Configuration configuration = {.weights = weights_of(item_rows),
                                              .prior = item_prior,
                                              .link = -500,
                                              .link_with_margin = -500,
                                              .link_one_to_one = -600,
                                              .margin = 0,
                                              .certain = 0,
                                              .margin_of_one = 250,
                                              .ask = -1000,
                                              .least_in_group = -300,
                                              .within_group = -300};
  return configuration;
}

}  // namespace sidebill
