#include <doctest/doctest.h>

#include "sample.h"

using namespace sidebill;
using sample::World;

namespace {

/// What has to be changed about a deal that is in order, and all that is then said about it.
struct Row {
  std::string what, expected;
  void (*change)(World&);
};

template <std::size_t count>
void check_rows(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.what);
    World world;
    row.change(world);
    CHECK(sample::told_text(world.issues()) == row.expected);
  }
}

NewCustomer& create_customer(World& world, const std::string& name) {
  NewCustomer created;
  created.display_name = name;
  world.choices.customer = created;
  return std::get<NewCustomer>(world.choices.customer);
}

NewItem& create_item(World& world, const std::string& name) {
  world.choices.lines[0].item = NewItem{name, "", "", "79", true};
  return std::get<NewItem>(world.choices.lines[0].item);
}

Invoice existing_invoice() {
  Invoice invoice;
  invoice.id = "130";
  invoice.number = "1037";
  invoice.total = invoice.balance = sample::money("362.07");
  return invoice;
}

const std::string smiley = "😀";

}  // namespace

TEST_CASE("preflight: the customer") {
  const Row rows[] = {
      {"nobody known", "error customer-undecided /customer",
       [](World& w) {
         w.choices.customer = Undecided{};
         w.known.customers.clear();
       }},
      {"one candidate", "error customer-undecided /customer",
       [](World& w) { w.choices.customer = Undecided{}; }},
      {"several candidates", "error customer-ambiguous /customer",
       [](World& w) {
         w.choices.customer = Undecided{};
         w.known.customer_candidates = 2;
       }},
      {"gone", "error customer-unknown /customer",
       [](World& w) { w.choices.customer = ExistingCustomer{"99"}; }},
      {"inactive", "error customer-inactive /customer",
       [](World& w) { w.known.customers[0].active = false; }},
      {"other currency", "error currency-differs /customer",
       [](World& w) { w.known.customers[0].currency = "EUR"; }},
      {"home currency by name", "", [](World& w) { w.known.customers[0].currency = "USD"; }},
      {"several contacts, none for billing", "warning contact-many /customer",
       [](World& w) {
         w.sale.companies.clear();
         w.sale.contacts.resize(2);
       }},
      {"a billing contact", "",
       [](World& w) {
         w.sale.companies.clear();
         w.sale.contacts.resize(2);
         w.sale.contacts[0].is_billing_contact = true;
       }},
      {"several contacts of a company", "", [](World& w) { w.sale.contacts.resize(2); }},
  };
  check_rows(rows);
}

TEST_CASE("preflight: a customer to be created") {
  const Row rows[] = {
      {"in order", "", [](World& w) { create_customer(w, "Newton & Söhne"); }},
      {"no name", "error customer-name-missing /customer/display_name",
       [](World& w) { create_customer(w, " "); }},
      {"colon", "error customer-name-character /customer/display_name",
       [](World& w) { create_customer(w, "Newton: Sons"); }},
      {"tab in a given name", "error customer-name-character /customer/given_name",
       [](World& w) { create_customer(w, "Newton").given_name = "Isa\tac"; }},
      {"longest name", "", [](World& w) { create_customer(w, std::string(500, 'n')); }},
      {"too long", "error text-too-long /customer/display_name",
       [](World& w) { create_customer(w, std::string(501, 'n')); }},
      {"other fields too long",
       "error text-too-long /customer/company_name\nerror text-too-long /customer/family_name\n"
       "error text-too-long /customer/given_name\nerror text-too-long /customer/phone",
       [](World& w) {
         NewCustomer& customer = create_customer(w, "Newton");
         customer.company_name = customer.given_name = customer.family_name = std::string(101, 'x');
         customer.phone = std::string(31, '1');
       }},
      {"not its e-mail", "error email-invalid /customer/email",
       [](World& w) { create_customer(w, "Newton").email = "newton at home"; }},
      {"outside Latin-1", "error text-outside-latin1 /customer/display_name",
       [](World& w) { create_customer(w, "Newton " + smiley); }},
      {"another currency", "error currency-differs /customer",
       [](World& w) { create_customer(w, "Newton").currency = "EUR"; }},
  };
  check_rows(rows);
}

