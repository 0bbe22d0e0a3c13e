// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000, 100,000 and 1,000,000 detections x 1,000 profiles from a file of float32 vectors, against OpenBLAS's sgemm for the same product on
// the same cores: `benchmark_reid_scale [largest [folder]]`
#include "core/reid/analyze.h"
#include "core/reid/compute/matchrunner.h"
#include "tests/benchmarks/reid/peak.h"

#include <cblas.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <random>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

using namespace herdbook::reid;

namespace {

constexpr int kDimension = 512;
constexpr int kProfiles = 1000;
constexpr std::size_t kRowBytes = kDimension * sizeof(float);

double since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Uuid idOf(std::uint64_t number)
{
    Uuid id{};
    for (int i = 0; i < 8; ++i)
        id[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

/// Animal a's direction plus noise, from a generator that is cheap enough for a million rows.
void fillVector(std::span<float> to, const std::vector<float> &animals, std::size_t animal, std::uint64_t row)
{
    std::uint64_t state = row * 0x9e3779b97f4a7c15ULL + 1;
    for (std::size_t i = 0; i < to.size(); ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        to[i] = animals[animal * kDimension + i] + .02F + (static_cast<float>(state >> 40) * 0x1p-24F - .5F) * .11F;
    }
    normalize(to);
}

struct File
{
    std::string path;
    int handle = -1;
    ~File()
    {
        if (handle >= 0)
            close(handle);
        std::remove(path.c_str());
    }
};

void writeVectors(File &file, std::size_t rows, const std::vector<float> &animals)
{
    file.handle = open(file.path.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600);
    std::vector<float> block(kBlockRows * kDimension);
    for (std::size_t row = 0; row < rows;) {
        std::size_t filled = 0;
        for (; filled < kBlockRows && row < rows; ++filled, ++row)
            fillVector({block.data() + filled * kDimension, kDimension}, animals, row % 2600, row);
        if (write(file.handle, block.data(), filled * kRowBytes) != static_cast<ssize_t>(filled * kRowBytes)) {
            std::perror("write");
            std::exit(1);
        }
    }
}

/// sgemm over the same file, block by block, on all cores: OpenBLAS's own threads.
double sgemmSeconds(const File &file, std::size_t rows, const std::vector<float> &profiles, int threads)
{
    constexpr std::size_t kRows = 4096;
    std::vector<float> block(kRows * kDimension);
    std::vector<float> scores(kRows * kProfiles);
    openblas_set_num_threads(threads);
    double took = 0;
    for (std::size_t row = 0; row < rows; row += kRows) {
        const std::size_t count = std::min(kRows, rows - row);
        if (pread(file.handle, block.data(), count * kRowBytes, static_cast<off_t>(row * kRowBytes)) < 0)
            std::exit(1);
        const auto start = std::chrono::steady_clock::now(); // reading isn't counted
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, static_cast<int>(count), kProfiles, kDimension, 1,
                    block.data(), kDimension, profiles.data(), kDimension, 0, scores.data(), kProfiles);
        took += since(start);
    }
    return took;
}

void run(std::size_t rows, const std::string &folder)
{
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0, .03F);
    std::vector<float> animals(2600 * kDimension);
    for (float &v : animals)
        v = normal(random);
    Dataset data;
    data.dimension = kDimension;
    std::vector<float> vectors(kProfiles * kDimension);
    for (std::size_t p = 0; p < kProfiles; ++p) {
        fillVector({vectors.data() + p * kDimension, kDimension}, animals, p, p);
        Profile profile;
        profile.id = idOf(p + 1);
        profile.sex = p % 2 == 0 ? Sex::Doe : Sex::Buck;
        data.profiles.push_back(profile);
    }
    File file{folder + "/herdbook-scale.f32"};
    writeVectors(file, rows, animals);
    const int threads = static_cast<int>(std::thread::hardware_concurrency());

    const auto start = std::chrono::steady_clock::now();
    const Gallery gallery(data.profiles, vectors, kDimension);
    const MatchPlan plan = MatchPlan::forSize(rows, kDimension, Options().current, 1);
    data.detections.reserve(rows);
    MatchRunner runner(gallery, plan, threads, {});
    for (std::size_t row = 0; row < rows;) {
        std::unique_ptr<Block> block = runner.acquire(row);
        const std::size_t count = std::min<std::size_t>(kBlockRows, rows - row);
        if (pread(file.handle, block->vectors.data(), count * kRowBytes, static_cast<off_t>(row * kRowBytes)) < 0)
            std::exit(1);
        for (std::size_t end = row + count; row < end; ++row) {
            Detection d;
            d.id = idOf(row + 1'000'000'000);
            d.image = d.id;
            const std::size_t animal = row % 2600;
            d.label = animal % 2 == 0 ? Label::Doe : Label::Buck;
            if (animal < kProfiles && row / 2600 % 4 == 0) {
                d.ownProfile = static_cast<std::int32_t>(animal);
                d.deer = data.profiles[animal].id;
            }
            block->add(Probe::of(d, data.profiles, plan), true);
            data.detections.push_back(d);
        }
        runner.submit(std::move(block));
    }
    MatchResult scores = *runner.finish(rows);
    const double matched = since(start);
    const auto read = [&](std::span<const std::uint32_t> list,
                          std::span<float> to) { // as a database would be asked again
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::span<float> vector = to.subspan(i * kDimension, kDimension);
            if (pread(file.handle, vector.data(), kRowBytes, static_cast<off_t>(list[i] * kRowBytes)) < 0)
                return false;
            normalize(vector);
        }
        return true;
    };
    const auto analysis = analyze(std::move(data), std::move(scores), gallery, {}, {}, {}, read);
    const double took = since(start);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double gemm = sgemmSeconds(file, rows, vectors, threads);
    const double flops = 2.0 * static_cast<double>(rows) * kProfiles * kDimension;
    const double peak = herdbook::benchmarks::peakFlops(threads); // beside the rest: the machine may be shared
    std::printf(
        "%9zu x %d: analysis %7.2f s (matching %6.2f), sgemm %6.2f s, ratio %.2f, %5.1f Gflop/s in matching, "
        "%5.1f in sgemm, %5.1f the cores' peak (matching reaches %.0f%%, the whole analysis %.0f%%), %.0f MB at most, "
        "%llu could be assigned at 0.5\n",
        rows, kProfiles, took, matched, gemm, took / gemm, flops / matched / 1e9, flops / gemm / 1e9, peak / 1e9,
        100 * flops / matched / peak, 100 * flops / took / peak, static_cast<double>(usage.ru_maxrss) / 1024,
        static_cast<unsigned long long>(analysis->evaluate(.5).added));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t largest = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000;
    for (const std::size_t rows : {10'000UL, 100'000UL, 1'000'000UL}) {
        if (rows <= largest)
            run(rows, argc > 2 ? argv[2] : "/tmp");
    }
    return 0;
}
