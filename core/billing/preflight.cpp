#include "core/billing/preflight.h"

#include "core/billing/checks.h"

namespace sidebill {

namespace {

constexpr checks::Check all_checks[] = {
    checks::customer_is_decided,
    checks::customer_is_known,
    checks::customer_is_active,
    checks::customer_has_currency,
    checks::contact_is_one,
    checks::new_customer_has_name,
    checks::new_customer_fits,
    checks::has_lines,
    checks::lines_are_not_too_many,
    checks::currency_is_enabled,
    checks::has_exchange_rate,
    checks::exchange_rate_is_of_the_day,
    checks::books_are_open,
    checks::due_is_not_before_date,
    checks::expires_after_date,
    checks::payment_reference_fits,
    checks::number_fits,
    checks::number_is_free,
    checks::texts_fit,
    checks::email_is_valid,
    checks::copies_are_valid,
    checks::amounts_fit,
    checks::discount_is_allowed,
    checks::discount_is_within_subtotal,
    checks::total_is_not_negative,
    checks::total_agrees,
    checks::tax_rounding_is_known,
    checks::places_are_known,
    checks::tax_is_known,
};

}  // namespace

void preflight(const Draft& draft, const Sale& sale, const Company& company, const Known& known,
               Issues& issues) {
  const checks::Subject subject{draft, sale, company, known, totals(draft, company)};
  for (const checks::Check check : all_checks) check(subject, issues);
}

}  // namespace sidebill
