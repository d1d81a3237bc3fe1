#pragma once

#include "codec/tryout.h"
#include "script/scriptrunner.h"

#include <memory>

namespace muster::script {

/// What a profile with a script makes of captured bytes: codec::tryOut() with the frames sent through a ScriptRunner. One trial at a time; a new one takes the
/// place of the last. Bounded as a ScriptRunner is; a script that has to be stopped once is not tried any further.
class ScriptTrial : public QObject
{
    Q_OBJECT

public:
    explicit ScriptTrial(QObject *parent = nullptr);
    ~ScriptTrial() override;

    /// Each of `pieces` by itself, as its own link. finished() follows, on a later turn of the event loop.
    void start(const codec::Profile &profile, const QList<QByteArray> &pieces);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_runner != nullptr; }

Q_SIGNALS:
    /// One for each piece; `problem`: why the script did not make anything of them, in a sentence; empty: it did.
    void finished(const QList<muster::codec::Tried> &tried, const QString &problem);

private:
    void take(const QList<Decoded> &readings);
    void look();

    Budget m_budget {};
    std::unique_ptr<ScriptRunner> m_runner;
    std::vector<std::unique_ptr<codec::Trial>> m_pieces;
    QString m_note;    ///< what the script was told of first
};

} // namespace muster::script