TEST_CASE("preflight: the product of a line") {
  const Row rows[] = {
      {"not chosen", "error line-item-undecided /lines/0/item",
       [](World& w) { w.choices.lines[0].item = Undecided{}; }},
      {"gone", "error line-item-undecided /lines/0/item",
       [](World& w) { w.choices.lines[0].item = ExistingItem{"99"}; }},
      {"two of that name", "error line-item-ambiguous /lines/0/item",
       [](World& w) {
         w.choices.lines[0].item = Undecided{};
         w.known.items.push_back(w.known.items[0]);
       }},
      {"a line by hand needs one too", "error line-item-undecided /lines/0/item",
       [](World& w) {
         w.choices.lines[0].source_id = "";
         w.choices.lines[0].item = Undecided{};
       }},
      {"inactive", "error line-item-inactive /lines/0/item",
       [](World& w) { w.known.items[0].active = false; }},
      {"a category", "error line-item-not-sold /lines/0/item",
       [](World& w) { w.known.items[0].type = "Category"; }},
      {"a bundle", "error line-item-not-sold /lines/0/item",
       [](World& w) { w.known.items[0].type = "Group"; }},
      {"stock begins tomorrow", "error line-item-before-start /lines/0/item",
       [](World& w) { w.known.items[0].inventory_start = sample::date("2026-11-23"); }},
      {"stock begins today", "",
       [](World& w) { w.known.items[0].inventory_start = sample::date("2026-11-22"); }},
      {"taxed otherwise", "warning line-taxable-differs /lines/0/taxable",
       [](World& w) { w.choices.lines[0].taxable = false; }},
      {"where tax is off nothing differs", "",
       [](World& w) {
         w.company.tax_regime = NoTax{};
         w.choices.lines[0].taxable = false;
       }},
  };
  check_rows(rows);
}

TEST_CASE("preflight: a product to be created") {
  const Row rows[] = {
      {"in order", "", [](World& w) { create_item(w, "Design"); }},
      {"no name", "error field-missing /lines/0/item/name", [](World& w) { create_item(w, " "); }},
      {"colon", "error customer-name-character /lines/0/item/name",
       [](World& w) { create_item(w, "Design: web"); }},
      {"too long", "error text-too-long /lines/0/item/name",
       [](World& w) { create_item(w, std::string(101, 'd')); }},
      {"SKU too long", "error text-too-long /lines/0/item/sku",
       [](World& w) { create_item(w, "Design").sku = std::string(101, 'd'); }},
      {"name taken", "error line-item-name-taken /lines/0/item/name",
       [](World& w) { create_item(w, "CONSULTING"); }},
      {"no account", "error line-income-account-missing /lines/0/item/income_account_id",
       [](World& w) { create_item(w, "Design").income_account_id = ""; }},
      {"a bank account", "error line-income-account-missing /lines/0/item/income_account_id",
       [](World& w) { create_item(w, "Design").income_account_id = "80"; }},
      {"an inactive account", "error line-income-account-missing /lines/0/item/income_account_id",
       [](World& w) { create_item(w, "Design").income_account_id = "81"; }},
      {"twice the same", "",
       [](World& w) {
         create_item(w, "Design");
         w.choices.lines.push_back(w.choices.lines[0]);
       }},
      {"twice, with two accounts",
       "error line-income-account-missing /lines/1/item/income_account_id\n"
       "error line-item-name-taken /lines/1/item/name",
       [](World& w) {
         create_item(w, "Design");
         w.choices.lines.push_back(w.choices.lines[0]);
         std::get<NewItem>(w.choices.lines[1].item).income_account_id = "80";
       }},
  };
  check_rows(rows);
}

