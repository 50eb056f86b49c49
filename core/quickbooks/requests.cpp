#include "core/quickbooks/requests.h"

#include <algorithm>

#include "core/quickbooks/judge.h"
#include "core/quickbooks/write.h"
#include "core/run/http.h"

namespace sidebill::quickbooks {

namespace {

/// Since August 2025 the only one; sent all the same, so that a later default changes nothing.
constexpr const char* minor_version = "minorversion=75";
/// Addresses much longer than this are cut off by something on the way.
constexpr std::size_t longest_query_in_address = 4000;

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
  });
  return text;
}

std::string path_of(const std::string& realm, const std::string& rest, const std::string& parameters = "") {
  const std::string separator = parameters.empty() ? "" : "&";
  return "/v3/company/" + percent_encoded(realm) + "/" + rest + "?" + parameters + separator + minor_version;
}

Call call_of(const std::string& realm, const std::string& method, std::string path,
             const std::string& purpose) {
  Call call;
  call.request.service = "quickbooks";
  call.request.account = realm;
  call.request.method = method;
  call.request.path = std::move(path);
  call.judge = &judge;
  call.purpose = purpose;
  return call;
}

Call get(const std::string& realm, const std::string& rest, const std::string& purpose) {
  return call_of(realm, "GET", path_of(realm, rest), purpose);
}

/// A POST of a JSON body that QuickBooks answers with its first answer when it comes again under the same id.
Call post(const std::string& realm, const std::string& entity, const std::string& operation,
          const std::string& body, const std::string& request_id, const std::string& purpose) {
  std::string parameters = operation.empty() ? "" : "operation=" + operation;
  if (!request_id.empty()) {
    parameters += (parameters.empty() ? "requestid=" : "&requestid=") + percent_encoded(request_id);
  }
  Call call = call_of(realm, "POST", path_of(realm, lower_case(entity), parameters), purpose);
  call.request.body = body;
  call.request.content_type = "application/json";
  call.repeat = request_id.empty() ? Repeat::single_write : Repeat::repeatable_write;
  return call;
}

Call kept(Call call, const Keep& keep) {
  call.keep = keep;
  return call;
}

}  // namespace

Call company_info(const std::string& realm) {
  return get(realm, "companyinfo/" + percent_encoded(realm), "read-company");
}

Call preferences(const std::string& realm) { return get(realm, "preferences", "read-preferences"); }

Call query(const std::string& realm, const std::string& statement, const std::string& purpose,
           const Keep& keep) {
  const std::string encoded = percent_encoded(statement);
  if (encoded.size() <= longest_query_in_address) {
    return kept(call_of(realm, "GET", path_of(realm, "query", "query=" + encoded), purpose), keep);
  }
  Call call = call_of(realm, "POST", path_of(realm, "query"), purpose);
  call.request.body = statement;
  call.request.content_type = "application/text";
  return kept(std::move(call), keep);
}

Call exchange_rate(const std::string& realm, const std::string& currency, Date day) {
  const std::string of = "sourcecurrencycode=" + percent_encoded(currency) + "&asofdate=" + to_text(day);
  return call_of(realm, "GET", path_of(realm, "exchangerate", of), "read-exchange-rate");
}

Call read(const std::string& realm, const std::string& entity, const std::string& id,
          const std::string& purpose, const Keep& keep) {
  return kept(get(realm, lower_case(entity) + "/" + percent_encoded(id), purpose), keep);
}

Call create(const std::string& realm, const std::string& entity, const std::string& body,
            const std::string& request_id, const std::string& purpose, const Keep& keep) {
  return kept(post(realm, entity, "", body, request_id, purpose), keep);
}

Call update(const std::string& realm, const std::string& entity, const std::string& body,
            const std::string& request_id, const std::string& purpose, const Keep& keep) {
  return kept(post(realm, entity, "", body, request_id, purpose), keep);
}

Call remove(const std::string& realm, const std::string& entity, const std::string& id,
            const std::string& sync_token, const std::string& request_id, const std::string& purpose) {
  return post(realm, entity, "delete", identity_text(id, sync_token), request_id, purpose);
}

Call void_invoice(const std::string& realm, const std::string& id, const std::string& sync_token,
                  const std::string& request_id) {
  return post(realm, "invoice", "void", identity_text(id, sync_token), request_id, "void-invoice");
}

Call send_invoice(const std::string& realm, const std::string& id, const std::string& send_to) {
  const std::string parameters = send_to.empty() ? "" : "sendTo=" + percent_encoded(send_to);
  Call call = call_of(realm, "POST", path_of(realm, "invoice/" + percent_encoded(id) + "/send", parameters),
                      "send-invoice");
  call.request.content_type = "application/octet-stream";
  call.repeat = Repeat::single_write;
  return call;
}

Call pdf(const std::string& realm, const std::string& entity, const std::string& id) {
  Call call = get(realm, lower_case(entity) + "/" + percent_encoded(id) + "/pdf", "read-pdf");
  call.request.accept = "application/pdf";
  call.keep = {"files", false, ""};
  return call;
}

bool is_write(const Request& request) {
  return request.method != "GET" && request.path.find("/query?") == std::string::npos;
}

}  // namespace sidebill::quickbooks
