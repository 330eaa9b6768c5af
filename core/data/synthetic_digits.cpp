// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic_digits.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mho {
namespace {

struct Point {
    double x;
    double y;
};

/// A stroke in the unit square, x to the right, y down; curved ones run smoothly through their points.
struct Stroke {
    bool curved;
    std::vector<Point> points;
};

using Glyph = std::vector<Stroke>;

/// The ways people write each digit; one is drawn at random.
const std::array<std::vector<Glyph>, 10>& glyphs()
{
    static const Stroke kFive{true, {{.27, .45}, {.52, .38}, {.75, .52}, {.74, .78}, {.50, .92}, {.22, .84}}};
    static const std::array<std::vector<Glyph>, 10> kGlyphs{{
        {{{true,
           {{.50, .08}, {.25, .20}, {.18, .50}, {.25, .80}, {.50, .92}, {.75, .80}, {.82, .50}, {.75, .20}, {.50, .08}}}}},
        {{{false, {{.35, .25}, {.55, .08}, {.55, .92}}}},
         {{false, {{.52, .08}, {.50, .92}}}},
         {{false, {{.32, .27}, {.52, .08}, {.52, .90}}}, {false, {{.30, .91}, {.74, .91}}}}},
        {{{true, {{.22, .28}, {.35, .10}, {.60, .09}, {.75, .25}, {.68, .45}, {.45, .68}, {.22, .90}}},
          {false, {{.22, .90}, {.80, .90}}}},
         {{true,
           {{.22, .25}, {.42, .08}, {.68, .14}, {.70, .38}, {.50, .65}, {.25, .86}, {.30, .74}, {.52, .82}, {.80, .92}}}}},
        {{{true, {{.24, .15}, {.50, .07}, {.72, .20}, {.66, .40}, {.45, .48}}},
          {true, {{.45, .48}, {.70, .55}, {.78, .74}, {.58, .92}, {.22, .85}}}},
         {{false, {{.24, .10}, {.74, .10}, {.48, .42}}}, {true, {{.48, .42}, {.74, .54}, {.74, .78}, {.52, .92}, {.22, .84}}}}},
        {{{false, {{.60, .08}, {.18, .62}, {.84, .62}}}, {false, {{.62, .35}, {.62, .93}}}},
         {{false, {{.28, .10}, {.22, .50}, {.80, .50}}}, {false, {{.70, .10}, {.68, .93}}}}},
        {{{false, {{.76, .10}, {.32, .10}, {.27, .45}}}, kFive}, {{false, {{.80, .13}, {.38, .08}, {.27, .45}}}, kFive}},
        {{{true, {{.68, .10}, {.40, .25}, {.25, .55}, {.30, .82}, {.50, .92}, {.72, .82}, {.74, .62}, {.55, .50}, {.30, .62}}}},
         {{true, {{.45, .06}, {.30, .35}, {.24, .68}, {.40, .91}, {.64, .88}, {.72, .70}, {.55, .58}, {.28, .70}}}}},
        {{{false, {{.20, .10}, {.80, .10}, {.42, .92}}}},
         {{false, {{.20, .12}, {.80, .10}, {.44, .92}}}, {false, {{.36, .50}, {.72, .50}}}},
         {{true, {{.18, .22}, {.40, .12}, {.78, .12}, {.62, .42}, {.48, .92}}}}},
        {{{true,
           {{.50, .48},
            {.28, .34},
            {.30, .14},
            {.50, .07},
            {.70, .14},
            {.72, .34},
            {.50, .48},
            {.25, .66},
            {.28, .87},
            {.50, .93},
            {.72, .87},
            {.75, .66},
            {.50, .48}}}},
         {{true,
           {{.70, .16},
            {.48, .07},
            {.28, .20},
            {.42, .42},
            {.66, .60},
            {.70, .82},
            {.48, .93},
            {.28, .80},
            {.40, .58},
            {.66, .36},
            {.70, .16}}}}},
        {{{true, {{.74, .36}, {.55, .50}, {.30, .42}, {.27, .20}, {.50, .08}, {.70, .15}, {.74, .36}}},
          {true, {{.74, .36}, {.72, .65}, {.60, .92}}}},
         {{true, {{.74, .32}, {.52, .48}, {.28, .34}, {.38, .12}, {.64, .10}, {.74, .32}}}, {false, {{.74, .22}, {.70, .93}}}}},
    }};
    return kGlyphs;
}

/// Catmull-Rom spline through the points, each span cut into four.
std::vector<Point> smoothed(const std::vector<Point>& points)
{
    constexpr int kCuts = 4;
    std::vector<Point> result{points.front()};
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point& before = points[i == 0 ? 0 : i - 1];
        const Point& from = points[i];
        const Point& to = points[i + 1];
        const Point& after = points[std::min(i + 2, points.size() - 1)];
        for (int cut = 1; cut <= kCuts; ++cut) {
            const double t = static_cast<double>(cut) / kCuts;
            const auto at = [t](double a, double b, double c, double d) {
                return 0.5 * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
            };
            result.push_back({at(before.x, from.x, to.x, after.x), at(before.y, from.y, to.y, after.y)});
        }
    }
    return result;
}

/// The hand of one image: an affine map from the unit square to pixels, and how the pen draws.
struct Hand {
    double xx, xy, yx, yy, x0, y0;
    double halfWidth;   ///< pixels
    double brightness;  ///< 0..1
    double noise;       ///< deviation, 0..1

