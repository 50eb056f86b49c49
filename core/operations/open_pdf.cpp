#include "core/operations/inputs.h"
#include "core/operations/records.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

Json open_pdf(Io& io, const Json& value) {
  const DocumentInput input = read_document_input(io, value);
  const Reply reply = io.send(quickbooks::pdf(input.link.realm, input.link.type, input.link.id));
  if (!reply.ok()) io.fail(reply.issues);
  Issues unread;
  const Reader kept(reply.response.kept, "", unread);
  std::string file;
  kept.each("keys", [&](const Reader& key) { file = key.value().text; });
  return Json::object()
      .set("file", Json::string(file))
      .set("name", Json::string(input.link.type + "-" + input.link.id + ".pdf"))
      .set("bytes", Json::number(kept.integer("bytes").value_or(0)))
      .set("sha256", Json::string(kept.text_or("sha256")));
}

}  // namespace sidebill
