// A callable that is lent for the length of a call: what std::function is where nothing is kept.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace sidebill {

template <class Signature>
class FunctionRef;

/// Refers to a function object that outlives it; takes lambdas as a parameter without copying them.
template <class Result, class... Arguments>
class FunctionRef<Result(Arguments...)> {
 public:
  // The constraint keeps copies and moves out, which the check sees only of std::enable_if.
  // NOLINTBEGIN(bugprone-forwarding-reference-overload)
  template <class Callable>
  requires(!std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef> &&
           std::is_class_v<std::remove_cvref_t<Callable>>) FunctionRef(Callable&& callable)
      : object_(std::addressof(callable)), call_([](const void* object, Arguments... arguments) -> Result {
          using Object = std::remove_reference_t<Callable>;
          return (*const_cast<Object*>(static_cast<const Object*>(object)))(
              std::forward<Arguments>(arguments)...);
        }) {}
  // NOLINTEND(bugprone-forwarding-reference-overload)

  Result operator()(Arguments... arguments) const {
    return call_(object_, std::forward<Arguments>(arguments)...);
  }

 private:
  const void* object_;
  Result (*call_)(const void*, Arguments...);
};

}  // namespace sidebill
