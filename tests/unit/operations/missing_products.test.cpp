#include "core/operations/missing_products.h"

#include <doctest/doctest.h>

#include "core/operations/compose.h"

using namespace sidebill;

namespace {

Basis basis_with(const ProductRules& rules) {
  Basis basis;
  basis.sale.source = {"0-3", "9001"};
  basis.company.realm = "4620";
  basis.company.accounts = {Account{"79", "Sales", "Income", "", true},
                            Account{"35", "Bank", "Bank", "", true},
                            Account{"80", "Old", "Income", "", false}};
  SaleLine line;
  line.source_id = "501";
  line.name = " Roof inspection ";
  line.sku = "ROOF";
  basis.sale.lines = {line};
  basis.preferences.products["4620"] = rules;
  return basis;
}

const ItemChoice& proposed(const Composition& composition) { return composition.choices.lines.at(0).item; }

}  // namespace

TEST_CASE("missing products: asked about, created, or put on the stand-in, as was decided for the company") {
  const Composition asked = compose(basis_with({MissingProduct::ask, "79"}), std::nullopt);
  CHECK(std::holds_alternative<Undecided>(proposed(asked)));

  const Composition created = compose(basis_with({MissingProduct::create, "79"}), std::nullopt);
  REQUIRE(std::holds_alternative<NewItem>(proposed(created)));
  const auto& item = std::get<NewItem>(proposed(created));
  CHECK(item.name == "Roof inspection");
  CHECK(item.sku == "ROOF");
  CHECK(item.income_account_id == "79");

  Basis basis = basis_with({MissingProduct::stand_in, "79"});
  const Composition first = compose(basis, std::nullopt);
  REQUIRE(std::holds_alternative<NewItem>(proposed(first)));
  CHECK(std::get<NewItem>(proposed(first)).name == stand_in_name);
  Item known;
  known.id = "55";
  known.name = "custom line item";
  basis.known.items = {known};
  const Composition second = compose(basis, std::nullopt);
  REQUIRE(std::holds_alternative<ExistingItem>(proposed(second)));
  CHECK(std::get<ExistingItem>(proposed(second)).id == "55");
}

TEST_CASE("missing products: without an income account that can be used, the person is asked") {
  for (const char* account : {"", "35", "80", "999"}) {
    CAPTURE(account);
    for (const MissingProduct missing : {MissingProduct::create, MissingProduct::stand_in}) {
      const Composition composition = compose(basis_with({missing, account}), std::nullopt);
      CHECK(std::holds_alternative<Undecided>(proposed(composition)));
      CHECK(!composition.ready);
    }
  }
  Basis elsewhere = basis_with({MissingProduct::create, "79"});
  elsewhere.company.realm = "9999";
  CHECK(std::holds_alternative<Undecided>(proposed(compose(elsewhere, std::nullopt))));
}

TEST_CASE("missing products: what may be several is asked about, whatever was decided") {
  Basis basis = basis_with({MissingProduct::create, "79"});
  basis.matches.lines["501"].outcome = Outcome::ask;
  CHECK(std::holds_alternative<Undecided>(proposed(compose(basis, std::nullopt))));
}
