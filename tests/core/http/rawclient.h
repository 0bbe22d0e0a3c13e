// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

namespace herdbook::test {

/// An answer as it came over the wire; status 0 where none came.
struct RawAnswer
{
    int status = 0;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case; what comes twice is put together, as browsers do
    QByteArray body;
};

/// A client that sends exactly the bytes it is given, well-formed or not. Every wait ends after 20 s.
class RawClient
{
public:
    explicit RawClient(quint16 port);
    ~RawClient();
    RawClient(RawClient &&other) noexcept : m_socket(std::exchange(other.m_socket, -1)), m_read(other.m_read) {}
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    /// False when the server has closed.
    bool send(const QByteArray &bytes);
    /// Whether an answer, or the end, has begun to arrive.
    bool hasAnswer() const;
    /// Reads one answer. @param headOnly the answer to HEAD: no body follows whatever Content-Length says.
    RawAnswer receive(bool headOnly = false);
    /// Reads just so many bytes of a body, or none.
    QByteArray receiveBytes(qsizetype size);
    /// Whether the server closes, once what it still sends has been read.
    bool isClosedByServer();

    /// One request on a connection of its own.
    static RawAnswer ask(quint16 port, const QByteArray &bytes);
    /// `METHOD target HTTP/1.1` with Host, Content-Length where there is a body, and further header lines.
    static QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                              const QByteArray &headers = {});

private:
    bool fill();

    int m_socket = -1;
    QByteArray m_read;
};

} // namespace herdbook::test