TEST_CASE("preflight: quantity, price and what the CRM says of a line") {
  const Row rows[] = {
      {"quantity below zero", "error line-quantity-negative /lines/0/quantity\nerror total-negative /lines",
       [](World& w) { w.choices.lines[0].quantity = "-1"; }},
      {"quantity zero", "warning line-quantity-zero /lines/0/quantity",
       [](World& w) { w.choices.lines[0].quantity = "0.00"; }},
      {"price below zero", "warning line-price-negative /lines/1/unit_price",
       [](World& w) {
         w.choices.lines.push_back(w.choices.lines[0]);
         w.choices.lines[1].unit_price = "-50";
       }},
      {"tiered", "error line-tiered-price /lines/0/unit_price",
       [](World& w) { w.sale.lines[0].tiered_price = true; }},
      {"tiered, left out, another by hand", "",
       [](World& w) {
         w.sale.lines[0].tiered_price = true;
         w.choices.lines.push_back(w.choices.lines[0]);
         w.choices.lines[0].include = false;
         w.choices.lines[1].source_id = "";
       }},
      {"recurring", "warning line-recurring /lines/0/quantity",
       [](World& w) {
         w.sale.lines[0].recurrence = Recurrence{"monthly", 12};
       }},
      {"billed once", "",
       [](World& w) {
         w.sale.lines[0].recurrence = Recurrence{"", 0};
       }},
      {"CRM agrees", "", [](World& w) { w.sale.lines[0].stated_amount = sample::decimal("200.000"); }},
      {"CRM differs by a cent", "warning line-amount-differs /lines/0",
       [](World& w) { w.sale.lines[0].stated_amount = sample::decimal("199.99"); }},
      {"absurd CRM amount", "warning line-amount-differs /lines/0",
       [](World& w) { w.sale.lines[0].stated_amount = sample::decimal("9000000000000000000"); }},
      {"line of another currency", "error line-currency-differs /lines/0/unit_price",
       [](World& w) { w.sale.lines[0].currency = "EUR"; }},
      {"line of the same currency", "", [](World& w) { w.sale.lines[0].currency = "USD"; }},
      {"description too long", "error text-too-long /lines/0/description",
       [](World& w) { w.choices.lines[0].description = std::string(4001, 'd'); }},
      {"description as long as it may be", "",
       [](World& w) { w.choices.lines[0].description = std::string(4000, 'd'); }},
      {"description outside Latin-1", "error text-outside-latin1 /lines/0/description",
       [](World& w) { w.choices.lines[0].description = "café “noir”"; }},
  };
  check_rows(rows);
}

TEST_CASE("preflight: what differs is told with both values") {
  World world;
  world.sale.lines[0].stated_amount = sample::decimal("180");
  world.sale.stated_amount = sample::decimal("180.004");
  world.sale.lines[0].recurrence = Recurrence{"quarterly", 4};
  const Issues issues = world.issues();
  const std::map<std::string, std::string> both = {
      {"stated", "180.00"}, {"computed", "200.00"}, {"currency", "USD"}};
  CHECK(sample::facts_of(issues, Code::line_amount_differs) == both);
  CHECK(sample::facts_of(issues, Code::total_differs) == both);
  CHECK(
      sample::facts_of(issues, Code::line_recurring) ==
      std::map<std::string, std::string>{{"frequency", "quarter"}, {"text", "bills every quarter, 4 times"}});
}

