#pragma once

#include <cstdlib>
#include <type_traits>
#include <utility>
#include <variant>

#include "shared/base/error.h"

namespace orderdeck::base {

/// The failing half of a Result, convertible to any Result with the same error type (std::unexpected's role).
template <typename E = Error>
struct Failure {
    E error;
};

template <typename E>
Failure(E) -> Failure<E>;

/// Builds the failure that a function returning Result<T> returns.
inline Failure<Error> fail(ErrorCode code, std::string message, std::string where = {}) {
    return Failure<Error>{Error{code, std::move(message), std::move(where)}};
}

/// Either a T or an E, with the shape of std::expected. Reading the half that is not there aborts: that is a defect.
template <typename T, typename E = Error>
class [[nodiscard]] Result {
public:
    using value_type = T;
    using error_type = E;

    Result() requires std::is_default_constructible_v<T> : state_(std::in_place_index<0>) {}
    Result(const T& value) : state_(std::in_place_index<0>, value) {}
    Result(T&& value) : state_(std::in_place_index<0>, std::move(value)) {}
    template <typename U>
    requires(std::is_constructible_v<T, U&&> && !std::is_same_v<std::remove_cvref_t<U>, Result> &&
             !std::is_same_v<std::remove_cvref_t<U>, Failure<E>> && std::is_convertible_v<U&&, T>)
        Result(U&& value)
        : state_(std::in_place_index<0>, std::forward<U>(value)) {}
    Result(Failure<E> failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & { return *checked_value(); }
    const T& value() const& { return *checked_value(); }
    T&& value() && { return std::move(*checked_value()); }
    T& operator*() & { return *checked_value(); }
    const T& operator*() const& { return *checked_value(); }
    T&& operator*() && { return std::move(*checked_value()); }
    T* operator->() { return checked_value(); }
    const T* operator->() const { return checked_value(); }

    E& error() & { return *checked_error(); }
    const E& error() const& { return *checked_error(); }
    E&& error() && { return std::move(*checked_error()); }

    /// The value, or the fallback when this is a failure.
    T value_or(T fallback) const& { return has_value() ? value() : std::move(fallback); }
    T value_or(T fallback) && { return has_value() ? std::move(*checked_value()) : std::move(fallback); }

    /// Moves the value out by value; TRY uses it.
    T release() && { return std::move(*checked_value()); }

private:
    T* checked_value() { return checked(std::get_if<0>(&state_)); }
    const T* checked_value() const { return checked(std::get_if<0>(&state_)); }
    E* checked_error() { return checked(std::get_if<1>(&state_)); }
    const E* checked_error() const { return checked(std::get_if<1>(&state_)); }

    template <typename P>
    static P* checked(P* half) {
        if (half == nullptr) std::abort();
        return half;
    }

    std::variant<T, E> state_;
};

/// Success without a value, or an E.
template <typename E>
class [[nodiscard]] Result<void, E> {
public:
    using value_type = void;
    using error_type = E;

    Result() = default;
    Result(Failure<E> failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }
    void value() const {
        if (!has_value()) std::abort();
    }

    E& error() & { return *checked(std::get_if<1>(&state_)); }
    const E& error() const& { return *checked(std::get_if<1>(&state_)); }
    E&& error() && { return std::move(*checked(std::get_if<1>(&state_))); }

    void release() && { value(); }

private:
    template <typename P>
    static P* checked(P* half) {
        if (half == nullptr) std::abort();
        return half;
    }

    std::variant<std::monostate, E> state_;
};

} // namespace orderdeck::base

/// Unwraps a Result, or returns its error from the enclosing function: `auto order = TRY(load(id));`, `TRY(save(order));`.
/// The variable's name is numbered so that a TRY inside a TRY shadows nothing.
#define TRY(...) ORDERDECK_TRY_NUMBERED(__COUNTER__, __VA_ARGS__)
#define ORDERDECK_TRY_NUMBERED(number, ...) ORDERDECK_TRY_PASTED(number, __VA_ARGS__)
#define ORDERDECK_TRY_PASTED(number, ...) ORDERDECK_TRY_NAMED(orderdeck_try_##number, __VA_ARGS__)
#define ORDERDECK_TRY_NAMED(name, ...)                                                                       \
    __extension__({                                                                                          \
        auto name = (__VA_ARGS__);                                                                           \
        if (!name.has_value()) return ::orderdeck::base::Failure{std::move(name).error()};                   \
        std::move(name).release();                                                                           \
    })
