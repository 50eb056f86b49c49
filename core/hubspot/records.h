// What HubSpot's answers hold, as it has them: values of properties are texts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"

namespace sidebill::hubspot {

/// Property names and the texts to write; "" clears a property.
using Properties = std::map<std::string, std::string>;

/// One record of any type. `properties` is an object of texts and nulls.
struct Record {
  std::string type;  // "0-3"; as asked for, answers do not name it
  std::string id;
  Json properties = Json::object();
  std::int64_t created_ms = 0, updated_ms = 0;
  bool archived = false;
  bool made_now = false;  // answer of an upsert: it did not exist before
};

/// How one record is tied to another.
struct Association {
  std::string to_id;
  std::vector<int> type_ids;
  std::vector<std::string> labels;  // of the account's own types; empty for HubSpot's
};

/// The associations of one record to records of one type.
struct AssociatedFrom {
  std::string from_id;
  std::vector<Association> to;
  std::string after;  // not "": there are more
};

/// What is wrong with one input of a batch.
struct ItemError {
  std::string category, sub_category, message;
  std::vector<std::string> ids;  // the inputs it speaks of, where it names them
};

struct BatchResult {
  std::vector<Record> records;  // in no particular order
  std::vector<ItemError> errors;
};

struct SearchResult {
  std::vector<Record> records;
  std::int64_t total = 0;
  std::string after;  // not "": there are more
};

struct AccountDetails {
  std::string portal_id, account_type, time_zone, company_currency, ui_domain;
  std::vector<std::string> additional_currencies;
};

struct Owner {
  std::string id, email, first_name, last_name;
};

/// A property as the account defines it.
struct PropertyInfo {
  std::string name, type, field_type, group;
  bool unique = false;
  bool read_only = false;  // also when its definition may be changed
  bool calculated = false;
};

}  // namespace sidebill::hubspot