TEST_CASE("preflight: the lines together") {
  const Row rows[] = {
      {"none included", "error lines-missing /lines", [](World& w) { w.choices.lines[0].include = false; }},
      {"the deal has none", "warning deal-has-no-lines /lines",
       [](World& w) {
         w.sale.lines.clear();
         w.choices.lines[0].source_id = "";
       }},
      {"750 taxed", "", [](World& w) { w.choices.lines.assign(750, w.choices.lines[0]); }},
      {"751 taxed", "error lines-too-many /lines",
       [](World& w) { w.choices.lines.assign(751, w.choices.lines[0]); }},
      {"10,000 untaxed", "",
       [](World& w) {
         w.known.items[0].taxable = w.choices.lines[0].taxable = false;
         w.choices.lines.assign(10'000, w.choices.lines[0]);
       }},
      {"10,001 untaxed", "error lines-too-many /lines",
       [](World& w) {
         w.known.items[0].taxable = w.choices.lines[0].taxable = false;
         w.choices.lines.assign(10'001, w.choices.lines[0]);
       }},
  };
  check_rows(rows);
}

TEST_CASE("preflight: currency") {
  const Row rows[] = {
      {"several currencies are off", "error currency-differs /customer\nerror currency-not-enabled /currency",
       [](World& w) {
         w.sale.currency = "EUR";
         w.company.currencies = {"EUR"};
       }},
      {"not among them", "error currency-not-enabled /currency",
       [](World& w) {
         w.sale.currency = w.known.customers[0].currency = "EUR";
         w.company.multicurrency = true;
         w.company.currencies = {"CAD"};
       }},
      {"foreign without a rate", "error exchange-rate-missing /exchange_rate",
       [](World& w) {
         w.sale.currency = w.known.customers[0].currency = "EUR";
         w.company.multicurrency = true;
         w.company.currencies = {"EUR"};
       }},
      {"unknown", "error currency-unknown /currency", [](World& w) { w.sale.currency = "EURO"; }},
  };
  check_rows(rows);
}

TEST_CASE("preflight: a foreign document with its rate is in order") {
  World world;
  world.sale.currency = world.known.customers[0].currency = "EUR";
  world.company.multicurrency = true;
  world.company.currencies = {"EUR"};
  Drafted drafted = world.draft();
  drafted.draft.exchange_rate = sample::decimal("1.08");
  preflight(drafted.draft, world.sale, world.company, world.known, drafted.issues);
  CHECK(sample::told_text(drafted.issues) == "");
}

TEST_CASE("preflight: dates, number and texts") {
  const Row rows[] = {
      {"books closed that day", "error books-closed /date",
       [](World& w) { w.company.books_closed_through = sample::date("2026-11-22"); }},
      {"books closed the day before", "",
       [](World& w) { w.company.books_closed_through = sample::date("2026-11-21"); }},
      {"due before issued", "error due-before-date /due_date",
       [](World& w) { w.choices.due_date = "2026-11-21"; }},
      {"numbered by hand", "error number-missing /number", [](World& w) { w.company.custom_numbers = true; }},
      {"longest number", "",
       [](World& w) {
         w.company.custom_numbers = true;
         w.choices.number = std::string(21, '1');
       }},
      {"number too long", "error number-too-long /number",
       [](World& w) {
         w.company.custom_numbers = true;
         w.choices.number = std::string(22, '1');
       }},
      {"message too long", "error text-too-long /message",
       [](World& w) { w.choices.message = std::string(1001, 'm'); }},
      {"message as long as it may be, counted in characters", "",
       [](World& w) {
         for (int i = 0; i < 1000; ++i) w.choices.message += "é";
       }},
      {"memo too long", "error text-too-long /memo",
       [](World& w) { w.choices.memo = std::string(4001, 'm'); }},
      {"emoji in the message", "error text-outside-latin1 /message",
       [](World& w) { w.choices.message = "Thanks " + smiley; }},
      {"emoji where QuickBooks takes it", "",
       [](World& w) {
         w.company.us_latin1 = false;
         w.choices.message = "Thanks " + smiley;
       }},
      {"no e-mail", "warning email-missing /email", [](World& w) { w.choices.email = ""; }},
      {"no address", "error email-invalid /email", [](World& w) { w.choices.email = "acme"; }},
      {"two addresses", "", [](World& w) { w.choices.email = "a@acme.example, b@acme.example"; }},
      {"one of two is none", "error email-invalid /email",
       [](World& w) { w.choices.email = "a@acme.example,"; }},
      {"copies to nobody", "", [](World& w) { w.choices.cc = " "; }},
      {"copies to two", "", [](World& w) { w.choices.cc = "a@acme.example, b@acme.example"; }},
      {"a copy to no address", "error email-invalid /cc",
       [](World& w) { w.choices.cc = "a@acme.example, acme"; }},
      {"more copies than fit", "error text-too-long /cc",
       [](World& w) { w.choices.cc = std::string(195, 'a') + "@x.com"; }},
      {"e-mail too long", "error text-too-long /email",
       [](World& w) { w.choices.email = std::string(95, 'a') + "@x.com"; }},
  };
  check_rows(rows);
}

TEST_CASE(
    "preflight: characters that US QuickBooks lacks are named once, with another way to write the text") {
  World world;
  world.choices.message = "“Thanks” – “again”";
  auto facts = sample::facts_of(world.issues(), Code::text_outside_latin1);
  CHECK(facts["characters"] == "“ ” –");
  CHECK(facts["suggestion"] == "\"Thanks\" - \"again\"");
  world.choices.message = "Thanks " + smiley;
  facts = sample::facts_of(world.issues(), Code::text_outside_latin1);
  CHECK(facts["characters"] == smiley);
  CHECK(facts["suggestion"] == "");
}

TEST_CASE("preflight: discount and total") {
  using Kind = DiscountChoice::Kind;
  const Row rows[] = {
      {"discounts are off", "error discount-not-allowed /discount",
       [](World& w) {
         w.company.allow_discount = false;
         w.choices.discount = {Kind::percent, "10"};
       }},
      {"discounts are off, none wanted", "", [](World& w) { w.company.allow_discount = false; }},
      {"more than everything", "error discount-invalid /discount/value\nerror total-negative /lines",
       [](World& w) {
         w.choices.discount = {Kind::amount, "200.01"};
       }},
      {"everything", "",
       [](World& w) {
         w.choices.discount = {Kind::amount, "200"};
       }},
      {"below zero", "error total-negative /lines\nwarning line-price-negative /lines/0/unit_price",
       [](World& w) { w.choices.lines[0].unit_price = "-0.01"; }},
      {"deal agrees", "", [](World& w) { w.sale.stated_amount = sample::decimal("200"); }},
      {"deal agrees after the discount", "",
       [](World& w) {
         w.sale.stated_amount = sample::decimal("180");
         w.choices.discount = {Kind::percent, "10"};
       }},
      {"deal differs", "warning total-differs /lines",
       [](World& w) { w.sale.stated_amount = sample::decimal("200.01"); }},
      {"the sum is too large", "error amount-too-large /lines",
       [](World& w) {
         w.known.items[0].taxable = w.choices.lines[0].taxable = false;
         w.choices.lines[0].unit_price = "4000000000";
         w.choices.lines.push_back(w.choices.lines[0]);
       }},
  };
  check_rows(rows);
}

TEST_CASE("preflight: sales tax") {
  World world;
  CHECK(join(sample::told(world.issues(), true), "\n") == "warning tax-decided-by-quickbooks /lines");
  world.known.items[0].taxable = world.choices.lines[0].taxable = false;
  CHECK(sample::told(world.issues(), true).empty());
  world.company.tax_regime = LineTax{};
  CHECK(join(sample::told(world.issues(), true), "\n") == "error line-tax-code-missing /lines/0/tax_code");
}

TEST_CASE("preflight: a deal that has a document is not billed again unless that is wanted") {
  World world;
  world.known.existing = {existing_invoice(), existing_invoice(), existing_invoice()};
  world.known.existing[1].deleted = true;
  world.known.existing[2].total = world.known.existing[2].balance = sample::money("0");
  world.known.existing[2].memo = "Voided";
  CHECK(sample::told_text(world.issues()) == "error document-exists /another");
  CHECK(sample::facts_of(world.issues(), Code::document_exists) ==
        std::map<std::string, std::string>{{"id", "130"}, {"number", "1037"}, {"total", "362.07 USD"}});
  world.choices.another = true;
  CHECK(sample::told_text(world.issues()) == "warning document-exists /another");
}

TEST_CASE("preflight: everything wrong is told in one pass") {
  World world;
  world.choices.customer = Undecided{};
  world.choices.lines[0].item = Undecided{};
  world.choices.lines[0].quantity = "two";
  world.choices.email = "x";
  world.choices.due_date = "2020-01-01";
  CHECK(sample::told_text(world.issues()) ==
        "error amount-unreadable /lines/0/quantity\n"
        "error customer-undecided /customer\n"
        "error due-before-date /due_date\n"
        "error email-invalid /email\n"
        "error line-item-undecided /lines/0/item");
}
