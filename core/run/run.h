// Journal and replay: how an operation asks the world and survives its interpreter being stopped.
//
// An operation is an ordinary function over `Io`. Every call of `Io` is answered from the run's journal
// if the answer is there; if not, the function is stopped, the wanted effect goes out, and the function
// runs again from the top once the answer has been received. design.md 3.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/issue.h"
#include "core/base/json.h"

namespace sidebill {

/// An HTTP request as data. The transport adds host and token; `account` says whose.
struct Request {
  std::string service;  // "hubspot" or "quickbooks"
  std::string account;  // portal id, or realm
  std::string method;
  std::string path;  // with its query, percent-encoded
  std::string body;
  std::string content_type;  // "" without a body
  std::string accept = "application/json";
};

/// Why there is no answer. `lost`: the worker was stopped between sending and answering. `too_late`: a write
/// in doubt was no longer sent, because its key is not trusted any more.
enum class Failure { none, offline, cut_off, timed_out, not_connected, lost, too_late };

struct Response {
  int status = 0;  // 0 with a failure
  Failure failure = Failure::none;
  std::map<std::string, std::string> headers;  // lower-case names; only those that the core reads
  std::string body;                            // "" when it was kept (below)
  Json kept;                                   // what the store made of a kept body
  std::int64_t sent_ms = 0, received_ms = 0;   // this computer's clock
};

/// What an answer means.
enum class Verdict { done, retry_later, renew_token, uncertain, refused };

struct Judgement {
  Verdict verdict = Verdict::done;
  std::int64_t wait_ms = 0;  // retry_later: at least this long, 0 = the usual back-off
  Issues issues;             // refused: why
};

/// Reads an answer by its service's table; never consults anything else.
using Judge = Judgement (*)(const Request&, const Response&);

enum class Repeat {
  read,              // may be sent any number of times
  repeatable_write,  // sending it again changes nothing more: a keyed create, a PUT, a PATCH to fixed values
  single_write,      // must not be sent again by itself; uncertain goes back to the operation
};

/// What the extension does with the body besides, or instead of, journaling it.
struct Keep {
  std::string list;           // "customers", "items", "names", "documents", "files"; "" keeps nothing
  bool body_too = false;      // journal the body as well
  std::string home_currency;  // of documents that state none of their own
  /// Keys of documents: where the answer says that there is no such thing, they are kept as deleted.
  std::vector<std::string> asked_for = {};
};

struct Call {
  Request request;
  Repeat repeat = Repeat::read;
  Judge judge = nullptr;
  std::string purpose;  // code of the step in words, e.g. "create-invoice"
  Keep keep;
  int patience = 3;  // how often it is sent before it counts as failed
  /// How long after its first sending a write in doubt may be repeated without looking first; then the
  /// operation gets it back as uncertain.
  std::int64_t trust_ms = 12LL * 60 * 60 * 1000;
};

/// How often a call is sent by who cannot stop any more, since something exists already: at a minute each, it
/// outlives an outage of five hours.
inline constexpr int outage_patience = 300;

struct Reply {
  Verdict verdict = Verdict::done;  // done, refused or uncertain
  Response response;
  Issues issues;
  std::int64_t first_sent_ms = 0;  // before `response.sent_ms` when it was sent several times
  bool ok() const { return verdict == Verdict::done; }
};

class Run;

/// The world, as an operation sees it. Only `Run` makes one.
class Io {
 public:
  explicit Io(Run& run) : run_(run) {}
  Io(const Io&) = delete;
  Io& operator=(const Io&) = delete;

  Reply send(const Call& call);
  /// All at once; answers in the order of the calls.
  std::vector<Reply> all(const std::vector<Call>& calls);
  /// A question to the person; may be answered hours later.
  Json ask(const std::string& kind, Json question);
  /// A question to directory, settings, links or cache.
  Json look(const std::string& about, Json question);
  /// Milliseconds since 1970, the same on every replay.
  std::int64_t now();
  /// Ends the run: nothing further is sent.
  [[noreturn]] void fail(Issues issues);
  /// Answers of writes that an earlier revision of this operation sent: what `settle` starts from.
  struct PastWrite {
    Request request;
    std::string purpose;
    std::int64_t sent_ms = 0;
    std::optional<Response> answer;  // nullopt: sent, never answered
  };
  const std::vector<PastWrite>& past_writes() const;

 private:
  Run& run_;
};

/// One thing a person or a timer can start.
struct Operation {
  std::string name;
  int revision = 1;
  Json (*perform)(Io&, const Json& input);
  /// Finishes a run of another revision that has written already: reads what exists, completes, reports.
  Json (*settle)(Io&, const Json& input);
};

struct RunHeader {
  std::string run, operation;
  int revision = 1;
  Json input;
};

/// One line of the journal. `sent_ms` is stored before a write leaves, `answer` after.
struct Entry {
  int step = 0, turn = 0;
  Json effect;
  std::int64_t sent_ms = 0;
  std::optional<Json> answer;
};

/// A run in memory; everything it knows is header and entries.
class Run {
 public:
  Run(RunHeader header, const Operation& operation, std::vector<Entry> entries);

  /// Where the run stands: {"kind":"effects","effects":[...]}, {"kind":"done","report":...},
  /// {"kind":"failed","issues":[...]} or {"kind":"diverged","issues":[...]}.
  Json next();
  /// Takes one answer, in any order. False when the entry belongs to no open effect or is answered already.
  bool receive(Entry entry);
  bool has_written() const;

 private:
  friend class Io;
  struct Stop {};  // thrown by Io at an open effect, caught in next()
  struct Failed {
    Issues issues;
  };  // thrown by Io::fail, caught in next()
  struct Diverged {
    int step, turn;
  };  // thrown when an effect differs from its entry, caught in next()

  std::optional<Reply> settle_call(int step, const Call& call);
  const Entry* answered(int step, int turn, const Json& effect);
  const Entry* find(int step, int turn) const;
  void open(Json effect);

  RunHeader header_;
  const Operation* operation_;
  std::map<std::pair<int, int>, Entry> journal_;
  std::vector<Json> open_;
  std::vector<Io::PastWrite> past_writes_;
  int next_step_ = 0;
  bool settling_ = false;
};

/// The id under which QuickBooks replays a create instead of doing it twice: hash of what the document
/// stands for, never of the payload or the run. 36 characters at most.
///
/// Source: design.md 3, reference/quickbooks.md 1 (requestid)
struct RequestIdOf {
  std::string portal, realm;
  std::string record_type, record_id;
  std::string kind;  // "invoice", "customer"
  std::string part;  // instalment part, "" for the whole
  int generation = 0;
  int refusals = 0;
};
std::string request_id(const RequestIdOf& of);

}  // namespace sidebill
