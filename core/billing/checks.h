// The checks of a whole draft, one small function each; preflight.cpp has their list.
#pragma once

#include <optional>

#include "core/billing/preflight.h"
#include "core/billing/totals.h"

namespace sidebill::checks {

/// What a check looks at.
struct Subject {
  const Draft& draft;
  const Sale& sale;
  const Company& company;
  const Known& known;
  std::optional<Totals> totals;  // nullopt when a sum does not fit
};

using Check = void (*)(const Subject&, Issues&);

// preflight_customer.cpp
void customer_is_decided(const Subject& subject, Issues& issues);
void customer_is_known(const Subject& subject, Issues& issues);
void customer_is_active(const Subject& subject, Issues& issues);
void customer_has_currency(const Subject& subject, Issues& issues);
void contact_is_one(const Subject& subject, Issues& issues);
void new_customer_has_name(const Subject& subject, Issues& issues);
void new_customer_fits(const Subject& subject, Issues& issues);

// preflight_document.cpp
void has_lines(const Subject& subject, Issues& issues);
void lines_are_not_too_many(const Subject& subject, Issues& issues);
void currency_is_enabled(const Subject& subject, Issues& issues);
void has_exchange_rate(const Subject& subject, Issues& issues);
void exchange_rate_is_of_the_day(const Subject& subject, Issues& issues);
void books_are_open(const Subject& subject, Issues& issues);
void due_is_not_before_date(const Subject& subject, Issues& issues);
void expires_after_date(const Subject& subject, Issues& issues);
void payment_reference_fits(const Subject& subject, Issues& issues);
void number_fits(const Subject& subject, Issues& issues);
void number_is_free(const Subject& subject, Issues& issues);
void texts_fit(const Subject& subject, Issues& issues);
void email_is_valid(const Subject& subject, Issues& issues);
void copies_are_valid(const Subject& subject, Issues& issues);

// preflight_totals.cpp
void amounts_fit(const Subject& subject, Issues& issues);
void discount_is_allowed(const Subject& subject, Issues& issues);
void discount_is_within_subtotal(const Subject& subject, Issues& issues);
void total_is_not_negative(const Subject& subject, Issues& issues);
void total_agrees(const Subject& subject, Issues& issues);
void tax_rounding_is_known(const Subject& subject, Issues& issues);
void places_are_known(const Subject& subject, Issues& issues);
void tax_is_known(const Subject& subject, Issues& issues);

}  // namespace sidebill::checks
