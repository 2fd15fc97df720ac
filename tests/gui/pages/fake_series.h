// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Doors to series and watch lists that say what a test hands them and write down what they were asked.
#pragma once

#include "fake_engine.h"
#include "service/series/series_door.h"
#include "service/watch/watch_door.h"

namespace bt::test {

class FakeSeries final : public service::SeriesDoor, public service::WatchDoor
{
public:
    QStringList calls;
    std::optional<Error> answer; //!< of the next calls that change something
    service::SeriesPlanView planned;
    service::CancelView one, later;
    service::MoveView moved;
    std::vector<Millis> hours, starts;
    service::SeriesWish wish;

    template <typename T> using F = service::Future<T>;
    F<service::SeriesPlanView> plan(service::SeriesWish w) override
    {
        wish = std::move(w);
        calls << QStringLiteral("plan %1 %2").arg(wish.count).arg(wish.everyWeeks);
        return now<service::SeriesPlanView>(planned);
    }
    F<std::string> book(service::SeriesWish, std::vector<Millis> s, std::string) override
    {
        starts = std::move(s);
        calls << QStringLiteral("book %1").arg(starts.size());
        return answer ? now<std::string>(tl::unexpected(*answer)) : now<std::string>(std::string("v-new"));
    }
    F<void> accept(std::vector<std::string> v) override { return done(QStringLiteral("accept %1").arg(v.size())); }
    F<void> decline(std::vector<std::string> v) override { return done(QStringLiteral("decline %1").arg(v.size())); }
    F<service::CancelView> cancelNow(std::string, bool all) override { return now<service::CancelView>(all ? later : one); }
    F<void> cancel(service::CancelView seen) override
    {
        return done(QStringLiteral("cancel %1 %2").arg(seen.visits.size()).arg(seen.toMe.value));
    }
    F<service::MoveView> planMove(std::string, Millis, bool all) override
    {
        calls << QStringLiteral("planMove %1").arg(all);
        return now<service::MoveView>(moved);
    }
    F<void> move(std::string, service::MoveView seen) override { return done(QStringLiteral("move %1").arg(seen.moving)); }
    F<std::vector<Millis>> hoursFor(std::string) override { return now<std::vector<Millis>>(hours); }
    F<int> saveWatchList(std::string path) override
    {
        calls << QStringLiteral("saveWatchList %1").arg(QString::fromStdString(path));
        return answer ? now<int>(tl::unexpected(*answer)) : now<int>(2);
    }

private:
    template <typename T> static F<T> now(Result<T> value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
    F<void> done(const QString& call)
    {
        calls << call;
        return answer ? now<void>(tl::unexpected(*answer)) : now<void>({});
    }
};

} // namespace bt::test
