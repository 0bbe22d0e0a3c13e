// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/reid/estimate/example.h"

#include <cmath>
#include <numeric>

namespace herdbook::reid::example {

namespace {

constexpr int kAnimals = 24;
constexpr int kOfEach = 12;

Sex sexOfAnimal(int animal)
{
    return animal % 3 == 2 ? Sex::Buck : Sex::Doe;
}

std::vector<double> vectorOf(int animal, int one)
{
    std::vector<double> v;
    for (int j = 1; j <= 8; ++j)
        v.push_back(std::sin(1.7 * (animal + 1) * j + .3 * j * j) +
                    (.35 + .05 * (one % 5)) * std::sin(2.3 * (animal + 1) + 1.1 * (one + 1) * j + .7 * j) + .35);
    const double length = std::sqrt(std::inner_product(v.begin(), v.end(), v.begin(), 0.0));
    for (double &x : v)
        x /= length;
    return v;
}

double cosine(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

Ticks ticks(double score)
{
    return static_cast<Ticks>(std::lrint(score * kTicksPerUnit));
}

class ExactPanels : public Panels
{
public:
    explicit ExactPanels(const Example &example) : m_example(example)
    {
        for (const std::vector<double> &vector : example.vectors)
            m_rounded.emplace_back(vector.begin(), vector.end());
    }
    bool hold(std::vector<std::uint32_t>) override { return true; }
    Panel ofProfiles(std::span<const std::int32_t> profiles) const override
    {
        std::vector<std::uint32_t> founders;
        for (const std::int32_t p : profiles)
            founders.push_back(m_example.founders[static_cast<std::size_t>(p)]);
        return ofDetections(founders);
    }
    Panel ofDetections(std::span<const std::uint32_t> list) const override
    {
        return [this, fixed = std::vector(list.begin(), list.end())](std::span<const std::uint32_t> detections,
                                                                     Ticks *out) {
            for (std::size_t row = 0; row < fixed.size(); ++row) {
                for (std::size_t i = 0; i < detections.size(); ++i)
                    out[row * kPanelWidth + i] =
                        ticks(cosine(m_example.vectors[fixed[row]], m_example.vectors[detections[i]]));
            }
        };
    }
    std::span<const float> vectorOf(std::uint32_t detection) const override { return m_rounded[detection]; }
    std::span<const float> profileVector(std::int32_t profile) const override
    {
        return m_rounded[m_example.founders[static_cast<std::size_t>(profile)]];
    }

private:
    const Example &m_example;
    std::vector<std::vector<float>> m_rounded;
};

} // namespace

Example make()
{
    Example example;
    for (int animal = 0; animal < kAnimals; ++animal) {
        if (animal % 4 != 3) {
            example.animalOfProfile.push_back(animal);
            example.founders.push_back(static_cast<std::uint32_t>(animal * kOfEach));
        }
        for (int one = 0; one < kOfEach; ++one) {
            example.vectors.push_back(vectorOf(animal, one));
            example.animalOf.push_back(animal);
        }
    }
    Herd &herd = example.herd;
    for (std::size_t p = 0; p < example.founders.size(); ++p) {
        const auto s = static_cast<std::size_t>(sexOfAnimal(example.animalOfProfile[p]));
        herd.profiles[s].push_back(static_cast<std::int32_t>(p));
        herd.rank[s].push_back(static_cast<std::int32_t>(p));
    }
    std::array<Links, kSexes> links;
    std::array<std::vector<std::uint32_t>, kSexes> sizes;
    for (std::size_t s = 0; s < kSexes; ++s)
        sizes[s].resize(herd.profiles[s].size());
    for (std::uint32_t i = 0; i < example.vectors.size(); ++i) {
        Subject subject;
        subject.detection = i;
        subject.sex = sexOfAnimal(example.animalOf[i]);
        subject.burst = static_cast<std::int32_t>(i / 2);
        const auto own = static_cast<std::size_t>(subject.sex);
        std::vector<Ticks> scores;
        double best = -2;
        for (std::size_t s = 0; s < kSexes; ++s) {
            for (std::size_t place = 0; place < herd.profiles[s].size(); ++place) {
                const auto p = static_cast<std::size_t>(herd.profiles[s][place]);
                const double score = cosine(example.vectors[i], example.vectors[example.founders[p]]);
                subject.best[s] = std::max(subject.best[s], ticks(score));
                if (s != own)
                    continue;
                scores.push_back(ticks(score));
                if (score > best) {
                    best = score;
                    subject.place = static_cast<std::int32_t>(place);
                }
            }
        }
        example.bestProfile.push_back(herd.profiles[own][static_cast<std::size_t>(subject.place)]);
        subject.role = Subject::Role::Unassigned;
        if (best >= example.threshold) {
            ++example.assigned;
            subject.own = subject.place;
            const bool founder = example.founders[static_cast<std::size_t>(example.bestProfile.back())] == i;
            subject.role = founder ? Subject::Role::Founder : Subject::Role::Assigned;
            if (!founder) {
                ++sizes[own][static_cast<std::size_t>(subject.own)];
                for (std::size_t q = 0; q < scores.size(); ++q) {
                    if (scores[q] >= thresholdTicks(example.threshold) && static_cast<int>(q) != subject.own)
                        ++links[own][{subject.own, static_cast<std::int32_t>(q)}];
                }
            }
        }
        herd.subjects.push_back(subject);
    }
    herd.bursts.assign(example.vectors.size() / 2, BurstKind::Sure);
    for (std::size_t s = 0; s < kSexes; ++s)
        herd.groups[s] = frozenGroups(links[s], sizes[s]);
    return example;
}

std::unique_ptr<Panels> panels(const Example &example)
{
    return std::make_unique<ExactPanels>(example);
}

int trulyWrong(const Example &example, int threshold)
{
    int wrong = 0;
    for (std::size_t i = 0; i < example.herd.subjects.size(); ++i) {
        const Subject &subject = example.herd.subjects[i];
        wrong += subject.role == Subject::Role::Unassigned &&
                 subject.best[static_cast<std::size_t>(subject.sex)] >= threshold &&
                 example.animalOfProfile[static_cast<std::size_t>(example.bestProfile[i])] != example.animalOf[i];
    }
    return wrong;
}

} // namespace herdbook::reid::example
