#include "core/matching/record_bytes.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace sidebill {

namespace {

/// Fields of a record in the order in which they are visited, appended to a text.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void operator()(const std::string& text) {
    (*this)(static_cast<std::uint64_t>(text.size()));
    out_ += text;
  }
  void operator()(bool truth) { out_.push_back(truth ? '\1' : '\0'); }
  /// Seven bits a byte, the highest bit where another follows.
  void operator()(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) out_.push_back(static_cast<char>(0x80 | (number & 0x7F)));
    out_.push_back(static_cast<char>(number));
  }
  void operator()(const std::vector<std::string>& texts) {
    (*this)(static_cast<std::uint64_t>(texts.size()));
    for (const std::string& text : texts) (*this)(text);
  }
  void operator()(const std::optional<Decimal>& number) {
    (*this)(number.has_value());
    if (!number) return;
    (*this)(static_cast<std::uint64_t>(number->coefficient()));
    (*this)(static_cast<std::uint64_t>(number->scale()));
  }
  void operator()(const std::vector<Link>& links) { (*this)(to_text(links)); }
  void operator()(const std::optional<Date>& date) { (*this)(date ? to_text(*date) : std::string()); }

 private:
  std::string& out_;
};

/// The same fields in the same order, taken from a text.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : bytes_(bytes) {}

  std::string_view text() {
    std::uint64_t size = 0;
    (*this)(size);
    const std::string_view text =
        bytes_.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes_.size())));
    bytes_.remove_prefix(text.size());
    return text;
  }
  void operator()(std::string& value) { value = text(); }
  void operator()(bool& truth) { truth = byte() != 0; }
  void operator()(std::uint64_t& number) {
    number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint64_t part = byte();
      number |= (part & 0x7F) << shift;
      if ((part & 0x80) == 0) return;
    }
  }
  void operator()(std::vector<std::string>& texts) {
    std::uint64_t count = 0;
    (*this)(count);
    for (; count > 0 && !bytes_.empty(); --count) texts.emplace_back(text());
  }
  void operator()(std::optional<Decimal>& number) {
    bool there = false;
    (*this)(there);
    std::uint64_t coefficient = 0, scale = 0;
    if (!there) return;
    (*this)(coefficient);
    (*this)(scale);
    if (scale > Decimal::max_scale) return;
    number = Decimal(static_cast<std::int64_t>(coefficient), static_cast<int>(scale));
  }
  void operator()(std::vector<Link>& links) { links = parse_links(std::string(text())); }
  void operator()(std::optional<Date>& date) { date = parse_date(text()); }

 private:
  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const auto first = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return first;
  }

  std::string_view bytes_;
};

template <class Visitor, class Place>
void visit_address(Visitor& visit, Place& address) {
  visit(address.line1);
  visit(address.line2);
  visit(address.city);
  visit(address.region);
  visit(address.postal_code);
  visit(address.country);
}

template <class Visitor, class Record>
void visit_customer(Visitor visit, Record& customer) {
  visit(customer.id);
  visit(customer.sync_token);
  visit(customer.display_name);
  visit(customer.company_name);
  visit(customer.given_name);
  visit(customer.family_name);
  visit(customer.emails);
  visit(customer.phone);
  visit_address(visit, customer.billing_address);
  visit_address(visit, customer.shipping_address);
  visit(customer.currency);
  visit(customer.term_id);
  visit(customer.parent_id);
  visit(customer.tax_code_id);
  visit(customer.taxable);
  visit(customer.active);
}

template <class Visitor, class Record>
void visit_item(Visitor visit, Record& item) {
  visit(item.id);
  visit(item.sync_token);
  visit(item.name);
  visit(item.full_name);
  visit(item.sku);
  visit(item.description);
  visit(item.type);
  visit(item.unit_price);
  visit(item.income_account_id);
  visit(item.income_account_name);
  visit(item.tax_code_id);
  visit(item.taxable);
  visit(item.active);
  visit(item.inventory_start);
}

template <class Visitor, class Record>
void visit_name(Visitor visit, Record& name) {
  visit(name.id);
  visit(name.kind);
  visit(name.display_name);
}

template <class Visitor, class Record>
void visit_contact(Visitor visit, Record& contact) {
  visit(contact.id);
  visit(contact.first_name);
  visit(contact.last_name);
  visit(contact.email);
  visit(contact.other_emails);
  visit(contact.phone);
  visit(contact.company_name);
  visit_address(visit, contact.address);
  visit(contact.links);
}

template <class Visitor, class Record>
void visit_company(Visitor visit, Record& company) {
  visit(company.id);
  visit(company.name);
  visit(company.domain);
  visit(company.phone);
  visit_address(visit, company.address);
  visit(company.links);
}

template <class Visitor, class Record>
void visit_product(Visitor visit, Record& product) {
  visit(product.id);
  visit(product.name);
  visit(product.sku);
  visit(product.description);
  visit(product.price);
  visit(product.links);
}

}  // namespace

std::string to_bytes(const Customer& customer) {
  std::string bytes;
  visit_customer(Writer(bytes), customer);
  return bytes;
}

std::string to_bytes(const Item& item) {
  std::string bytes;
  visit_item(Writer(bytes), item);
  return bytes;
}

std::string to_bytes(const OtherName& name) {
  std::string bytes;
  visit_name(Writer(bytes), name);
  return bytes;
}

std::string to_bytes(const CrmContact& contact) {
  std::string bytes;
  visit_contact(Writer(bytes), contact);
  return bytes;
}

std::string to_bytes(const CrmCompany& company) {
  std::string bytes;
  visit_company(Writer(bytes), company);
  return bytes;
}

std::string to_bytes(const CrmProduct& product) {
  std::string bytes;
  visit_product(Writer(bytes), product);
  return bytes;
}

void from_bytes(std::string_view bytes, Customer& customer) { visit_customer(Taker(bytes), customer); }
void from_bytes(std::string_view bytes, Item& item) { visit_item(Taker(bytes), item); }
void from_bytes(std::string_view bytes, OtherName& name) { visit_name(Taker(bytes), name); }
void from_bytes(std::string_view bytes, CrmContact& contact) { visit_contact(Taker(bytes), contact); }
void from_bytes(std::string_view bytes, CrmCompany& company) { visit_company(Taker(bytes), company); }
void from_bytes(std::string_view bytes, CrmProduct& product) { visit_product(Taker(bytes), product); }

std::string_view id_in(std::string_view bytes) { return Taker(bytes).text(); }

}  // namespace sidebill
