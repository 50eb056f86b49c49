// Pages of a service, the list's name in the first line: whatever they are, what was read is whole.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/matching/directory.h"
#include "core/operations/ingest.h"

using namespace sidebill;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// Two lines for each row, neither of them empty.
void check_rows(const PageRows& rows) {
  const auto lines = static_cast<std::size_t>(std::count(rows.text.begin(), rows.text.end(), '\n'));
  require(lines % 2 == 0);
  require(rows.text.empty() || rows.text.back() == '\n');
  require(rows.text.find("\n\n") == std::string::npos);
}

/// What was put can be asked for, kept and brought back.
void check_directory(Directory& directory, std::string_view body) {
  CompanyShelves& company = directory.of("1");
  const std::string typed(body.substr(body.size() / 2, 6));
  require(company.customers.search(typed, 5).size() <= 5);
  require(company.items.search(typed, 5).size() <= 5);
  PortalShelves& portal = directory.of_portal("1");
  require(portal.contacts.search(typed, 5).size() <= 5);
  require(portal.companies.search(typed, 5).size() <= 5);
  require(portal.products.search(typed, 5).size() <= 5);
  for (const std::string& id : portal.contacts.ids()) require(portal.contacts.record(id).has_value());
  for (const std::string& id : company.customers.ids()) require(company.customers.customer(id).has_value());
  const auto block = directory.snapshot();
  Directory again;
  require(again.restore(block.data(), block.size()));
  require(again.of("1").customers.count() == company.customers.count());
  require(again.of_portal("1").contacts.count() == portal.contacts.count());
  require(again.of_portal("1").products.count() == portal.products.count());
  require(again.snapshot() == block);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t line = input.find('\n');
  if (line == std::string_view::npos) return 0;
  const std::string_view body = input.substr(line + 1);
  const PageRequest request{"1",
                            std::string(input.substr(0, line)),
                            *find_currency("USD"),
                            {{"1", "Invoice", "1"}, {"1", "Estimate", "2"}}};
  Directory directory;
  Issues issues;
  const PageRows rows = ingest_page(directory, request, body, issues);
  check_rows(rows);
  check_directory(directory, body);
  return 0;
}
