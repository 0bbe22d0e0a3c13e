// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/rawclient.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace herdbook::test {

RawClient::RawClient(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{40, 0}; // under the minute after which a server closes what is idle
    const int on = 1;
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

RawClient::~RawClient()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

bool RawClient::send(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t now =
            ::send(m_socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += now;
    }
    return true;
}

bool RawClient::fill()
{
    char buffer[65536];
    const ssize_t size = ::recv(m_socket, buffer, sizeof buffer, 0);
    if (size > 0)
        m_read.append(buffer, size);
    return size > 0;
}

QByteArray RawClient::receiveBytes(qsizetype size)
{
    while (m_read.size() < size) {
        if (!fill())
            return {};
    }
    const QByteArray bytes = m_read.left(size);
    m_read.remove(0, size);
    return bytes;
}

bool RawClient::hasAnswer() const
{
    char byte = 0;
    return !m_read.isEmpty() || ::recv(m_socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

RawAnswer RawClient::receive(bool headOnly)
{
    qsizetype end = -1;
    while ((end = m_read.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return {};
    }
    const QByteArrayList lines = m_read.left(end).split('\n');
    m_read.remove(0, end + 4);
    RawAnswer answer;
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        QByteArray &value = answer.headers[line.left(colon).toLower()];
        value += (value.isEmpty() ? "" : ", ") + line.mid(colon + 1).trimmed();
    }
    if (!headOnly && answer.headers.contains("content-length"))
        answer.body = receiveBytes(answer.headers.value("content-length").toLongLong());
    return answer;
}

bool RawClient::isClosedByServer()
{
    while (fill()) {
    }
    char byte = 0;
    return ::recv(m_socket, &byte, 1, MSG_DONTWAIT) == 0 || errno == ECONNRESET;
}

RawAnswer RawClient::ask(quint16 port, const QByteArray &bytes)
{
    RawClient client(port);
    client.send(bytes); // the server may refuse to read all of it
    return client.receive();
}

QByteArray RawClient::request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                              const QByteArray &headers)
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers;
    if (!body.isEmpty())
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

} // namespace herdbook::test
