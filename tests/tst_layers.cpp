// Reads the sources and holds them to the layers of ARCHITECTURE.md: who may include whom, which Qt modules and libraries a layer may
// use, that threads are made in app/ alone, and that every source file is described.

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

#include <optional>

namespace {

/// What a layer may include besides itself and, for all but `app`, besides nothing else.
struct Layer
{
    QString folder {};      ///< from the top of the tree; the longest one that fits is a file's layer
    QStringList layers {};  ///< folders of the layers it may include
    QStringList qt {};      ///< Qt modules
    QStringList libraries {};///< first components or names of other libraries' headers
};

const QStringList windowless {QStringLiteral("src/core"), QStringLiteral("src/query"), QStringLiteral("src/store"), QStringLiteral("src/rules"),
    QStringLiteral("src/jobs"), QStringLiteral("src/secrets"), QStringLiteral("src/analysis"), QStringLiteral("src/tables")};

QList<Layer> layers()
{
    const QString core = QStringLiteral("src/core");
    const QString codec = QStringLiteral("src/codec");
    const QString script = QStringLiteral("src/script");
    const QString line = QStringLiteral("src/line");
    const QString query = QStringLiteral("src/query");
    const QString qtCore = QStringLiteral("QtCore");
    const QString gui = QStringLiteral("QtGui");
    const auto backend = [&](const char *name, QStringList qt, QStringList libraries = {}) {
        return Layer {QStringLiteral("src/backends/") + QLatin1StringView(name), {core, codec, script, line}, QStringList {qtCore} + qt, libraries};
    };
    QStringList all = windowless;
    all << codec << script << line << QStringLiteral("src/api") << QStringLiteral("src/backends") << QStringLiteral("ui");
    return {
        {core, {}, {qtCore}, {}},
        {codec, {core}, {qtCore}, {QStringLiteral("simdjson.h")}},
        {script, {core, codec}, {qtCore}, {}},
        {line, {core, codec, script}, {qtCore}, {}},
        {script + QStringLiteral("/worker"), {core, script}, {qtCore, QStringLiteral("QtQml")}, {QStringLiteral("sys"), QStringLiteral("unistd.h"), QStringLiteral("io.h")}},
        {query, {core}, {qtCore}, {}},
        {QStringLiteral("src/analysis"), {core}, {qtCore}, {}},
        {QStringLiteral("src/tables"), {core}, {qtCore}, {}},
        {QStringLiteral("src/store"), {core, QStringLiteral("src/tables")}, {qtCore}, {QStringLiteral("sqlite3.h"), QStringLiteral("zstd.h"), QStringLiteral("xxhash.h")}},
        {QStringLiteral("src/secrets"), {core}, {qtCore}, {QStringLiteral("qt6keychain")}},
        {QStringLiteral("src/rules"), {core, query}, {qtCore}, {}},
        {QStringLiteral("src/jobs"), {core, query}, {qtCore}, {}},
        {QStringLiteral("src/api"), {core, query, QStringLiteral("src/store"), QStringLiteral("src/rules"), QStringLiteral("src/jobs")},
            {qtCore, QStringLiteral("QtNetwork"), QStringLiteral("QtHttpServer"), QStringLiteral("QtWebSockets")}, {}},
        backend("mqtt", {QStringLiteral("QtNetwork"), QStringLiteral("QtMqtt")},
            {QStringLiteral("mosquitto.h"), QStringLiteral("mqtt_protocol.h"), QStringLiteral("openssl"), QStringLiteral("simdjson.h"), QStringLiteral("zlib.h")}),
        backend("ble", {QStringLiteral("QtBluetooth"), QStringLiteral("QtDBus")}, {QStringLiteral("openssl")}),
        backend("serial", {QStringLiteral("QtSerialPort")}, {QStringLiteral("linux")}),
        backend("modbus", {QStringLiteral("QtSerialBus"), QStringLiteral("QtSerialPort"), QStringLiteral("QtNetwork")}),
        backend("net", {QStringLiteral("QtNetwork"), QStringLiteral("QtWebSockets")}),
        backend("sim", {}),
        {QStringLiteral("ui/models"), windowless, {qtCore, gui}, {}},
        {QStringLiteral("ui/profiles"), windowless + QStringList {codec, script, QStringLiteral("ui")}, {qtCore, gui, QStringLiteral("QtWidgets")}, {}},
        {QStringLiteral("ui"), windowless + QStringList {QStringLiteral("ui/models"), QStringLiteral("ui/profiles")},
            {qtCore, gui, QStringLiteral("QtWidgets"), QStringLiteral("QtCharts"), QStringLiteral("QtSvg"), QStringLiteral("QtSvgWidgets")}, {}},
        {QStringLiteral("app"), all,
            {qtCore, gui, QStringLiteral("QtWidgets"), QStringLiteral("QtNetwork"), QStringLiteral("QtDBus"), QStringLiteral("QtSvg")}, {QStringLiteral("curl")}},
    };
}

/// Whether `path` is `folder` or lies in it.
bool within(const QString &path, const QString &folder) { return path == folder || path.startsWith(folder + QLatin1Char('/')); }

const Layer *layerOf(const QList<Layer> &all, const QString &path)
{
    const Layer *best = nullptr;
    for (const Layer &layer : all) {
        if (within(path, layer.folder) && (!best || layer.folder.size() > best->folder.size()))
            best = &layer;
    }
    return best;
}

/// Where an include path of ours leads to; the layer roots are src/ and the top of the tree.
QString target(const QString &include)
{
    return within(include, QStringLiteral("ui")) || within(include, QStringLiteral("app")) ? include : QStringLiteral("src/") + include;
}

/// The Qt module that has a header, found in Qt's own include folder; empty when no module has it.
QString qtModule(const QString &header)
{
    static QHash<QString, QString> known;
    if (header.startsWith(QLatin1String("Qt")) && header.contains(QLatin1Char('/')))
        return header.section(QLatin1Char('/'), 0, 0);
    if (const auto it = known.constFind(header); it != known.cend())
        return *it;
    const QDir root(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    const QStringList modules = root.entryList({QStringLiteral("Qt*")}, QDir::Dirs);
    for (const QString &module : modules) {
        if (root.exists(module + QLatin1Char('/') + header))
            return known[header] = module;
    }
    return known[header] = QString();
}

QString withoutComments(QString text)
{
    static const QRegularExpression comment(QStringLiteral(R"(//[^\n]*|/\*.*?\*/)"), QRegularExpression::DotMatchesEverythingOption);
    return text.remove(comment);
}

/// What is wrong with one include of a file; nothing when it may stand there.
std::optional<QString> judge(const QList<Layer> &all, const QString &file, const QString &include, bool ours)
{
    const Layer *const layer = layerOf(all, file);
    if (!layer)
        return QStringLiteral("is in no layer that tst_layers.cpp knows");
    if (!ours) {
        const QString name = include.section(QLatin1Char('/'), 0, 0);
        if (const QString module = qtModule(include); !module.isEmpty())
            return layer->qt.contains(module) ? std::nullopt : std::optional(QStringLiteral("may not use %1 (<%2>)").arg(module, include));
        static const QStringList everywhere {QStringLiteral("tl"), QStringLiteral("sys")};
        const bool standard = !name.contains(QLatin1Char('.')) && !include.contains(QLatin1Char('/'));
        static const QStringList posix {QStringLiteral("unistd.h"), QStringLiteral("fcntl.h"), QStringLiteral("signal.h"), QStringLiteral("errno.h"), QStringLiteral("time.h")};
        if (standard || everywhere.contains(name) || posix.contains(include) || layer->libraries.contains(name))
            return std::nullopt;
        return QStringLiteral("may not use the library of <%1>").arg(include);
    }
    static const QRegularExpression generated(QStringLiteral(R"(^(moc_\w+\.cpp|\w+\.moc|ui_\w+\.h)$)"));
    if (generated.match(include).hasMatch())
        return std::nullopt;
    if (include.startsWith(QLatin1Char('.')) || !include.contains(QLatin1Char('/')))
        return QStringLiteral("names \"%1\" not from a layer's root").arg(include);
    const QString path = target(include);
    const Layer *const other = layerOf(all, path);
    if (!other && layer->folder == QLatin1String("app") && within(path, QStringLiteral("src/backends")))
        return std::nullopt;
    if (!other)
        return QStringLiteral("includes \"%1\", which is in no layer").arg(include);
    if (other == layer)
        return std::nullopt;
    for (const QString &folder : layer->layers) {
        if (folder == other->folder || (folder == QLatin1String("src/backends") && within(other->folder, folder)))
            return std::nullopt;
        if (layer->folder == QLatin1String("app") && within(other->folder, folder))
            return std::nullopt;
    }
    return QStringLiteral("may not include \"%1\"").arg(include);
}

QStringList sources()
{
    const QDir top(QStringLiteral(MUSTER_SOURCE_DIR));
    QStringList found;
    for (const char *folder : {"app", "src", "ui"}) {
        QDirIterator it(top.filePath(QLatin1StringView(folder)), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            found.append(top.relativeFilePath(it.next()));
    }
    found.sort();
    return found;
}

QString contents(const QString &path)
{
    QFile file(QStringLiteral(MUSTER_SOURCE_DIR) + QLatin1Char('/') + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool makesThread(const QString &code)
{
    static const QRegularExpression maker(QStringLiteral(R"(new\s+QThread|QThread::create|:\s*public\s+QThread|QThread\s+m_|std::j?thread\b|std::async\b|QtConcurrent)"));
    return maker.match(code).hasMatch();
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forbiddenIncludesAreSeen_data();
    void forbiddenIncludesAreSeen();
    void everyIncludeFollowsTheArrows();
    void threadsAreMadeInAppAlone();
    void everySourceFileIsDescribed();
    void everyTestIsBuilt();
};

void TestLayers::forbiddenIncludesAreSeen_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("ours");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *file, const char *include, bool ours, bool allowed) {
        QTest::addRow("%s: %s", file, include) << QString::fromLatin1(file) << QString::fromLatin1(include) << ours << allowed;
    };
    row("src/core/fleet.cpp", "core/series.h", true, true);
    row("src/core/fleet.cpp", "store/inventory.h", true, false);
    row("src/core/fleet.cpp", "QWidget", false, false);
    row("src/core/fleet.cpp", "QtGui/QColor", false, false);
    row("src/core/fleet.cpp", "QHash", false, true);
    row("src/core/fleet.cpp", "tl/expected.hpp", false, true);
    row("src/core/fleet.cpp", "sqlite3.h", false, false);
    row("src/store/sqlite.cpp", "sqlite3.h", false, true);
    row("src/store/sqlite.cpp", "backends/mqtt/mqttclient.h", true, false);
    row("src/backends/mqtt/mqttbackend.cpp", "core/ingest.h", true, true);
    row("src/backends/mqtt/mqttbackend.cpp", "backends/sim/simbackend.h", true, false);
    row("src/backends/sim/simbackend.cpp", "../core/ingest.h", true, false);
    row("src/backends/sim/simbackend.cpp", "simbackend.h", true, false);
    row("ui/models/fleetmodel.cpp", "core/fleet.h", true, true);
    row("ui/models/fleetmodel.cpp", "ui/theme.h", true, false);
    row("ui/models/fleetmodel.cpp", "QColor", false, true);
    row("ui/models/fleetmodel.cpp", "QWidget", false, false);
    row("ui/mainwindow.cpp", "ui/models/fleetmodel.h", true, true);
    row("ui/mainwindow.cpp", "ui/chart/chartview.h", true, true);
    row("ui/mainwindow.cpp", "QChart", false, true);
    row("ui/mainwindow.cpp", "app/services.h", true, false);
    row("ui/mainwindow.cpp", "backends/mqtt/mqttbackend.h", true, false);
    row("app/services.cpp", "backends/mqtt/broker.h", true, true);
    row("app/services.cpp", "ui/mainwindow.h", true, true);
    row("tools/other.cpp", "core/fleet.h", true, false);
}

void TestLayers::forbiddenIncludesAreSeen()
{
    QFETCH(QString, file);
    QFETCH(QString, include);
    QFETCH(bool, ours);
    QFETCH(bool, allowed);
    const auto fault = judge(layers(), file, include, ours);
    QVERIFY2(fault.has_value() != allowed, qPrintable(fault.value_or(QStringLiteral("it was let through"))));
}

void TestLayers::everyIncludeFollowsTheArrows()
{
    static const QRegularExpression line(QStringLiteral(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])"), QRegularExpression::MultilineOption);
    const QList<Layer> all = layers();
    const QStringList files = sources();
    QVERIFY2(files.size() > 20, "the sources were not found");
    QStringList faults;
    for (const QString &file : files) {
        const QString text = contents(file);
        for (auto it = line.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            if (const auto fault = judge(all, file, match.captured(2), match.captured(1) == QLatin1String("\"")))
                faults.append(file + QLatin1Char(' ') + *fault);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
}

void TestLayers::threadsAreMadeInAppAlone()
{
    QVERIFY(makesThread(QStringLiteral("auto *t = new QThread(this);")));
    QVERIFY(makesThread(QStringLiteral("class Reader : public QThread")));
    QVERIFY(!makesThread(QStringLiteral("Q_ASSERT(QThread::currentThread() == thread());")));
    QStringList faults;
    const QStringList files = sources();
    for (const QString &file : files) {
        if (!within(file, QStringLiteral("app")) && makesThread(withoutComments(contents(file))))
            faults.append(file);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("only app/ may make threads, but so do: ") + faults.join(QStringLiteral(", "))));
}

void TestLayers::everySourceFileIsDescribed()
{
    const QString text = contents(QStringLiteral("ARCHITECTURE.md"));
    QVERIFY(!text.isEmpty());
    QStringList missing;
    const QStringList files = sources();
    for (const QString &file : files) {
        const QString name = QFileInfo(file).completeBaseName();
        const QRegularExpression word(QStringLiteral(R"(\b%1\b)").arg(QRegularExpression::escape(name)));
        if (!text.contains(word))
            missing.append(file);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("give each of these a line in ARCHITECTURE.md:\n") + missing.join(QLatin1Char('\n'))));
}

void TestLayers::everyTestIsBuilt()
{
    const QString lists = contents(QStringLiteral("tests/CMakeLists.txt"));
    const QDir folder(QStringLiteral(MUSTER_SOURCE_DIR "/tests"));
    const QStringList programs = folder.entryList({QStringLiteral("tst_*.cpp"), QStringLiteral("bench_*.cpp")}, QDir::Files);
    QVERIFY(!programs.isEmpty());
    for (const QString &program : programs) {
        const QRegularExpression word(QStringLiteral(R"(\b%1\b)").arg(QFileInfo(program).completeBaseName()));
        QVERIFY2(lists.contains(word), qPrintable(program + QStringLiteral(" is not in tests/CMakeLists.txt")));
    }
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
