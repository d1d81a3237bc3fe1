// Recorded advertisements and characteristic values against what their documents say they mean.

#include "backends/ble/adverts/formats.h"
#include "backends/ble/gatt/values.h"
#include "tests/support/corpus.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace muster;
using namespace muster::ble;

namespace {

QByteArray hex(const QJsonObject &line, const char *key)
{
    return QByteArray::fromHex(line.value(QLatin1StringView(key)).toString().toLatin1());
}

Advert advertOf(const QJsonObject &line)
{
    Advert advert;
    advert.name = line.value(QStringLiteral("name")).toString();
    advert.mac = macOf(line.value(QStringLiteral("mac")).toString());
    if (const QByteArray data = hex(line, "service_data"); !data.isEmpty())
        advert.serviceData.append({line.value(QStringLiteral("service_data_uuid")).toString().toUShort(nullptr, 16), data});
    if (const QByteArray data = hex(line, "manufacturer_data"); data.size() >= 2)
        advert.manufacturerData.append({quint16(quint8(data[0]) | quint8(data[1]) << 8U), data.sliced(2)});
    return advert;
}

/// The corpus' word for a reading where it differs from ours.
QStringList namesOf(const Reading &reading)
{
    QString key = keyOf(*reading.what, reading.ordinal);
    QStringList names {key};
    const QString unit = QString::fromUtf8(reading.what->unit);
    const auto also = [&](const char *ours, const char *theirs) {
        if (key == QLatin1StringView(ours))
            names.append(QLatin1StringView(theirs));
    };
    also("pm25", "pm2.5");
    also("mass", unit == QLatin1String("lb") ? "mass_lb" : "mass_kg");
    also("tvoc", "volatile_organic_compounds");
    also("temperature", unit == QStringLiteral("°C") ? "temperature_c" : "temperature_f");
    also("systolic", unit == QLatin1String("mmHg") ? "systolic_mmhg" : "systolic_kpa");
    also("diastolic", unit == QLatin1String("mmHg") ? "diastolic_mmhg" : "diastolic_kpa");
    also("mean_arterial_pressure", unit == QLatin1String("mmHg") ? "map_mmhg" : "map_kpa");
    also("pulse", "pulse_rate");
    also("temperature_probe", "temperature_probe_1");
    return names;
}

bool same(const Reading &reading, const QJsonValue &wanted)
{
    if (reading.what->type == MetricType::Text || reading.what->type == MetricType::Event) {
        if (wanted.isDouble())
            return QDateTime::fromString(reading.text, Qt::ISODate).toSecsSinceEpoch() == qint64(wanted.toDouble());
        return reading.text == wanted.toString() || (wanted.isNull() && reading.text.isEmpty());
    }
    if (wanted.isBool())
        return reading.value == (wanted.toBool() ? 1.0 : 0.0);
    // 6 digits are more than any of these devices measures.
    return wanted.isDouble() && std::abs(reading.value - wanted.toDouble()) <= 1e-6 * std::max(1.0, std::abs(wanted.toDouble()));
}

/// What differs; empty: nothing.
QString difference(const Readings &readings, QJsonObject wanted)
{
    QStringList faults;
    for (const Reading &reading : readings) {
        bool known = false;
        for (const QString &name : namesOf(reading)) {
            if (!wanted.contains(name))
                continue;
            known = true;
            if (!same(reading, wanted.take(name)))
                faults.append(QStringLiteral("%1 is %2 %3").arg(name, QString::number(reading.value, 'g', 10), reading.text));
            break;
        }
        // The corpus leaves the time of a measurement out of some structures.
        if (!known && namesOf(reading).constFirst() != QLatin1String("timestamp"))
            faults.append(QStringLiteral("%1 = %2 %3 is too much").arg(namesOf(reading).constFirst(), QString::number(reading.value, 'g', 10), reading.text));
    }
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!it->isNull() && !(it->isArray() && it->toArray().isEmpty()))
            faults.append(it.key() + QStringLiteral(" is missing"));
    }
    return faults.join(QStringLiteral(", "));
}

} // namespace

class CorpusBle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void advertisements();
    void bthomeTable();
    void characteristics();
    void mutatedBytesNeverCrash();
};

