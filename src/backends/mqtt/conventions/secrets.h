#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace muster::mqtt {

/// Whether a member's name says that its value is a secret: "MqttPassword", "network_key", "psk". What it says is shown and recorded nowhere.
[[nodiscard]] bool isSecretName(QByteArrayView name);

/// A payload as people may see it: what JSON members with such names hold is replaced by •••, be it a text, a number or a list. Works on broken JSON as well.
///   {"MqttPassword":"hunter2","n":1} → {"MqttPassword":"•••","n":1}
[[nodiscard]] QByteArray withoutSecrets(QByteArrayView payload);

} // namespace muster::mqtt
