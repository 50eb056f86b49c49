// Every request Sidebill makes to HubSpot, as data.
//
// Paths of the dated version alone: numbered ones end in 2027. Source: reference/hubspot.md 0, 1, 4
#pragma once

#include <string>
#include <vector>

#include "core/hubspot/properties.h"
#include "core/hubspot/records.h"
#include "core/run/run.h"

namespace sidebill::hubspot {

/// Which account this token belongs to; works with any token.
Call account_details(const std::string& portal);

/// Errors: the answer is refused with record-not-found when the record is gone
Call read_object(const std::string& portal, const std::string& type, const std::string& id,
                 const std::vector<std::string>& properties, const std::string& purpose);
/// The record whose unique property has this value: a direct read, where search would lag.
Call read_by_key(const std::string& portal, const std::string& type, const std::string& key_property,
                 const std::string& key, const std::vector<std::string>& properties,
                 const std::string& purpose);
/// Up to 100 records; missing ones stand among the errors of the answer. `id_property` "" means record ids.
Call batch_read(const std::string& portal, const std::string& type, const std::vector<std::string>& ids,
                const std::vector<std::string>& properties, const std::string& purpose,
                const std::string& id_property = "");
/// The same for any number of ids: one call for each hundred, in their order.
std::vector<Call> batch_reads(const std::string& portal, const std::string& type,
                              const std::vector<std::string>& ids, const std::vector<std::string>& properties,
                              const std::string& purpose);
/// A page of up to 100 records of this type, from `after` on ("" for the first), in the order of their ids;
/// archived ones alone, or living ones alone.
Call list_page(const std::string& portal, const std::string& type, const std::vector<std::string>& properties,
               bool archived, const std::string& after, const std::string& purpose);
/// Associations of up to 1,000 records with their types and labels, which the list of a single record may
/// lack.
Call associations(const std::string& portal, const std::string& from_type,
                  const std::vector<std::string>& from_ids, const std::string& to_type,
                  const std::string& purpose);
Call owner(const std::string& portal, const std::string& owner_id);
Call list_properties(const std::string& portal, const std::string& type);

struct Filter {
  std::string property, operation, value;  // operation: EQ, GTE, CONTAINS_TOKEN, HAS_PROPERTY ...
  std::vector<std::string> values;         // IN and NOT_IN
};
struct Search {
  std::vector<std::vector<Filter>> groups;  // any group, all filters of it; at most 5 groups
  std::vector<std::string> properties;
  std::string sort_by;  // ascending; "" for the service's own order
  int limit = 100;
  std::string after;
};
/// Source: reference/hubspot.md 4 and 11.4: all five body fields are sent
Call search(const std::string& portal, const std::string& type, const Search& search,
            const std::string& purpose);

struct Change {
  std::string id;
  Properties properties;
};
/// Changes up to 100 records; one that is wrong stands among the errors of the answer, the others are
/// changed.
Call batch_update(const std::string& portal, const std::string& type, const std::vector<Change>& changes,
                  const std::string& purpose);

struct Keyed {
  std::string key;
  Properties properties;
};
/// Creates up to 100 records with their keys, or changes those that have them; one that is wrong stands with
/// its key among the errors of the answer.
///
/// Source: reference/hubspot.md 5 (no idempotency key: the unique property is it)
Call batch_upsert(const std::string& portal, const std::string& type, const std::string& key_property,
                  const std::vector<Keyed>& records, const std::string& purpose);
/// The same for one record, which is refused whole.
Call upsert(const std::string& portal, const std::string& type, const std::string& key_property,
            const std::string& key, const Properties& properties, const std::string& purpose);

struct NewAssociation {
  std::string to_id;
  int type_id = 0;
};
/// A record without a key of ours: in doubt it must be looked for before it is created again.
Call create_object(const std::string& portal, const std::string& type, const Properties& properties,
                   const std::vector<NewAssociation>& associations, const std::string& purpose);
Call patch_object(const std::string& portal, const std::string& type, const std::string& id,
                  const Properties& properties, const std::string& purpose);
Call archive(const std::string& portal, const std::string& type, const std::string& id,
             const std::string& purpose);

/// Ties two records without touching labels that they may have.
Call associate_default(const std::string& portal, const std::string& from_type, const std::string& from_id,
                       const std::string& to_type, const std::string& to_id, const std::string& purpose);
/// Removes every tie between the two records.
Call remove_association(const std::string& portal, const std::string& from_type, const std::string& from_id,
                        const std::string& to_type, const std::string& to_id, const std::string& purpose);

/// Refused with status 409 when the group exists: then there is nothing to do.
Call create_group(const std::string& portal, const std::string& type);
Call create_properties(const std::string& portal, const std::string& type,
                       const std::vector<PropertyDefinition>& definitions);

/// Whether sending this changes anything: reads by POST (search, batch/read) do not.
bool is_write(const Request& request);

}  // namespace sidebill::hubspot