void CorpusBle::advertisements()
{
    support::Tally tally(QStringLiteral("advertisements"));
    for (const QJsonObject &line : support::corpusLines("ble/advertisements.jsonl")) {
        QJsonObject wanted = line.value(QStringLiteral("expect")).toObject();
        const Decoded got = decode(advertOf(line), hex(line, "key"));
        QString fault;
        if (wanted.take(QStringLiteral("encrypted")).toBool(false) && (!got.encrypted || got.problem == Decoded::Problem::None))
            fault = QStringLiteral("not seen to be encrypted, ");
        if (wanted.contains(QStringLiteral("packet_id")) && got.packet != quint32(wanted.take(QStringLiteral("packet_id")).toInt()))
            fault += QStringLiteral("packet_id, ");
        if (wanted.contains(QStringLiteral("counter")) && got.counter != quint32(wanted.take(QStringLiteral("counter")).toDouble()))
            fault += QStringLiteral("counter, ");
        fault += difference(got.readings, wanted);
        const auto verdict = fault.isEmpty() ? support::Right : got.format ? support::Wrong : support::NotYet;
        const QString data = line.value(QStringLiteral("service_data")).toString() + line.value(QStringLiteral("manufacturer_data")).toString();
        tally.count(line.value(QStringLiteral("family")).toString(), verdict, QStringLiteral("%1 %2: %3").arg(line.value(QStringLiteral("family")).toString(), data, fault).toUtf8());
    }
    QVERIFY(tally.report(true) == 0);
}

void CorpusBle::bthomeTable()
{
    support::Tally tally(QStringLiteral("BTHome objects"));
    QFile in(QDir(support::corpusFolder()).filePath(QStringLiteral("ble/bthome_v2_objects.csv")));
    QVERIFY(in.open(QIODevice::ReadOnly));
    in.readLine();
    while (!in.atEnd()) {
        const QStringList cells = QString::fromUtf8(in.readLine()).trimmed().split(u',');
        const QByteArray example = QByteArray::fromHex(cells.value(8).toLatin1());
        const QString wanted = cells.value(9).remove(u'"').section(u' ', 0, 0);
        if (example.isEmpty() || cells.value(1) != QLatin1String("sensor"))
            continue;
        const Decoded got = decode({0, {}, {}, {{adverts::uuid::bthome, QByteArrayLiteral("\x40") + example}}});
        bool number = false;
        const double value = wanted.toDouble(&number);
        const bool right = got.readings.size() == 1 && (!number || std::abs(got.readings[0].value - value) < 1e-9);
        tally.count(cells.value(3), right ? support::Right : support::Wrong, cells.join(u' ').toUtf8());
    }
    QVERIFY(tally.report() == 0);
}

void CorpusBle::characteristics()
{
    support::Tally tally(QStringLiteral("characteristics"));
    for (const QJsonObject &line : support::corpusLines("ble/gatt.jsonl")) {
        const quint16 uuid = line.value(QStringLiteral("uuid")).toString().toUShort(nullptr, 16);
        const gatt::Values got = gatt::decode(uuid, hex(line, "value"));
        const QJsonValue expect = line.value(QStringLiteral("expect"));
        QString fault;
        if (expect.isObject())
            fault = difference(got.readings, expect.toObject());
        else if (got.readings.size() != 1 || !same(got.readings[0], expect))
            fault = QStringLiteral("%1 values").arg(got.readings.size());
        const auto verdict = fault.isEmpty() ? support::Right : got.known ? support::Wrong : support::NotYet;
        const QString name = line.value(QStringLiteral("characteristic")).toString();
        tally.count(expect.isObject() ? "structure" : "scalar", verdict, (name + u' ' + line.value(QStringLiteral("value")).toString() + QStringLiteral(": ") + fault).toUtf8());
    }
    QVERIFY(tally.report(true) == 0);
}

// Every recorded payload with bytes changed, cut and doubled at random (always the same random).
void CorpusBle::mutatedBytesNeverCrash()
{
    quint32 state = 4711;
    const auto random = [&state](qsizetype below) {
        state = state * 1'664'525u + 1'013'904'223u;
        return qsizetype((state >> 8) % quint32(std::max<qsizetype>(below, 1)));
    };
    const auto spoil = [&](QByteArray &bytes) {
        for (qsizetype changes = random(4); changes >= 0 && !bytes.isEmpty(); --changes) {
            const qsizetype at = random(bytes.size());
            switch (random(3)) {
            case 0: bytes[at] = char(random(256)); break;
            case 1: bytes.truncate(at); break;
            default: bytes.insert(at, bytes.mid(at, random(40))); break;
            }
        }
    };
    const QList<QJsonObject> adverts = support::corpusLines("ble/advertisements.jsonl");
    const QList<QJsonObject> values = support::corpusLines("ble/gatt.jsonl");
    qsizetype readings = 0;
    for (int round = 0; round < 100; ++round) {
        for (const QJsonObject &line : adverts) {
            Advert advert = advertOf(line);
            for (auto &[uuid, data] : advert.serviceData)
                spoil(data);
            for (auto &[company, data] : advert.manufacturerData)
                spoil(data);
            readings += decode(advert, hex(line, "key")).readings.size();
        }
        for (const QJsonObject &line : values) {
            QByteArray value = hex(line, "value");
            spoil(value);
            readings += gatt::decode(line.value(QStringLiteral("uuid")).toString().toUShort(nullptr, 16), value).readings.size();
        }
    }
    QVERIFY(readings > 0);
}

MUSTER_CORPUS_MAIN(CorpusBle)
#include "tst_corpus_ble.moc"
