// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer where the compiler has none: the corpus, and a fixed number of seeded mutations of each of its files.
// Arguments: the corpus, and that number.
#include <QDir>
#include <QFile>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <random>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

void feed(const std::string &text)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(text.data()), text.size());
}

void mutate(std::string &text, std::mt19937 &random)
{
    static const std::string tokens[] = {"null", "[]",   "{}", "\"", "1e999", "-1",     "\\u0000",
                                         "\xff", "true", ",",  ":",  "\r\n",  "bytes=", "%2e%2e/"};
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    switch (random() % 4) {
    case 0:
        text.erase(at, random() % 8);
        break;
    case 1:
        text.insert(at, tokens[random() % std::size(tokens)]);
        break;
    case 2:
        if (!text.empty())
            text[at] = static_cast<char>(random());
        break;
    default:
        text.insert(at, text.substr(text.empty() ? 0 : random() % text.size(), random() % 64));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    std::mt19937 random(1);
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 2000;
    const QDir corpus(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    const QStringList names = corpus.entryList(QDir::Files, QDir::Name);
    int fed = 0;
    for (const QString &name : names) {
        QFile file(corpus.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const std::string original = file.readAll().toStdString();
        feed(original);
        for (int round = 0; round < rounds; ++round, ++fed) {
            std::string text = original;
            for (auto steps = random() % 6; steps > 0; --steps)
                mutate(text, random);
            feed(text);
        }
    }
    std::printf("%d inputs from %d files\n", fed, static_cast<int>(names.size()));
    return names.isEmpty() ? 1 : 0;
}