    explicit Hand(RandomStream& stream)
    {
        // A rotation by an angle a from u = tan(a/2), without sine or cosine.
        const double u = stream.uniform(-0.19, 0.19);
        const double cosine = (1 - u * u) / (1 + u * u);
        const double sine = 2 * u / (1 + u * u);
        const double shear = stream.uniform(-0.35, 0.35);
        const double width = stream.uniform(13.0, 22.0);
        const double height = stream.uniform(16.0, 23.0);
        xx = cosine * width;
        xy = (cosine * shear - sine) * height;
        yx = sine * width;
        yy = (sine * shear + cosine) * height;
        x0 = 0.5 * kSyntheticSide + stream.uniform(-2.5, 2.5);
        y0 = 0.5 * kSyntheticSide + stream.uniform(-2.5, 2.5);
        halfWidth = stream.uniform(0.5, 1.7);
        brightness = stream.uniform(0.55, 1.0);
        noise = stream.uniform(0.0, 0.16);
    }

    Point place(Point p) const
    {
        const double x = p.x - 0.5;
        const double y = p.y - 0.5;
        return {x0 + xx * x + xy * y, y0 + yx * x + yy * y};
    }
};

using Distances = std::array<double, kSyntheticSide * kSyntheticSide>;

/// Lowers the squared distance of every pixel centre near the segment a-b.
void drawSegment(Point a, Point b, double reach, Distances& squared)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const auto pixel = [](double value) { return std::clamp(static_cast<int>(value), 0, kSyntheticSide - 1); };
    const int right = pixel(std::max(a.x, b.x) + reach);
    const int bottom = pixel(std::max(a.y, b.y) + reach);
    for (int y = pixel(std::min(a.y, b.y) - reach); y <= bottom; ++y) {
        for (int x = pixel(std::min(a.x, b.x) - reach); x <= right; ++x) {
            const double px = x + 0.5 - a.x;
            const double py = y + 0.5 - a.y;
            const double along = length > 0 ? std::clamp((px * dx + py * dy) / length, 0.0, 1.0) : 0.0;
            const double ex = px - along * dx;
            const double ey = py - along * dy;
            double& distance = squared[static_cast<std::size_t>(y * kSyntheticSide + x)];
            distance = std::min(distance, ex * ex + ey * ey);
        }
    }
}

/// Nearly normal with deviation 1: the sum of four uniform 16-bit numbers (variance 4/12 of the range's square).
double noiseValue(RandomStream& stream)
{
    const std::uint64_t bits = stream.next();
    const std::uint64_t sum = (bits & 0xffffU) + ((bits >> 16U) & 0xffffU) + ((bits >> 32U) & 0xffffU) + (bits >> 48U);
    return (static_cast<double>(sum) / 65536.0 - 2.0) * 1.7320508075688772;
}

ImageSet drawPart(std::uint64_t seed, SyntheticPart part, std::size_t count)
{
    ImageSet set;
    set.imageShape = {1, kSyntheticSide, kSyntheticSide};
    set.classes = 10;
    set.pixels.resize(count * set.imageSize());
    set.labels.resize(count);
    parallelFor(count, 512, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            set.labels[i] = syntheticLabel(i);
            const auto image = drawSyntheticDigit(seed, part, i, set.labels[i]);
            std::copy(image.begin(), image.end(), set.pixels.begin() + static_cast<std::ptrdiff_t>(i * image.size()));
        }
    });
    return set;
}

}  // namespace

int syntheticLabel(std::uint64_t index)
{
    return static_cast<int>(index % 10);
}

std::array<std::uint8_t, kSyntheticSide * kSyntheticSide> drawSyntheticDigit(std::uint64_t seed, SyntheticPart part,
                                                                             std::uint64_t index, int digit)
{
    RandomStream stream{seed, static_cast<std::uint64_t>(part), index};
    const Hand hand(stream);
    const std::vector<Glyph>& ways = glyphs()[static_cast<std::size_t>(digit)];
    const Glyph& glyph = ways[stream.below(ways.size())];

    Distances squared;
    squared.fill(1e9);
    constexpr double kJitter = 0.04;  // of the unit square
    for (const Stroke& stroke : glyph) {
        std::vector<Point> points = stroke.points;
        for (Point& point : points) {
            point.x += kJitter * noiseValue(stream);
            point.y += kJitter * noiseValue(stream);
        }
        const std::vector<Point> path = stroke.curved ? smoothed(points) : points;
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            drawSegment(hand.place(path[i]), hand.place(path[i + 1]), hand.halfWidth + 1.0, squared);
        }
    }

    std::array<std::uint8_t, kSyntheticSide * kSyntheticSide> image{};
    for (std::size_t i = 0; i < image.size(); ++i) {
        // The edge fades over one pixel: the share of the pixel that the pen covers.
        const double cover = std::clamp(hand.halfWidth + 0.5 - std::sqrt(squared[i]), 0.0, 1.0);
        const double value = hand.brightness * cover + hand.noise * noiseValue(stream);
        image[i] = static_cast<std::uint8_t>(std::clamp(value, 0.0, 1.0) * 255.0 + 0.5);
    }
    return image;
}

DataSet syntheticDigits(std::uint64_t seed, std::size_t images)
{
    if (images < 50) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The synthetic digits need at least 50 training images, not %1"),
                    {std::to_string(images)}, "synthetic-digits");
    }
    DataSet set;
    set.name = "synthetic-digits";
    set.train = std::make_shared<const ImageSet>(drawPart(seed, SyntheticPart::Train, images));
    set.test = std::make_shared<const ImageSet>(drawPart(seed, SyntheticPart::Test, images / 5));
    set.normalization = {{0.1307F}, {0.3081F}};  // MNIST's: alike in kind
    set.augmentation = {1, false};
    set.sha256 = dataHash(*set.train, *set.test);
    return set;
}

}  // namespace mho
