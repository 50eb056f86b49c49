#include "core/matching/clue.h"

namespace sidebill {

const char* text_of(Signal value) {
  switch (value) {
    case Signal::company_name_same: return "company_name_same";
    case Signal::company_name_alike: return "company_name_alike";
    case Signal::company_name_within: return "company_name_within";
    case Signal::company_name_overlaps: return "company_name_overlaps";
    case Signal::company_name_touches: return "company_name_touches";
    case Signal::company_name_differs: return "company_name_differs";
    case Signal::company_name_information: return "company_name_information";
    case Signal::company_name_unshared: return "company_name_unshared";
    case Signal::person_name_same: return "person_name_same";
    case Signal::person_name_alike: return "person_name_alike";
    case Signal::person_name_within: return "person_name_within";
    case Signal::person_name_overlaps: return "person_name_overlaps";
    case Signal::person_name_touches: return "person_name_touches";
    case Signal::person_name_differs: return "person_name_differs";
    case Signal::person_name_information: return "person_name_information";
    case Signal::person_name_unshared: return "person_name_unshared";
    case Signal::single_name_same: return "single_name_same";
    case Signal::single_name_alike: return "single_name_alike";
    case Signal::single_name_within: return "single_name_within";
    case Signal::single_name_overlaps: return "single_name_overlaps";
    case Signal::single_name_touches: return "single_name_touches";
    case Signal::single_name_differs: return "single_name_differs";
    case Signal::single_name_information: return "single_name_information";
    case Signal::single_name_unshared: return "single_name_unshared";
    case Signal::legal_form_same: return "legal_form_same";
    case Signal::legal_form_differs: return "legal_form_differs";
    case Signal::email_same: return "email_same";
    case Signal::email_shared_by_many: return "email_shared_by_many";
    case Signal::email_same_local: return "email_same_local";
    case Signal::email_alike: return "email_alike";
    case Signal::email_same_desk: return "email_same_desk";
    case Signal::email_same_domain: return "email_same_domain";
    case Signal::email_differs: return "email_differs";
    case Signal::email_differs_free: return "email_differs_free";
    case Signal::email_names_person: return "email_names_person";
    case Signal::phone_same: return "phone_same";
    case Signal::phone_shared_by_many: return "phone_shared_by_many";
    case Signal::phone_alike: return "phone_alike";
    case Signal::phone_differs: return "phone_differs";
    case Signal::website_same: return "website_same";
    case Signal::website_differs: return "website_differs";
    case Signal::street_same: return "street_same";
    case Signal::street_same_number: return "street_same_number";
    case Signal::street_same_words: return "street_same_words";
    case Signal::street_near: return "street_near";
    case Signal::street_words_within: return "street_words_within";
    case Signal::street_other_number: return "street_other_number";
    case Signal::street_differs: return "street_differs";
    case Signal::street_information: return "street_information";
    case Signal::street_letters: return "street_letters";
    case Signal::postcode_same: return "postcode_same";
    case Signal::postcode_alike: return "postcode_alike";
    case Signal::postcode_differs: return "postcode_differs";
    case Signal::city_same: return "city_same";
    case Signal::city_alike: return "city_alike";
    case Signal::city_differs: return "city_differs";
    case Signal::city_information: return "city_information";
    case Signal::region_same: return "region_same";
    case Signal::region_differs: return "region_differs";
    case Signal::country_same: return "country_same";
    case Signal::country_differs: return "country_differs";
    case Signal::household_email: return "household_email";
    case Signal::household_phone: return "household_phone";
    case Signal::household_street: return "household_street";
    case Signal::item_name_likeness: return "item_name_likeness";
    case Signal::item_name_likeness_squared: return "item_name_likeness_squared";
    case Signal::item_name_information: return "item_name_information";
    case Signal::item_text_likeness: return "item_text_likeness";
    case Signal::item_text_information: return "item_text_information";
    case Signal::sku_same: return "sku_same";
    case Signal::sku_alike: return "sku_alike";
    case Signal::sku_differs: return "sku_differs";
    case Signal::code_same: return "code_same";
    case Signal::code_in_text: return "code_in_text";
    case Signal::code_information: return "code_information";
    case Signal::code_alike: return "code_alike";
    case Signal::code_same_stem: return "code_same_stem";
    case Signal::code_other_ending: return "code_other_ending";
    case Signal::code_differs: return "code_differs";
    case Signal::quantity_same: return "quantity_same";
    case Signal::quantity_mixed: return "quantity_mixed";
    case Signal::quantity_differs: return "quantity_differs";
    case Signal::quantity_elsewhere: return "quantity_elsewhere";
    case Signal::colour_same: return "colour_same";
    case Signal::colour_differs: return "colour_differs";
    case Signal::colour_one_sided: return "colour_one_sided";
    case Signal::number_same: return "number_same";
    case Signal::number_differs: return "number_differs";
    case Signal::price_same: return "price_same";
    case Signal::price_near: return "price_near";
    case Signal::price_far: return "price_far";
    case Signal::price_very_far: return "price_very_far";
  }
  return "";
}

}  // namespace sidebill
