// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <utility>
#include <variant>

namespace herdbook {

/// What sort of thing went wrong, for code that has to decide what to do next. People read Error::message.
enum class ErrorKind {
    InvalidInput, ///< what was given breaks a rule
    NotFound,     ///< the thing asked for doesn't exist (any more)
    Unreachable,  ///< a server does not answer; trying again later may help
    Denied,       ///< wrong credentials, or a right is missing
    Conflict,     ///< somebody else changed it meanwhile
    Cancelled,    ///< stopped on request: not a failure
    Corrupt,      ///< data that can't be read as what it should be
    Storage,      ///< disk full, not writable
    ServerLimit,  ///< a server answers, but a limit of its own (time, memory, connections) ended or refused the work
    Internal      ///< a defect of Herdbook or an unexpected answer of a server
};

/// An expected failure. `message` is one plain-text line that a person can act on and never holds a secret.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;
    bool passing = false; ///< may be over by itself: worth another try (`faults.h` decides)
};

/// A value or an Error, shaped like std::expected of C++23.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    T &value() & { return std::get<0>(m_content); }
    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    T valueOr(T fallback) const { return hasValue() ? value() : std::move(fallback); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool hasValue() const { return !m_error.has_value(); }
    explicit operator bool() const { return hasValue(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace herdbook
