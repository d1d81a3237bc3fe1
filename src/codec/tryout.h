#pragma once

#include "codec/linkcodec.h"
#include "codec/profile.h"

namespace muster::codec {

/// A column, and what bytes gave for it.
struct TriedColumn
{
    Metric metric {};
    quint64 count = 0;      ///< values
    double last = 0;        ///< numbers; Boolean: 0 or 1; Enumeration: the option's index
    QString text {};        ///< Text: the last one
};

/// What a profile makes of captured bytes.
struct Tried
{
    QList<TriedColumn> columns {};
    LinkCounters counters {};
};

/// One capture on its way to that. Of a profile with a script: frames() are what that is to be given, and what it makes of them is taken one after the other.
class Trial
{
public:
    explicit Trial(const Profile &profile);
    ~Trial();
    Q_DISABLE_COPY_MOVE(Trial)

    void feed(QByteArrayView bytes);
    [[nodiscard]] const QList<QByteArray> &frames() const;
    void take(QByteArrayView json);
    [[nodiscard]] Tried tried() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// Reads bytes as a link with this profile would. Framing by silence: the silence comes behind the last of them. Answers to polls are taken for what the
/// first poll asks, as when only it were asked. Pure: no script is run.
[[nodiscard]] Tried tryOut(const Profile &profile, QByteArrayView bytes);

[[nodiscard]] QByteArray bytesOf(const Example &example);
/// The examples of a profile, one text for each that does not give what it says: "Example 2: temperature is 21.5 and should be 22." Empty: all do.
/// Those of one, by what its bytes gave.
[[nodiscard]] QStringList faultsOf(const Profile &profile, qsizetype example, const Tried &tried);
[[nodiscard]] QStringList failedExamples(const Profile &profile);

} // namespace muster::codec
