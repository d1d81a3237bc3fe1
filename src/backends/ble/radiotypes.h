#pragma once

#include "backends/ble/adverts/advert.h"

#include "core/result.h"

#include <QMetaType>
#include <QUuid>

/// What the radio tells and is told: values that cross between its thread and muster-io.
namespace muster::ble {

/// Names one advertiser while the program runs: its address, or a number made of what the system gives instead of one.
using NodeKey = quint64;

/// One advertisement, or the news of several that said the same.
struct Heard
{
    NodeKey node = 0;
    Advert advert {};
    QString address {};         ///< "AA:BB:CC:DD:EE:FF", or the system's word for it
    QList<QUuid> services {};   ///< announced
    int rssi = 0;               ///< dBm; 0: not known
    bool changed = false;       ///< the bytes are others than last time
    bool randomAddress = false; ///< made up by the device; may be another one tomorrow
};

enum class RadioState : quint8 { NoService, NoAdapter, Off, Scanning, Broken };

/// A characteristic of a connected device.
struct Characteristic
{
    enum Ability : quint8 { Read = 1, Write = 2, WriteBlindly = 4, Tell = 8 }; ///< Tell: notifies or indicates
    QUuid service {};
    QUuid uuid {};
    quint8 abilities = 0;
    QString description {};     ///< descriptor 2901; empty: none
    QByteArray presentation {}; ///< descriptor 2904; empty: none
};

/// Everything a connected device offers that Muster looks at.
struct LinkDescription
{
    QList<Characteristic> characteristics {};
    int left = 0;     ///< characteristics beyond the bound, not looked at
    int silent = 0;   ///< services that did not tell what is in them in time
};

enum class LinkState : quint8 { Closed, Connecting, Ready };

/// What one characteristic said.
struct NodeValue
{
    NodeKey node = 0;
    quint16 characteristic = 0; ///< index into LinkDescription
    QByteArray bytes {};
    Micros time = 0;
};

} // namespace muster::ble

Q_DECLARE_METATYPE(muster::ble::Heard)
Q_DECLARE_METATYPE(muster::ble::RadioState)
Q_DECLARE_METATYPE(muster::ble::LinkState)
Q_DECLARE_METATYPE(muster::ble::LinkDescription)
Q_DECLARE_METATYPE(muster::ble::NodeValue)
