#pragma once

#include "backends/ble/radiotypes.h"

#include "codec/bleprofile.h"

#include <QBluetoothDeviceInfo>
#include <QHash>
#include <QLowEnergyController>
#include <QTimer>

#include <deque>
#include <memory>
#include <vector>

namespace muster::ble {

/// One attempt to hold one link to one device: connects, asks what there is, listens, reads, writes; then it is over and ended() says why,
/// once. A new attempt is a new Link, because a late answer of an old link would be taken for one of the new (Qt 6.4). Lives in the
/// thread of the radio. Every step has a time limit of its own, for Qt's are 25 s or none.
class Link : public QObject
{
    Q_OBJECT

public:
    static constexpr int connectMs = 20'000;
    static constexpr int discoverMs = 15'000;
    static constexpr int jobMs = 6'000;
    static constexpr int closeMs = 3'000;
    static constexpr int readAgainMs = 15'000;          ///< what cannot notify is asked this often
    static constexpr int maxServices = 32;
    static constexpr int maxCharacteristics = 256;
    static constexpr int maxSubscriptions = 64;
    static constexpr size_t maxJobs = 512;

    Link(NodeKey node, const QBluetoothDeviceInfo &device, std::optional<codec::BleProfile> profile, QObject *parent);
    ~Link() override;

    void open();
    /// Ends it politely; ended() follows, at the latest when the time limit has passed.
    void close();
    [[nodiscard]] NodeKey node() const { return m_node; }
    [[nodiscard]] bool isReady() const { return m_stage == Stage::Ready; }
    /// Answers with written(token), once.
    void write(int characteristic, const QByteArray &bytes, quint32 token);

Q_SIGNALS:
    void described(const muster::ble::LinkDescription &description);
    void valued(int characteristic, const QByteArray &bytes);
    void written(quint32 token, const QString &problem); ///< empty: it was
    void ended(const QString &reason);

private:
    enum class Stage : quint8 { New, Connecting, Services, Details, Descriptors, Ready, Closing, Over };
    struct Place
    {
        QLowEnergyService *service = nullptr;
        QLowEnergyCharacteristic characteristic {};
        bool deaf = false;       ///< it did not answer once: not asked again
    };
    struct Job
    {
        enum class Kind : quint8 { Descriptor, Subscribe, Read, Write };
        Kind kind = Kind::Read;
        int place = 0;
        QByteArray bytes {};
        quint32 token = 0;
        QUuid descriptor {};
    };

    void controllerChanged(QLowEnergyController::ControllerState state);
    void discoverDetails();
    void serviceChanged();
    void serviceFailed(QLowEnergyService::ServiceError error);
    void describe();
    void listen(QLowEnergyService *service);
    void planDescriptors(int place, const QLowEnergyCharacteristic &characteristic);
    void beReady();
    void readAgain();
    void enqueue(Job job);
    void next();
    void begin(const Job &job);
    [[nodiscard]] bool isOfUse(const Characteristic &what) const;
    [[nodiscard]] bool mayAnswer(const Characteristic &what) const;
    void finished(const QString &problem = {});
    void arrived(const QLowEnergyCharacteristic &characteristic, const QByteArray &bytes, bool asked);
    void descriptorArrived(const QLowEnergyDescriptor &descriptor, const QByteArray &bytes);
    void timedOut();
    void end(const QString &reason);

    NodeKey m_node = 0;
    std::optional<codec::BleProfile> m_profile; ///< what is known of its kind beyond the standard
    std::unique_ptr<QLowEnergyController> m_controller;
    Stage m_stage = Stage::New;
    QTimer m_limit;
    QTimer m_again;
    std::vector<QLowEnergyService *> m_services; ///< children
    std::vector<Place> m_places;                 ///< by the index in the description
    LinkDescription m_description;
    std::deque<Job> m_jobs;                      ///< the first one is under way while m_busy
    bool m_busy = false;
    QByteArray m_justSaid;                       ///< of the characteristic that is being read
};

} // namespace muster::ble
