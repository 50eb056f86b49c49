// What speaks for and against two records being the same, field by field, in signals that have a weight each.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sidebill {

/// Everything that a comparison can find. Each has one weight (weights.h); what is measured rather than found
/// (how much a shared name says) comes with an amount.
enum class Signal : std::uint8_t {
  // The name of a company or whole customer: how much of it is in the other.
  company_name_same,
  company_name_alike,
  company_name_within,
  company_name_overlaps,
  company_name_touches,
  company_name_differs,
  company_name_information,
  company_name_unshared,
  // The name of a person of whom both sides have more than one word.
  person_name_same,
  person_name_alike,
  person_name_within,
  person_name_overlaps,
  person_name_touches,
  person_name_differs,
  person_name_information,
  person_name_unshared,
  // The name of a person where one side has a single word.
  single_name_same,
  single_name_alike,
  single_name_within,
  single_name_overlaps,
  single_name_touches,
  single_name_differs,
  single_name_information,
  single_name_unshared,
  legal_form_same,
  legal_form_differs,
  email_same,
  email_shared_by_many,
  email_same_local,
  email_alike,
  email_same_desk,
  email_same_domain,
  email_differs,
  email_differs_free,
  email_names_person,
  phone_same,
  phone_shared_by_many,
  phone_alike,
  phone_differs,
  website_same,
  website_differs,
  street_same,
  street_same_number,
  street_same_words,
  street_near,
  street_words_within,
  street_other_number,
  street_differs,
  street_information,
  street_letters,
  postcode_same,
  postcode_alike,
  postcode_differs,
  city_same,
  city_alike,
  city_differs,
  city_information,
  region_same,
  region_differs,
  country_same,
  country_differs,
  household_email,
  household_phone,
  household_street,
  // Items
  item_name_likeness,
  item_name_likeness_squared,
  item_name_information,
  item_text_likeness,
  item_text_information,
  sku_same,
  sku_alike,
  sku_differs,
  code_same,
  code_in_text,
  code_information,
  code_alike,
  code_same_stem,
  code_other_ending,
  code_differs,
  quantity_same,
  quantity_mixed,
  quantity_differs,
  quantity_elsewhere,
  colour_same,
  colour_differs,
  colour_one_sided,
  number_same,
  number_differs,
  price_same,
  price_near,
  price_far,
  price_very_far,
};
inline constexpr std::size_t signal_count = static_cast<std::size_t>(Signal::price_very_far) + 1;

const char* text_of(Signal value);

}  // namespace sidebill
