// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Doors to ratings and receipts that write down what they were asked, as FakeEngine does.
#pragma once

#include "service/ratings/ratings_door.h"
#include "service/ratings/ratings_view.h"
#include "service/receipts/receipts_door.h"

#include <QPromise>
#include <QStringList>

namespace bt::test {

template <typename T> service::Future<T> finished(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

struct FakeRatings final : service::RatingsDoor {
    QStringList calls;
    service::Future<> schedule(std::string id, int stars) override
    {
        return note(QStringLiteral("schedule %1 %2").arg(QString::fromStdString(id)).arg(stars));
    }
    service::Future<> takeBack(std::string id) override { return note(QStringLiteral("takeBack ") + QString::fromStdString(id)); }
    service::Future<> drop(std::string id) override { return note(QStringLiteral("drop ") + QString::fromStdString(id)); }

private:
    service::Future<> note(const QString& call)
    {
        calls << call;
        return finished<void>({});
    }
};

struct FakeReceipts final : service::ReceiptsDoor {
    QStringList calls;
    service::ReceiptDocument made;
    service::Future<> ask(std::string id) override
    {
        calls << QStringLiteral("ask ") + QString::fromStdString(id);
        return finished<void>({});
    }
    service::Future<service::ReceiptDocument> document(std::string id, records::ReceiptAddition added) override
    {
        calls << QStringLiteral("document %1 [%2] [%3]")
                     .arg(QString::fromStdString(id), QString::fromStdString(added.name), QString::fromStdString(added.diagnosis));
        auto out = made;
        out.content.added = std::move(added);
        return finished<service::ReceiptDocument>(out);
    }
    service::Future<> save(std::string path, std::string id, records::ReceiptAddition added) override
    {
        calls << QStringLiteral("save %1 %2 [%3]")
                     .arg(QString::fromStdString(path), QString::fromStdString(id), QString::fromStdString(added.diagnosis));
        return finished<void>({});
    }
};

} // namespace bt::test
