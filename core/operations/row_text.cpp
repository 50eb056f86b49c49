#include "core/operations/row_text.h"

#include <string_view>

#include "core/base/json.h"
#include "core/model/fields.h"

namespace sidebill {

namespace {

template <class Record>
void append_object(std::string& out, const Record& record);

void append_value(std::string& out, const std::string& text) { append_json_string(out, text); }
void append_value(std::string& out, bool truth) { out += truth ? "true" : "false"; }
void append_value(std::string& out, const Decimal& number) { append_json_string(out, to_text(number)); }
void append_value(std::string& out, const Date& date) { append_json_string(out, to_text(date)); }
void append_value(std::string& out, const Address& address) { append_object(out, address); }
void append_value(std::string& out, const Link& link) { append_object(out, link); }

template <class Value>
void append_value(std::string& out, const std::optional<Value>& value) {
  if (value)
    append_value(out, *value);
  else
    out += "null";
}

template <class Value>
void append_value(std::string& out, const std::vector<Value>& values) {
  out.push_back('[');
  for (const Value& value : values) {
    if (out.back() != '[') out.push_back(',');
    append_value(out, value);
  }
  out.push_back(']');
}

/// Appends the members of a record in their order.
struct Members {
  std::string& out;
  bool first = true;

  template <class Member>
  void operator()(std::string_view name, const Member& member) {
    out += first ? "{\"" : ",\"";
    first = false;
    out += name;
    out += "\":";
    append_value(out, member);
  }
};

template <class Record>
void append_object(std::string& out, const Record& record) {
  Members members{out};
  describe(members, record);
  out.push_back('}');
}

}  // namespace

void append_row(std::string& out, const Customer& customer) { append_object(out, customer); }
void append_row(std::string& out, const Item& item) { append_object(out, item); }
void append_row(std::string& out, const OtherName& name) { append_object(out, name); }
void append_row(std::string& out, const CrmContact& contact) { append_object(out, contact); }
void append_row(std::string& out, const CrmCompany& company) { append_object(out, company); }
void append_row(std::string& out, const CrmProduct& product) { append_object(out, product); }

void append_deleted_row(std::string& out, const std::string& id) {
  out += "{\"id\":";
  append_json_string(out, id);
  out += ",\"deleted\":true}";
}

}  // namespace sidebill
