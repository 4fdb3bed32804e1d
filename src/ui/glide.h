// A finger that drags and lets go: the list glides on at the speed it had and slows down exponentially, as
// lists do natively. Times in seconds, distances in px.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace paperdeck::ui {

class Glide {
public:
    static constexpr double kTimeConstant_s = 0.325;
    static constexpr double kLongestSample_s = 0.1;  // the speed is that of the drag's last moments …
    static constexpr double kRest_s = 0.06;          // … and none when the finger rested before it was lifted
    static constexpr double kFastest_px_s = 8000, kSlowest_px_s = 12;

    void press(double now_s)
    {
        velocity_px_s_ = 0;
        count_ = 0;
        add({now_s, 0});
    }
    void drag(double distance_px, double now_s)
    {
        if (distance_px != 0) add({now_s, distance_px});
    }
    void lift(double now_s)
    {
        velocity_px_s_ = std::clamp(speed(now_s), -kFastest_px_s, kFastest_px_s);
        if (std::fabs(velocity_px_s_) < kSlowest_px_s) velocity_px_s_ = 0;
    }
    // How far it goes in the next `dt_s`; the same in all for any frame rate.
    double advance(double dt_s)
    {
        const double left = std::exp(-dt_s / kTimeConstant_s);
        const double distance = velocity_px_s_ * kTimeConstant_s * (1 - left);
        velocity_px_s_ *= left;
        if (std::fabs(velocity_px_s_) < kSlowest_px_s) velocity_px_s_ = 0;
        return distance;
    }
    void stop() { velocity_px_s_ = 0; }
    bool is_moving() const { return velocity_px_s_ != 0; }

private:
    struct Sample {
        double time_s = 0, distance_px = 0;
    };

    void add(Sample sample) { samples_[count_++ % samples_.size()] = sample; }

    double speed(double now_s) const
    {
        const std::size_t kept = std::min(count_, samples_.size());
        if (kept < 2 || now_s - samples_[(count_ - 1) % samples_.size()].time_s > kRest_s) return 0;
        double distance = 0;
        double begin_s = now_s;
        for (std::size_t back = 1; back <= kept; ++back) {
            const Sample& sample = samples_[(count_ - back) % samples_.size()];
            begin_s = sample.time_s;
            // The oldest one says only when the next began.
            if (now_s - begin_s > kLongestSample_s || back == kept) break;
            distance += sample.distance_px;
        }
        return distance / std::max(now_s - begin_s, 0.001);
    }

    std::array<Sample, 16> samples_ = {};
    std::size_t count_ = 0;
    double velocity_px_s_ = 0;
};

}  // namespace paperdeck::ui
