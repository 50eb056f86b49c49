// The blocks that fuzzing starts from, as the core writes them today: snapshot_blocks FOLDER writes one file
// each, without the head that the target makes itself.
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "core/matching/directory.h"

using namespace sidebill;

namespace {

constexpr std::size_t head = 4;  // words: mark, version, words that follow, checksum

Customer customer(int number, const std::string& name) {
  Customer one;
  one.id = std::to_string(number);
  one.display_name = one.company_name = name;
  one.given_name = "Ana";
  one.family_name = "Sol";
  one.emails = {"ana@acme" + std::to_string(number % 3) + ".example", "office@acme.example"};
  one.phone = "+46 40 12 34 5" + std::to_string(number % 10);
  one.billing_address = {"Storgatan 1", "", "Malmö", "", "211 34", "Sweden"};
  one.active = number % 4 != 0;
  return one;
}

Item item(int number, const std::string& name) {
  Item one;
  one.id = std::to_string(number);
  one.name = one.full_name = name;
  one.sku = "A-" + std::to_string(number);
  one.type = "Service";
  one.unit_price = Decimal{1250, 2};
  return one;
}

CrmContact contact(int number) {
  CrmContact one;
  one.id = std::to_string(number);
  one.first_name = "Ana";
  one.last_name = "Sol";
  one.email = "ana@acme" + std::to_string(number % 3) + ".example";
  one.company_name = "Acme";
  if (number == 1) one.links = {{"1", "Customer", "2"}};
  return one;
}

CrmCompany company(int number, const std::string& name) {
  CrmCompany one;
  one.id = std::to_string(number);
  one.name = name;
  one.domain = "acme.example";
  one.phone = "+46 40 12 34 56";
  return one;
}

CrmProduct product(int number, const std::string& name) {
  CrmProduct one;
  one.id = std::to_string(number);
  one.name = name;
  one.sku = "A-" + std::to_string(number);
  one.price = Decimal{1250, 2};
  return one;
}

const std::vector<std::string> names = {"Acme",           "Acme AB",   "Ácme Högås",      "東京 Metal",
                                        "Harbour Lights", "Oak table", "Oak table 500 ml"};

void fill_company(Directory& directory, const std::string& realm, int count) {
  for (int number = 1; number <= count; ++number) {
    const std::string& name = names[static_cast<std::size_t>(number) % names.size()];
    directory.put(realm, customer(number, name));
    directory.put(realm, item(number, name));
    directory.put(realm, OtherName{number % 2 == 0 ? "Vendor" : "Employee", std::to_string(number), name});
  }
}

void fill_portal(Directory& directory, const std::string& portal, int count) {
  for (int number = 1; number <= count; ++number) {
    const std::string& name = names[static_cast<std::size_t>(number) % names.size()];
    directory.put(portal, contact(number));
    directory.put(portal, company(number, name));
    directory.put(portal, product(number, name));
  }
}

using Fill = std::function<void(Directory&)>;
const std::vector<std::pair<std::string, Fill>> blocks = {
    {"empty", [](Directory&) {}},
    {"one-customer", [](Directory& into) { into.put("1", customer(1, "Acme")); }},
    {"some", [](Directory& into) { fill_company(into, "1", 5); }},
    {"two-companies",
     [](Directory& into) {
       fill_company(into, "1", 4);
       fill_company(into, "2", 3);
     }},
    {"portal", [](Directory& into) { fill_portal(into, "7", 4); }},
    {"both-sides",
     [](Directory& into) {
       fill_company(into, "1", 4);
       fill_portal(into, "7", 4);
     }},
    {"removed",
     [](Directory& into) {
       fill_company(into, "1", 4);
       fill_portal(into, "7", 3);
       into.remove_customer("1", "2");
       into.remove_item("1", "1");
       into.remove_contact("7", "3");
     }},
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "snapshot_blocks FOLDER\n";
    return 2;
  }
  for (const auto& [name, fill] : blocks) {
    Directory directory;
    fill(directory);
    const auto words = directory.snapshot();
    std::ofstream file(std::string(arguments[1]) + "/" + name, std::ios::binary);
    file.write(reinterpret_cast<const char*>(words.data() + head),
               static_cast<std::streamsize>((words.size() - head) * sizeof(std::uint64_t)));
    if (!file) return 1;
  }
  return 0;
}
